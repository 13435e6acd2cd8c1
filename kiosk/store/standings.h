#pragma once

#include <cstdint>

#include "kiosk/store/lmdb.h"
#include "kiosk/store/published.h"
#include "kiosk/store/words.h"

namespace kiosk::store {

/// The standing of a question, kept with every save: publishing costs the same for any number of answers, and
/// goes on where it was after a restart.
///
/// One row of the table "standings". Key: key_of(). Value:
/// the live scores, then the published ones; of each opinions, "don't know" and 12 options, 8 bytes a number,
/// little-endian; then the tag, SipHash of the key and all bytes before (8); 232 bytes. Fails with corrupt
/// when a row has another size or tag.
Result<Standing, StoreError> standing_of(Transaction& transaction, Table standings, const TagKey& tag_key,
                                         const SetId& set, std::uint16_t question);

/// What one row tells. Fails when it has another size or tag.
Result<Standing, Damage> decode_standing(const KeyValue& row, const TagKey& tag_key);

/// Puts `standing` in the place of the one that was there.
Result<Done, StoreError> put_standing(Transaction& transaction, Table standings, const TagKey& tag_key,
                                      const SetId& set, std::uint16_t question, const Standing& standing);

}  // namespace kiosk::store
