#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "kiosk/survey/survey.h"

namespace kiosk::batch {

/// A line of a codebook: what one question or option is called in one language.
struct Meaning {
  std::string_view set;
  std::string_view question;
  std::string_view kind;
  std::string_view option;  ///< empty: the question itself
  std::string_view language;
  std::string_view text;
};

/// "themes", "dilemma", "open", "info"
std::string_view name(survey::Kind kind);

/// Every question and option of a set, in each of its languages, in their order. Returns how many lines.
std::uint64_t each_meaning(const survey::Survey& survey, const std::function<void(const Meaning&)>& take);

}  // namespace kiosk::batch
