#pragma once

#include <string>
#include <vector>

#include "kiosk/survey/survey.h"

namespace kiosk::survey {

/// A text of a set that works as it is, and would work better.
struct Advice {
  std::string words;   ///< the text, as it stands in the set
  std::string what;    ///< what is to be said of it
  std::string remedy;  ///< what to do
};

/// What to say to whoever wrote a set: questions of more than 90 characters, sides of a dilemma of more than
/// 140, and sentences of more than 20 words (soft hyphens not counted) are read by few who pass by. Language
/// level B1, which Dutch government writes in, has sentences of 15 words at most on the whole.
/// Nothing is said of a question whose writer says why it is long (`long_because`).
std::vector<Advice> advice_on(const Survey& survey);

/// What is not written in each of the set's languages: one advice for a question and a language, at the
/// question's words.
std::vector<Advice> missing_languages(const Survey& survey);

}  // namespace kiosk::survey
