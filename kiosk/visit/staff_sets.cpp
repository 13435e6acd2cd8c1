#include "kiosk/visit/staff_sets.h"

#include <utility>

#include "kiosk/base/overloaded.h"

namespace kiosk::visit::staff {

namespace {

Move pick(Staff staff, SetsPage page, std::size_t number) {
  std::vector<Effect> effects;
  const bool may = !page.trying && number < page.sets.size();
  if (may && page.sets[number].set) {
    page.trying = number;
    effects.emplace_back(TrySet{page.sets[number].set});
  } else if (may) {
    page.faulty = number;
  }
  staff.page = std::move(page);
  return {std::move(staff), std::move(effects)};
}

/// Only a set that can be answered on every screen is looked at: so only such a one can be taken.
Move tried(Staff staff, SetsPage page, const SetTried& outcome) {
  if (!page.trying) return {std::move(staff)};
  const std::size_t number = *std::exchange(page.trying, {});
  if (outcome.faults.empty()) {
    staff.page = LookPage{.offered = std::move(page.sets[number])};
    return {std::move(staff)};
  }
  page.sets[number].set.reset();
  page.sets[number].faults = outcome.faults;
  page.faulty = number;
  staff.page = std::move(page);
  return {std::move(staff)};
}

Move step_list(Staff staff, SetsPage page, const StaffEvent& event) {
  return match(Overloaded{
                   [&](const SetsFound& e) -> Move {
                     return {std::move(staff), {AskSets{e.on_stick}}};
                   },
                   [&](const SetsTold& e) -> Move {
                     staff.page = SetsPage{.loaded = true, .sets = e.sets};
                     return {std::move(staff)};
                   },
                   [&](const SetsTurned&) -> Move {
                     ++page.turned;
                     staff.page = std::move(page);
                     return {std::move(staff)};
                   },
                   [&](const SetPicked& e) { return pick(std::move(staff), std::move(page), e.number); },
                   [&](const SetTried& e) { return tried(std::move(staff), std::move(page), e); },
                   [&](const FaultLeft&) -> Move {
                     page.faulty.reset();
                     staff.page = std::move(page);
                     return {std::move(staff)};
                   },
                   [&]() -> Move { return {std::move(staff)}; },
               },
               event);
}

/// After the last question comes the first.
std::size_t turned(const LookPage& page, bool forward) {
  const std::size_t count = page.offered.set->questions.size();
  return (page.at + (forward ? 1 : count - 1)) % count;
}

Move take(Staff staff, LookPage page) {
  if (page.keeping) return {std::move(staff)};
  KeepSet effect{page.offered};
  page.keeping = true;
  page.not_kept = false;
  staff.page = std::move(page);
  return {std::move(staff), {std::move(effect)}};
}

Move step_look(Staff staff, LookPage page, const StaffEvent& event) {
  return match(Overloaded{
                   [&](const LookTurned& e) -> Move {
                     page.at = turned(page, e.forward);
                     staff.page = std::move(page);
                     return {std::move(staff)};
                   },
                   [&](const SetTaken&) { return take(std::move(staff), std::move(page)); },
                   [&](const SetKept& e) -> Move {
                     staff.new_set = staff.new_set || e.kept;
                     if (e.kept) return open_sets(std::move(staff));
                     page.keeping = false;
                     page.not_kept = true;
                     staff.page = std::move(page);
                     return {std::move(staff)};
                   },
                   [&]() -> Move { return {std::move(staff)}; },
               },
               event);
}

}  // namespace

Move open_sets(Staff staff) {
  staff.page = SetsPage{};
  return {std::move(staff), {FindSets{}}};
}

Move step_sets(Staff staff, const StaffEvent& event) {
  if (const auto* list = std::get_if<SetsPage>(&staff.page)) {
    SetsPage page = *list;
    return step_list(std::move(staff), std::move(page), event);
  }
  if (const auto* look = std::get_if<LookPage>(&staff.page)) {
    LookPage page = *look;
    return step_look(std::move(staff), std::move(page), event);
  }
  return {std::move(staff)};
}

}  // namespace kiosk::visit::staff
