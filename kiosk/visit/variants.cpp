#include "kiosk/visit/visit.h"

namespace kiosk::visit {

Doing::Doing() = default;
Doing::Doing(const Doing&) = default;
Doing::Doing(Doing&&) noexcept = default;
Doing& Doing::operator=(const Doing&) = default;
Doing& Doing::operator=(Doing&&) noexcept = default;
Doing::~Doing() = default;

Event::Event() = default;
Event::Event(const Event&) = default;
Event::Event(Event&&) noexcept = default;
Event& Event::operator=(const Event&) = default;
Event& Event::operator=(Event&&) noexcept = default;
Event::~Event() = default;

Effect::Effect() = default;
Effect::Effect(const Effect&) = default;
Effect::Effect(Effect&&) noexcept = default;
Effect& Effect::operator=(const Effect&) = default;
Effect& Effect::operator=(Effect&&) noexcept = default;
Effect::~Effect() = default;

StaffPage::StaffPage() = default;
StaffPage::StaffPage(const StaffPage&) = default;
StaffPage::StaffPage(StaffPage&&) noexcept = default;
StaffPage& StaffPage::operator=(const StaffPage&) = default;
StaffPage& StaffPage::operator=(StaffPage&&) noexcept = default;
StaffPage::~StaffPage() = default;

StaffEvent::StaffEvent() = default;
StaffEvent::StaffEvent(const StaffEvent&) = default;
StaffEvent::StaffEvent(StaffEvent&&) noexcept = default;
StaffEvent& StaffEvent::operator=(const StaffEvent&) = default;
StaffEvent& StaffEvent::operator=(StaffEvent&&) noexcept = default;
StaffEvent::~StaffEvent() = default;

StaffEffect::StaffEffect() = default;
StaffEffect::StaffEffect(const StaffEffect&) = default;
StaffEffect::StaffEffect(StaffEffect&&) noexcept = default;
StaffEffect& StaffEffect::operator=(const StaffEffect&) = default;
StaffEffect& StaffEffect::operator=(StaffEffect&&) noexcept = default;
StaffEffect::~StaffEffect() = default;

}  // namespace kiosk::visit
