#include "kiosk/app/staff_examples.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace kiosk::app {

namespace {

using namespace visit;

/// Adds one example after the other.
class StaffGathering {
 public:
  StaffGathering(const Setup& setup, bool english) : setup_{setup}, english_{english} {}

  std::vector<Example> all() && {
    add_door();
    add_home();
    add_export();
    add_texts();
    add_trials();
    add("cleaning", CleaningPage{.since = {}, .seconds_left = 30});
    add("power", PowerPage{});
    examples_.back().state.stick = {};
    add_sets();
    if (!survey::phases_of(setup_.survey).empty()) add_hour();
    add_upgrade();
    return std::move(examples_);
  }

 private:
  State& add(const std::string& name, StaffPage page) {
    Staff staff{.page = std::move(page), .touched = {}, .english = english_, .health = health()};
    staff.known =
        !std::holds_alternative<PinPage>(staff.page) && !std::holds_alternative<NoPinPage>(staff.page);
    examples_.push_back({"staff-" + name, {.doing = std::move(staff)}});
    return examples_.back().state;
  }

  Health health() const {
    Health health{.all = 123'456, .to_export = 12'345, .open = 9, .unread_texts = 345};
    for (std::size_t i = 0; i < setup_.survey.questions.size(); ++i)
      health.answers.push_back(20'500 / (i + 1));
    health.exported_on = Day{20'782};
    health.store_percent = 2;
    return health;
  }

  static constexpr std::array incidents{Incident::Kind::clock_behind, Incident::Kind::touch_gone,
                                        Incident::Kind::picture_gone, Incident::Kind::too_hot,
                                        Incident::Kind::clock_set};

  static Stick stick() { return {.there = true, .label = "KANTOOR", .free_bytes = 14'200'000'000}; }

  void add_door() {
    add("pin", PinPage{.digits = "123"});
    add("pin-short", PinPage{.digits = "123", .too_few = true});
    add("pin-wrong", PinPage{.wrong = true, .tries_left = 4});
    add("pin-locked", PinPage{.locked_until = Time{}, .locked_seconds = 30});
    add("pin-locked-long", PinPage{.locked_until = Time{}, .locked_seconds = 3600});
    add("pin-unusable", PinPage{.unusable = true});
    add("pin-none", NoPinPage{});
  }

  void add_home() {
    add("home", HomePage{});
    add("home-stick", HomePage{}).stick = stick();
    add("home-looking", HomePage{}).stick = {.there = true, .looking = true};
    for (const StickTrouble trouble :
         {StickTrouble::other_system, StickTrouble::several_parts, StickTrouble::several_sticks,
          StickTrouble::read_only, StickTrouble::dirty, StickTrouble::odd_size, StickTrouble::unreadable,
          StickTrouble::hostile}) {
      add(fmt::format("home-stick-{}", static_cast<int>(trouble)), HomePage{}).stick = {.there = true,
                                                                                        .trouble = trouble};
    }
    add("home-no-port", HomePage{}).stick = {.trouble = StickTrouble::no_port};
    for (const Complaint complaint :
         {Complaint::store_filling, Complaint::store_full, Complaint::disk_filling, Complaint::disk_full,
          Complaint::damaged_answers, Complaint::store_set_aside, Complaint::not_readable}) {
      State& state = add(fmt::format("home-complaint-{}", static_cast<int>(complaint)), HomePage{});
      std::get<Staff>(state.doing).health->complaints = {complaint};
      state.stick = stick();
    }
    for (const Incident::Kind kind : incidents) {
      State& state = add(fmt::format("home-incident-{}", static_cast<int>(kind)), HomePage{});
      std::get<Staff>(state.doing).health->incidents = {{kind, Day{20'783}}};
      state.stick = stick();
    }
    State& closed = add("home-closed", HomePage{});
    std::get<Staff>(closed.doing).closed = true;
    State& worst = add("home-worst", HomePage{});
    worst.stick = {.there = true, .trouble = StickTrouble::dirty};
    std::get<Staff>(worst.doing).closed = true;
    std::get<Staff>(worst.doing).health->complaints = {Complaint::disk_full, Complaint::damaged_answers,
                                                       Complaint::store_set_aside};
    for (const Incident::Kind kind : incidents)
      std::get<Staff>(worst.doing).health->incidents.push_back({kind, Day{20'783}});
    add("home-exporting", HomePage{}).exporting = {.running = true};
  }

  void add_export() {
    for (std::size_t phase = 0; phase < export_phases; ++phase) {
      State& state = add(fmt::format("export-{}", phase), ExportPage{});
      state.stick = stick();
      state.exporting = {
          .running = true, .phase = static_cast<ExportPhase>(phase), .done = 77'100, .of = 120'400};
    }
    for (const ExportOutcome outcome :
         {ExportOutcome::safe, ExportOutcome::nothing_yet, ExportOutcome::cancelled, ExportOutcome::no_stick,
          ExportOutcome::unusable, ExportOutcome::not_allowed, ExportOutcome::pulled_out,
          ExportOutcome::read_only, ExportOutcome::full, ExportOutcome::refused, ExportOutcome::failed,
          ExportOutcome::differs, ExportOutcome::stays_open, ExportOutcome::store,
          ExportOutcome::cannot_seal}) {
      State& state = add(fmt::format("export-ended-{}", static_cast<int>(outcome)), ExportPage{});
      state.stick = stick();
      state.exporting = {.outcome = outcome, .answers = 120'400, .left_open = 9, .left_out = 12};
    }
  }

  void add_texts() {
    add("texts-none", TextsPage{.loaded = true});
    std::string words;
    while (words.size() < 280) words += "Bel mij op 06-12345678. ";
    TextsPage page{.loaded = true};
    page.writings.push_back({.question = std::size_t{0},
                             .words = words,
                             .remarks = {Remark::email, Remark::phone, Remark::bsn, Remark::abuse}});
    page.writings.push_back({.question = std::nullopt, .words = "Goed zo."});
    add("texts", page);
    page.asking_why = Decision::hide;
    add("texts-why-hide", page);
    page.asking_why = Decision::erase;
    add("texts-why-erase", page);
    page.asking_why.reset();
    page.at = 1;
    add("texts-short", page);
  }

  void add_trials() {
    add("trials", TrialsPage{});
    TrialsPage page;
    page.results = {TrialResult::passed, TrialResult::passed, TrialResult::failed,
                    TrialResult::passed, TrialResult::passed, TrialResult::left_out};
    add("trials-done", page);
    page.touching = true;
    page.touched[0] = page.touched[5] = true;
    add("trials-touch", page);
  }

  OfferedSet offered(OfferedSet::From from, const std::string& file) const {
    return {.from = from, .file = file, .set = std::make_shared<const survey::Survey>(setup_.survey)};
  }

  void add_sets() {
    add("sets-waiting", SetsPage{});
    add("sets-none", SetsPage{.loaded = true});
    const OfferedSet faulty{
        .from = OfferedSet::From::stick,
        .file = "bijeenkomst-ruimtelijke-ontwikkeling-2027-concept-versie-3.toml",
        .faults = {{112, "'text' has no wording in 'en'; write it, or take 'en' out of 'languages'"},
                   {240, "this says nothing; write something here"}}};
    SetsPage page{.loaded = true,
                  .sets = {offered(OfferedSet::From::stick, "bijeenkomst.toml"), faulty,
                           offered(OfferedSet::From::before, ""), offered(OfferedSet::From::station, "")}};
    add("sets", page);
    std::get<Staff>(examples_.back().state.doing).new_set = true;
    page.trying = 0;
    add("sets-trying", page);
    page.trying.reset();
    page.faulty = 1;
    add("sets-faulty", page);
    std::vector<SetFault>& faults = page.sets[1].faults;
    faults = {{0, "the file holds more than 1048576 bytes; make it smaller"}};
    add("sets-faulty-whole", page);
    std::string longest;  // that is told of one fault
    while (longest.size() < 130) longest += "een stelling, ";
    faults.assign(100, {1234, longest + "…"});
    add("sets-faulty-much", page);
    page.faulty.reset();
    while (page.sets.size() < 40) page.sets.push_back(page.sets.front());
    add("sets-many", page);
    for (std::size_t at = 0; at < setup_.survey.questions.size(); ++at) {
      add(fmt::format("look-{}", at), LookPage{.offered = page.sets.front(), .at = at});
    }
    add("look-not-kept", LookPage{.offered = page.sets.front(), .not_kept = true});
  }

  void add_hour() {
    add("guided", GuidedPage{});
    const std::size_t phases = survey::phases_of(setup_.survey).size();
    for (std::size_t phase = 0; phase <= phases && phases > 0; ++phase) {
      add(fmt::format("guided-{}", phase), GuidedPage{});
      examples_.back().state.guided = Guided{.phase = phase};
    }
  }

  void add_upgrade() {
    using At = UpgradePage::Stage;
    using Outcome = Upgrade::Outcome;
    for (const At stage : {At::looking, At::taking, At::not_taken, At::installing})
      add(fmt::format("upgrade-{}", static_cast<int>(stage)), UpgradePage{.stage = stage});
    const Upgrade last{.outcome = Outcome::went_back, .version = "1.12.3"};
    UpgradePage page{.stage = At::offering, .found = {"1.12.4"}, .last = last};
    add("upgrade-found", page);
    page.found.emplace_back("1.13.0");
    add("upgrade-several", page);
    page.found.clear();
    add("upgrade-none", page);
    page.without_stick = true;
    add("upgrade-no-stick", page);
    for (const Outcome outcome :
         {Outcome::installed, Outcome::no_key, Outcome::forged, Outcome::other_program, Outcome::not_newer,
          Outcome::lacks, Outcome::went_back, Outcome::broken}) {
      add(fmt::format("upgrade-ended-{}", static_cast<int>(outcome)),
          UpgradePage{.stage = At::ended, .last = Upgrade{.outcome = outcome, .version = "1.12.4"}});
    }
  }

  const Setup& setup_;
  bool english_;
  std::vector<Example> examples_;
};

}  // namespace

std::vector<Example> every_staff_screen(const Setup& setup, bool english) {
  return StaffGathering{setup, english}.all();
}

}  // namespace kiosk::app
