#pragma once

#include "kiosk/store/lmdb.h"

namespace kiosk::store {

/// The tables of a store.
struct Tables {
  Table answers = 0;    ///< many: set -> records
  Table texts = 0;      ///< id -> free text
  Table sets = 0;       ///< set -> the text it was read from
  Table counts = 0;     ///< set, question -> counts
  Table standings = 0;  ///< set, question -> scores, live and published
  Table meta = 0;       ///< "format", "tag key", "canary"
};

/// Opens them all, and makes them where the transaction writes. They stay open only if it is committed.
Result<Tables, StoreError> open_tables(Transaction& transaction);

}  // namespace kiosk::store
