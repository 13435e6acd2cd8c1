#include "kiosk/store/record.h"

#include <algorithm>
#include <vector>

#include "tests/fuzz/promise.h"

// The 64 bytes of an answer: whatever is read is what encode() leaves, byte for byte. Nothing would ever pass
// the tag by chance, so each input is tried as it is, and once more with the tag that fits it.

using kiosk::fuzz::promise;

namespace {

constexpr kiosk::store::TagKey key{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
constexpr std::size_t tag_at = 56;

void read(const std::vector<unsigned char>& bytes) {
  const auto choice = kiosk::store::decode(bytes, key);
  if (!choice) return;
  const auto again = kiosk::store::encode(*choice, key);
  promise(std::equal(bytes.begin(), bytes.end(), again.begin(), again.end()),
          "what was read is written as the same bytes");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  std::vector<unsigned char> record{bytes, bytes + size};
  read(record);
  if (size < tag_at) return 0;
  record.resize(tag_at);
  const auto tag = kiosk::store::tag_of(record, key);
  record.insert(record.end(), tag.begin(), tag.end());
  read(record);
  return 0;
}
