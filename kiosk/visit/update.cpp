#include "kiosk/visit/update.h"

#include <algorithm>
#include <utility>

#include "kiosk/base/overloaded.h"
#include "kiosk/visit/guest.h"
#include "kiosk/visit/typing.h"

namespace kiosk::visit {

namespace {

constexpr Time note_lasts = 4s;  // long enough to read six words twice

int seconds_until(Time end, Time now) {
  return static_cast<int>(std::chrono::ceil<std::chrono::seconds>(std::max(end - now, Time{})).count());
}

Draft& draft_of(Asking& asking) { return asking.visit.turns[question_of(asking.visit)].draft; }

Time idle_limit(const Rules& rules, const Asking& asking) {
  return asking.writing ? rules.timings.idle_writing : rules.timings.idle;
}

// ---- Time passes
// -------------------------------------------------------------------------------------------

Step tick(const Rules& rules, Attract attract, const Now& now) {
  if (attract.language != 0 && now.time >= attract.language_since + rules.timings.language)
    attract.language = 0;
  if (now.time >= attract.since + rules.timings.slide) {
    attract.question = (attract.question + 1) % rules.survey.questions.size();
    attract.since = now.time;
  }
  return {attract, {}};
}

Step tick(const Rules& rules, Asking asking, const Now& now) {
  if (asking.chosen_at && now.time >= *asking.chosen_at + rules.timings.choice) {
    return guest::confirm(rules, std::move(asking), now);
  }
  if (asking.note != Note::none && now.time >= asking.note_since + note_lasts) asking.note = Note::none;
  if (now.time >= asking.touched + idle_limit(rules, asking)) {
    const int seconds = seconds_until(rules.timings.still_there, Time{});
    return {StillThere{.asking = std::move(asking),
                       .since = now.time,
                       .seconds_left = seconds,
                       .seconds_in_all = seconds},
            {}};
  }
  return {std::move(asking), {}};
}

Step tick(const Rules& rules, Saving saving, const Now& now) {
  saving.slow = now.time >= saving.since + rules.timings.busy;
  return {std::move(saving), {}};
}

Step tick(const Rules& rules, Thanks thanks, const Now& now) {
  thanks.seconds_left = seconds_until(thanks.since + rules.timings.thanks, now.time);
  if (thanks.seconds_left == 0) return guest::leave(rules, thanks.visit, now);
  return {std::move(thanks), {}};
}

Step tick(const Rules& rules, StillThere still, const Now& now) {
  still.seconds_left = seconds_until(still.since + rules.timings.still_there, now.time);
  if (still.seconds_left == 0) return guest::leave(rules, still.asking.visit, now);
  return {std::move(still), {}};
}

Step tick(const Rules& rules, OutOfOrder broken, const Now& now) {
  if (now.time < broken.since + rules.timings.store_check) return {std::move(broken), {}};
  broken.since = now.time;
  return {std::move(broken), {CheckStore{}}};
}

// ---- Something happens
// -------------------------------------------------------------------------------------

/// Lets `step` act only if the event was meant for the question on screen.
template <class Act>
Step if_on_screen(Asking asking, std::size_t question, const Now& now, Act step) {
  if (question_of(asking.visit) != question) return {std::move(asking), {}};
  asking.touched = now.time;
  return step(std::move(asking));
}

Step press_shift_key(Asking asking) {
  asking.typing.shift = press_shift(asking.typing, draft_of(asking).words);
  return {std::move(asking), {}};
}

Step turn_page(Asking asking, const std::string& page) {
  asking.typing.page = page;
  return {std::move(asking), {}};
}

Step open_words(Asking asking) {
  asking.writing = true;
  asking.note = Note::none;
  asking.typing = {};
  return {std::move(asking), {}};
}

Step resume(StillThere still, const Now& now) {
  still.asking.touched = now.time;
  return {std::move(still.asking), {}};
}

Step restart_countdown(const Rules& rules, StillThere still, const Now& now) {
  still.since = now.time;
  still.seconds_left = seconds_until(rules.timings.still_there, Time{});
  return {std::move(still), {}};
}

Step fail(const std::string& reason, bool answer_lost, std::size_t language, const Now& now) {
  return {OutOfOrder{.reason = reason, .answer_lost = answer_lost, .language = language, .since = now.time},
          {}};
}

}  // namespace

Step update(const Rules& rules, State state, const Event& event, const Now& now) {
  // The lambdas take the state by reference and move out of it: each state is consumed by exactly one case.
  return std::visit(
      Overloaded{
          [&](auto& any, const Ticked&) { return tick(rules, std::move(any), now); },

          [&](Attract& at, const Began& e) { return guest::begin(rules, at, e.question, now); },
          [&](Attract& at, const LanguageChosen& e) -> Step {
            at.language = e.language;
            at.language_since = now.time;
            return {at, {}};
          },

          [&](Asking& at, const Touched&) -> Step {
            at.touched = now.time;
            return {std::move(at), {}};
          },
          [&](Asking& at, const LanguageChosen& e) -> Step {
            at.visit.language = e.language;
            at.touched = now.time;
            return {std::move(at), {}};
          },
          [&](Asking& at, const Toggled& e) {
            return if_on_screen(std::move(at), e.question, now,
                                [&](Asking a) { return guest::toggle(rules, std::move(a), e.option, now); });
          },
          [&](Asking& at, const Chose& e) {
            return if_on_screen(std::move(at), e.question, now,
                                [&](Asking a) { return guest::choose(std::move(a), e.option, now); });
          },
          [&](Asking& at, const DidNotKnow& e) {
            return if_on_screen(std::move(at), e.question, now,
                                [&](Asking a) { return guest::did_not_know(rules, std::move(a), now); });
          },
          [&](Asking& at, const Skipped& e) {
            return if_on_screen(std::move(at), e.question, now,
                                [&](Asking a) { return guest::skip(rules, std::move(a), now); });
          },
          [&](Asking& at, const Confirmed& e) {
            return if_on_screen(std::move(at), e.question, now,
                                [&](Asking a) { return guest::confirm(rules, std::move(a), now); });
          },
          [&](Asking& at, const WentBack& e) {
            return if_on_screen(std::move(at), e.question, now,
                                [&](Asking a) { return guest::go_back(rules, std::move(a), now); });
          },
          [&](Asking& at, const OpenedWords& e) {
            return if_on_screen(std::move(at), e.question, now,
                                [&](Asking a) { return open_words(std::move(a)); });
          },
          [&](Asking& at, const Typed& e) {
            return if_on_screen(std::move(at), e.question, now,
                                [&](Asking a) { return guest::type(rules, std::move(a), e.text, now); });
          },
          [&](Asking& at, const Erased& e) {
            return if_on_screen(std::move(at), e.question, now,
                                [&](Asking a) { return guest::erase(std::move(a), e.bytes); });
          },
          [&](Asking& at, const Cleared& e) {
            return if_on_screen(std::move(at), e.question, now,
                                [&](Asking a) { return guest::clear(std::move(a)); });
          },
          [&](Asking& at, const ClearUndone& e) {
            return if_on_screen(std::move(at), e.question, now,
                                [&](Asking a) { return guest::undo_clear(std::move(a)); });
          },
          [&](Asking& at, const ShiftPressed&) { return press_shift_key(std::move(at)); },
          [&](Asking& at, const PageTurned& e) { return turn_page(std::move(at), e.page); },
          [&](Asking& at, const Stopped&) { return guest::stop(rules, std::move(at.visit), now); },

          [&](Saving& at, const Saved& e) { return guest::saved(rules, std::move(at), e.receipt, now); },
          [&](Saving& at, const Withdrawn&) { return guest::withdrawn(rules, std::move(at), now); },
          [&](Saving& at, const StoreFailed& e) {
            return fail(e.reason, !at.withdrawing, at.asking.visit.language, now);
          },

          [&](Thanks& at, const SaidMore&) { return guest::say_more(rules, std::move(at.visit), now); },
          [&](Thanks& at, const Finished&) { return guest::leave(rules, at.visit, now); },

          [&](StillThere& at, const Touched&) { return restart_countdown(rules, std::move(at), now); },
          [&](StillThere& at, const StayedHere&) { return resume(std::move(at), now); },
          [&](StillThere& at, const Stopped&) { return guest::stop(rules, std::move(at.asking.visit), now); },

          [&](OutOfOrder&, const StoreWorks&) -> Step {
            return {Attract{.since = now.time}, {}};
          },
          [&](OutOfOrder& at, const StoreFailed& e) -> Step {
            at.reason = e.reason;
            return {std::move(at), {}};
          },
          [&](auto&, const StoreFailed& e) { return fail(e.reason, false, 0, now); },

          [](auto& same, const auto&) -> Step {
            return {std::move(same), {}};
          },  // anything else changes nothing
      },
      state, event);
}

std::optional<Time> due(const Rules& rules, const State& state) {
  const Timings& t = rules.timings;
  return std::visit(Overloaded{
                        [&](const Attract& at) -> std::optional<Time> {
                          std::optional<Time> next;
                          if (rules.survey.questions.size() > 1) next = at.since + t.slide;
                          if (at.language == 0) return next;
                          const Time reset = at.language_since + t.language;
                          return next ? std::min(*next, reset) : reset;
                        },
                        [&](const Asking& at) -> std::optional<Time> {
                          Time next = at.touched + idle_limit(rules, at);
                          if (at.chosen_at) next = std::min(next, *at.chosen_at + t.choice);
                          if (at.note != Note::none) next = std::min(next, at.note_since + note_lasts);
                          return next;
                        },
                        [&](const Saving& at) -> std::optional<Time> {
                          if (at.slow) return std::nullopt;
                          return at.since + t.busy;
                        },
                        [&](const Thanks& at) -> std::optional<Time> {
                          return at.since + t.thanks - (at.seconds_left - 1) * 1s;
                        },
                        [&](const StillThere& at) -> std::optional<Time> {
                          return at.since + t.still_there - (at.seconds_left - 1) * 1s;
                        },
                        [&](const OutOfOrder& at) -> std::optional<Time> { return at.since + t.store_check; },
                    },
                    state);
}

}  // namespace kiosk::visit
