#include "kiosk/visit/visit.h"

#include <memory>
#include <utility>

namespace kiosk::visit {

namespace {

// Both ways to assign are made of the copy and the move: to let a variant make its own took a quarter of the
// time to compile this folder.
template <class Variant>
Variant& become(Variant& variant, Variant other) noexcept {
  std::destroy_at(&variant);
  return *std::construct_at(&variant, std::move(other));
}

}  // namespace

Doing::Doing() = default;
Doing::Doing(const Doing&) = default;
Doing::Doing(Doing&&) noexcept = default;
Doing& Doing::operator=(const Doing& other) { return become(*this, other); }
Doing& Doing::operator=(Doing&& other) noexcept { return become(*this, std::move(other)); }
Doing::~Doing() = default;

Event::Event() = default;
Event::Event(const Event&) = default;
Event::Event(Event&&) noexcept = default;
Event& Event::operator=(const Event& other) { return become(*this, other); }
Event& Event::operator=(Event&& other) noexcept { return become(*this, std::move(other)); }
Event::~Event() = default;

Effect::Effect() = default;
Effect::Effect(const Effect&) = default;
Effect::Effect(Effect&&) noexcept = default;
Effect& Effect::operator=(const Effect& other) { return become(*this, other); }
Effect& Effect::operator=(Effect&& other) noexcept { return become(*this, std::move(other)); }
Effect::~Effect() = default;

StaffPage::StaffPage() = default;
StaffPage::StaffPage(const StaffPage&) = default;
StaffPage::StaffPage(StaffPage&&) noexcept = default;
StaffPage& StaffPage::operator=(const StaffPage& other) { return become(*this, other); }
StaffPage& StaffPage::operator=(StaffPage&& other) noexcept { return become(*this, std::move(other)); }
StaffPage::~StaffPage() = default;

StaffEvent::StaffEvent() = default;
StaffEvent::StaffEvent(const StaffEvent&) = default;
StaffEvent::StaffEvent(StaffEvent&&) noexcept = default;
StaffEvent& StaffEvent::operator=(const StaffEvent& other) { return become(*this, other); }
StaffEvent& StaffEvent::operator=(StaffEvent&& other) noexcept { return become(*this, std::move(other)); }
StaffEvent::~StaffEvent() = default;

StaffEffect::StaffEffect() = default;
StaffEffect::StaffEffect(const StaffEffect&) = default;
StaffEffect::StaffEffect(StaffEffect&&) noexcept = default;
StaffEffect& StaffEffect::operator=(const StaffEffect& other) { return become(*this, other); }
StaffEffect& StaffEffect::operator=(StaffEffect&& other) noexcept { return become(*this, std::move(other)); }
StaffEffect::~StaffEffect() = default;

}  // namespace kiosk::visit
