#include <string>
#include <utility>
#include <vector>

#include "kiosk/screens/message.h"
#include "kiosk/screens/staff.h"

namespace kiosk::screens {

using survey::StaffPhrase;
using ui::Node;
using Outcome = visit::Upgrade::Outcome;
using Stage = visit::UpgradePage::Stage;

namespace {

StaffPhrase sentence(Outcome outcome) {
  switch (outcome) {
    case Outcome::no_key:
      return StaffPhrase::upgrade_no_key;
    case Outcome::forged:
      return StaffPhrase::upgrade_forged;
    case Outcome::other_program:
      return StaffPhrase::upgrade_other_program;
    case Outcome::not_newer:
      return StaffPhrase::upgrade_not_newer;
    case Outcome::lacks:
      return StaffPhrase::upgrade_lacks;
    case Outcome::went_back:
      return StaffPhrase::upgrade_went_back;
    case Outcome::broken:
      return StaffPhrase::upgrade_broken;
    case Outcome::none:
    case Outcome::working:
    case Outcome::installed:
      break;
  }
  return StaffPhrase::upgraded;
}

std::string with_version(const Counter& counter, StaffPhrase phrase, const std::string& version) {
  return counter.phrases().in(phrase, version, survey::PluralCategory::other);
}

/// What became of one, in a sentence.
std::string told(const Counter& counter, const visit::Upgrade& upgrade) {
  return with_version(counter, sentence(upgrade.outcome), upgrade.version);
}

bool is_well(const visit::UpgradePage& upgrade) {
  return upgrade.stage == Stage::ended && upgrade.last->outcome == Outcome::installed;
}

bool is_in_vain(const visit::UpgradePage& upgrade) {
  return upgrade.stage == Stage::not_taken || (upgrade.stage == Stage::ended && !is_well(upgrade));
}

/// What is to be known of it, in the order in which it matters.
std::vector<std::string> lines_of(const Counter& counter, const visit::UpgradePage& upgrade) {
  switch (upgrade.stage) {
    case Stage::looking:
      return {counter.say(StaffPhrase::upgrade_looking)};
    case Stage::taking:
      return {counter.say(StaffPhrase::upgrade_taking)};
    case Stage::installing:
      return {counter.say(StaffPhrase::upgrade_installing)};
    case Stage::not_taken:
      return {counter.say(StaffPhrase::upgrade_not_taken)};
    case Stage::ended:
      return {told(counter, *upgrade.last)};
    case Stage::offering:
      break;
  }
  if (!upgrade.last) return {counter.say(StaffPhrase::upgrade_looking)};
  std::vector<std::string> lines;
  if (upgrade.can_begin()) {
    lines.push_back(counter.say(StaffPhrase::upgrade_promise));
  } else if (upgrade.without_stick) {
    lines.push_back(counter.say(StaffPhrase::upgrade_stick));
  } else {
    const bool none = upgrade.found.empty();
    lines.push_back(counter.say(none ? StaffPhrase::upgrade_none : StaffPhrase::upgrade_several));
  }
  lines.push_back(
      with_version(counter, StaffPhrase::upgrade_now, counter.page.context.upgrades_from.value_or("")));
  if (upgrade.last->outcome != Outcome::none && upgrade.last->outcome != Outcome::working)
    lines.push_back(counter.say(StaffPhrase::upgrade_last) + " " + told(counter, *upgrade.last));
  return lines;
}

std::string title_of(const Counter& counter, const visit::UpgradePage& upgrade) {
  if (upgrade.can_begin()) return with_version(counter, StaffPhrase::upgrade_found, upgrade.found.front());
  if (is_well(upgrade)) return counter.say(StaffPhrase::upgrade_done);
  return counter.say(is_in_vain(upgrade) ? StaffPhrase::upgrade_not_done : StaffPhrase::upgrade);
}

Node sign_of(const visit::UpgradePage& upgrade) {
  using ui::Icon;
  using ui::Ink;
  if (is_well(upgrade)) return disc(60, Ink::keep, Icon::check, 34, Ink::on_strong);
  if (is_in_vain(upgrade)) return disc(60, Ink::improve, Icon::cross, 34, Ink::on_strong);
  const bool busy = upgrade.stage == Stage::taking || upgrade.stage == Stage::installing;
  return disc(60, Ink::line, busy ? Icon::clock : Icon::stick, 34, Ink::ink);
}

}  // namespace

Node upgrade(const Counter& counter, const visit::UpgradePage& upgrade) {
  std::vector<Node> buttons;
  const auto add = [&](StaffPhrase phrase, visit::StaffEvent event, Weight weight) {
    buttons.push_back(staff_button(counter, counter.say(phrase), std::move(event), weight));
  };
  if (upgrade.can_begin()) add(StaffPhrase::upgrade_begin, visit::UpgradeAsked{}, Weight::main);
  if (upgrade.stage == Stage::not_taken) add(StaffPhrase::again, visit::UpgradeOpened{}, Weight::main);
  add(StaffPhrase::back, visit::HomeOpened{}, Weight::plain);
  buttons.back().is_back = true;
  return whole(counter.page,
               {staff_header(counter, locks_in(counter)),
                message(sign_of(upgrade), title_of(counter, upgrade), lines_of(counter, upgrade),
                        counter.portrait() ? 14 : 6)},
               {staff_buttons(counter, std::move(buttons))}, std::nullopt);
}

}  // namespace kiosk::screens
