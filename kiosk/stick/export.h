#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/base/signature.h"
#include "kiosk/store/status.h"
#include "kiosk/store/store.h"

namespace kiosk::stick {

/// Why nothing on the stick may be relied on.
struct ExportError {
  enum class Kind {
    no_stick,   ///< nothing there to write to
    read_only,  ///< or not ours to write to
    full,       ///< not enough room
    refused,    ///< something stands in the way that is not an ordinary file or folder
    failed,     ///< a write failed halfway: pulled out, or broken
    differs,    ///< what was read back is not what was written
    store,      ///< the answers could not be read; the stick has no part in it
  };
  Kind kind = Kind::failed;
  std::string sentence;  ///< what happened and what to do, for staff
};

struct Exported {
  std::uint64_t batches = 0;
  std::uint64_t answers = 0;   ///< rows in the table
  std::uint64_t open = 0;      ///< answers that no batch has closed over: they stay at the station
  std::uint64_t left_out = 0;  ///< damaged in the store, or of a question set that cannot be read: tell staff
  std::uint64_t damaged_batches = 0;  ///< batches left out for that
  std::vector<std::filesystem::path> files;
};

/// Writes all sealed batches to `feedback/` on the stick (batches/*.jsonl, antwoorden.csv, codeboek.csv,
/// LEESMIJ.txt), from one snapshot, while visitors go on. A batch that is not what was sealed is left out.
/// Each file is written as `.part`, synced, renamed, then read back past the system's memory and compared;
/// only then does this return without failure. Links on the stick are not followed. Files are dated to
/// midnight. `key` signs the free texts, which can change after sealing. Nothing in the store is changed.
/// After a failure an older export may be there still: `verify_folder` tells. Waits for the stick, for
/// minutes on a slow one.
Result<Exported, ExportError> copy_out(store::Store& store, const store::ReadSet& read_set,
                                       const SigningKey& key, const std::filesystem::path& stick);

}  // namespace kiosk::stick
