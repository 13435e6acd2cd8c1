#include "kiosk/batch/codebook.h"

namespace kiosk::batch {

std::string_view name(survey::Kind kind) {
  switch (kind) {
    case survey::Kind::themes:
      return "themes";
    case survey::Kind::dilemma:
      return "dilemma";
    case survey::Kind::open:
      return "open";
    case survey::Kind::choice:
      return "choice";
    case survey::Kind::scale:
      return "scale";
    case survey::Kind::weigh:
      return "weigh";
    case survey::Kind::info:
      break;
  }
  return "info";
}

std::uint64_t each_meaning(const survey::Survey& survey, const std::function<void(const Meaning&)>& take) {
  std::uint64_t lines = 0;
  const auto tell = [&](const survey::Question& question, std::string_view option,
                        const survey::Words& words) {
    for (const survey::Language& language : survey.languages) {
      take({survey.id, question.id, name(question.kind), option, language,
            words.in(language, survey.default_language())});
      ++lines;
    }
  };
  for (const survey::Question& question : survey.questions) {
    tell(question, "", question.text);
    for (const survey::Option& option : question.options) tell(question, option.id, option.label);
  }
  return lines;
}

}  // namespace kiosk::batch
