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

/// Opens them all, and makes them where the transaction writes. They stay open only if it is committed.
Result<Tables, StoreError> open_tables(Transaction& transaction);

}  // namespace kiosk::store
