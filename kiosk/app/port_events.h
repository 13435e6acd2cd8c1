#pragma once

#include <optional>

#include "kiosk/app/exporter.h"
#include "kiosk/visit/staff_events.h"

namespace kiosk::app {

/// What the exporter tells, in the words of the staff's screens.
visit::StaffEvent staff_event(const Exporter::Event& event);

/// What is in the port, in the same words.
visit::Stick stick_in(const stick::InPort& in_port);

}  // namespace kiosk::app
