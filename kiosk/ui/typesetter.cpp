#include "kiosk/ui/typesetter.h"

#include <fmt/format.h>

#include <utility>

namespace kiosk::ui {

namespace {
constexpr std::size_t most_remembered =
    16384;  // some 4 MB; a visitor who writes 280 letters makes 280 paragraphs
}

const text::Paragraph& Typesetter::lines(const Face& face, std::string_view words, int max_width,
                                         const std::string& language, text::LongWord long_word) {
  std::string key = fmt::format("{}{}{} {} {} {}", long_word == text::LongWord::is_cut ? 'c' : 'w',
                                face.bold ? 'b' : 'r', face.px, max_width, language, words);
  if (const auto found = broken_.find(key); found != broken_.end()) return found->second;
  if (broken_.size() >= most_remembered) broken_.clear();
  text::Paragraph paragraph = text::break_into_lines(
      words, max_width, language, [&](std::string_view line) { return width(face, line); }, long_word);
  return broken_.emplace(std::move(key), std::move(paragraph)).first->second;
}

}  // namespace kiosk::ui
