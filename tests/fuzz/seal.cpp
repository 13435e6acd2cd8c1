#include "kiosk/store/seal.h"

#include <algorithm>
#include <vector>

#include "tests/fuzz/promise.h"

// A seal as it stands in the store: 16 bytes of batch, then the value. What is read is what encode() leaves.
// Each input is tried as it is, and once more with the tag that fits it.

using kiosk::fuzz::promise;

namespace {

constexpr kiosk::store::TagKey key{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};

void read(const kiosk::store::BatchId& batch, const std::vector<unsigned char>& value) {
  const auto seal = kiosk::store::decode_seal(batch, value, key);
  if (!seal) return;
  promise(kiosk::store::encode(*seal, key) == value, "what was read is written as the same bytes");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  kiosk::store::BatchId batch{};
  if (size < batch.size()) return 0;
  std::copy_n(bytes, batch.size(), batch.begin());
  std::vector<unsigned char> value{bytes + batch.size(), bytes + size};
  read(batch, value);

  std::vector<unsigned char> tagged{bytes, bytes + size};
  const auto tag = kiosk::store::tag_of(tagged, key);
  value.insert(value.end(), tag.begin(), tag.end());
  read(batch, value);
  return 0;
}
