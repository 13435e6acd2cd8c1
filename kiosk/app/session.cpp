#include "kiosk/app/session.h"

namespace kiosk::app {

namespace {

visit::Rules rules_of(const Setup& setup) {
  visit::Rules rules{setup.survey, {}, setup.station.timings, setup.station.show_results};
  for (const screens::LanguagePack& pack : setup.languages) {
    rules.languages.push_back(pack.phrases.language());
  }
  return rules;
}

}  // namespace

Session::Session(const Setup& setup, visit::State start)
    : setup_{setup}, rules_{rules_of(setup)}, state_{std::move(start)} {}

Session::Session(const Setup& setup, visit::Doing start)
    : Session{setup, visit::State{.doing = std::move(start)}} {}

std::vector<visit::Effect> Session::handle(const visit::Event& event, const visit::Now& now) {
  visit::Step step = visit::update(rules_, std::move(state_), event, now);
  state_ = std::move(step.state);
  return std::move(step.effects);
}

ui::Frame Session::frame(const ui::Panel& panel, ui::Typesetter& typesetter) const {
  const screens::Context context{.survey = setup_.survey,
                                 .languages = setup_.languages,
                                 .portrait = panel.portrait(),
                                 .height_mm = panel.size.h * panel.mm_per_px,
                                 .show_results = setup_.station.show_results,
                                 .logo = setup_.themes.logo ? &*setup_.themes.logo : nullptr,
                                 .results_from = static_cast<int>(setup_.station.privacy.least),
                                 .staff = setup_.staff,
                                 .station = setup_.station.id,
                                 .has_power = setup_.has_power,
                                 .upgrades_from = setup_.upgrades_from,
                                 .tells_faults = setup_.tells_faults};
  ui::Frame frame = ui::layout(screens::show(context, state_), panel, typesetter);
  ui::round_corners(frame, setup_.themes.roundness);
  return frame;
}

}  // namespace kiosk::app
