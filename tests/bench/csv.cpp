#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "kiosk/base/digest.h"
#include "kiosk/batch/csv.h"
#include "kiosk/stick/copy.h"
#include "tests/bench/given_store.h"
#include "tests/bench/timing.h"

// csv STORE FOLDER ROUNDS: all answers of a store as a table in a file, hashed and synced, as an export
// writes it; in turns with the same bytes written and synced, and with the sqlite3 shell that writes as many
// rows. Prints "kiosk bytes sqlite", in ms.

using namespace kiosk;
using namespace kiosk::bench;

namespace {

void write_table(store::Store& store, const survey::Survey& survey, const Folder& folder) {
  auto snapshot = must(store.snapshot());
  const auto set = short_digest(survey.source);
  batch::Legend legend{set, survey};
  auto file = must(stick::Copy::start(folder, "ours.csv"));
  must(file.add(batch::csv_opening()));
  std::string line;
  std::uint64_t rows = 0;
  must(snapshot.each_choice(set, [&](const store::Choice& choice) {
    const auto row = legend.row(choice);
    if (!row) return false;
    line.clear();
    batch::add_csv(line, "UTR-01", *row);
    ++rows;
    must(file.add(line));
    return true;
  }));
  must(file.add(batch::csv_closing(rows, file.so_far())));
  must(file.finish());
}

std::string read(const std::filesystem::path& file) {
  std::ifstream stream{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{stream}, {}};
}

void write_bytes(const std::filesystem::path& file, const std::string& bytes) {
  const int number = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  const bool done = number >= 0 && ::write(number, bytes.data(), bytes.size()) >= 0 && ::fsync(number) == 0;
  if (!done) std::exit(1);
  ::close(number);
}

void run(const std::string& command) {
  if (std::system(command.c_str()) != 0) std::exit(1);  // NOLINT(cert-env33-c): a shell is what is measured
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  const std::filesystem::path place = argv[2];
  const survey::Survey survey = shipped_set();
  auto store = must(store::Store::open_to_read(argv[1]));
  const auto folder = must(Folder::open(place));
  write_table(store, survey, folder);
  const std::string bytes = read(place / "ours.csv");
  const std::string database = (place / "peer.db").string();
  const std::string shell = "sqlite3 -csv -separator ';' " + database;
  run(shell + " '.import " + (place / "ours.csv").string() + " answers' 2>" + (place / "said").string());

  std::vector<double> by_kiosk;
  std::vector<double> by_bytes;
  std::vector<double> by_sqlite;
  for (int i = 0; i < std::atoi(argv[3]); ++i) {
    by_kiosk.push_back(timed([&] { write_table(store, survey, folder); }));
    by_bytes.push_back(timed([&] { write_bytes(place / "bytes.csv", bytes); }));
    by_sqlite.push_back(timed([&] {
      const std::string file = (place / "peer.csv").string();
      run(shell + " 'SELECT * FROM answers' >" + file + " && sync " + file);
    }));
  }
  std::printf("%.1f %.1f %.1f\n", median(by_kiosk), median(by_bytes), median(by_sqlite));
  return 0;
}
