#pragma once

#include "kiosk/sdl/keys.h"
#include "kiosk/survey/table_reader.h"
#include "kiosk/ui/mounting.h"

/// The part of a station's file that says how it is operated: see station.h.
namespace kiosk::app {

/// Reads `rotation = 0 | 90 | 180 | 270`, clockwise; nothing where it is missing or noted as wrong.
std::optional<ui::Turn> read_rotation(survey::TableReader& table);

/// Reads `[touch]`: `rotation`, and `calibration = [a, b, c, d, e, f]`.
void read_touch(const survey::Table& table, survey::Findings& findings, ui::Mounting& mounting);

/// Reads `[keys]`: an action's name, and the key or keys for it by SDL's names. An action that is named has
/// these and no others; a key that is named loses what it does by default.
void read_keys(const survey::Table& table, survey::Findings& findings, sdl::KeyBindings& keys);

}  // namespace kiosk::app
