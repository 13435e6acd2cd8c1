#include "kiosk/store/examine.h"

namespace kiosk::store {

namespace {

/// Without writing, also not what opening to write does first: a store that is damaged stays as it was found.
Result<Done, StoreError> read_through(const std::filesystem::path& folder, const StoreOptions& options) {
  auto store = Store::open_to_read(folder, options);
  if (!store) return store.error();
  auto snapshot = store->snapshot();
  if (!snapshot) return snapshot.error();
  // Where these are damaged no answer can be saved any more.
  if (const auto counts = snapshot->counts(); !counts) return counts.error();
  if (const auto standings = snapshot->check_standings(); !standings) return standings.error();
  const auto damaged = snapshot->damaged();  // decodes every answer, so that every page is looked at
  if (!damaged) return damaged.error();
  return Done{};
}

}  // namespace

Result<Done, StoreError> examine(const std::filesystem::path& folder, const StoreOptions& options) {
  if (const auto read = read_through(folder, options); !read) {
    if (read.error().kind == StoreError::Kind::missing) return Done{};
    return read.error();
  }
  auto store = Store::open(folder, options);
  if (!store) return store.error();
  const auto resealed = store->reseal();
  if (!resealed) return resealed.error();
  return store->check();
}

}  // namespace kiosk::store
