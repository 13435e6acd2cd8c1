#pragma once

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>
#include <string_view>

#include "kiosk/base/handle.h"

/// ICU's objects with an owner. Included by the .cpp files of this folder alone.
namespace kiosk::text {

using Utf8Text = std::unique_ptr<UText, Frees<utext_close>>;

/// ICU's view of UTF-8 text: offsets are bytes. The text must outlive it.
inline Utf8Text open_utf8(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  return Utf8Text{utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status)};
}

}  // namespace kiosk::text
