#pragma once

#include <string>
#include <vector>

#include "kiosk/base/problem.h"
#include "kiosk/survey/survey.h"

namespace kiosk::survey {

/// What `now` may not change, since people answered `before`: a question of the same id has another kind, or
/// an option is missing. Then answers to two questions would be told as those to one. Other words, another
/// order, more options and fewer questions are no such change. Nothing where the sets have other ids. `file`
/// is the name of `now` in messages.
std::vector<Problem> broken_identity(const Survey& before, const Survey& now, const std::string& file);

}  // namespace kiosk::survey
