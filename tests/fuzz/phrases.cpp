#include "kiosk/survey/phrases.h"

#include "tests/fuzz/findings.h"

// The kiosk's own words in a language: refused in words, or every phrase has words and takes its numbers.

using namespace kiosk;
using fuzz::promise;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const std::string_view text = fuzz::as_text(bytes, size);
  const auto phrases = survey::read_phrases(text, "language.toml");
  if (!phrases) {
    fuzz::promise_told(phrases.error(), text);
    return 0;
  }
  promise(!phrases->own_name().empty() && !phrases->categories().empty(),
          "a language has a name and a plural");
  for (std::size_t i = 0; i < survey::phrase_count; ++i) {
    const auto phrase = static_cast<survey::Phrase>(i);
    promise(!phrases->forms(phrase).empty(), "a phrase has forms");
    for (const survey::PluralCategory category : phrases->categories()) {
      promise(utf8::valid(phrases->in(phrase, "12", category)), "a phrase is text");
    }
  }
  return 0;
}
