#pragma once

#include "kiosk/visit/scene.h"

/// The steps of staff who put another question set into use, called by staff_flow.cpp alone.
namespace kiosk::visit::staff {

/// Shows which question sets there are.
Move open_sets(Staff staff);

/// What `event` does to them; nothing where it is about something else.
Move step_sets(Staff staff, const StaffEvent& event);

}  // namespace kiosk::visit::staff
