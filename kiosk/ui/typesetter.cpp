#include "kiosk/ui/typesetter.h"

#include <utility>

#include "kiosk/base/utf8.h"

namespace kiosk::ui {

namespace {
constexpr std::size_t longest_line = 60;  // letters: from the end of longer ones the eye loses its way back
constexpr std::size_t most_remembered =
    16384;  // some 4 MB; a visitor who writes 280 letters makes 280 paragraphs
}  // namespace

const text::Paragraph& Typesetter::lines(const Face& face, std::string_view words, int max_width,
                                         const std::string& language, text::LongWord long_word) {
  const Asking asking{face, max_width, long_word, language, words};
  if (const auto found = broken_.find(asking); found != broken_.end()) return found->second;
  if (broken_.size() >= most_remembered) broken_.clear();
  const auto measured = [&](std::string_view line) {
    const bool can_be_broken = line.find(' ') != std::string_view::npos;
    return can_be_broken && utf8::length(line) > longest_line ? max_width + 1 : width(face, line);
  };
  text::Paragraph paragraph = long_word == text::LongWord::stays_whole
                                  ? text::break_evenly(words, max_width, language, measured)
                                  : text::break_into_lines(words, max_width, language, measured, long_word);
  return broken_.emplace(Kept{face, max_width, long_word, language, std::string{words}}, std::move(paragraph))
      .first->second;
}

}  // namespace kiosk::ui
