#include "kiosk/ui/typesetter.h"

#include <utility>

#include "kiosk/base/key.h"
#include "kiosk/base/utf8.h"

namespace kiosk::ui {

namespace {
constexpr std::size_t longest_line = 60;  // letters: from the end of longer ones the eye loses its way back
constexpr std::size_t most_remembered =
    16384;  // some 4 MB; a visitor who writes 280 letters makes 280 paragraphs
}  // namespace

const text::Paragraph& Typesetter::lines(const Face& face, std::string_view words, int max_width,
                                         const std::string& language, text::LongWord long_word) {
  std::string key = key_of(
      {static_cast<int>(long_word), face.bold ? 1 : 0, face.px, max_width, static_cast<int>(language.size())},
      language);
  key.append(words);
  if (const auto found = broken_.find(key); found != broken_.end()) return found->second;
  if (broken_.size() >= most_remembered) broken_.clear();
  const auto measured = [&](std::string_view line) {
    const bool can_be_broken = line.find(' ') != std::string_view::npos;
    return can_be_broken && utf8::length(line) > longest_line ? max_width + 1 : width(face, line);
  };
  text::Paragraph paragraph = long_word == text::LongWord::stays_whole
                                  ? text::break_evenly(words, max_width, language, measured)
                                  : text::break_into_lines(words, max_width, language, measured, long_word);
  return broken_.emplace(std::move(key), std::move(paragraph)).first->second;
}

}  // namespace kiosk::ui
