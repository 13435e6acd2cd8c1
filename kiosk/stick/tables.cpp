#include "kiosk/stick/tables.h"

#include <functional>
#include <optional>

#include "kiosk/batch/csv.h"
#include "kiosk/stick/export_error.h"
#include "kiosk/stick/leaflet.h"

namespace kiosk::stick {

namespace {

using Write = std::function<Result<Done, ExportError>(std::string_view)>;

constexpr std::uint64_t rows_between_steps = 1000;

/// Rows of one table, on their way.
class Rows {
 public:
  Rows(const TableSource& source, const Write& write, Step& step)
      : source_{source}, write_{write}, step_{step} {}

  Result<std::uint64_t, ExportError> write_all() {
    for (const store::Seal& seal : source_.seals) {
      const auto set = source_.sets.find(seal.set);
      if (set == source_.sets.end()) continue;
      batch::Legend legend{seal.set, set->second.survey};
      const auto choices = source_.snapshot.each_sealed_choice(
          seal.batch, [&](const store::Choice& choice) { return take(seal, legend.row(choice)); });
      if (!choices) return told(choices.error());
      if (failure_) return *failure_;
      const auto texts = source_.snapshot.each_sealed_text(seal.batch, [&](const store::OwnWords& text) {
        return text.state == store::TextState::erased || take(seal, legend.row(text));
      });
      if (!texts) return told(texts.error());
      if (failure_) return *failure_;
    }
    return rows_;
  }

 private:
  bool take(const store::Seal& seal, const std::optional<batch::Row>& row) {
    if (!row) return true;
    line_.clear();
    batch::add_csv(line_, seal.station, *row);
    if (const auto written = write_(line_); !written) failure_ = written.error();
    if (++rows_ % rows_between_steps == 0 && !step_.go_on(rows_between_steps)) failure_ = cancelled();
    return !failure_;
  }

  const TableSource& source_;
  const Write& write_;
  Step& step_;
  std::string line_;
  std::uint64_t rows_ = 0;
  std::optional<ExportError> failure_;
};

std::pair<std::string, std::uint64_t> codebook_of(const KnownSets& sets) {
  std::string text = batch::codebook_opening();
  std::uint64_t rows = 0;
  for (const auto& [id, set] : sets) rows += batch::add_codebook(text, hex(id), set.survey);
  return {std::move(text), rows};
}

/// Writes one file with what `fill` adds to it.
Result<TableFile, ExportError> write_file(const Folder& folder, const char* name,
                                          const std::function<Result<Done, ExportError>(Copy&)>& fill) {
  auto copy = Copy::start(folder, name);
  if (!copy) return told(copy.error());
  if (const auto filled = fill(*copy); !filled) return filled.error();
  const auto content = copy->finish();
  if (!content) return told(content.error());
  return TableFile{name, *content};
}

Result<Done, ExportError> add(Copy& copy, std::string_view text) {
  const auto added = copy.add(text);
  if (!added) return told(added.error());
  return Done{};
}

}  // namespace

Result<std::uint64_t, ExportError> size_of_tables(const TableSource& source, std::uint64_t block,
                                                  Step& step) {
  std::uint64_t table = batch::csv_opening().size();
  const auto rows = Rows{source,
                         [&](std::string_view row) {
                           table += row.size();
                           return Done{};
                         },
                         step}
                        .write_all();
  if (!rows) return rows.error();
  const auto [codebook, codes] = codebook_of(source.sets);
  table += batch::csv_closing(*rows, {}).size();
  return in_blocks(table, block) + in_blocks(codebook.size() + batch::csv_closing(codes, {}).size(), block) +
         in_blocks(leaflet.size(), block);
}

Result<Tables, ExportError> write_tables(const TableSource& source, const Folder& feedback, Step& step) {
  Tables tables;
  const auto answers = write_file(feedback, table_name, [&](Copy& copy) -> Result<Done, ExportError> {
    if (const auto opened = add(copy, batch::csv_opening()); !opened) return opened.error();
    const auto rows = Rows{source, [&](std::string_view row) { return add(copy, row); }, step}.write_all();
    if (!rows) return rows.error();
    tables.rows = *rows;
    return add(copy, batch::csv_closing(*rows, copy.so_far()));
  });
  if (!answers) return answers.error();
  tables.files.push_back(*answers);
  const auto codebook = write_file(feedback, codebook_name, [&](Copy& copy) -> Result<Done, ExportError> {
    const auto [text, rows] = codebook_of(source.sets);
    if (const auto added = add(copy, text); !added) return added.error();
    return add(copy, batch::csv_closing(rows, copy.so_far()));
  });
  if (!codebook) return codebook.error();
  tables.files.push_back(*codebook);
  const auto explained = write_file(feedback, leaflet_name, [](Copy& copy) { return add(copy, leaflet); });
  if (!explained) return explained.error();
  tables.files.push_back(*explained);
  return tables;
}

}  // namespace kiosk::stick
