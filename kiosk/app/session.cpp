#include "kiosk/app/session.h"

namespace kiosk::app {

Session::Session(const Setup& setup, visit::State start)
    : setup_{setup}, rules_{setup.survey, setup.station.timings}, state_{std::move(start)} {}

std::vector<visit::Effect> Session::handle(const visit::Event& event, const visit::Now& now) {
  visit::Step step = visit::update(rules_, std::move(state_), event, now);
  state_ = std::move(step.state);
  return std::move(step.effects);
}

ui::Frame Session::frame(const ui::Panel& panel, ui::Typesetter& typesetter) const {
  const screens::Context context{setup_.survey, setup_.languages, panel.portrait()};
  return ui::layout(screens::show(context, state_), panel, typesetter);
}

}  // namespace kiosk::app
