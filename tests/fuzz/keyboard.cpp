#include "kiosk/survey/keyboard.h"

#include <cmath>

#include "tests/fuzz/findings.h"

// The keys of a language: refused in words, or every row is as wide as the board, every key does something,
// and no page is left without a way on.

using namespace kiosk;
using fuzz::promise;

namespace {

void look_at(const survey::Keyboard& board, const survey::Key& key) {
  using Does = survey::Key::Does;
  promise(key.does != Does::insert || (!key.text.empty() && utf8::valid(key.text)), "a letter is text");
  promise(key.does != Does::page || board.page(key.page) != nullptr, "a key leads to a page that is there");
  promise(key.alternatives.size() <= survey::most_alternatives, "the letters of a long press fit");
  promise(key.width > 0, "a key is as wide as something");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const std::string_view text = fuzz::as_text(bytes, size);
  const auto board = survey::read_keyboard(text, "keyboard.toml");
  if (!board) {
    fuzz::promise_told(board.error(), text);
    return 0;
  }
  promise(board->columns >= survey::fewest_columns && board->columns <= survey::most_columns, "rows fit");
  promise(!board->pages.empty() && board->pages.front().name == "letters", "the letters open first");
  for (const survey::KeyPage& page : board->pages) {
    for (const survey::KeyRow& row : page.rows) {
      double width = 2 * row.inset;
      for (const survey::Key& key : row.keys) {
        look_at(*board, key);
        width += key.width;
      }
      promise(std::abs(width - board->columns) < 0.01, "a row is as wide as the board");
    }
  }
  return 0;
}
