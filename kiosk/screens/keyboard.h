#pragma once

#include "kiosk/screens/questions.h"

namespace kiosk::screens {

/// The kiosk's own keyboard: the page of the layout that `asking` is on, with capitals where the next letter
/// is one. As wide as its place, its keys at most 30 mm.
ui::Node keyboard(const Page& page, const visit::Asking& asking);

}  // namespace kiosk::screens
