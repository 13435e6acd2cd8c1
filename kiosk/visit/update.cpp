#include "kiosk/visit/update.h"

#include <algorithm>
#include <utility>

#include "kiosk/base/overloaded.h"
#include "kiosk/visit/guest.h"
#include "kiosk/visit/passing.h"
#include "kiosk/visit/staff_flow.h"
#include "kiosk/visit/typing.h"

namespace kiosk::visit {

namespace {

bool is_attract(const Doing& doing) { return std::holds_alternative<Attract>(doing); }

/// Lets `act` happen only if the event was meant for the question on screen.
template <class Act>
Move if_on_screen(const Scene& scene, Asking asking, std::size_t question, Act act) {
  if (question_of(asking.visit) != question) return {std::move(asking)};
  asking.touched = scene.now.time;
  return act(std::move(asking));
}
template <class Act>
Move if_on_screen(const Scene& /*scene*/, Answered answered, std::size_t question, Act act) {
  if (question_of(answered.visit) != question) return {std::move(answered)};
  return act(std::move(answered));
}

/// Of what does not fit on one page.
template <class Shown>
Move show_more(Shown shown) {
  ++shown.page;
  return {std::move(shown)};
}

Move resume(const Scene& scene, StillThere still) {
  still.asking.touched = scene.now.time;
  return {std::move(still.asking)};
}

Move restart_countdown(const Scene& scene, StillThere still) {
  still.since = scene.now.time;
  still.seconds_left = still.seconds_in_all;
  return {std::move(still)};
}

Move fail(const Scene& scene, const std::string& reason, bool answer_lost) {
  return {OutOfOrder{.reason = reason, .answer_lost = answer_lost, .since = scene.now.time}};
}

Move step_out_of_order(const Scene& scene, OutOfOrder broken, const StaffEvent& event) {
  if (!std::holds_alternative<StaffCalled>(event)) return {std::move(broken)};
  std::optional<std::string> reason;
  if (!broken.by_staff || !broken.reason.empty()) reason = std::move(broken.reason);
  return staff::call(scene, broken.by_staff, std::move(reason));
}

/// What the visitor is doing after `event`.
Move move_on(const Scene& scene, Doing doing, const Event& event) {
  // The lambdas take what it was by reference and move out of it: each is consumed by exactly one case.
  return std::visit(
      Overloaded{
          [&](auto& any, const Ticked&) { return tick(scene, std::move(any)); },

          [&](Attract&, const Began& e) { return guest::begin(scene, e.question); },

          [&](Asking& at, const Touched&) -> Move {
            at.touched = scene.now.time;
            return {std::move(at)};
          },
          [&](Asking& at, const MoreShown& e) {
            return if_on_screen(scene, std::move(at), e.question,
                                [](Asking a) { return show_more(std::move(a)); });
          },
          [&](Asking& at, const Toggled& e) {
            return if_on_screen(scene, std::move(at), e.question,
                                [&](Asking a) { return guest::toggle(scene, std::move(a), e.option); });
          },
          [&](Asking& at, const Chose& e) {
            return if_on_screen(scene, std::move(at), e.question,
                                [&](Asking a) { return guest::choose(scene, std::move(a), e.option); });
          },
          [&](Asking& at, const DidNotKnow& e) {
            return if_on_screen(scene, std::move(at), e.question,
                                [&](Asking a) { return guest::did_not_know(scene, std::move(a)); });
          },
          [&](Asking& at, const Skipped& e) {
            return if_on_screen(scene, std::move(at), e.question,
                                [&](Asking a) { return guest::skip(scene, std::move(a)); });
          },
          [&](Asking& at, const Confirmed& e) {
            return if_on_screen(scene, std::move(at), e.question,
                                [&](Asking a) { return guest::confirm(scene, std::move(a)); });
          },
          [&](Asking& at, const WentBack& e) {
            return if_on_screen(scene, std::move(at), e.question,
                                [&](Asking a) { return guest::go_back(scene, std::move(a)); });
          },
          [&](Asking& at, const OpenedWords& e) {
            return if_on_screen(scene, std::move(at), e.question,
                                [&](Asking a) { return guest::open_words(scene, std::move(a)); });
          },
          [&](Asking& at, const Typed& e) {
            return if_on_screen(scene, std::move(at), e.question,
                                [&](Asking a) { return type(scene, std::move(a), e.text); });
          },
          [&](Asking& at, const Erased& e) {
            return if_on_screen(scene, std::move(at), e.question,
                                [&](Asking a) { return erase(std::move(a), e.bytes); });
          },
          [&](Asking& at, const Cleared& e) {
            return if_on_screen(scene, std::move(at), e.question,
                                [](Asking a) { return clear(std::move(a)); });
          },
          [&](Asking& at, const ClearUndone& e) {
            return if_on_screen(scene, std::move(at), e.question,
                                [](Asking a) { return undo_clear(std::move(a)); });
          },
          [&](Asking& at, const AlternativesOffered& e) {
            return if_on_screen(scene, std::move(at), e.question,
                                [&](Asking a) { return offer(std::move(a), e.alternatives); });
          },
          [](Asking& at, const ShiftPressed&) { return press_shift_key(std::move(at)); },
          [](Asking& at, const PageTurned& e) { return turn_page(std::move(at), e.page); },
          [&](Asking& at, const Stopped&) { return guest::stop(scene, std::move(at.visit)); },

          [&](Saving& at, const Saved& e) { return guest::saved(scene, std::move(at), e.receipt); },
          [&](Saving& at, const Withdrawn&) { return guest::withdrawn(scene, std::move(at)); },
          [&](Saving& at, const StoreFailed& e) { return fail(scene, e.reason, !at.withdrawing); },

          [&](Answered& at, const Touched&) -> Move {
            at.since = scene.now.time;
            return {std::move(at)};
          },
          [&](Answered& at, const MoreShown& e) {
            return if_on_screen(scene, std::move(at), e.question,
                                [](Answered a) { return show_more(std::move(a)); });
          },
          [&](Answered& at, const Reasoned& e) {
            return if_on_screen(scene, std::move(at), e.question, [&](Answered a) {
              return guest::give_reason(scene, std::move(a), e.reason);
            });
          },
          [&](Answered& at, const OpenedWords& e) {
            return if_on_screen(scene, std::move(at), e.question,
                                [&](Answered a) { return guest::explain(scene, std::move(a)); });
          },
          [&](Answered& at, const WentOn& e) {
            return if_on_screen(scene, std::move(at), e.question,
                                [&](Answered a) { return guest::go_on(scene, std::move(a)); });
          },
          [&](Answered& at, const WentBack& e) {
            return if_on_screen(scene, std::move(at), e.question,
                                [&](Answered a) { return guest::return_to(scene, std::move(a)); });
          },
          [&](Answered& at, const Stopped&) { return guest::stop(scene, std::move(at.visit)); },

          [&](Thanks& at, const SaidMore&) { return guest::say_more(scene, std::move(at.visit)); },
          [&](Thanks& at, const Finished&) { return guest::leave(scene, at.visit); },

          [&](StillThere& at, const Touched&) { return restart_countdown(scene, std::move(at)); },
          [&](StillThere& at, const StayedHere&) { return resume(scene, std::move(at)); },
          [&](StillThere& at, const Stopped&) { return guest::stop(scene, std::move(at.asking.visit)); },

          [&](OutOfOrder& at, const StoreWorks&) -> Move {
            if (!at.by_staff) return {Attract{.since = scene.now.time}};
            at.reason.clear();
            return {std::move(at)};
          },
          [&](OutOfOrder& at, const StoreFailed& e) -> Move {
            at.reason = e.reason;
            return {std::move(at)};
          },

          [&](Attract& at, const StaffEvent& e) -> Move {
            if (std::holds_alternative<StaffCalled>(e)) return staff::call(scene, false, std::nullopt);
            return {at};
          },
          [&](OutOfOrder& at, const StaffEvent& e) { return step_out_of_order(scene, std::move(at), e); },
          [&](Staff& at, const StaffEvent& e) { return staff::step(scene, std::move(at), e); },
          [&](Staff& at, const Touched&) { return staff::touch(scene, std::move(at)); },
          [&](Staff& at, const StoreFailed& e) -> Move {
            at.broken = e.reason;
            return {std::move(at)};
          },
          [&](Staff& at, const StoreWorks&) -> Move {
            at.broken.reset();
            return {std::move(at)};
          },

          [&](auto&, const StoreFailed& e) { return fail(scene, e.reason, false); },

          [](auto& same, const auto&) -> Move { return {std::move(same)}; },  // anything else changes nothing
      },
      doing, event);
}

/// What suits the visitor changes at once and for the whole visit, whatever is on screen.
void change_comfort(State& state, const Event& event) {
  std::visit(Overloaded{
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
                 [](const auto&) {},
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
  std::visit(
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
          [](const auto&) {},
      },
      *told);
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

Step update(const Rules& rules, State state, const Event& event, const Now& now) {
  const bool was_attract = is_attract(state.doing);
  const Comfort before = state.comfort;
  const bool was_choosing = state.choosing_language;
  if (const survey::Published* published = published_in(event)) state.published = *published;
  const bool for_visitors =
      !std::holds_alternative<OutOfOrder>(state.doing) && !std::holds_alternative<Staff>(state.doing);
  if (for_visitors) change_comfort(state, event);
  keep_up(state, event);

  const Scene scene{rules, state.comfort, state.published, state.stick, state.exporting, now};
  Move move = move_on(scene, std::move(state.doing), event);
  state.doing = std::move(move.doing);
  if (is_safe_export(event)) move.effects.emplace_back(NoteExported{});
  begin(state, move.effects);
  if (std::holds_alternative<Staff>(state.doing)) {
    state.comfort = {.keys = state.comfort.keys};
    state.choosing_language = false;
  }

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

std::optional<Time> due(const Rules& rules, const State& state) { return due_of(rules, state); }

}  // namespace kiosk::visit
