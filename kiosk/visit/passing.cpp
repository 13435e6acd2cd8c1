#include "kiosk/visit/passing.h"

#include <algorithm>
#include <utility>

#include "kiosk/base/overloaded.h"
#include "kiosk/visit/guest.h"
#include "kiosk/visit/guided.h"
#include "kiosk/visit/staff_flow.h"

namespace kiosk::visit {

namespace {

constexpr Time note_lasts = 4s;  // long enough to read six words twice

Time idle_limit(const Rules& rules, const Comfort& comfort, const Asking& asking) {
  return paced(comfort, asking.writing ? rules.timings.idle_writing : rules.timings.idle);
}

/// Does the screen still suit whoever was here last?
bool is_changed(const State& state) { return state.choosing_language || state.comfort != Comfort{}; }

}  // namespace

int seconds_until(Time end, Time now) {
  return static_cast<int>(std::chrono::ceil<std::chrono::seconds>(std::max(end - now, Time{})).count());
}

Time next_second(Time end, int seconds_left) { return end - (seconds_left - 1) * 1s; }

bool comfort_is_stale(const Rules& rules, const Attract& attract, const State& state, Time now) {
  return is_changed(state) && now >= attract.comfort_since + rules.timings.language;
}

Move tick(const Scene& scene, Attract attract) {
  if (scene.now.time >= attract.since + scene.timings().slide) {
    attract.slide = (attract.slide + 1) % scene.rules.survey.questions.size();
    attract.since = scene.now.time;
  }
  return {attract};
}

Move tick(const Scene& scene, Asking asking) {
  const Time now = scene.now.time;
  if (asking.chosen_at && now >= *asking.chosen_at + scene.timings().choice) {
    return guest::confirm(scene, std::move(asking));
  }
  if (asking.note != Note::none && now >= asking.note_since + note_lasts) asking.note = Note::none;
  if (now >= asking.touched + idle_limit(scene.rules, scene.comfort, asking)) {
    const int seconds = seconds_until(paced(scene.comfort, scene.timings().still_there), Time{});
    return {StillThere{
        .asking = std::move(asking), .since = now, .seconds_left = seconds, .seconds_in_all = seconds}};
  }
  return {std::move(asking)};
}

Move tick(const Scene& scene, Saving saving) {
  saving.slow = scene.now.time >= saving.since + scene.timings().busy;
  return {std::move(saving)};
}

Move tick(const Scene& scene, Answered answered) {
  if (scene.now.time < answered.since + paced(scene.comfort, scene.timings().results)) {
    return {std::move(answered)};
  }
  const Time touched = answered.since;
  Move move = guest::go_on(scene, std::move(answered));
  if (auto* asking = std::get_if<Asking>(&move.doing)) asking->touched = touched;  // no sign of life since
  return move;
}

Move tick(const Scene& scene, Thanks thanks) {
  thanks.seconds_left =
      seconds_until(thanks.since + paced(scene.comfort, scene.timings().thanks), scene.now.time);
  if (thanks.seconds_left == 0) return guest::leave(scene, thanks.visit);
  return {std::move(thanks)};
}

Move tick(const Scene& scene, StillThere still) {
  still.seconds_left =
      seconds_until(still.since + paced(scene.comfort, scene.timings().still_there), scene.now.time);
  if (still.seconds_left == 0) return guest::leave(scene, still.asking.visit);
  return {std::move(still)};
}

Move tick(const Scene& scene, OutOfOrder broken) {
  if (scene.now.time < broken.since + scene.timings().store_check) return {std::move(broken)};
  broken.since = scene.now.time;
  return {std::move(broken), {CheckStore{}}};
}

Move tick(const Scene& scene, Staff staff) { return staff::tick(scene, std::move(staff)); }

Move tick(const Scene& /*scene*/, Closed closed) { return {closed}; }

std::optional<Time> due_of(const Rules& rules, const State& state) {
  const Timings& t = rules.timings;
  const Comfort& comfort = state.comfort;
  using Due = std::optional<Time>;
  return std::visit(Overloaded{
                        [&](const Attract& at) {
                          Due next;
                          if (state.guided) next = clock_due(*state.guided);
                          if (!state.guided && rules.survey.questions.size() > 1) next = at.since + t.slide;
                          if (!is_changed(state)) return next;
                          const Time reset = at.comfort_since + t.language;
                          return Due{next ? std::min(*next, reset) : reset};
                        },
                        [&](const Asking& at) {
                          Time next = at.touched + idle_limit(rules, comfort, at);
                          if (at.chosen_at) next = std::min(next, *at.chosen_at + t.choice);
                          if (at.note != Note::none) next = std::min(next, at.note_since + note_lasts);
                          return Due{next};
                        },
                        [&](const Saving& at) { return at.slow ? Due{} : Due{at.since + t.busy}; },
                        [&](const Answered& at) { return Due{at.since + paced(comfort, t.results)}; },
                        [&](const Thanks& at) {
                          return Due{next_second(at.since + paced(comfort, t.thanks), at.seconds_left)};
                        },
                        [&](const StillThere& at) {
                          return Due{next_second(at.since + paced(comfort, t.still_there), at.seconds_left)};
                        },
                        [&](const OutOfOrder& at) { return Due{at.since + t.store_check}; },
                        [&](const Staff& at) { return Due{staff::due(at)}; },
                        [&](const Closed&) { return Due{}; },
                    },
                    state.doing);
}

}  // namespace kiosk::visit
