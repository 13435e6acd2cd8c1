#include "kiosk/store/tables.h"

#include <array>

namespace kiosk::store {

Result<Tables, StoreError> open_tables(Transaction& transaction) {
  struct Wanted {
    const char* name;
    Shape shape;
    Table Tables::*where;
  };
  constexpr std::array wanted{Wanted{"answers", Shape::many, &Tables::answers},
                              Wanted{"texts", Shape::single, &Tables::texts},
                              Wanted{"sets", Shape::single, &Tables::sets},
                              Wanted{"counts", Shape::single, &Tables::counts},
                              Wanted{"standings", Shape::single, &Tables::standings},
                              Wanted{"meta", Shape::single, &Tables::meta}};
  Tables tables;
  for (const Wanted& one : wanted) {
    const auto table = transaction.table(one.name, one.shape);
    if (!table) return table.error();
    tables.*one.where = *table;
  }
  return tables;
}

}  // namespace kiosk::store
