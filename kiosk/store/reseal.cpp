#include "kiosk/store/reseal.h"

#include <algorithm>

#include "kiosk/base/file.h"
#include "kiosk/store/tables.h"

namespace kiosk::store {

namespace {

constexpr const char* writing_anew = "write the store anew";

std::filesystem::path beside(const std::filesystem::path& file, const char* ending) {
  return file.string() + ending;
}

StoreError told(const IoError& error) {
  return {error.disk_full() ? StoreError::Kind::disk_full : StoreError::Kind::io, error.code, writing_anew,
          error.path};
}

Result<Done, StoreError> copy_table(Transaction& from, Table old, Transaction& to, Table fresh, Shape shape) {
  auto cursor = from.cursor(old);
  if (!cursor) return cursor.error();
  for (auto row = cursor->first();; row = cursor->next()) {
    if (!row) return row.error();
    if (!*row) return Done{};
    const auto put = to.append(fresh, shape, (*row)->key, (*row)->value);
    if (!put) return put.error();
  }
}

bool same(const std::optional<KeyValue>& a, const std::optional<KeyValue>& b) {
  if (!a || !b) return !a && !b;
  return std::equal(a->key.begin(), a->key.end(), b->key.begin(), b->key.end()) &&
         std::equal(a->value.begin(), a->value.end(), b->value.begin(), b->value.end());
}

Result<Done, StoreError> compare_table(Transaction& one, Table in_one, Transaction& other, Table in_other) {
  auto a = one.cursor(in_one);
  if (!a) return a.error();
  auto b = other.cursor(in_other);
  if (!b) return b.error();
  auto row_a = a->first();
  auto row_b = b->first();
  while (true) {
    if (!row_a) return row_a.error();
    if (!row_b) return row_b.error();
    if (!same(*row_a, *row_b)) return StoreError{StoreError::Kind::corrupt, 0, writing_anew, {}};
    if (!*row_a) return Done{};
    row_a = a->next();
    row_b = b->next();
  }
}

/// One transaction on each file with all tables open, and what is to be done with every pair of tables.
template <class Each>
Result<Done, StoreError> with_both(Environment& old, Environment& fresh, Environment::Access on_fresh,
                                   Each each) {
  auto from = old.begin(Environment::Access::read);
  if (!from) return from.error();
  const auto old_tables = open_tables(*from, Environment::Access::read);
  if (!old_tables) return old_tables.error();
  auto to = fresh.begin(on_fresh);
  if (!to) return to.error();
  const auto fresh_tables = open_tables(*to, on_fresh);
  if (!fresh_tables) return fresh_tables.error();
  for (const NamedTable& table : all_tables()) {
    const auto done = each(*from, (*old_tables).*table.where, *to, (*fresh_tables).*table.where, table.shape);
    if (!done) return done.error();
  }
  if (on_fresh == Environment::Access::write) return commit(std::move(*to));
  return Done{};
}

Result<Done, StoreError> write_fresh(const std::filesystem::path& file,
                                     const std::filesystem::path& fresh_file, std::size_t map_bytes) {
  auto old = Environment::open(file, Environment::Access::read, map_bytes);
  if (!old) return old.error();
  // In one transaction LMDB takes a few pages more than it leaves in use: a full map is no reason to stay
  // full.
  auto fresh = Environment::open(fresh_file, Environment::Access::write, 2 * map_bytes);
  if (!fresh) return fresh.error();
  const auto written = with_both(*old, *fresh, Environment::Access::write, copy_table);
  if (!written) return written.error();
  return with_both(*old, *fresh, Environment::Access::read,
                   [](Transaction& one, Table in_one, Transaction& other, Table in_other, Shape) {
                     return compare_table(one, in_one, other, in_other);
                   });
}

/// From here on nothing is read any more: each step is one call, and each can be the last before a crash.
Result<Done, IoError> take_its_place(const std::filesystem::path& file) {
  const auto fresh = beside(file, ".new");
  const auto old = beside(file, ".old");
  const auto folder = file.parent_path();
  if (const auto linked = link_file(file, old); !linked) return linked.error();
  if (const auto synced = sync_folder(folder); !synced) return synced.error();
  if (const auto replaced = replace_file(fresh, file); !replaced) return replaced.error();
  if (const auto synced = sync_folder(folder); !synced) return synced.error();
  if (const auto removed = remove_name(beside(fresh, "-lock")); !removed) return removed.error();
  return wipe_file(old);
}

}  // namespace

Result<Done, StoreError> finish_reseal(const std::filesystem::path& file) {
  const auto fresh = beside(file, ".new");
  const auto old = beside(file, ".old");
  for (const auto& name : {fresh, beside(fresh, "-lock")}) {
    if (const auto wiped = wipe_file(name); !wiped) return told(wiped.error());
  }
  // Before the new file took its place the old one had two names: then it is no leftover.
  const auto done = is_same_file(file, old) ? remove_name(old) : wipe_file(old);
  if (!done) return told(done.error());
  return Done{};
}

Result<Done, StoreError> reseal_file(const std::filesystem::path& file, std::size_t map_bytes) {
  if (const auto clean = finish_reseal(file); !clean) return clean.error();
  const auto written = write_fresh(file, beside(file, ".new"), map_bytes);
  if (!written) {
    static_cast<void>(finish_reseal(file));  // what cannot be wiped now is wiped when the store opens next
    return written.error();
  }
  const auto done = take_its_place(file);
  if (!done) return told(done.error());
  return Done{};
}

}  // namespace kiosk::store
