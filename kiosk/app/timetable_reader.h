#pragma once

#include "kiosk/app/timetable.h"
#include "kiosk/survey/table_reader.h"

namespace kiosk::app {

/// Reads `[hours]` of a station's file: `every_day`, `monday` to `sunday`, `outside` and `quiet`. A time that
/// ends before it begins goes on after midnight.
void read_timetable(const survey::Table& table, survey::Findings& findings, Timetable& timetable);

}  // namespace kiosk::app
