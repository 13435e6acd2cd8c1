#pragma once

#include <span>

#include "kiosk/store/lmdb.h"

namespace kiosk::store {

/// The tables of a store.
struct Tables {
  Table answers = 0;         ///< many: set -> records, open
  Table texts = 0;           ///< id -> free text, open
  Table sealed_answers = 0;  ///< many: batch -> records
  Table sealed_texts = 0;    ///< batch, id -> free text
  Table batches = 0;         ///< batch -> its seal
  Table sets = 0;            ///< set -> the text it was read from
  Table counts = 0;          ///< set, question -> counts
  Table standings = 0;       ///< set, question -> scores, live and published
  Table meta = 0;            ///< "format", "tag key", "canary"
};

struct NamedTable {
  const char* name;
  Shape shape;
  Table Tables::*where;
};

/// Every table there is, in the order in which a fresh file has them.
std::span<const NamedTable> all_tables();

/// Opens them all; in a file that has none yet, and that is written to, makes them. They stay open only if
/// the transaction is committed. Fails with corrupt where some are missing: made anew they would look like a
/// store that nobody used.
Result<Tables, StoreError> open_tables(Transaction& transaction, Environment::Access access);

}  // namespace kiosk::store
