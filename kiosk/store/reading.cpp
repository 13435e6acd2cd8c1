#include "kiosk/store/reading.h"

#include <algorithm>

namespace kiosk::store {

Result<Done, StoreError> each_row(Transaction& transaction, Table table, const TakeRow& take) {
  auto cursor = transaction.cursor(table);
  if (!cursor) return cursor.error();
  for (auto row = cursor->first();; row = cursor->next()) {
    if (!row) return row.error();
    if (!*row || !take(**row)) return Done{};
  }
}

Result<Seen, StoreError> each_choice(Transaction& transaction, Table table, const TagKey& tag_key, Bytes key,
                                     const TakeChoice& take) {
  auto cursor = transaction.cursor(table);
  if (!cursor) return cursor.error();
  Seen seen;
  for (auto row = cursor->first_of(key);; row = cursor->next_of_same()) {
    if (!row) return row.error();
    if (!*row) return seen;
    const auto choice = decode((*row)->value, tag_key);
    ++(choice ? seen.good : seen.damaged);
    if (choice && !take(*choice)) return seen;
  }
}

Result<Seen, StoreError> count_choices(Transaction& transaction, Table table, const TagKey& tag_key,
                                       Bytes key) {
  auto cursor = transaction.cursor(table);
  if (!cursor) return cursor.error();
  Seen seen;
  for (auto row = cursor->first_of(key);; row = cursor->next_of_same()) {
    if (!row) return row.error();
    if (!*row) return seen;
    ++(has_its_tag((*row)->value, tag_key) ? seen.good : seen.damaged);
  }
}

Result<Seen, StoreError> each_text(Transaction& transaction, Table table, const TagKey& tag_key, Bytes before,
                                   const TakeText& take) {
  auto cursor = transaction.cursor(table);
  if (!cursor) return cursor.error();
  Seen seen;
  for (auto row = before.empty() ? cursor->first() : cursor->from(before);; row = cursor->next()) {
    if (!row) return row.error();
    if (!*row) return seen;
    const Bytes key = (*row)->key;
    if (key.size() < before.size() || !std::equal(before.begin(), before.end(), key.begin())) return seen;
    Id id{};
    const Bytes told = key.subspan(before.size());
    std::copy_n(told.begin(), std::min(told.size(), id.size()), id.begin());
    const auto text = decode(id, (*row)->value, tag_key);
    ++(text ? seen.good : seen.damaged);
    if (text && !take(*text)) return seen;
  }
}

}  // namespace kiosk::store
