#pragma once

#include <string>

#include "tests/survey/sound_set.h"

/// The sound set, and an info with a picture: line 50 names it, from column 20 on.
inline const std::string pictured_set = sound_set + R"(
[[question]]
id = "news"
kind = "info"
tag = { nl = "Nieuws" }
title = { nl = "De balie verhuist" }
text = { nl = "In mei." }
picture = { file = "map.png", nl = "Een kaart van de hal", en = "A map of the hall" }
)";
