#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/base/signature.h"
#include "kiosk/stick/port.h"
#include "kiosk/store/snapshot.h"
#include "kiosk/store/status.h"

namespace kiosk::stick {

/// The folder, beside the batches, of what an export found broken.
inline constexpr const char* set_aside_folder = "beschadigd";

/// How far an export is.
struct Progress {
  enum class Phase {
    planning,      ///< reads the store and what is on the stick already
    writing,       ///< the batches that the stick lacks
    tables,        ///< those that are opened in a spreadsheet
    syncing,       ///< waits until the stick has taken everything, and lets go of it
    reading_back,  ///< compares what is on the stick with what should be
    ejecting,      ///< lets go of it for good
  };
  Phase phase = Phase::planning;
  std::uint64_t answers = 0;  ///< done in this phase, of `of`; both 0 where a phase has none to count
  std::uint64_t of = 0;

  friend bool operator==(const Progress&, const Progress&) = default;
};

/// Told of progress at every step and four times a second besides; false cancels.
using Tell = std::function<bool(const Progress&)>;

/// Why nothing on the stick may be relied on. Where nothing else is said, taking another stick or trying
/// again is safe, and repairs what was left half.
struct ExportError {
  enum class Kind {
    no_port,      ///< nothing here can find a stick
    no_stick,     ///< nothing there to write to
    unusable,     ///< what is in the port is no stick for answers: `why`
    not_allowed,  ///< the system does not let the kiosk use sticks: for whoever set up the station
    read_only,    ///< the stick, or what is on it, cannot be written to
    full,         ///< not enough room: `needed`, `free`
    refused,      ///< something on it stands in the way that is not an ordinary file or folder: `path`
    pulled_out,   ///< it went away halfway
    failed,       ///< it stopped taking or giving bytes: worn out or broken
    differs,      ///< what was read back is not what was written: worn out, or smaller than it says. `path`
    stays_open,   ///< all is written, but the system does not let go of it: wait, and try again
    cancelled,    ///< as was asked; the stick verifies as what it was, with some batches more perhaps
    store,        ///< the answers could not be read; the stick has no part in it
    cannot_seal,  ///< the words of visitors are to leave sealed, and cannot be; nothing of them was written
  };
  Kind kind = Kind::failed;
  std::string sentence = {};  ///< what happened and what to do, in English, for the terminal and the log
  Unusable why{};             ///< where it is unusable
  std::string path = {};      ///< what on the stick it is about; may be empty
  std::uint64_t needed = 0;   ///< bytes
  std::uint64_t free = 0;     ///< bytes
};

/// What is on the stick, and was read back from it.
struct Exported {
  std::uint64_t batches = 0;   ///< of this station: all that it has, but for the damaged ones
  std::uint64_t answers = 0;   ///< of this station, also those whose words are sealed
  std::uint64_t added = 0;     ///< batches that the stick did not have before
  std::uint64_t repaired = 0;  ///< files that were there and broken: set aside, and written anew
  std::uint64_t open = 0;      ///< answers that no batch has closed over: they stay at the station
  std::uint64_t left_out = 0;  ///< damaged in the store, or of a question set that cannot be read: tell staff
  std::uint64_t damaged_batches = 0;   ///< batches left out for that
  std::uint64_t other_batches = 0;     ///< whole batches of other stations on the same stick
  std::vector<std::string> not_whole;  ///< files of other stations that do not prove themselves, by name
  bool only_own = false;  ///< batches of other stations contradict each other: the tables leave them out
  bool no_spreadsheet = false;               ///< the station's own disk had no room to put one together
  std::vector<std::filesystem::path> files;  ///< that were compared
  bool powered_off = false;                  ///< the port took its power away
};

/// How a station exports.
struct ExportOptions {
  /// A folder that nobody else may read, such as that of the store: the spreadsheet is put together there,
  /// some 1 kB an answer, and removed.
  std::filesystem::path scratch;
  /// Public keys of age: words leave sealed to these. Empty: as they are. A file that an earlier export wrote
  /// in the other way stays on the stick.
  std::vector<std::string> recipients{};
};

/// Brings all sealed batches of `snapshot` onto the stick in `port`, in its folder `feedback/`, with tables
/// and a report of all that is there, also of other stations, while visitors go on. Only what the stick lacks
/// or holds broken is written; files of other stations are left alone. Each file is written as `.part`,
/// synced, renamed; then the stick is unmounted, mounted again, everything of this station is read back past
/// the system's memory and compared, and it is unmounted for good: only then does this return without
/// failure. A broken file is set aside in `feedback/beschadigd`, never deleted. A batch that is not what was
/// sealed is left out. Links on the stick are not followed. Files are dated to midnight. `key` signs the free
/// texts, which can change after sealing.
///
/// `tell` is called from the calling thread; the work is done in another, which reads `snapshot` and ends it
/// as soon as everything is written. Takes minutes on a slow stick.
Result<Exported, ExportError> export_answers(store::Snapshot snapshot, const store::ReadSet& read_set,
                                             const SigningKey& key, Port& port, const ExportOptions& options,
                                             const Tell& tell);

}  // namespace kiosk::stick
