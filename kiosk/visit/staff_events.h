#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/visit/staff.h"

/// What staff at the screen do, and what that asks of the world.
namespace kiosk::visit {

// ---- Events ----

struct StaffCalled {};
struct StaffLeft {};
struct StaffLanguageChosen {
  bool english;
};
struct DigitPressed {
  char digit;
};
struct DigitErased {};
struct PinEntered {};
/// What came of a try, or of asking whether one may be made.
struct PinJudged {
  /// Whether one may be tried, or what came of it.
  enum class Says : std::uint8_t { may_try, right, wrong, locked, none_set, cannot_count };
  Says says;
  int tries_left = -1;
  int locked_seconds = 0;
};
struct HomeOpened {};
struct ExportOpened {};
struct TextsOpened {};
struct TrialsOpened {};
struct CleaningOpened {};
struct PowerOpened {};
struct HealthTold {
  Health health;
};
struct StickChanged {
  Stick stick;
};
/// A dirty stick is to be used as it is.
struct StickTrusted {};
struct ExportAsked {};
struct ExportCancelled {};
struct ExportMoved {
  ExportPhase phase;
  std::uint64_t done;
  std::uint64_t of;
};
struct ExportEnded {
  ExportOutcome outcome;
  std::uint64_t answers = 0;
  std::uint64_t left_open = 0;
  std::uint64_t left_out = 0;
};
struct WritingsTold {
  std::vector<Writing> writings{};
};
struct WritingPassed {};  ///< on to the next text, without a decision
struct GroundsAsked {
  Decision decision;
};
struct Decided {
  Decision decision;
  Grounds grounds;
};
struct GroundsLeft {};   ///< back from the grounds, without a decision
struct DecisionKept {};  ///< it is on disk
struct TouchTrialBegan {};
struct TouchTrialEnded {};  ///< not all squares could be touched
struct SquareTouched {
  std::size_t square;
};
struct TrialEnded {
  Trial trial;
  TrialResult result;
};
struct ServiceChanged {
  bool out_of_order;
};
struct SetsOpened {};
struct SetsFound {
  std::vector<FoundFile> on_stick{};
};
struct SetsTold {
  std::vector<OfferedSet> sets{};
};
struct SetsTurned {};  ///< to the next page of them
struct SetPicked {
  std::size_t number;
};
/// Whether the screens of the one that was picked fit.
struct SetTried {
  std::vector<SetFault> faults{};  ///< empty: all is well
};
struct FaultLeft {};
struct LookTurned {
  bool forward;
};
struct SetTaken {};
struct SetKept {
  bool kept;  ///< it is on disk
};
enum class Ending : std::uint8_t { close, restart, power_off };
/// What a facilitator does with the hour of a work form.
enum class Steering : std::uint8_t { begin, next, previous, longer, stop };
struct UpgradeOpened {};
struct PackagesFound {
  std::vector<std::string> versions{};
};
struct UpgradeAsked {};
struct PackageTaken {
  bool taken;  ///< whoever installs it has it
};
struct UpgradeTold {
  Upgrade last{};
};
struct GuidedOpened {};
struct GuidedSteered {
  Steering steering;
};
struct EndAsked {
  Ending ending;
};

/// See Event.
class StaffEvent
    : public std::variant<
          StaffCalled, StaffLeft, StaffLanguageChosen, DigitPressed, DigitErased, PinEntered, PinJudged,
          HomeOpened, ExportOpened, TextsOpened, TrialsOpened, CleaningOpened, PowerOpened, HealthTold,
          StickChanged, StickTrusted, ExportAsked, ExportCancelled, ExportMoved, ExportEnded, WritingsTold,
          WritingPassed, GroundsAsked, Decided, GroundsLeft, DecisionKept, TouchTrialBegan, TouchTrialEnded,
          SquareTouched, TrialEnded, ServiceChanged, EndAsked, SetsOpened, SetsFound, SetsTold, SetsTurned,
          SetPicked, SetTried, FaultLeft, LookTurned, SetTaken, SetKept, GuidedOpened, GuidedSteered,
          UpgradeOpened, PackagesFound, UpgradeAsked, PackageTaken, UpgradeTold> {
 public:
  using variant::variant;
  StaffEvent();
  StaffEvent(const StaffEvent&);
  StaffEvent(StaffEvent&&) noexcept;
  StaffEvent& operator=(const StaffEvent&);
  StaffEvent& operator=(StaffEvent&&) noexcept;
  ~StaffEvent();
};

// ---- Effects ----

/// May a PIN be tried now? Comes back as PinJudged.
struct AskForPin {};
/// Compares a PIN. The try is counted on disk first. Comes back as PinJudged.
struct TryPin {
  std::string digits{};
};
/// Comes back as HealthTold.
struct AskHealth {};
/// Comes back as StickChanged.
struct TrustStick {};
/// Comes back as ExportMoved and ExportEnded.
struct StartExport {};
struct CancelExport {};
/// Keeps on disk which batches are on a stick now. Nothing waits for it.
struct NoteExported {};
/// Comes back as WritingsTold.
struct AskWritings {};
/// Comes back as DecisionKept, or StoreFailed.
struct Decide {
  std::array<unsigned char, 16> id{};
  Decision decision;
  Grounds grounds;
};
/// What was erased goes from the file too. Nothing waits for it.
struct WipeErased {};
/// Comes back as TrialEnded.
struct TryOut {
  Trial trial;
};
/// Keeps on disk whether staff took the station out of use, so that it stays so after a restart.
struct KeepService {
  bool out_of_order;
};
struct End {
  Ending ending;
};
/// Reads what is on the stick, if one is there. Comes back as SetsFound.
struct FindSets {};
/// Which of these are question sets, and which are there besides? Comes back as SetsTold.
struct AskSets {
  std::vector<FoundFile> on_stick{};
};
/// Do all screens of it fit, in every language and size? Takes some seconds. Comes back as SetTried.
struct TrySet {
  std::shared_ptr<const survey::Survey> set{};
};
/// Keeps on disk that this set is in use from now on. Comes back as SetKept.
struct KeepSet {
  OfferedSet offered{};
};

/// Which programs for the kiosk are on the stick? Comes back as PackagesFound.
struct FindPackages {};
/// Hands the one of that version, as FindPackages told it, to whoever installs it. Comes back as
/// PackageTaken.
struct TakePackage {
  std::string version{};
};
/// What became of the last one? Comes back as UpgradeTold.
struct AskUpgrade {};

/// See Event.
class StaffEffect
    : public std::variant<AskForPin, TryPin, AskHealth, TrustStick, StartExport, CancelExport, NoteExported,
                          AskWritings, Decide, WipeErased, TryOut, KeepService, End, FindSets, AskSets,
                          TrySet, KeepSet, FindPackages, TakePackage, AskUpgrade> {
 public:
  using variant::variant;
  StaffEffect();
  StaffEffect(const StaffEffect&);
  StaffEffect(StaffEffect&&) noexcept;
  StaffEffect& operator=(const StaffEffect&);
  StaffEffect& operator=(StaffEffect&&) noexcept;
  ~StaffEffect();
};

}  // namespace kiosk::visit
