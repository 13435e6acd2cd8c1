#include "tests/faces/pseudo.h"

#include <array>
#include <catch2/catch.hpp>
#include <filesystem>
#include <functional>
#include <map>
#include <sstream>

#include "kiosk/app/share.h"
#include "kiosk/base/file.h"

namespace kiosk::faces {

namespace {

using Turn = std::function<std::string(char letter)>;

/// Turns the letters of a text; what will be a number, and what TOML has for a soft hyphen, stay.
std::string turned(std::string_view words, const Turn& turn) {
  std::string result;
  for (std::size_t at = 0; at < words.size(); ++at) {
    std::size_t kept = 0;
    if (words[at] == '{') kept = words.find('}', at) - at + 1;
    if (words[at] == '\\') kept = 6;  // \u00AD
    if (kept > 0) {
      result += words.substr(at, kept);
      at += kept - 1;
    } else {
      result += turn(words[at]);
    }
  }
  return result;
}

std::string longer(char letter) {
  static const std::map<char, const char*> vowels{{'a', "aâ"}, {'e', "eé"}, {'i', "iï"}, {'o', "oö"},
                                                  {'u', "uü"}, {'A', "Âa"}, {'E', "Ée"}, {'I', "Ïi"},
                                                  {'O', "Öo"}, {'U', "Üu"}};
  const auto found = vowels.find(letter);
  return found == vowels.end() ? std::string(1, letter) : found->second;
}

std::string in_arabic(char letter) {
  static constexpr std::array<const char*, 26> letters{"ا", "ب", "ص", "د", "ي", "ف", "ج", "ح", "ى",
                                                       "خ", "ك", "ل", "م", "ن", "و", "پ", "ق", "ر",
                                                       "س", "ت", "ض", "ظ", "ع", "ش", "ه", "ز"};
  if (letter >= 'a' && letter <= 'z') return letters.at(static_cast<std::size_t>(letter - 'a'));
  if (letter >= 'A' && letter <= 'Z') return letters.at(static_cast<std::size_t>(letter - 'A'));
  if (letter == ',') return "،";
  if (letter == '?') return "؟";
  return std::string(1, letter);
}

/// The Dutch file of phrases with all that stands between quotes turned.
std::string turned_file(const std::string& dutch, const std::string& language,
                        std::string (*turn)(std::string_view)) {
  std::stringstream lines{dutch};
  std::string result;
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind("language =", 0) == 0) line = "language = \"" + language + '"';
    const bool keeps =
        line.empty() || line[0] == '#' || line.rfind("language =", 0) == 0 || line.rfind("forms =", 0) == 0;
    for (std::size_t at = 0; !keeps && (at = line.find('"', at)) != std::string::npos;) {
      const std::size_t end = line.find('"', at + 1);
      const std::string words = turn(std::string_view{line}.substr(at + 1, end - at - 1));
      line.replace(at + 1, end - at - 1, words);
      at += words.size() + 2;
    }
    result += line + '\n';
  }
  return result;
}

void add(app::Setup& setup, const std::string& language, std::string (*turn)(std::string_view),
         const std::string& instead_of) {
  const auto dutch = read_file(app::share_folder() / "config" / "languages" / "nl.toml", 1U << 20U);
  REQUIRE(static_cast<bool>(dutch));
  auto phrases = survey::read_phrases(turned_file(*dutch, language, turn), language);
  INFO((phrases ? std::string{} : describe(phrases.error())));
  REQUIRE(static_cast<bool>(phrases));
  for (screens::LanguagePack& pack : setup.languages) {
    if (pack.phrases.language() == instead_of) pack.phrases = std::move(*phrases);  // its keys stay
  }
  const auto add_to = [&](survey::Words& words) { words.by_language[language] = turn(words.in("nl", "nl")); };
  add_to(setup.survey.title);
  for (survey::Question& question : setup.survey.questions) {
    for (survey::Words* words : {&question.tag, &question.text, &question.hint}) add_to(*words);
    for (survey::Option& option : question.options) add_to(option.label);
  }
}

}  // namespace

std::string in_long(std::string_view dutch) { return turned(dutch, longer); }
std::string in_rtl(std::string_view dutch) { return turned(dutch, in_arabic); }

app::Setup with_pseudo_languages(app::Setup setup) {
  add(setup, long_language, in_long, "de");
  add(setup, rtl_language, in_rtl, "ar");
  return setup;
}

}  // namespace kiosk::faces
