#pragma once

#include <lmdb.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

namespace kiosk::bench {

/// The least that a program can do to keep 64 bytes in LMDB for good: one put, one commit, default syncs, in
/// a table such as the store's.
class BareLmdb {
 public:
  explicit BareLmdb(const std::filesystem::path& file) {
    expect(mdb_env_create(&environment_));
    expect(mdb_env_set_mapsize(environment_, std::size_t{1} << 30U));
    expect(mdb_env_set_maxdbs(environment_, 4));
    expect(mdb_env_open(environment_, file.c_str(), MDB_NOSUBDIR, 0600));
    MDB_txn* transaction = nullptr;
    expect(mdb_txn_begin(environment_, nullptr, 0, &transaction));
    expect(mdb_dbi_open(transaction, "answers", MDB_CREATE | MDB_DUPSORT | MDB_DUPFIXED, &table_));
    expect(mdb_txn_commit(transaction));
  }
  BareLmdb(const BareLmdb&) = delete;
  BareLmdb& operator=(const BareLmdb&) = delete;
  ~BareLmdb() { mdb_env_close(environment_); }

  void commit(const void* bytes, std::size_t size) {
    char set[16] = "one set of many";
    MDB_val key{sizeof(set), set};
    MDB_val value{size, const_cast<void*>(bytes)};  // LMDB's interface knows no const; it only reads
    MDB_txn* transaction = nullptr;
    expect(mdb_txn_begin(environment_, nullptr, 0, &transaction));
    expect(mdb_put(transaction, table_, &key, &value, 0));
    expect(mdb_txn_commit(transaction));
  }

 private:
  static void expect(int code) {
    if (code == 0) return;
    std::fprintf(stderr, "bare LMDB: %s\n", mdb_strerror(code));
    std::exit(1);
  }

  MDB_env* environment_ = nullptr;
  MDB_dbi table_ = 0;
};

}  // namespace kiosk::bench
