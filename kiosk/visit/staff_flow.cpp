#include "kiosk/visit/staff_flow.h"

#include <algorithm>
#include <utility>

#include "kiosk/base/overloaded.h"
#include "kiosk/visit/passing.h"
#include "kiosk/visit/staff_sets.h"
#include "kiosk/visit/staff_upgrade.h"

namespace kiosk::visit::staff {

namespace {

constexpr Time stay = 60s;  // without a touch
constexpr Time wiping = 30s;

/// What was erased leaves the file as soon as staff have done with texts.
std::vector<Effect> wipe(Staff& staff) {
  if (!std::exchange(staff.erased, false)) return {};
  return {WipeErased{}};
}

Move leave(const Scene& scene, Staff staff) {
  std::vector<Effect> effects = wipe(staff);
  const Time now = scene.now.time;
  if (staff.closed || staff.broken) {
    return {OutOfOrder{.reason = staff.broken.value_or(""), .by_staff = staff.closed, .since = now},
            std::move(effects)};
  }
  return {Attract{.since = now}, std::move(effects)};
}

Move open_home(Staff staff) {
  std::vector<Effect> effects = wipe(staff);
  staff.page = HomePage{};
  effects.emplace_back(AskHealth{});
  return {std::move(staff), std::move(effects)};
}

// ---- The PIN ----

Move press_digit(Staff staff, PinPage page, char digit) {
  const bool may = !page.judging && !page.locked_until && !page.unusable && page.digits.size() < pin_digits;
  if (may) {
    page.digits += digit;
    page.wrong = false;
    page.too_few = false;
  }
  staff.page = std::move(page);
  return {std::move(staff)};
}

Move enter(Staff staff, PinPage page) {
  std::vector<Effect> effects;
  const bool may = !page.judging && !page.locked_until && !page.unusable;
  page.too_few = may && page.digits.size() < pin_digits;
  if (may && !page.too_few) {
    page.judging = true;
    effects.emplace_back(TryPin{std::exchange(page.digits, {})});
  }
  staff.page = std::move(page);
  return {std::move(staff), std::move(effects)};
}

Move judge(const Scene& scene, Staff staff, const PinJudged& judged) {
  using Says = PinJudged::Says;
  if (judged.says == Says::right) {
    staff.known = true;
    return open_home(std::move(staff));
  }
  if (judged.says == Says::none_set) {
    staff.page = NoPinPage{};
    return {std::move(staff)};
  }
  PinPage page{.wrong = judged.says == Says::wrong, .tries_left = judged.tries_left};
  page.unusable = judged.says == Says::cannot_count;
  if (judged.locked_seconds > 0) {
    page.locked_until = scene.now.time + judged.locked_seconds * 1s;
    page.locked_seconds = judged.locked_seconds;
  }
  staff.page = std::move(page);
  return {std::move(staff)};
}

/// What can be done before it is known who is there.
Move at_the_door(const Scene& scene, Staff staff, const StaffEvent& event) {
  if (const auto* language = std::get_if<StaffLanguageChosen>(&event)) staff.english = language->english;
  const auto* shown = std::get_if<PinPage>(&staff.page);
  if (shown == nullptr) return {std::move(staff)};
  PinPage page = *shown;
  return match(
      Overloaded{
          [&](const DigitPressed& e) { return press_digit(std::move(staff), std::move(page), e.digit); },
          [&](const DigitErased&) -> Move {
            if (!page.digits.empty()) page.digits.pop_back();
            staff.page = std::move(page);
            return {std::move(staff)};
          },
          [&](const PinEntered&) { return enter(std::move(staff), std::move(page)); },
          [&](const PinJudged& e) { return judge(scene, std::move(staff), e); },
          [&]() -> Move { return {std::move(staff)}; },
      },
      event);
}

// ---- Texts ----

Move decide(Staff staff, Decision decision, Grounds grounds) {
  auto* page = std::get_if<TextsPage>(&staff.page);
  if (page == nullptr || page->deciding || page->at >= page->writings.size()) return {std::move(staff)};
  page->deciding = true;
  page->asking_why.reset();
  staff.erased = staff.erased || decision == Decision::erase;
  const Decide effect{page->writings[page->at].id, decision, grounds};
  return {std::move(staff), {effect}};
}

void keep_decision(TextsPage& page) {
  if (!std::exchange(page.deciding, false)) return;
  page.writings.erase(page.writings.begin() + static_cast<std::ptrdiff_t>(page.at));
  if (page.at >= page.writings.size()) page.at = 0;
}

/// What happens within the page of texts.
void step_texts(TextsPage& page, const StaffEvent& event) {
  match(Overloaded{
            [&](const WritingsTold& e) { page = {.loaded = true, .writings = e.writings}; },
            [&](const WritingPassed&) {
              if (!page.writings.empty()) page.at = (page.at + 1) % page.writings.size();
            },
            [&](const GroundsAsked& e) {
              if (page.at < page.writings.size()) page.asking_why = e.decision;
            },
            [&](const GroundsLeft&) { page.asking_why.reset(); },
            [&](const DecisionKept&) { keep_decision(page); },
            [] {},
        },
        event);
}

// ---- Ready for use? ----

void touch_square(TrialsPage& page, std::size_t square) {
  if (!page.touching || square >= page.touched.size()) return;
  page.touched.at(square) = true;
  if (!std::all_of(page.touched.begin(), page.touched.end(), [](bool touched) { return touched; })) return;
  page.touching = false;
  page.results.at(static_cast<std::size_t>(Trial::touch)) = TrialResult::passed;
}

void step_trials(TrialsPage& page, const StaffEvent& event) {
  match(Overloaded{
            [&](const TouchTrialBegan&) {
              page.touching = true;
              page.touched = {};
            },
            [&](const TouchTrialEnded&) {
              if (!std::exchange(page.touching, false)) return;
              page.results.at(static_cast<std::size_t>(Trial::touch)) = TrialResult::failed;
            },
            [&](const SquareTouched& e) { touch_square(page, e.square); },
            [&](const TrialEnded& e) { page.results.at(static_cast<std::size_t>(e.trial)) = e.result; },
            [] {},
        },
        event);
}

// ---- All of it ----

template <class Page>
Move open(Staff staff, Page page, std::vector<Effect> effects = {}) {
  staff.page = std::move(page);
  return {std::move(staff), std::move(effects)};
}

/// Everything but touch: that takes a finger.
Move try_all(Staff staff) {
  std::vector<Effect> effects;
  for (const Trial trial : {Trial::storage, Trial::letters, Trial::clock, Trial::room, Trial::stick}) {
    effects.emplace_back(TryOut{trial});
  }
  return open(std::move(staff), TrialsPage{}, std::move(effects));
}

Move ask_for_export(const Scene& scene, Staff staff) {
  const bool may = scene.stick.usable() && !scene.exporting.running;
  if (!may) return {std::move(staff)};
  return open(std::move(staff), ExportPage{}, {StartExport{}});
}

Move change_service(Staff staff, bool out_of_order) {
  staff.closed = out_of_order;
  return {std::move(staff), {KeepService{out_of_order}}};
}

/// What happens within a page that has steps of its own.
Move step_pages(const Scene& scene, Staff staff, const StaffEvent& event) {
  if (std::holds_alternative<UpgradePage>(staff.page)) return step_upgrade(scene, std::move(staff), event);
  return step_sets(std::move(staff), event);
}

/// What can be done by whoever has the PIN.
Move inside(const Scene& scene, Staff staff, const StaffEvent& event) {
  if (auto* texts = std::get_if<TextsPage>(&staff.page)) step_texts(*texts, event);
  if (auto* tried = std::get_if<TrialsPage>(&staff.page)) step_trials(*tried, event);
  return match(
      Overloaded{
          [&](const StaffLanguageChosen& e) -> Move {
            staff.english = e.english;
            return {std::move(staff)};
          },
          [&](const HomeOpened&) { return open_home(std::move(staff)); },
          [&](const ExportOpened&) { return open(std::move(staff), ExportPage{}); },
          [&](const TextsOpened&) { return open(std::move(staff), TextsPage{}, {AskWritings{}}); },
          [&](const TrialsOpened&) { return try_all(std::move(staff)); },
          [&](const CleaningOpened&) {
            const int seconds = seconds_until(wiping, Time{});
            return open(std::move(staff), CleaningPage{.since = scene.now.time, .seconds_left = seconds});
          },
          [&](const PowerOpened&) { return open(std::move(staff), PowerPage{}); },
          [&](const HealthTold& e) -> Move {
            staff.health = e.health;
            return {std::move(staff)};
          },
          [&](const StickTrusted&) -> Move {
            if (scene.stick.trouble != StickTrouble::dirty) return {std::move(staff)};
            return {std::move(staff), {TrustStick{}}};
          },
          [&](const ExportAsked&) { return ask_for_export(scene, std::move(staff)); },
          [&](const ExportCancelled&) -> Move {
            if (!scene.exporting.running) return {std::move(staff)};
            return {std::move(staff), {CancelExport{}}};
          },
          [&](const ExportEnded&) -> Move {
            return {std::move(staff), {AskHealth{}}};
          },
          [&](const Decided& e) { return decide(std::move(staff), e.decision, e.grounds); },
          [&](const ServiceChanged& e) { return change_service(std::move(staff), e.out_of_order); },
          [&](const EndAsked& e) -> Move {
            return {std::move(staff), {End{e.ending}}};
          },
          [&](const GuidedOpened&) { return open(std::move(staff), GuidedPage{}); },
          [&](const GuidedSteered&) { return leave(scene, std::move(staff)); },  // the room sees it at once
          [&](const SetsOpened&) { return open_sets(std::move(staff)); },
          [&](const UpgradeOpened&) { return open_upgrade(std::move(staff)); },
          [&] { return step_pages(scene, std::move(staff), event); },
      },
      event);
}

bool is_wiping(const Staff& staff) { return std::holds_alternative<CleaningPage>(staff.page); }

}  // namespace

Move call(const Scene& scene, bool closed, std::optional<std::string> broken) {
  Staff staff{.page = PinPage{.judging = true}, .touched = scene.now.time};
  staff.seconds_left = seconds_until(stay, Time{});
  staff.closed = closed;
  staff.broken = std::move(broken);
  return {std::move(staff), {AskForPin{}}};
}

Move step(const Scene& scene, Staff staff, const StaffEvent& event) {
  if (std::holds_alternative<StaffLeft>(event)) return leave(scene, std::move(staff));
  return staff.known ? inside(scene, std::move(staff), event) : at_the_door(scene, std::move(staff), event);
}

void keep_open(const Scene& scene, Staff& staff) {
  staff.touched = scene.now.time;
  staff.seconds_left = seconds_until(stay, Time{});
}

Move touch(const Scene& scene, Staff staff) {
  if (!is_wiping(staff)) keep_open(scene, staff);
  return {std::move(staff)};
}

Move tick(const Scene& scene, Staff staff) {
  const Time now = scene.now.time;
  if (auto* cleaning = std::get_if<CleaningPage>(&staff.page)) {
    cleaning->seconds_left = seconds_until(cleaning->since + wiping, now);
    if (cleaning->seconds_left > 0) return {std::move(staff)};
    staff.touched = now;
    return open_home(std::move(staff));
  }
  staff.seconds_left = seconds_until(staff.touched + stay, now);
  if (staff.seconds_left == 0) return leave(scene, std::move(staff));
  if (auto* pin = std::get_if<PinPage>(&staff.page); pin != nullptr && pin->locked_until) {
    pin->locked_seconds = seconds_until(*pin->locked_until, now);
    if (pin->locked_seconds == 0) *pin = {};
  }
  std::vector<Effect> effects = follow_upgrade(staff);
  return {std::move(staff), std::move(effects)};
}

Time due(const Staff& staff) {
  if (const auto* cleaning = std::get_if<CleaningPage>(&staff.page)) {
    return next_second(cleaning->since + wiping, cleaning->seconds_left);
  }
  Time next = next_second(staff.touched + stay, staff.seconds_left);
  if (const auto* pin = std::get_if<PinPage>(&staff.page); pin != nullptr && pin->locked_until) {
    next = std::min(next, next_second(*pin->locked_until, pin->locked_seconds));
  }
  return next;
}

}  // namespace kiosk::visit::staff
