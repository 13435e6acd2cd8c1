#include "kiosk/survey/advice.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "kiosk/base/utf8.h"

namespace kiosk::survey {

namespace {

constexpr std::size_t longest_question = 90;    // characters
constexpr std::size_t longest_statement = 140;  // characters
constexpr std::size_t longest_sentence = 20;    // words

constexpr std::string_view soft_hyphen = "\u00AD";

std::string as_read(std::string text) {
  for (std::size_t at = 0; (at = text.find(soft_hyphen, at)) != std::string::npos;) {
    text.erase(at, soft_hyphen.size());
  }
  return text;
}

/// The words of the longest sentence, as spaces and stops part them.
std::size_t words_in_a_sentence(const std::string& text) {
  std::size_t most = 0;
  std::size_t words = 0;
  bool inside = false;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char letter = i < text.size() ? text[i] : ' ';
    const bool ends = letter == '.' || letter == '!' || letter == '?';
    if (letter != ' ' && !inside) ++words;
    inside = letter != ' ';
    most = std::max(most, words);
    const bool last_of_word = i + 1 >= text.size() || text[i + 1] == ' ';
    if (ends && last_of_word) words = 0;
  }
  return most;
}

/// Looks at one text in every language.
class Adviser {
 public:
  void look_at(const Words& words, const char* called, std::size_t longest) {
    for (const auto& [language, text] : words.by_language) {
      const std::string read = as_read(text);
      const std::size_t letters = utf8::length(read);
      if (letters > longest) {
        add(text, fmt::format("{} has {} characters in '{}'", called, letters, language),
            fmt::format("keep it to {}: who passes by reads no more", longest));
      }
      const std::size_t in_a_sentence = words_in_a_sentence(read);
      if (in_a_sentence > longest_sentence) {
        add(text, fmt::format("{} has a sentence of {} words in '{}'", called, in_a_sentence, language),
            fmt::format("make it two: after {} words many have lost the first", longest_sentence));
      }
    }
  }
  std::vector<Advice> take() { return std::move(advice_); }

 private:
  void add(const std::string& words, std::string what, std::string remedy) {
    advice_.push_back({words, std::move(what), std::move(remedy)});
  }

  std::vector<Advice> advice_;
};

/// Of what a question says the parts that are not written in `language`: "tag, text, 2 options".
std::string not_written(const Question& question, const Language& language) {
  std::string parts;
  const auto add = [&](const std::string& part) { parts += (parts.empty() ? "" : ", ") + part; };
  const auto lacks = [&](const Words& words) {
    return !words.by_language.empty() && !words.by_language.contains(language);
  };
  if (lacks(question.tag)) add("tag");
  if (lacks(question.text)) add("text");
  if (lacks(question.hint)) add("hint");
  if (question.picture && lacks(question.picture->shows)) add("picture");
  const auto options = std::count_if(question.options.begin(), question.options.end(),
                                     [&](const Option& option) { return lacks(option.label); });
  if (options > 0) add(options == 1 ? "1 option" : fmt::format("{} options", options));
  return parts;
}

}  // namespace

std::vector<Advice> advice_on(const Survey& survey) {
  constexpr std::size_t any = 10'000;
  Adviser adviser;
  for (const Question& question : survey.questions) {
    if (!question.long_because.empty()) continue;
    adviser.look_at(question.text, "the question", asks(question) ? longest_question : any);
    adviser.look_at(question.hint, asks(question) ? "the hint" : "the text", any);
    for (const Option& option : question.options) {
      adviser.look_at(option.label, "this option", question.kind == Kind::dilemma ? longest_statement : any);
    }
  }
  return adviser.take();
}

std::vector<Advice> missing_languages(const Survey& survey) {
  const Language& own = survey.default_language();
  std::vector<Advice> advice;
  for (const Question& question : survey.questions) {
    for (const Language& language : survey.languages) {
      const std::string parts = not_written(question, language);
      if (parts.empty()) continue;
      advice.push_back(
          {question.text.in(own, own),
           fmt::format("the question '{}' is not whole in '{}': {}", question.id, language, parts),
           fmt::format("write it; until then who reads '{}' sees '{}' there", language, own)});
    }
  }
  return advice;
}

}  // namespace kiosk::survey
