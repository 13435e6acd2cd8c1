#include "kiosk/store/lmdb.h"

#include <lmdb.h>

#include <cassert>
#include <cerrno>
#include <utility>

#include "kiosk/base/file.h"
#include "kiosk/store/meta_pages.h"
#include "kiosk/store/sound_pages.h"

namespace kiosk::store {

namespace {

constexpr unsigned most_tables = 16;
constexpr mode_t owner_only = 0600;

StoreError::Kind kind_of(int code) {
  switch (code) {
    case MDB_MAP_FULL:
    case MDB_TXN_FULL:
      return StoreError::Kind::full;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return StoreError::Kind::disk_full;
    case EIO:
    case ENODEV:
      return StoreError::Kind::io;
    case MDB_PANIC:
      return StoreError::Kind::panic;
    case MDB_CORRUPTED:
    case MDB_PAGE_NOTFOUND:
    case MDB_INVALID:
    case MDB_INCOMPATIBLE:
    case MDB_CURSOR_FULL:  // pages that lead back to themselves
    case MDB_PAGE_FULL:
      return StoreError::Kind::corrupt;
    case MDB_VERSION_MISMATCH:
      return StoreError::Kind::version;
    case EAGAIN:
    case EBUSY:
    case MDB_READERS_FULL:
      return StoreError::Kind::busy;
    case ENOENT:
    case MDB_NOTFOUND:
      return StoreError::Kind::missing;
    default:
      return StoreError::Kind::other;
  }
}

StoreError error_of(int code, const char* doing, MDB_env* environment) {
  const char* path = "";
  mdb_env_get_path(environment, &path);
  return {kind_of(code), code, doing, path};
}

// LMDB takes what it only reads through pointers that are not const.
MDB_val in(Bytes bytes) { return {bytes.size(), const_cast<unsigned char*>(bytes.data())}; }

Bytes out(const MDB_val& value) { return {static_cast<const unsigned char*>(value.mv_data), value.mv_size}; }

}  // namespace

void ClosesEnvironment::operator()(MDB_env* environment) const noexcept { mdb_env_close(environment); }
void AbortsTransaction::operator()(MDB_txn* transaction) const noexcept { mdb_txn_abort(transaction); }
void ClosesCursor::operator()(MDB_cursor* cursor) const noexcept { mdb_cursor_close(cursor); }

Result<std::optional<KeyValue>, StoreError> Cursor::move(int how, Bytes key, Bytes value) {
  MDB_val at_key = in(key);
  MDB_val at_value = in(value);
  const int code = mdb_cursor_get(cursor_.get(), &at_key, &at_value, static_cast<MDB_cursor_op>(how));
  if (code == MDB_NOTFOUND) return std::optional<KeyValue>{};
  if (code != 0) return error_of(code, "read the answers", mdb_txn_env(mdb_cursor_txn(cursor_.get())));
  return std::optional<KeyValue>{{out(at_key), out(at_value)}};
}

Result<std::optional<KeyValue>, StoreError> Cursor::first() { return move(MDB_FIRST, {}, {}); }
Result<std::optional<KeyValue>, StoreError> Cursor::first_of(Bytes key) { return move(MDB_SET_KEY, key, {}); }
Result<std::optional<KeyValue>, StoreError> Cursor::from(Bytes key) { return move(MDB_SET_RANGE, key, {}); }
Result<std::optional<KeyValue>, StoreError> Cursor::at_or_after(Bytes key, Bytes value) {
  return move(MDB_GET_BOTH_RANGE, key, value);
}
Result<std::optional<KeyValue>, StoreError> Cursor::next() { return move(MDB_NEXT, {}, {}); }
Result<std::optional<KeyValue>, StoreError> Cursor::next_of_same() { return move(MDB_NEXT_DUP, {}, {}); }

StoreError Transaction::failed(int code, const char* doing) const {
  return error_of(code, doing, mdb_txn_env(transaction_.get()));
}

Result<std::uint64_t, StoreError> Transaction::tables() {
  Table names = 0;
  if (const int code = mdb_dbi_open(transaction_.get(), nullptr, 0, &names); code != 0) {
    return failed(code, "open the store");
  }
  return count(names);
}

Result<Table, StoreError> Transaction::table(const char* name, Shape shape, Missing missing) {
  unsigned flags = shape == Shape::many ? MDB_DUPSORT | MDB_DUPFIXED : 0U;
  if (missing == Missing::is_made) flags |= MDB_CREATE;
  Table table = 0;
  if (const int code = mdb_dbi_open(transaction_.get(), name, flags, &table); code != 0) {
    return failed(code, "open a table of the store");
  }
  return table;
}

Result<std::optional<Bytes>, StoreError> Transaction::get(Table table, Bytes key) {
  MDB_val at = in(key);
  MDB_val value{};
  const int code = mdb_get(transaction_.get(), table, &at, &value);
  if (code == MDB_NOTFOUND) return std::optional<Bytes>{};
  if (code != 0) return failed(code, "read the store");
  return std::optional<Bytes>{out(value)};
}

Result<Done, StoreError> Transaction::put(Table table, Bytes key, Bytes value) {
  MDB_val at = in(key);
  MDB_val what = in(value);
  const int code = mdb_put(transaction_.get(), table, &at, &what, 0);
  if (code != 0) return failed(code, "write to the store");
  return Done{};
}

Result<bool, StoreError> Transaction::put_new(Table table, Shape shape, Bytes key, Bytes value) {
  MDB_val at = in(key);
  MDB_val what = in(value);
  const unsigned flag = shape == Shape::many ? MDB_NODUPDATA : MDB_NOOVERWRITE;
  const int code = mdb_put(transaction_.get(), table, &at, &what, flag);
  if (code == MDB_KEYEXIST) return false;
  if (code != 0) return failed(code, "write to the store");
  return true;
}

Result<Done, StoreError> Transaction::append(Table table, Shape shape, Bytes key, Bytes value) {
  MDB_val at = in(key);
  MDB_val what = in(value);
  const unsigned flags = shape == Shape::many ? MDB_APPENDDUP : MDB_APPEND;
  const int code = mdb_put(transaction_.get(), table, &at, &what, flags);
  if (code != 0) return failed(code, "write to the store");
  return Done{};
}

Result<bool, StoreError> Transaction::remove(Table table, Bytes key) {
  MDB_val at = in(key);
  const int code = mdb_del(transaction_.get(), table, &at, nullptr);
  if (code == MDB_NOTFOUND) return false;
  if (code != 0) return failed(code, "remove from the store");
  return true;
}

Result<bool, StoreError> Transaction::remove(Table table, Bytes key, Bytes value) {
  MDB_val at = in(key);
  MDB_val what = in(value);
  const int code = mdb_del(transaction_.get(), table, &at, &what);
  if (code == MDB_NOTFOUND) return false;
  if (code != 0) return failed(code, "remove from the store");
  return true;
}

Result<std::uint64_t, StoreError> Transaction::count(Table table) {
  MDB_stat about{};
  const int code = mdb_stat(transaction_.get(), table, &about);
  if (code != 0) return failed(code, "count in the store");
  return std::uint64_t{about.ms_entries};
}

Result<Cursor, StoreError> Transaction::cursor(Table table) {
  MDB_cursor* cursor = nullptr;
  const int code = mdb_cursor_open(transaction_.get(), table, &cursor);
  if (code != 0) return failed(code, "read the store");
  return Cursor{cursor};
}

Result<Done, StoreError> commit(Transaction transaction) {
  MDB_txn* const ending = transaction.transaction_.release();  // LMDB frees it even when the commit fails
  MDB_env* const environment = mdb_txn_env(ending);
  if (const int code = mdb_txn_commit(ending); code != 0)
    return error_of(code, "write to the store", environment);
  return Done{};
}

Result<Environment, StoreError> Environment::open(const std::filesystem::path& file, Access access,
                                                  std::size_t map_bytes) {
  const auto failed = [&](int code) { return StoreError{kind_of(code), code, "open the store", file}; };
  if (!meta_pages_agree(file)) return failed(MDB_CORRUPTED);
  MDB_env* created = nullptr;
  if (const int code = mdb_env_create(&created); code != 0) return failed(code);
  Environment opened{created};
  mdb_env_set_maxdbs(created, most_tables);
  if (const int code = mdb_env_set_mapsize(created, map_bytes); code != 0) return failed(code);
  // LMDB maps its lock file and writes to it: on a full disk that would end the program.
  constexpr std::uint64_t lock_bytes = 8192;  // 125 readers of 64 bytes, and 192
  const auto locks = allocate_file(file.string() + "-lock", lock_bytes);
  if (!locks && locks.error().disk_full()) return failed(locks.error().code);
  // MDB_NOTLS ties a reading transaction to itself and not to its thread: an export reads in a thread of its
  // own, while the one that began it goes on. No other flag, ever. MDB_NOSYNC and MDB_NOMETASYNC lose answers
  // in a power cut, MDB_WRITEMAP lets a stray pointer of ours reach the file, MDB_NOLOCK lets `kiosk export`
  // read pages that are being reused.
  const unsigned flags = MDB_NOSUBDIR | MDB_NOTLS | (access == Access::read ? MDB_RDONLY : 0U);
  if (const int code = mdb_env_open(created, file.c_str(), flags, owner_only); code != 0) return failed(code);
  if (access == Access::write) {
    if (const auto synced = sync_folder(file.parent_path()); !synced) return failed(synced.error().code);
  }
  // A file that was cut short would end the program (SIGBUS) where a page is missing; zeros are an error
  // instead. A file is somewhat shorter than what it calls used where a transaction gave its last pages back.
  constexpr std::uintmax_t least_apart = std::uintmax_t{16} << 20U;
  std::error_code unknown;
  const std::uintmax_t size = std::filesystem::file_size(file, unknown);
  if (!unknown && opened.used_bytes() > 2 * size + least_apart) return failed(MDB_CORRUPTED);
  const auto whole = grow_file(file, opened.used_bytes());
  if (!whole && access == Access::write) return failed(whole.error().code);
  if (!opened.pages_hold_together(file)) return failed(MDB_CORRUPTED);
  int cleared = 0;
  if (const int code = mdb_reader_check(created, &cleared); code != 0) return failed(code);
  return opened;
}

/// While a reader is there, the pages that it sees are written over by nobody.
bool Environment::pages_hold_together(const std::filesystem::path& file) {
  constexpr int looks = 5;  // another process may commit between the beginning and the look
  for (int i = 0; i < looks; ++i) {
    MDB_txn* begun = nullptr;
    if (mdb_txn_begin(environment_.get(), nullptr, MDB_RDONLY, &begun) != 0) return true;  // told when used
    const Transaction reading{begun};
    const std::uint64_t transaction = mdb_txn_id(begun);
    const auto pages = pages::PageFile::open(file);
    if (!pages || transaction == 0) return true;  // nothing in it yet
    const auto meta = pages->meta(transaction % 2);
    if (meta.transaction == transaction) return pages_are_sound(*pages, meta);
  }
  return true;
}

Result<Transaction, StoreError> Environment::begin(Access access) {
  MDB_txn* begun = nullptr;
  const bool writes = access == Access::write;
  const int code = mdb_txn_begin(environment_.get(), nullptr, writes ? 0U : MDB_RDONLY, &begun);
  if (code != 0) return error_of(code, "begin with the store", environment_.get());
  return Transaction{begun};
}

std::size_t Environment::used_bytes() const {
  MDB_envinfo about{};
  MDB_stat pages{};
  mdb_env_info(environment_.get(), &about);
  mdb_env_stat(environment_.get(), &pages);
  return (about.me_last_pgno + 1) * pages.ms_psize;
}

}  // namespace kiosk::store
