#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>

#include "kiosk/base/result.h"
#include "kiosk/store/error.h"

struct MDB_env;
struct MDB_txn;
struct MDB_cursor;

namespace kiosk::store {

using Bytes = std::span<const unsigned char>;

/// A table in the store; valid as long as its Environment.
using Table = unsigned;

/// How a table holds what stands under one key.
enum class Shape {
  single,  ///< one value a key
  many,    ///< many values a key, all of one size, sorted bytewise
};

struct KeyValue {
  Bytes key;
  Bytes value;
};

struct ClosesEnvironment {
  void operator()(MDB_env* environment) const noexcept;
};
struct AbortsTransaction {
  void operator()(MDB_txn* transaction) const noexcept;
};
struct ClosesCursor {
  void operator()(MDB_cursor* cursor) const noexcept;
};

/// A place in one table; ends before its Transaction. Bytes it shows are good until then.
class Cursor {
 public:
  /// The first of the table; nothing in an empty one.
  Result<std::optional<KeyValue>, StoreError> first();
  /// The first value under `key`.
  Result<std::optional<KeyValue>, StoreError> first_of(Bytes key);
  /// The first value under `key` that is not before `value`; in a table of Shape::many.
  Result<std::optional<KeyValue>, StoreError> at_or_after(Bytes key, Bytes value);
  /// The first row whose key is not before `key`.
  Result<std::optional<KeyValue>, StoreError> from(Bytes key);
  /// The next of the table, over all keys.
  Result<std::optional<KeyValue>, StoreError> next();
  /// The next value under the same key.
  Result<std::optional<KeyValue>, StoreError> next_of_same();

 private:
  friend class Transaction;
  explicit Cursor(MDB_cursor* cursor) : cursor_{cursor} {}
  Result<std::optional<KeyValue>, StoreError> move(int how, Bytes key, Bytes value);

  std::unique_ptr<MDB_cursor, ClosesCursor> cursor_;
};

/// All or nothing: leaving scope without commit() undoes everything. Ends before its Environment. A reading
/// one sees the store as it was when it began, and keeps pages of that time from being used again: keep it
/// short.
class Transaction {
 public:
  enum class Missing { fails, is_made };

  /// Opens a table. One that is missing is a failure (missing), or is made.
  Result<Table, StoreError> table(const char* name, Shape shape, Missing missing);

  /// How many tables there are.
  Result<std::uint64_t, StoreError> tables();

  /// The value, or the first of the values, under `key`.
  Result<std::optional<Bytes>, StoreError> get(Table table, Bytes key);

  /// Puts a value in the place of the one under `key`; Shape::many: beside those under it.
  Result<Done, StoreError> put(Table table, Bytes key, Bytes value);

  /// Puts only what is not there yet: the key, in a Shape::many table the value. Tells whether it was new.
  Result<bool, StoreError> put_new(Table table, Shape shape, Bytes key, Bytes value);

  /// Puts what comes after everything in the table so far: without searching, and leaving no page half full.
  Result<Done, StoreError> append(Table table, Shape shape, Bytes key, Bytes value);

  /// Removes a key with its value; in a table of Shape::many with all that stand under it. Tells whether it
  /// was there.
  Result<bool, StoreError> remove(Table table, Bytes key);

  /// Removes one value of many under `key`. Tells whether it was there.
  Result<bool, StoreError> remove(Table table, Bytes key, Bytes value);

  /// How many values a table holds. Costs the same for any number.
  Result<std::uint64_t, StoreError> count(Table table);

  Result<Cursor, StoreError> cursor(Table table);

  /// Makes it durable: waits for the disk (two syncs). After a failure the outcome is unknown: it may be on
  /// disk all the same, so a retry must come to the same end in both cases.
  friend Result<Done, StoreError> commit(Transaction transaction);

 private:
  friend class Environment;
  explicit Transaction(MDB_txn* transaction) : transaction_{transaction} {}
  StoreError failed(int code, const char* doing) const;

  std::unique_ptr<MDB_txn, AbortsTransaction> transaction_;
};

Result<Done, StoreError> commit(Transaction transaction);

/// The open file. At most one for a file in a process, never carried through a fork: LMDB's locks would
/// break.
class Environment {
 public:
  enum class Access { read, write };

  /// Opens `file`, and makes it where it is missing and `access` is write: readable by its owner alone, its
  /// name synced to the folder. `map_bytes` is address space, not disk: the file grows as it fills. Clears
  /// the traces of readers that were killed. Fails with corrupt where pages do not hold together: see
  /// meta_pages.h and sound_pages.h.
  static Result<Environment, StoreError> open(const std::filesystem::path& file, Access access,
                                              std::size_t map_bytes);

  Result<Transaction, StoreError> begin(Access access);

  /// How many bytes of the map have ever been used: what was removed counts until the file is rewritten.
  std::size_t used_bytes() const;

 private:
  explicit Environment(MDB_env* environment) : environment_{environment} {}
  bool pages_hold_together(const std::filesystem::path& file);

  std::unique_ptr<MDB_env, ClosesEnvironment> environment_;
};

}  // namespace kiosk::store
