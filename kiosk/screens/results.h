#pragma once

#include "kiosk/screens/parts.h"

namespace kiosk::screens {

/// What others answered to the question on screen, below each other; empty where nothing may be told of it.
std::vector<ui::Node> told_results(const Page& page, const visit::Answered& state,
                                   const survey::Tally* tally);

}  // namespace kiosk::screens
