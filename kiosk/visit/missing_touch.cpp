#include "kiosk/visit/missing_touch.h"

namespace kiosk::visit {

void heed_touch(State& state, Time now) {
  auto* broken = std::get_if<OutOfOrder>(&state.doing);
  if (broken != nullptr && broken->untouchable && !state.touch_gone) {
    broken->untouchable = false;
    if (broken->reason.empty()) state.doing = Attract{.since = now};
  }
  if (!state.touch_gone || !std::holds_alternative<Attract>(state.doing)) return;
  state.doing = OutOfOrder{.untouchable = true, .since = now};
  state.comfort = {};
  state.choosing_language = false;
}

}  // namespace kiosk::visit
