#include "kiosk/app/writings.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "kiosk/store/hints.h"

namespace kiosk::app {

namespace {

visit::Remark remark_of(store::Hint hint) {
  switch (hint) {
    case store::Hint::email:
      return visit::Remark::email;
    case store::Hint::phone:
      return visit::Remark::phone;
    case store::Hint::bsn:
      return visit::Remark::bsn;
    case store::Hint::abuse:
      break;
  }
  return visit::Remark::abuse;
}

/// Hands every unread text to `take`, until that returns false.
Result<Done, store::StoreError> each_unread(store::Snapshot& snapshot,
                                            const std::function<bool(const store::OwnWords&)>& take) {
  bool more = true;
  const store::TakeText unread = [&](const store::OwnWords& text) {
    if (text.state == store::TextState::unread) more = take(text);
    return more;
  };
  if (const auto seen = snapshot.each_text(unread); !seen) return seen.error();
  const auto seals = snapshot.seals();
  if (!seals) return seals.error();
  for (const store::Seal& seal : *seals) {
    if (!more) break;
    if (const auto seen = snapshot.each_sealed_text(seal.batch, unread); !seen) return seen.error();
  }
  return Done{};
}

}  // namespace

Result<std::vector<visit::Writing>, store::StoreError> unread_writings(store::Snapshot& snapshot,
                                                                       const store::SetId& set,
                                                                       std::size_t most) {
  std::vector<visit::Writing> writings;
  const auto seen = each_unread(snapshot, [&](const store::OwnWords& text) {
    visit::Writing writing;
    writing.id = text.id;
    if (text.set == set) writing.question = text.question;
    writing.words = text.words;
    for (const store::Hint hint : store::hints(text.words)) writing.remarks.push_back(remark_of(hint));
    writings.push_back(std::move(writing));
    return writings.size() < most;
  });
  if (!seen) return seen.error();
  std::sort(writings.begin(), writings.end(),
            [](const visit::Writing& a, const visit::Writing& b) { return a.id < b.id; });
  return writings;
}

Result<std::uint64_t, store::StoreError> count_unread(store::Snapshot& snapshot) {
  std::uint64_t count = 0;
  const auto seen = each_unread(snapshot, [&](const store::OwnWords&) {
    ++count;
    return true;
  });
  if (!seen) return seen.error();
  return count;
}

}  // namespace kiosk::app
