#include "kiosk/visit/staff_upgrade.h"

#include <utility>

#include "kiosk/base/overloaded.h"
#include "kiosk/visit/staff_flow.h"

namespace kiosk::visit::staff {

namespace {

using Stage = UpgradePage::Stage;

Move stay_on(Staff staff, UpgradePage page, std::vector<Effect> effects = {}) {
  staff.page = std::move(page);
  return {std::move(staff), std::move(effects)};
}

Move find(const Scene& scene, Staff staff, UpgradePage page, const std::vector<std::string>& versions) {
  if (page.stage == Stage::looking) page.stage = Stage::offering;
  page.found = versions;
  page.without_stick = !scene.stick.usable();
  return stay_on(std::move(staff), std::move(page));
}

Move take(const Scene& scene, Staff staff, UpgradePage page) {
  const bool may = page.can_begin() && !scene.exporting.running;
  if (!may) return stay_on(std::move(staff), std::move(page));
  page.stage = Stage::taking;
  TakePackage effect{page.found.front()};
  return stay_on(std::move(staff), std::move(page), {std::move(effect)});
}

/// It is over when the attempt after the last one has its outcome.
Move learn(const Scene& scene, Staff staff, UpgradePage page, const Upgrade& told) {
  const bool awaited = page.stage == Stage::installing;
  if (awaited) keep_open(scene, staff);  // staff wait, and need not touch the screen for it
  const bool over = awaited && told.outcome != Upgrade::Outcome::working && told.number != page.last->number;
  if (!awaited || over) page.last = told;
  if (over) page.stage = Stage::ended;
  return stay_on(std::move(staff), std::move(page));
}

}  // namespace

Move open_upgrade(Staff staff) {
  return stay_on(std::move(staff), UpgradePage{}, {AskUpgrade{}, FindPackages{}});
}

Move step_upgrade(const Scene& scene, Staff staff, const StaffEvent& event) {
  const auto* shown = std::get_if<UpgradePage>(&staff.page);
  if (shown == nullptr) return {std::move(staff)};
  UpgradePage page = *shown;
  return match(
      Overloaded{
          [&](const PackagesFound& e) { return find(scene, std::move(staff), std::move(page), e.versions); },
          [&](const StickChanged&) -> Move {
            if (!page.without_stick || !scene.stick.usable()) return {std::move(staff)};
            return open_upgrade(std::move(staff));
          },
          [&](const UpgradeAsked&) { return take(scene, std::move(staff), std::move(page)); },
          [&](const PackageTaken& e) -> Move {
            if (page.stage == Stage::taking) page.stage = e.taken ? Stage::installing : Stage::not_taken;
            return stay_on(std::move(staff), std::move(page));
          },
          [&](const UpgradeTold& e) { return learn(scene, std::move(staff), std::move(page), e.last); },
          [&]() -> Move { return {std::move(staff)}; },
      },
      event);
}

std::vector<Effect> follow_upgrade(const Staff& staff) {
  const auto* page = std::get_if<UpgradePage>(&staff.page);
  if (page == nullptr || page->stage != Stage::installing) return {};
  return {AskUpgrade{}};
}

}  // namespace kiosk::visit::staff
