#pragma once

#include "kiosk/visit/scene.h"

/// The steps of staff who bring a newer program on a stick, called by staff_flow.cpp alone.
namespace kiosk::visit::staff {

/// Shows what is on the stick, and what became of the last one.
Move open_upgrade(Staff staff);

/// What `event` does to that; nothing where it is about something else.
Move step_upgrade(const Scene& scene, Staff staff, const StaffEvent& event);

/// What is to be asked each second, while it is being installed.
std::vector<Effect> follow_upgrade(const Staff& staff);

}  // namespace kiosk::visit::staff
