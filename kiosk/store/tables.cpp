#include "kiosk/store/tables.h"

#include <array>

namespace kiosk::store {

namespace {

constexpr std::array tables{
    NamedTable{"answers", Shape::many, &Tables::answers},
    NamedTable{"texts", Shape::single, &Tables::texts},
    NamedTable{"sealed answers", Shape::many, &Tables::sealed_answers},
    NamedTable{"sealed texts", Shape::single, &Tables::sealed_texts},
    NamedTable{"batches", Shape::single, &Tables::batches},
    NamedTable{"sets", Shape::single, &Tables::sets},
    NamedTable{"counts", Shape::single, &Tables::counts},
    NamedTable{"standings", Shape::single, &Tables::standings},
    NamedTable{"meta", Shape::single, &Tables::meta},
};

}  // namespace

std::span<const NamedTable> all_tables() { return tables; }

Result<Tables, StoreError> open_tables(Transaction& transaction, Environment::Access access) {
  const auto there = transaction.tables();
  if (!there) return there.error();
  const bool is_new = *there == 0 && access == Environment::Access::write;
  const auto missing = is_new ? Transaction::Missing::is_made : Transaction::Missing::fails;
  Tables opened;
  for (const NamedTable& named : tables) {
    const auto table = transaction.table(named.name, named.shape, missing);
    if (!table && table.error().kind == StoreError::Kind::missing && *there > 0) {
      return StoreError{StoreError::Kind::corrupt, 0, {}, {}};
    }
    if (!table) return table.error();
    opened.*named.where = *table;
  }
  return opened;
}

}  // namespace kiosk::store
