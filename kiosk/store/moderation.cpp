#include "kiosk/store/moderation.h"

#include <vector>

#include "kiosk/store/reading.h"
#include "kiosk/store/seal.h"

namespace kiosk::store {

namespace {

/// Where a text may stand: in which table, under which key.
struct WordsPlace {
  Table table;
  std::vector<unsigned char> key;
};

Result<std::vector<WordsPlace>, StoreError> places_for(Transaction& transaction, const Tables& tables,
                                                       const Id& id) {
  std::vector<WordsPlace> places{{tables.texts, {id.begin(), id.end()}}};
  const auto read = each_row(transaction, tables.batches, [&](const KeyValue& row) {
    WordsPlace place{tables.sealed_texts, {row.key.begin(), row.key.end()}};
    place.key.insert(place.key.end(), id.begin(), id.end());
    places.push_back(std::move(place));
    return true;
  });
  if (!read) return read.error();
  return places;
}

}  // namespace

Result<bool, StoreError> decide_text(Transaction& transaction, const Tables& tables, const TagKey& tag_key,
                                     const Id& id, TextState state, TextReason reason) {
  const auto places = places_for(transaction, tables, id);
  if (!places) return places.error();
  for (const WordsPlace& place : *places) {
    const auto stored = transaction.get(place.table, place.key);
    if (!stored) return stored.error();
    if (!*stored) continue;
    auto text = decode(id, **stored, tag_key);
    if (!text) return StoreError{StoreError::Kind::corrupt, 0, {}, {}};
    if (text->state == TextState::erased) return false;
    text->state = state;
    text->reason = reason;
    if (state == TextState::erased) text->words.clear();
    const auto put = transaction.put(place.table, place.key, encode(*text, tag_key));
    if (!put) return put.error();
    return true;
  }
  return false;
}

}  // namespace kiosk::store
