#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/base/time.h"
#include "kiosk/survey/pictures.h"
#include "kiosk/survey/survey.h"
#include "kiosk/visit/upgrade.h"

/// Staff at the screen: what they see. What they do, and what that asks of the world, is in staff_events.h.
/// Part of visit.h, which is to be read first; staff_flow.h has the steps.
namespace kiosk::visit {

/// How many digits a PIN has. Six random ones with the lock of app/pin.h take years to guess (NIST SP
/// 800-63B 5.1.1).
inline constexpr std::size_t pin_digits = 6;

// ---- What the station knows of itself: sums, never an answer ----

/// What is wrong, each with its own sentence on the screen.
enum class Complaint : std::uint8_t {
  store_filling,  ///< from 70 % on
  store_full,     ///< from 80 % on: visitors are told that the station is out of order
  disk_filling,
  disk_full,
  damaged_answers,
  store_set_aside,  ///< a damaged store lies beside this one
  not_readable,     ///< the store could not be asked
};

/// What happened to the machine, or lasts.
struct Incident {
  enum class Kind : std::uint8_t {
    clock_behind,  ///< it says a day that is past for certain
    touch_gone,    ///< nobody could tap
    picture_gone,  ///< no panel was plugged in
    too_hot,
    clock_set,
  };
  static constexpr std::size_t kinds = 5;
  Kind kind = Kind::clock_behind;
  Day day = 0;  ///< the last one on which it did; of clock_behind the day that the clock says

  friend bool operator==(const Incident&, const Incident&) = default;
};

/// How the station is doing.
struct Health {
  std::vector<std::uint64_t> answers{};  ///< by question of the set
  std::uint64_t all = 0;                 ///< under every set
  std::uint64_t to_export = 0;           ///< not on any stick yet
  std::uint64_t open = 0;                ///< of those: in no batch yet
  std::uint64_t unread_texts = 0;
  std::optional<Day> exported_on{};  ///< the last export that went well
  int store_percent = 0;
  std::uint64_t free_bytes = 0;
  std::vector<Complaint> complaints{};
  std::vector<Incident> incidents{};  ///< of the last days, the weightiest first

  friend bool operator==(const Health&, const Health&) = default;
};

/// Why what is in the port cannot be used, each with its own sentence on the screen.
enum class StickTrouble : std::uint8_t {
  none,
  no_port,         ///< nothing here can find sticks
  other_system,    ///< neither FAT nor exFAT
  several_parts,   ///< more than one partition: which one is meant?
  several_sticks,  ///< in the ports of the station
  read_only,
  dirty,     ///< pulled out too soon before; staff may use it all the same
  odd_size,  ///< hardly any room, or a size that no stick has
  unreadable,
  hostile,  ///< not what it says it is, or could not be held to the limits that keep a hostile one out
};

/// What is in the port.
struct Stick {
  bool there = false;
  bool looking = false;  ///< it is being looked at, for some seconds
  StickTrouble trouble = StickTrouble::none;
  std::string label{};  ///< as its owner named it; may be empty
  std::uint64_t free_bytes = 0;

  bool usable() const { return there && !looking && trouble == StickTrouble::none; }
  friend bool operator==(const Stick&, const Stick&) = default;
};

/// The parts of an export, in their order.
enum class ExportPhase : std::uint8_t { planning, writing, tables, syncing, reading_back, ejecting };
inline constexpr std::size_t export_phases = 6;

/// What became of an export.
enum class ExportOutcome : std::uint8_t {
  safe,         ///< read back and let go: the stick may be taken out
  nothing_yet,  ///< too few answers to seal, and nothing sealed before
  cancelled,
  no_stick,
  unusable,  ///< see Stick::trouble
  not_allowed,
  pulled_out,
  read_only,
  full,
  refused,  ///< something on the stick stands in the way
  failed,
  differs,      ///< what was read back is not what was written
  stays_open,   ///< the system does not let go of it
  store,        ///< the answers could not be read
  cannot_seal,  ///< words are to leave sealed, and cannot be
};

/// An export: it goes on while visitors answer, also when staff have left the screen.
struct Exporting {
  bool running = false;
  bool cancelling = false;
  ExportPhase phase = ExportPhase::planning;
  std::uint64_t done = 0;
  std::uint64_t of = 0;
  std::optional<ExportOutcome> outcome{};  ///< of the last one, until it was seen
  std::uint64_t answers = 0;               ///< on the stick now
  std::uint64_t left_open = 0;             ///< too few to close over: they stay at the station
  std::uint64_t left_out = 0;              ///< damaged: they stay too

  friend bool operator==(const Exporting&, const Exporting&) = default;
};

/// What staff decide about a text.
enum class Decision : std::uint8_t { show, hide, erase };

/// Why a text is hidden or erased.
enum class Grounds : std::uint8_t { none, personal, abuse, nonsense, request, other };

/// What staff should look at in a text.
enum class Remark : std::uint8_t { email, phone, bsn, abuse };

/// A text of a visitor, to be looked at by staff.
struct Writing {
  std::array<unsigned char, 16> id{};     ///< random; ties it to nothing
  std::optional<std::size_t> question{};  ///< of the set; nothing where it came under another set
  std::string words{};
  std::vector<Remark> remarks{};

  friend bool operator==(const Writing&, const Writing&) = default;
};

/// Whether the station is ready, one thing at a time.
enum class Trial : std::uint8_t { touch, storage, letters, clock, room, stick };
inline constexpr std::size_t trials = 6;
enum class TrialResult : std::uint8_t { waiting, passed, failed, left_out };

/// A file on a stick that may hold a question set. Hostile until it was read.
struct FoundFile {
  std::string name{};  ///< fit for a screen
  std::string text{};
  survey::PictureFiles pictures{};  ///< that it asks for
};

/// One thing that is wrong with a question set, for whoever wrote it.
struct SetFault {
  int line = 0;  ///< of its file; 0: the whole file
  std::string told{};
};

/// A question set that staff may put into use.
struct OfferedSet {
  enum class From : std::uint8_t {
    stick,
    before,   ///< in use before the present one
    station,  ///< what the station was started with
  };
  From from = From::stick;
  std::string file{};                           ///< its name on the stick
  std::string source{};                         ///< its text
  std::shared_ptr<const survey::Survey> set{};  ///< null where there is something wrong with it
  std::vector<SetFault> faults{};               ///< all that is, in the order of the file
};

// ---- What is on the screen ----

/// The PIN is asked for.
struct PinPage {
  std::string digits{};
  bool judging = false;                ///< six digits are being compared
  bool too_few = false;                ///< entered before there were six
  bool wrong = false;                  ///< the last ones were
  int tries_left = -1;                 ///< before the lock; -1: not known
  std::optional<Time> locked_until{};  ///< nobody can try before
  int locked_seconds = 0;              ///< so long from now
  bool unusable = false;               ///< tries cannot be counted on disk, so none is taken
};
/// Nobody has set a PIN.
struct NoPinPage {};
struct HomePage {};
struct ExportPage {};
/// The texts that nobody has looked at yet.
struct TextsPage {
  bool loaded = false;
  std::vector<Writing> writings{};
  std::size_t at = 0;
  std::optional<Decision> asking_why{};  ///< hide or erase: on what grounds?
  bool deciding = false;
};
/// Is the station ready?
struct TrialsPage {
  static constexpr std::size_t columns = 4;
  static constexpr std::size_t rows = 6;
  std::array<TrialResult, trials> results{};
  bool touching = false;  ///< the squares are on screen
  std::array<bool, columns * rows> touched{};
};
/// Touches mean nothing, so that the glass can be wiped.
struct CleaningPage {
  Time since{};
  int seconds_left = 30;
};
/// Switch off, start anew, or not.
struct PowerPage {};
/// Question sets to choose from.
struct SetsPage {
  bool loaded = false;
  std::vector<OfferedSet> sets{};
  std::size_t turned = 0;               ///< how often "more" was tapped, where not all fit on the screen
  std::optional<std::size_t> trying{};  ///< whether its screens fit is being found out
  std::optional<std::size_t> faulty{};  ///< what is wrong with it is on screen
};
/// How a question set will look, one question after the other.
struct LookPage {
  OfferedSet offered{};
  std::size_t at = 0;  ///< which question
  bool keeping = false;
  bool not_kept = false;  ///< the disk did not take it
};

/// The hour of a work form, to be led.
struct GuidedPage {};

/// See Event.
class StaffPage : public std::variant<PinPage, NoPinPage, HomePage, ExportPage, TextsPage, TrialsPage,
                                      CleaningPage, PowerPage, SetsPage, LookPage, GuidedPage, UpgradePage> {
 public:
  using variant::variant;
  StaffPage();
  StaffPage(const StaffPage&);
  StaffPage(StaffPage&&) noexcept;
  StaffPage& operator=(const StaffPage&);
  StaffPage& operator=(StaffPage&&) noexcept;
  ~StaffPage();
};

/// Staff are at the screen. Forgotten when they leave it, by themselves or after a minute.
struct Staff {
  StaffPage page{};
  Time touched{};
  int seconds_left = 60;
  bool known = false;  ///< the PIN was right
  bool english = false;
  std::optional<Health> health{};       ///< once it was told
  bool erased = false;                  ///< a text was, and is in the file until that is written anew
  bool closed = false;                  ///< staff took the station out of use: visitors find it so afterwards
  std::optional<std::string> broken{};  ///< the store does not work, for this reason
  bool new_set = false;                 ///< another question set comes into use when they leave
};

}  // namespace kiosk::visit
