#include "kiosk/store/words.h"

#include <algorithm>
#include <vector>

#include "kiosk/base/utf8.h"
#include "tests/fuzz/promise.h"

// A free text as it stands in the store: 16 bytes of id, then the value. What is read is UTF-8, and what
// encode() leaves. Each input is tried as it is, and once more with the tag that fits it.

using kiosk::fuzz::promise;

namespace {

constexpr kiosk::store::TagKey key{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};

void read(const kiosk::store::Id& id, const std::vector<unsigned char>& value) {
  const auto text = kiosk::store::decode(id, value, key);
  if (!text) return;
  promise(kiosk::utf8::valid(text->words), "a text is UTF-8");
  promise(kiosk::store::encode(*text, key) == value, "what was read is written as the same bytes");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  kiosk::store::Id id{};
  if (size < id.size()) return 0;
  std::copy_n(bytes, id.size(), id.begin());
  std::vector<unsigned char> value{bytes + id.size(), bytes + size};
  read(id, value);

  std::vector<unsigned char> tagged{bytes, bytes + size};
  const auto tag = kiosk::store::tag_of(tagged, key);
  value.insert(value.end(), tag.begin(), tag.end());
  read(id, value);
  return 0;
}
