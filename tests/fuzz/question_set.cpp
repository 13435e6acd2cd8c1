#include <algorithm>
#include <set>
#include <string>

#include "kiosk/base/plain_name.h"
#include "kiosk/survey/advice.h"
#include "kiosk/survey/identity.h"
#include "kiosk/survey/languages.h"
#include "kiosk/survey/reader.h"
#include "kiosk/survey/wording.h"
#include "tests/fuzz/findings.h"

// A question set from anyone's stick: it is refused in words, or it keeps every limit that the screens, the
// store and the exports rest on.

using namespace kiosk;
using fuzz::promise;

namespace {

template <class Things>
bool ids_differ(const Things& things) {
  std::set<std::string> ids;
  return std::all_of(things.begin(), things.end(), [&](const auto& thing) {
    return survey::is_id(thing.id) && ids.insert(thing.id).second;
  });
}

bool has_options_of_its_kind(const survey::Question& question) {
  const std::size_t options = question.options.size();
  switch (question.kind) {
    case survey::Kind::themes:
    case survey::Kind::choice:
      return options >= 2;
    case survey::Kind::dilemma:
      return options == 2;
    case survey::Kind::scale:
      return options == 5 || options == 7;
    case survey::Kind::weigh:
      return options >= survey::fewest_interests && options <= survey::most_interests;
    case survey::Kind::open:
    case survey::Kind::info:
      break;
  }
  return options == 0;
}

void look_at(const survey::Question& question) {
  const std::size_t options = question.options.size();
  promise(ids_differ(question.options), "options have ids of their own");
  promise(options <= survey::most_options, "the orders of options can be counted");
  promise(has_options_of_its_kind(question),
          "each kind has as many options as its screen and its record hold");
  promise(question.kind == survey::Kind::themes || question.pick_at_most == 1,
          "only of themes more than one is picked");
  promise(question.pick_at_most >= 1, "something can be picked");
  if (question.picture) {
    promise(question.kind == survey::Kind::info, "only an info shows a picture");
    promise(is_plain_name(question.picture->file) && question.picture->file.ends_with(".png"),
            "a picture stands beside its set, and can be nothing else");
    promise(!question.picture->shows.by_language.empty(), "what a picture shows is said in words");
  }
  promise(question.longest_text >= 40 && question.longest_text <= 1000, "a text has a length that fits");
}

void look_at(const survey::Survey& survey) {
  promise(survey::is_id(survey.id) && ids_differ(survey.questions), "a set and its questions have ids");
  promise(!survey.questions.empty() && survey.questions.size() <= survey::most_questions,
          "a set has 1 to 50 questions");
  promise(!survey.languages.empty() && survey.languages.size() <= survey::most_languages,
          "a set has 1 to 16 languages");
  promise(std::any_of(survey.questions.begin(), survey.questions.end(), survey::asks),
          "a set asks something");
  promise(std::count_if(survey.questions.begin(), survey.questions.end(),
                        [](const survey::Question& question) { return question.segment; }) <= 1,
          "one question at most asks for the group");
  for (const survey::Question& question : survey.questions) look_at(question);
  for (const std::string* words : survey::all_wording(survey)) {
    promise(utf8::valid(*words), "words are text");
    promise(!survey::forbidden_in_wording(*words), "words cannot control or turn around what is shown");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const std::string_view text = fuzz::as_text(bytes, size);
  const auto survey = survey::read_survey(text, "set.toml");
  if (!survey) {
    fuzz::promise_told(survey.error(), text);
    return 0;
  }
  promise(survey->source == text, "the source of a set is its whole text");
  look_at(*survey);
  for (const auto& all : {survey::advice_on(*survey), survey::missing_languages(*survey)}) {
    for (const survey::Advice& one : all) {
      promise(!one.what.empty() && !one.remedy.empty(), "advice says what it is about and what to do");
    }
  }
  promise(survey::broken_identity(*survey, *survey, "set.toml").empty(), "a set agrees with itself");
  return 0;
}
