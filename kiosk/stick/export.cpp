#include "kiosk/stick/export.h"

#include <algorithm>
#include <future>
#include <optional>
#include <system_error>

#include "kiosk/base/file.h"
#include "kiosk/base/folder.h"
#include "kiosk/batch/verify.h"
#include "kiosk/stick/batch_writer.h"
#include "kiosk/stick/export_error.h"
#include "kiosk/stick/plan.h"
#include "kiosk/stick/tables.h"

namespace kiosk::stick {

namespace {

using Phase = Progress::Phase;
using Access = Port::Access;

constexpr unsigned readable_by_all = 0755;
constexpr std::uint64_t room_for_names = std::uint64_t{64} << 10U;  // the folders grow too

/// All of one export, in a thread of its own.
class Export {
 public:
  Export(store::Snapshot snapshot, const store::ReadSet& read_set, const SigningKey& key, Port& port,
         const ExportOptions& options, Telling& telling)
      : snapshot_{std::move(snapshot)},
        read_set_{read_set},
        key_{key},
        port_{port},
        options_{options},
        telling_{telling} {}

  Result<Exported, ExportError> run() {
    insertion_ = port_.now().insertion;
    auto done = write_and_compare();
    if (done) return exported_;
    snapshot_.reset();
    stick_.reset();
    if (mounted_) static_cast<void>(port_.unmount());  // what is half is told already
    return done.error();
  }

 private:
  Result<Done, ExportError> write_and_compare() {
    if (!telling_.tell({Phase::planning, 0, 0})) return cancelled();
    for (const auto step :
         {&Export::mount_to_write, &Export::plan, &Export::write_batches, &Export::write_tables,
          &Export::let_go_of_all, &Export::compare, &Export::eject}) {
      const auto done = (this->*step)();
      if (!done) return is_it_there(done.error());
    }
    return Done{};
  }

  /// A stick that is pulled out shows itself as one that fails in many ways.
  ExportError is_it_there(const ExportError& error) const {
    const bool may_be_for_that =
        error.kind == ExportError::Kind::failed || error.kind == ExportError::Kind::differs ||
        error.kind == ExportError::Kind::read_only || error.kind == ExportError::Kind::stays_open ||
        error.kind == ExportError::Kind::no_stick;
    return may_be_for_that && begun_ && !port_.still_holds(insertion_) ? pulled_out() : error;
  }

  Result<Done, ExportError> mount_to_write() {
    const auto root = mount(Access::write);
    if (!root) return root.error();
    auto feedback = root->enter_or_make("feedback", readable_by_all);
    if (!feedback) return told(feedback.error());
    auto batches = feedback->enter_or_make("batches", readable_by_all);
    if (!batches) return told(batches.error());
    stick_.emplace(OnStick{std::move(*feedback), std::move(*batches)});
    return Done{};
  }

  Result<Folder, ExportError> mount(Access access) {
    const auto path = port_.mount(access);
    if (!path) return told(path.error());
    mounted_ = true;
    begun_ = true;
    if (!port_.holds(insertion_)) return pulled_out();
    auto root = Folder::open(*path);
    if (!root) return told(root.error());
    return std::move(*root);
  }

  Result<Done, ExportError> plan() {
    auto sets = known_sets(*snapshot_, read_set_);
    if (!sets) return told(sets.error());
    sets_ = std::move(*sets);
    const auto seals = snapshot_->seals();
    if (!seals) return told(seals.error());
    const auto stored = snapshot_->stored();
    if (!stored) return told(stored.error());
    exported_.open = stored->open;
    SealedFiles made{*snapshot_, sets_, key_};
    auto plan = make_plan(made, *seals, stick_->batches, {options_.recipients.size(), key_}, telling_);
    if (!plan) return plan.error();
    plan_ = std::move(*plan);
    exported_.left_out = plan_.left_out;
    exported_.damaged_batches = plan_.damaged_batches;
    exported_.batches = plan_.seals.size();
    exported_.answers = plan_.answers;
    exported_.other_batches = plan_.other_batches;
    exported_.not_whole = plan_.not_whole;
    return check_room();
  }

  Result<Done, ExportError> check_room() {
    const auto free = free_space(stick_->feedback.path());
    if (!free) return told(free.error());
    const std::uint64_t needed = plan_.bytes + room_for_tables(plan_.bytes_in_all) + room_for_names;
    if (*free < needed) return too_little_room(needed, *free);
    return Done{};
  }

  Result<Done, ExportError> write_batches() {
    SealedFiles made{*snapshot_, sets_, key_};
    BatchWriter writer{made, *stick_, key_, options_.recipients};
    const auto written = writer.write_all(plan_, telling_);
    if (!written) return written.error();
    exported_.added = written->added;
    exported_.repaired = written->aside;
    return Done{};
  }

  Result<Done, ExportError> write_tables() {
    if (const auto aside = set_tables_aside(); !aside) return aside.error();
    auto tables = stick::write_tables(
        {stick_->feedback, stick_->batches, plan_, key_.public_key(), options_.scratch}, telling_);
    if (!tables) return tables.error();
    tables_ = std::move(tables->files);
    exported_.only_own = tables->only_own;
    exported_.no_spreadsheet = tables->no_spreadsheet;
    return count_missing();
  }

  /// A table that somebody has worked in is theirs. An empty one holds nothing: a stick that is pulled out
  /// leaves such.
  Result<Done, ExportError> set_tables_aside() {
    const auto there = stick_->feedback.list();
    if (!there) return told(there.error());
    for (const Folder::Found& one : *there) {
      const bool is_table = std::find(table_names.begin(), table_names.end(), one.name) != table_names.end();
      if (!is_table || one.what != Folder::Holds::file || one.bytes == 0) continue;
      batch::Verifier verifier;
      bool goes_on = true;
      const auto read = stick_->feedback.read_uncached_while(one.name, [&](std::string_view piece) {
        verifier.take(piece);
        return goes_on = telling_.tell({Phase::tables, 0, plan_.answers});
      });
      if (!goes_on) return cancelled();
      if (read && verifier.finish().kind == batch::Verdict::Kind::good) continue;
      if (const auto aside = set_aside(*stick_, stick_->feedback, one.name); !aside) return aside.error();
      ++exported_.repaired;
    }
    return Done{};
  }

  /// A table that has rotted away in the store looks like one that was never filled: only the counts tell.
  Result<Done, ExportError> count_missing() {
    const auto counts = snapshot_->counts();
    if (!counts) return told(counts.error());
    std::uint64_t counted = 0;
    for (const store::QuestionCounts& question : *counts) counted += question.counts.answers();
    const std::uint64_t here = exported_.open + exported_.answers + plan_.erased + exported_.left_out;
    if (counted > here) exported_.left_out += counted - here;
    return Done{};
  }

  Result<Done, ExportError> let_go_of_all() {
    snapshot_.reset();
    if (!telling_.tell({Phase::syncing, 0, 0})) return cancelled();
    for (const Folder* folder : {&stick_->batches, &stick_->feedback}) {
      if (const auto dated = folder->date_to_midnight(); !dated) return told(dated.error());
    }
    if (const auto synced = stick_->feedback.sync_disk(); !synced) return told(synced.error());
    return unmount();
  }

  Result<Done, ExportError> unmount() {
    stick_.reset();
    const auto done = port_.unmount();
    if (!done) return told(done.error());
    mounted_ = false;
    return Done{};
  }

  Result<Done, ExportError> compare() {
    Step step{telling_, Phase::reading_back, plan_.answers};
    if (!step.go_on(std::uint64_t{0})) return cancelled();
    const auto root = mount(Access::read);
    if (!root) return root.error();
    auto feedback = root->enter("feedback");
    if (!feedback) return told(feedback.error());
    auto batches = feedback->enter("batches");
    if (!batches) return told(batches.error());
    stick_.emplace(OnStick{std::move(*feedback), std::move(*batches)});
    for (const PlannedFile& file : plan_.files) {
      if (const auto same = compare(stick_->batches, file.name, file.content, step); !same)
        return same.error();
      if (!step.go_on(file.rows)) return cancelled();
    }
    for (const TableFile& file : tables_) {
      if (const auto same = compare(stick_->feedback, file.name, file.content, step); !same)
        return same.error();
    }
    return Done{};
  }

  Result<Done, ExportError> compare(const Folder& folder, const std::string& name, const Content& content,
                                    Step& step) {
    bool goes_on = true;
    const auto back = content_of(folder, name, content.bytes,
                                 [&](std::uint64_t) { return goes_on = step.go_on(std::uint64_t{0}); });
    if (!goes_on) return cancelled();
    if (!back) return told(back.error());
    if (!(*back == content)) return differs(folder.path() / name);
    exported_.files.push_back(folder.path() / name);
    return Done{};
  }

  /// From here on it is too late to cancel: everything is there.
  Result<Done, ExportError> eject() {
    static_cast<void>(telling_.tell({Phase::ejecting, 0, 0}));
    if (const auto done = unmount(); !done) return done.error();
    exported_.powered_off = static_cast<bool>(port_.power_off());
    return Done{};
  }

  std::optional<store::Snapshot> snapshot_;
  const store::ReadSet& read_set_;
  const SigningKey& key_;
  Port& port_;
  const ExportOptions& options_;
  Telling& telling_;
  unsigned insertion_ = 0;
  bool mounted_ = false;
  bool begun_ = false;  // it was mounted once
  std::optional<OnStick> stick_;
  KnownSets sets_;
  Plan plan_;
  std::vector<TableFile> tables_;
  Exported exported_;
};

}  // namespace

Result<Exported, ExportError> export_answers(store::Snapshot snapshot, const store::ReadSet& read_set,
                                             const SigningKey& key, Port& port, const ExportOptions& options,
                                             const Tell& tell) {
  Telling telling;
  Export work{std::move(snapshot), read_set, key, port, options, telling};
  try {
    auto ended = std::async(std::launch::async, [&] {
      /// Also where there is no memory left, which the waiting thread then hears.
      struct Ends {
        Telling& telling;
        ~Ends() { telling.end(); }
      };
      const Ends ends{telling};
      return work.run();
    });
    telling.listen(tell);
    return ended.get();
  } catch (const std::system_error& no_thread) {
    return ExportError{.kind = ExportError::Kind::failed,
                       .sentence = std::string{"the station could not begin to export ("} + no_thread.what() +
                                   "); start it again"};
  }
}

}  // namespace kiosk::stick
