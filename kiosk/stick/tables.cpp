#include "kiosk/stick/tables.h"

#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "kiosk/batch/tables.h"
#include "kiosk/stick/export_error.h"
#include "kiosk/stick/leaflet.h"

namespace kiosk::stick {

namespace {

/// Makes files on the stick, and remembers what each should hold, or which of them failed.
class StickFolder : public batch::OutFolder {
 public:
  explicit StickFolder(const Folder& folder) : folder_{folder} {}

  Result<std::unique_ptr<batch::OutFile>, IoError> start(const std::string& name) override {
    auto copy = Copy::start(folder_, name);
    if (!copy) return fail(copy.error());
    return std::unique_ptr<batch::OutFile>{std::make_unique<File>(*this, name, std::move(*copy))};
  }

  const std::optional<IoError>& failure() const { return failure_; }
  std::vector<TableFile> take() { return std::move(made_); }

 private:
  class File : public batch::OutFile {
   public:
    File(StickFolder& on, std::string name, Copy copy)
        : on_{on}, name_{std::move(name)}, copy_{std::move(copy)} {}

    Result<Done, IoError> add(std::string_view piece) override {
      const auto added = copy_.add(piece);
      return added ? added : on_.fail(added.error());
    }
    Result<Done, IoError> finish() override {
      const auto content = copy_.finish();
      if (!content) return on_.fail(content.error());
      on_.made_.push_back({name_, *content});
      return Done{};
    }

   private:
    StickFolder& on_;
    std::string name_;
    Copy copy_;
  };

  IoError fail(const IoError& error) {
    failure_ = error;
    return error;
  }

  const Folder& folder_;
  std::vector<TableFile> made_;
  std::optional<IoError> failure_;
};

ExportError told(const batch::GatherError& error) {
  switch (error.kind) {
    case batch::GatherError::Kind::cancelled:
      return cancelled();
    case batch::GatherError::Kind::scratch:
    case batch::GatherError::Kind::disagree:
    case batch::GatherError::Kind::failed:
      break;
  }
  return {.kind = ExportError::Kind::failed, .sentence = error.sentence};
}

/// Half of the work is reading, half is writing.
batch::TellProgress telling_of(Telling& telling, int half) {
  return [&telling, half](std::uint64_t done, std::uint64_t all) {
    const std::uint64_t before = half == 0 ? 0 : all;
    return telling.tell({Progress::Phase::tables, (before + done) / 2, all});
  };
}

/// All batches that fit each other; without those of other stations where they do not.
Result<batch::Gathered, batch::GatherError> gather_all(const TableOrder& order, Telling& telling,
                                                       bool& only_own) {
  const std::vector<batch::BatchFolder> folders{{&order.batches, "the stick"}};
  auto all = batch::gather(folders, {}, telling_of(telling, 0));
  if (all || all.error().kind != batch::GatherError::Kind::disagree) return all;
  only_own = true;
  batch::GatherOptions own;
  own.known_keys = std::set<PublicKey>{order.own};
  return batch::gather(folders, own, telling_of(telling, 0));
}

/// The first file of this station that the stick does not give back; nothing where it gives all.
Result<std::optional<std::string>, ExportError> missing_file(const TableOrder& order,
                                                             const batch::Gathered& gathered,
                                                             Telling& telling) {
  for (const PlannedFile& file : order.plan.files) {
    const auto batch = gathered.batches.find(order.plan.seals[file.batch].batch);
    const bool is_there = batch != gathered.batches.end() &&
                          (file.part == Part::answers ? batch->second.answers : batch->second.texts);
    if (!is_there) return std::optional{file.name};
    if (file.found == PlannedFile::Found::same) continue;
    bool goes_on = true;
    const auto back = content_of(order.batches, file.name, file.content.bytes, [&](std::uint64_t) {
      return goes_on = telling.tell({Progress::Phase::tables, 0, order.plan.answers});
    });
    if (!goes_on) return cancelled();
    if (!back) return stick::told(back.error());
    if (!(*back == file.content)) return std::optional{file.name};
  }
  return std::optional<std::string>{};
}

Result<Done, IoError> write_leaflet(StickFolder& out) {
  auto file = out.start(leaflet_name);
  if (!file) return file.error();
  if (const auto added = (*file)->add(leaflet); !added) return added.error();
  return (*file)->finish();
}

}  // namespace

std::uint64_t room_for_tables(std::uint64_t bytes_of_batches) {
  return 3 * bytes_of_batches + (std::uint64_t{1} << 20U);
}

Result<Tables, ExportError> write_tables(const TableOrder& order, Telling& telling) {
  Tables tables;
  const auto gathered = gather_all(order, telling, tables.only_own);
  if (!gathered) return told(gathered.error());
  const auto missing = missing_file(order, *gathered, telling);
  if (!missing) return missing.error();
  if (*missing) return differs(order.batches.path() / **missing);
  StickFolder out{order.feedback};
  auto made = batch::write_tables(*gathered, out, {order.scratch, {}}, telling_of(telling, 1));
  if (!made && made.error().kind == batch::GatherError::Kind::scratch) {
    // A full disk is no reason to keep answers from leaving it. An older spreadsheet would tell of fewer.
    tables.no_spreadsheet = true;
    if (const auto removed = order.feedback.remove(spreadsheet_name); !removed)
      return stick::told(removed.error());
    static_cast<void>(out.take());
    made = batch::write_tables(*gathered, out, {}, telling_of(telling, 1));
  }
  if (out.failure()) return stick::told(*out.failure());
  if (!made) return told(made.error());
  if (const auto written = write_leaflet(out); !written) return stick::told(written.error());
  tables.files = out.take();
  return tables;
}

}  // namespace kiosk::stick
