#pragma once

#include "kiosk/screens/parts.h"

/// The screens that a visitor sees: data in, a tree of nodes out.
namespace kiosk::screens {

ui::Node attract(const Page& page, const visit::Attract& state);

/// `busy` while the answer is on its way to the disk and that takes long enough to say so.
ui::Node themes(const Page& page, const visit::Asking& asking, bool busy);
ui::Node dilemma(const Page& page, const visit::Asking& asking, bool busy);
ui::Node own_words(const Page& page, const visit::Asking& asking, bool busy);

ui::Node thanks(const Page& page, const visit::Thanks& state);
ui::Node still_there(const Page& page, const visit::StillThere& state);
ui::Node out_of_order(const Page& page, const visit::OutOfOrder& state);

}  // namespace kiosk::screens
