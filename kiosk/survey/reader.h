#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/problem.h"
#include "kiosk/base/result.h"
#include "kiosk/survey/survey.h"

namespace kiosk::survey {

/// The most questions a set can have.
inline constexpr std::size_t most_questions = 50;

/// The most words an info can have.
inline constexpr std::size_t most_info_words = 60;

/// Reads a question set. `file` is its name in messages: nothing is opened. Fails with everything that is
/// wrong with it, from top to bottom; an error of syntax stands alone, as nothing after it can be trusted.
Result<Survey, std::vector<Problem>> read_survey(std::string_view text, const std::string& file);

}  // namespace kiosk::survey
