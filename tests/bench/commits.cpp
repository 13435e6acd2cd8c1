#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <array>
#include <string>

#include "tests/bench/bare_lmdb.h"
#include "tests/bench/given_store.h"
#include "tests/bench/timing.h"

// commits FOLDER ROUNDS: what it takes until one answer is on disk, in turns: the store as it ships, bare
// LMDB, SQLite (WAL, synchronous=FULL), and 64 bytes written in place and synced. Prints "store lmdb sqlite
// raw", in ms.

using namespace kiosk;
using namespace kiosk::bench;

namespace {

class Sqlite {
 public:
  explicit Sqlite(const std::string& file) {
    sqlite3_open(file.c_str(), &database_);
    run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE answers(id BLOB PRIMARY KEY, answer "
        "BLOB)");
    sqlite3_prepare_v2(database_, "INSERT INTO answers VALUES(?, ?)", -1, &insert_, nullptr);
  }
  Sqlite(const Sqlite&) = delete;
  Sqlite& operator=(const Sqlite&) = delete;
  ~Sqlite() {
    sqlite3_finalize(insert_);
    sqlite3_close(database_);
  }

  void commit(const std::array<unsigned char, 64>& bytes) {
    sqlite3_bind_blob(insert_, 1, bytes.data(), 16, SQLITE_STATIC);
    sqlite3_bind_blob(insert_, 2, bytes.data() + 16, 48, SQLITE_STATIC);
    if (sqlite3_step(insert_) != SQLITE_DONE) fail();
    sqlite3_reset(insert_);
  }

 private:
  void run(const char* sql) {
    if (sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
  }
  void fail() {
    std::fprintf(stderr, "SQLite: %s\n", sqlite3_errmsg(database_));
    std::exit(1);
  }

  sqlite3* database_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
};

class RawFile {
 public:
  explicit RawFile(const std::string& file)
      : number_{::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)} {
    const std::string zeros(std::size_t{1} << 20U, '\0');  // in place later: no block is new, no size changes
    if (::pwrite(number_, zeros.data(), zeros.size(), 0) < 0 || ::fsync(number_) != 0) std::exit(1);
  }
  RawFile(const RawFile&) = delete;
  RawFile& operator=(const RawFile&) = delete;
  ~RawFile() { ::close(number_); }

  void commit(const std::array<unsigned char, 64>& bytes) {
    if (::pwrite(number_, bytes.data(), bytes.size(), at_) < 0 || ::fdatasync(number_) != 0) std::exit(1);
    at_ = (at_ + 64) % (1 << 20);
  }

 private:
  int number_;
  off_t at_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const std::filesystem::path folder = argv[1];
  const int rounds = std::atoi(argv[2]);
  const survey::Survey survey = shipped_set();
  Random random = Random::system();
  auto store = must(store::Store::open(folder / "store"));
  const auto set = must(store.keep_set(survey));
  BareLmdb lmdb{folder / "bare.mdb"};
  Sqlite sqlite{folder / "peer.db"};
  RawFile raw{folder / "raw"};

  std::vector<double> by_store;
  std::vector<double> by_lmdb;
  std::vector<double> by_sqlite;
  std::vector<double> by_raw;
  for (int i = 0; i < rounds; ++i) {
    const auto answer = choice(survey, random);
    const auto receipt = store::draw_receipt(answer, random);
    std::array<unsigned char, 64> bytes{};
    random.fill(bytes);
    by_store.push_back(timed([&] { must(store.save(set, answer, some_day, receipt)); }));
    by_lmdb.push_back(timed([&] { lmdb.commit(bytes.data(), bytes.size()); }));
    by_sqlite.push_back(timed([&] { sqlite.commit(bytes); }));
    by_raw.push_back(timed([&] { raw.commit(bytes); }));
  }
  std::printf("%.3f %.3f %.3f %.3f\n", median(by_store), median(by_lmdb), median(by_sqlite), median(by_raw));
  return 0;
}
