#include "kiosk/batch/tables.h"

#include <fmt/core.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "kiosk/batch/csv.h"
#include "kiosk/batch/report.h"
#include "kiosk/batch/tally.h"
#include "kiosk/batch/xlsx.h"

namespace kiosk::batch {

namespace {

constexpr std::uint64_t rows_a_step = 4096;

GatherError not_written(const IoError& error) {
  return {GatherError::Kind::failed, error.text() + "; make room or take another disk, and try again"};
}

GatherError not_put_together(const IoError& error) {
  return {GatherError::Kind::scratch, error.text() + "; make room there, and try again"};
}

/// A file of ours that ends on its own hash.
class Table {
 public:
  static Result<Table, GatherError> start(OutFolder& out, const std::string& name, std::string_view opening) {
    auto file = out.start(name);
    if (!file) return not_written(file.error());
    Table table{std::move(*file)};
    if (const auto added = table.add(opening); !added) return added.error();
    return table;
  }

  Result<Done, GatherError> add(std::string_view rows) {
    hasher_.take(rows);
    const auto added = file_->add(rows);
    if (!added) return not_written(added.error());
    return Done{};
  }

  /// Ends the file with its closing line.
  Result<Done, GatherError> finish(std::uint64_t rows) {
    if (const auto closed = file_->add(csv_closing(rows, hasher_.so_far())); !closed)
      return not_written(closed.error());
    if (const auto finished = file_->finish(); !finished) return not_written(finished.error());
    return Done{};
  }

 private:
  explicit Table(std::unique_ptr<OutFile> file) : file_{std::move(file)} {}

  std::unique_ptr<OutFile> file_;
  Hasher hasher_;
};

/// The sets of all batches, each once, by the hash of their text.
std::map<std::string, std::shared_ptr<const survey::Survey>> sets_of(const Gathered& gathered) {
  std::map<std::string, std::shared_ptr<const survey::Survey>> sets;
  for (const auto& [id, batch] : gathered.batches) {
    for (const auto* found : {&batch.answers, &batch.texts}) {
      if (*found && (*found)->readable()) sets.emplace((*found)->file.head.hash, (*found)->file.survey);
    }
  }
  return sets;
}

/// Hands each answer of each batch to `take`, as long as that has no trouble.
Result<Done, GatherError> each_answer(const Gathered& gathered, const TellProgress& tell,
                                      const std::function<void(const ReadFile&)>& begin,
                                      const std::function<bool(const Head&, const Line&)>& take) {
  Surveys surveys;
  const std::uint64_t all = gathered.answers();
  std::uint64_t done = 0;
  if (!tell(0, all))
    return GatherError{GatherError::Kind::cancelled, "stopped, as was asked; nothing was made"};
  for (const auto& [id, batch] : gathered.batches) {
    for (const auto* found : {&batch.answers, &batch.texts}) {
      if (!*found || !(*found)->readable()) continue;
      const Head& head = (*found)->file.head;
      begin((*found)->file);
      const auto read = read_again(gathered, **found, surveys, [&](const Line& line) {
        if (++done % rows_a_step == 0 && !tell(done, all)) return false;
        return take(head, line);
      });
      if (!read) return read.error();
    }
  }
  return Done{};
}

/// A row in place of the words of a batch that are sealed.
Line sealed_line(const FoundFile& texts, std::string& words) {
  const std::uint64_t count = texts.file.head.answers;
  words = fmt::format(
      "{} in eigen woorden: verzegeld, niet in deze tabel. Wie de sleutel heeft opent ze: kiosk merge "
      "--identity. / {} in "
      "own words: sealed, not in this table; whoever has the key opens them.",
      count == 1 ? "1 reactie" : fmt::format("{} reacties", count),
      count == 1 ? "1 remark" : fmt::format("{} remarks", count));
  Line line;
  line.row.kind = Row::Kind::sealed;
  line.row.words = words;
  return line;
}

Result<Done, GatherError> write_codebook(const Gathered& gathered, OutFolder& out) {
  auto table = Table::start(out, "codeboek.csv", codebook_opening());
  if (!table) return table.error();
  std::string text;
  std::uint64_t rows = 0;
  for (const auto& [hash, survey] : sets_of(gathered)) rows += add_codebook(text, hash, *survey);
  if (const auto added = table->add(text); !added) return added.error();
  return table->finish(rows);
}

/// The day on which the last answer of all was given; 0 where no day was kept.
Day last_day(const Gathered& gathered) {
  Day last = 0;
  for (const auto& [id, batch] : gathered.batches) {
    for (const auto* found : {&batch.answers, &batch.texts}) {
      if (*found) last = std::max(last, (*found)->file.head.to.day);
    }
  }
  return last;
}

Result<Done, GatherError> write_page(const std::string& page, OutFolder& out) {
  const auto file = out.start("rapport.html");
  if (!file) return not_written(file.error());
  if (const auto added = (*file)->add(page); !added) return not_written(added.error());
  if (const auto finished = (*file)->finish(); !finished) return not_written(finished.error());
  return Done{};
}

Result<Done, GatherError> write_spreadsheet(Spreadsheet sheet, const Gathered& gathered, OutFolder& out,
                                            const std::filesystem::path& scratch,
                                            const std::function<void()>& waiting) {
  for (const auto& [hash, survey] : sets_of(gathered)) sheet.add_codebook(hash, *survey);
  const auto file = out.start("antwoorden.xlsx");
  if (!file) return not_written(file.error());
  const auto finished = sheet.finish(**file, waiting);
  if (finished) return Done{};
  const std::filesystem::path& where = finished.error().path;
  const bool in_scratch = where == scratch || where.parent_path() == scratch;
  return in_scratch ? not_put_together(finished.error()) : not_written(finished.error());
}

}  // namespace

Result<Tables, GatherError> write_tables(const Gathered& gathered, OutFolder& out,
                                         const TablesOptions& options, const TellProgress& tell) {
  auto table = Table::start(out, "antwoorden.csv", csv_opening());
  if (!table) return table.error();
  std::optional<Spreadsheet> sheet;
  if (!options.scratch.empty()) {
    auto started = Spreadsheet::start(options.scratch, last_day(gathered));
    if (!started) return not_put_together(started.error());
    sheet.emplace(std::move(*started));
  }
  Tables made;
  Tally tally;
  std::string row;
  std::optional<GatherError> failure;
  const auto read = each_answer(
      gathered, tell, [&](const ReadFile& file) { tally.begin(file); },
      [&](const Head& head, const Line& line) {
        row.clear();
        add_csv(row, head.station, line.row);
        if (sheet) sheet->add(head.station, line);
        tally.add(line);
        ++made.answers;
        if (const auto added = table->add(row); !added) failure = added.error();
        return !failure;
      });
  if (failure) return *failure;
  if (!read) return read.error();
  std::uint64_t rows = made.answers;
  for (const auto& [id, batch] : gathered.batches) {
    if (!batch.texts || batch.texts->readable()) continue;
    std::string words;
    const Line line = sealed_line(*batch.texts, words);
    row.clear();
    add_csv(row, batch.texts->file.head.station, line.row);
    if (sheet) sheet->add(batch.texts->file.head.station, line);
    ++rows;
    if (const auto added = table->add(row); !added) return added.error();
  }
  if (const auto finished = table->finish(rows); !finished) return finished.error();
  if (const auto book = write_codebook(gathered, out); !book) return book.error();
  if (const auto report = write_page(report_page(gathered, tally, options.language), out); !report)
    return report.error();
  bool stopped = false;
  const auto waiting = [&] { stopped = !tell(made.answers, made.answers) || stopped; };
  if (sheet) {
    const auto written = write_spreadsheet(std::move(*sheet), gathered, out, options.scratch, waiting);
    if (!written) return written.error();
  }
  waiting();
  if (stopped) return GatherError{GatherError::Kind::cancelled, "stopped, as was asked"};
  made.batches = gathered.batches.size();
  return made;
}

Result<std::string, GatherError> write_report(const Gathered& gathered,
                                              const std::optional<survey::Language>& language,
                                              const TellProgress& tell) {
  Tally tally;
  const auto read = each_answer(
      gathered, tell, [&](const ReadFile& file) { tally.begin(file); },
      [&](const Head&, const Line& line) {
        tally.add(line);
        return true;
      });
  if (!read) return read.error();
  return report_page(gathered, tally, language);
}

}  // namespace kiosk::batch
