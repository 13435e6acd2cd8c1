#pragma once

#include "kiosk/screens/parts.h"

namespace kiosk::screens {

/// The row at the very bottom of a screen: language, size of text, contrast, lower, and stop where there is
/// something to stop. The same order everywhere. What a station cannot do is left out.
enum class Stoppable : bool { no, yes };
ui::Node utility_bar(const Page& page, Stoppable stoppable);

/// How high it is.
ui::Extent utility_bar_height(const Page& page);

/// The same under the list of languages: what opened it closes it.
ui::Node utility_bar_of_languages(const Page& page);

}  // namespace kiosk::screens
