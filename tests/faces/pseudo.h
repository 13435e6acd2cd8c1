#pragma once

#include <string>
#include <string_view>

#include "kiosk/app/setup.h"

/// Languages that nobody speaks, made from the Dutch texts: what holds for them holds for a language that is
/// added one day. They are named as CLDR names such languages.
namespace kiosk::faces {

/// Some 40 % longer than Dutch, as Finnish or Greek may be, with accents above the letters.
inline constexpr const char* long_language = "nl-XA";

/// Dutch in Arabic letters: read from the right, and as long as Dutch where Arabic is shorter.
inline constexpr const char* rtl_language = "ar-XB";

std::string in_long(std::string_view dutch);
std::string in_rtl(std::string_view dutch);

/// The setup with both, in the place of German and Arabic, so that as many languages can be chosen.
app::Setup with_pseudo_languages(app::Setup setup);

}  // namespace kiosk::faces
