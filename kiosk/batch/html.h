#pragma once

#include <string>
#include <string_view>

namespace kiosk::batch {

/// `text` as it may stand anywhere in an HTML page, in an attribute too: harmless, without soft hyphens (a
/// browser breaks words itself) and without control characters but line breaks.
std::string html(std::string_view text);

}  // namespace kiosk::batch
