#include "kiosk/visit/update.h"

#include <algorithm>
#include <utility>

#include "kiosk/base/overloaded.h"
#include "kiosk/visit/guided.h"
#include "kiosk/visit/keeping_hours.h"
#include "kiosk/visit/missing_touch.h"
#include "kiosk/visit/passing.h"
#include "kiosk/visit/step.h"

namespace kiosk::visit {

namespace {

bool is_attract(const Doing& doing) { return std::holds_alternative<Attract>(doing); }

/// What suits the visitor changes at once and for the whole visit, whatever is on screen.
void change_comfort(State& state, const Event& event) {
  match(Overloaded{
            [&](const UsedKeys&) { state.comfort.keys = true; },
            [&](const LanguagesOpened&) { state.choosing_language = true; },
            [&](const LanguagesClosed&) { state.choosing_language = false; },
            [&](const LanguageChosen& e) {
              state.comfort.language = e.language;
              state.choosing_language = false;
            },
            [&](const SizeChosen& e) { state.comfort.size = e.size; },
            [&](const ContrastChosen& e) { state.comfort.contrast = e.contrast; },
            [&](const LowerChosen& e) { state.comfort.lower = e.lower; },
            [] {},
        },
        event);
}

/// What became of an export stays until staff have read it.
void forget_what_was_seen(State& state) {
  const auto* staff = std::get_if<Staff>(&state.doing);
  const bool seen = staff != nullptr && std::holds_alternative<ExportPage>(staff->page);
  if (seen && !state.exporting.running) state.exporting = {};
}

/// What is in the port, and how an export goes, whoever is at the screen.
void keep_up(State& state, const Event& event) {
  const auto* told = std::get_if<StaffEvent>(&event);
  if (told == nullptr) return;
  Exporting& exporting = state.exporting;
  match(
      Overloaded{
          [&](const StickChanged& e) { state.stick = e.stick; },
          [&](const HomeOpened&) { forget_what_was_seen(state); },
          [&](const StaffLeft&) { forget_what_was_seen(state); },
          [&](const ExportMoved& e) {
            exporting.phase = e.phase;
            exporting.done = e.done;
            exporting.of = e.of;
          },
          [&](const ExportEnded& e) {
            exporting = {
                .outcome = e.outcome, .answers = e.answers, .left_open = e.left_open, .left_out = e.left_out};
          },
          [] {},
      },
      *told);
}

/// Whoever has the PIN leads the hour of a work form.
void lead(const Rules& rules, State& state, const Event& event, Time now) {
  const auto* staff = std::get_if<Staff>(&state.doing);
  const auto* told = std::get_if<StaffEvent>(&event);
  const auto* steered = told == nullptr ? nullptr : std::get_if<GuidedSteered>(told);
  if (steered != nullptr && staff != nullptr && staff->known) steer(rules, state, steered->steering, now);
  if (std::holds_alternative<MoreShown>(event)) turn_outcome(state);
}

bool is_safe_export(const Event& event) {
  const auto* told = std::get_if<StaffEvent>(&event);
  const auto* ended = told == nullptr ? nullptr : std::get_if<ExportEnded>(told);
  return ended != nullptr && ended->outcome == ExportOutcome::safe;
}

/// What was just asked of the world is under way.
void begin(State& state, const std::vector<Effect>& effects) {
  for (const Effect& effect : effects) {
    const auto* asked = std::get_if<StaffEffect>(&effect);
    if (asked == nullptr) continue;
    if (std::holds_alternative<StartExport>(*asked)) state.exporting = {.running = true};
    if (std::holds_alternative<CancelExport>(*asked)) state.exporting.cancelling = true;
  }
}

const survey::Published* published_in(const Event& event) {
  if (const auto* saved = std::get_if<Saved>(&event)) return &saved->published;
  if (const auto* withdrawn = std::get_if<Withdrawn>(&event)) return &withdrawn->published;
  if (const auto* works = std::get_if<StoreWorks>(&event)) return &works->published;
  return nullptr;
}

}  // namespace

bool nobody_is_there(const Doing& doing) {
  return is_attract(doing) || std::holds_alternative<Closed>(doing) ||
         std::holds_alternative<OutOfOrder>(doing);
}

Step update(const Rules& rules, State state, const Event& event, const Now& now) {
  if (const auto* told = std::get_if<HoursTold>(&event)) state.hours = told->hours;
  if (const auto* told = std::get_if<TouchTold>(&event)) state.touch_gone = told->gone;
  const bool by_hand = is_by_hand(event);
  if (state.dark && by_hand) {
    wake(rules, state, now.time);
    return {std::move(state), {}};
  }
  const bool was_attract = is_attract(state.doing);
  const Comfort before = state.comfort;
  const bool was_choosing = state.choosing_language;
  if (const survey::Published* published = published_in(event)) state.published = *published;
  const bool for_visitors =
      was_attract || (!nobody_is_there(state.doing) && !std::holds_alternative<Staff>(state.doing));
  if (for_visitors) change_comfort(state, event);
  keep_up(state, event);
  lead(rules, state, event, now.time);

  const Scene scene{rules, state.comfort, state.published, state.stick, state.exporting, state.guided, now};
  Move move = step(scene, std::move(state.doing), event);
  state.doing = std::move(move.doing);
  if (is_safe_export(event)) move.effects.emplace_back(NoteExported{});
  begin(state, move.effects);
  run_clock(rules, state, now.time);
  if (std::holds_alternative<Staff>(state.doing)) {
    state.comfort = {.keys = state.comfort.keys};
    state.choosing_language = false;
  }

  heed_touch(state, now.time);
  keep_hours(rules, state, by_hand, now.time);
  heed_touch(state, now.time);  // it may have opened
  auto* attract = std::get_if<Attract>(&state.doing);
  if (attract == nullptr) return {std::move(state), std::move(move.effects)};
  const bool changed = was_attract && (state.comfort != before || state.choosing_language != was_choosing);
  if (changed) attract->comfort_since = now.time;
  const bool stale = comfort_is_stale(rules, *attract, state, now.time);
  if (!was_attract || stale) {  // nothing of one visitor is left for the next
    state.comfort = {};
    state.choosing_language = false;
  }
  return {std::move(state), std::move(move.effects)};
}

std::optional<Time> due(const Rules& rules, const State& state) {
  const bool still = state.dark && is_attract(state.doing);  // no slides go round on a dark glass
  const std::optional<Time> next = still ? std::nullopt : due_of(rules, state);
  const std::optional<Time> dark = dark_due(rules, state);
  return next && dark ? std::min(next, dark) : (next ? next : dark);
}

}  // namespace kiosk::visit
