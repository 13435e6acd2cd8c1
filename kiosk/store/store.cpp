#include "kiosk/store/store.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cerrno>
#include <string_view>

#include "kiosk/base/file.h"
#include "kiosk/base/utf8.h"
#include "kiosk/store/moderation.h"
#include "kiosk/store/open_batch.h"
#include "kiosk/store/reseal.h"
#include "kiosk/store/standings.h"

namespace kiosk::store {

namespace {

constexpr unsigned of_its_owner = 0700;
constexpr unsigned char this_format = 4;
constexpr std::size_t tag_bytes = 8;

/// What stands under "format" in the table "meta": the number, and the same turned over, so that rot is not
/// taken for another version. Formats 1 and 2 had the number alone.
constexpr std::array<unsigned char, 2> format_row(unsigned char format) {
  return {format, static_cast<unsigned char>(~format)};
}

/// What stands under "tag key" there: the key, and its own tag.
std::array<unsigned char, sizeof(TagKey) + tag_bytes> key_row(const TagKey& key) {
  std::array<unsigned char, sizeof(TagKey) + tag_bytes> row{};
  const auto tag = tag_of(key, key);
  std::copy(tag.begin(), tag.end(), std::copy(key.begin(), key.end(), row.begin()));
  return row;
}

Bytes bytes_of(std::string_view text) {
  return {reinterpret_cast<const unsigned char*>(text.data()), text.size()};  // the same bytes, seen unsigned
}

bool has_choice(const survey::Answer& answer) { return answer.dont_know || answer.options != 0; }

StoreError damaged_store() { return {StoreError::Kind::corrupt, 0, {}, {}}; }

/// Another version has other tables: it is asked for its format before anything else. Fails with corrupt
/// where that is no format of any version.
Result<bool, StoreError> is_of_another_version(Transaction& transaction) {
  const auto meta = transaction.table("meta", Shape::single, Transaction::Missing::fails);
  if (!meta && meta.error().kind == StoreError::Kind::missing) return false;  // a new file, or one without it
  if (!meta) return meta.error();
  const auto format = transaction.get(*meta, bytes_of("format"));
  if (!format) return format.error();
  if (!*format) return false;
  const Bytes row = **format;
  if (row.size() == 1 && (row[0] == 1 || row[0] == 2)) return true;
  if (row.size() != 2 || row[1] != format_row(row[0])[1]) return damaged_store();
  return row[0] != this_format;
}

}  // namespace

survey::Receipt draw_receipt(const survey::Answer& answer, Random& random) {
  survey::Receipt receipt;
  if (has_choice(answer)) random.fill(receipt.choice.emplace());
  if (!answer.words.empty()) random.fill(receipt.words.emplace());
  return receipt;
}

const char* file_for(survey::Stage stage) {
  return stage == survey::Stage::live ? "answers.mdb" : "test-answers.mdb";
}

StoreError Store::during(StoreError error, const char* doing) const {
  error.doing = doing;
  error.path = folder_;
  // LMDB calls a write that was cut short for lack of room EIO (0.9.24): the room that is left tells them
  // apart.
  constexpr std::uint64_t hardly_any_room = std::uint64_t{1} << 16U;
  const auto room = free_space(folder_);
  if (error.kind == StoreError::Kind::io && room && *room < hardly_any_room)
    error.kind = StoreError::Kind::disk_full;
  return error;
}

Result<Done, StoreError> make_store_folder(const std::filesystem::path& folder) {
  const auto made = make_folder(folder, of_its_owner);
  if (made) return Done{};
  return StoreError{made.error().disk_full() ? StoreError::Kind::disk_full : StoreError::Kind::other,
                    made.error().code, "open the store", folder};
}

Result<Store, StoreError> Store::open(const std::filesystem::path& folder, const StoreOptions& options) {
  Store store{folder, Access::write, options};
  if (const auto opened = store.reopen(); !opened) return opened.error();
  return store;
}

Result<Store, StoreError> Store::open_to_read(const std::filesystem::path& folder,
                                              const StoreOptions& options) {
  Store store{folder, Access::read, options};
  if (const auto opened = store.reopen(); !opened) return opened.error();
  return store;
}

Result<Done, StoreError> Store::lock_folder() {
  const bool may_make = access_ == Access::write;
  std::error_code unknown;
  if (!may_make && !std::filesystem::exists(file(), unknown))
    return StoreError{StoreError::Kind::missing, ENOENT, {}, {}};
  auto lock = FolderLock::share(file().replace_extension(".lock"));
  if (!lock) {
    return StoreError{lock.error().disk_full() ? StoreError::Kind::disk_full : StoreError::Kind::other,
                      lock.error().code,
                      {},
                      {}};
  }
  lock_ = std::move(*lock);
  return Done{};
}

Result<Done, StoreError> Store::open_environment() {
  auto opened = Environment::open(file(), access_, whole_map());
  if (!opened) return opened.error();
  environment_ = std::move(*opened);
  auto ready = open_tables();
  if (!ready) environment_.reset();
  return ready;
}

Result<Done, StoreError> Store::reopen() {
  constexpr const char* doing = "open the store";
  if (const auto closed = close(); !closed) return closed.error();  // two of one file would break its locks
  if (access_ == Access::write) {
    if (const auto made = make_store_folder(folder_); !made) return made.error();
  }
  if (!lock_) {
    if (const auto locked = lock_folder(); !locked) return during(locked.error(), doing);
  }
  if (access_ == Access::write) {
    if (const auto ended = finish_reseal(file()); !ended) return during(ended.error(), doing);
  }
  if (const auto opened = open_environment(); !opened) return during(opened.error(), doing);
  return Done{};
}

/// Under a snapshot the file stays: the thread that looks would read memory that is gone.
Result<Done, StoreError> Store::close() {
  const bool looked_at = !lookers_->none();
  lookers_->are_in_the_way(looked_at);
  if (looked_at) return during({StoreError::Kind::busy, EBUSY, {}, {}}, "close the store");
  environment_.reset();
  return Done{};
}

Result<bool, StoreError> Store::reseal() {
  constexpr const char* doing = "write the store anew";
  if (!lookers_->none()) return false;
  environment_.reset();
  const bool alone = lock_->try_alone();
  const auto done = alone ? reseal_file(file(), whole_map()) : Result<Done, StoreError>{Done{}};
  const auto shared = lock_->share_again();
  if (!shared) return during({StoreError::Kind::other, shared.error().code, {}, {}}, doing);
  if (const auto opened = open_environment(); !opened) return during(opened.error(), doing);
  if (!done) return during(done.error(), doing);
  return alone;
}

Result<Done, StoreError> Store::open_tables() {
  auto transaction = begin(access_);
  if (!transaction) return transaction.error();
  const auto other = is_of_another_version(*transaction);
  if (!other) return other.error();
  if (*other) return StoreError{StoreError::Kind::version, 0, {}, {}};
  const auto tables = store::open_tables(*transaction, access_);
  if (!tables) return tables.error();
  tables_ = *tables;
  if (access_ == Access::write) {
    TagKey fresh{};
    Random::system().fill(fresh);
    const auto format = format_row(this_format);
    const auto key = key_row(fresh);
    for (const auto& [name, value] : {std::pair{"format", Bytes{format}}, std::pair{"tag key", Bytes{key}}}) {
      const auto put = transaction->put_new(tables_.meta, Shape::single, bytes_of(name), value);
      if (!put) return put.error();
    }
  }
  const auto format = transaction->get(tables_.meta, bytes_of("format"));
  if (!format) return format.error();
  const auto key = transaction->get(tables_.meta, bytes_of("tag key"));
  if (!key) return key.error();
  if (!*format || !*key || (*key)->size() != sizeof(TagKey) + tag_bytes) return damaged_store();
  std::copy_n((*key)->begin(), tag_key_.size(), tag_key_.begin());
  if (const auto as_written = key_row(tag_key_);
      !std::equal(as_written.begin(), as_written.end(), (*key)->begin()))
    return damaged_store();
  return commit(std::move(*transaction));  // the tables stay open only if it ends so; nothing new, no disk
}

Result<Transaction, StoreError> Store::begin(Access access) {
  if (!environment_) return StoreError{StoreError::Kind::panic, 0, {}, folder_};
  return environment_->begin(access);
}

int Store::used_percent() const {
  if (!environment_) return 100;
  return static_cast<int>(environment_->used_bytes() * 100 / options_.map_bytes);
}

/// Sealing copies the open answers within the file, resealing the whole file beside it: for both there must
/// be room left when the last answer is taken.
Result<Done, StoreError> Store::check_room() const {
  constexpr const char* doing = "take an answer";
  if (!environment_) return StoreError{StoreError::Kind::panic, 0, doing, folder_};
  if (used_percent() >= full_at_percent) return StoreError{StoreError::Kind::full, 0, doing, folder_};
  constexpr std::uint64_t slack = std::uint64_t{1} << 16U;
  const auto free = free_space(folder_);
  if (free && *free < 2 * environment_->used_bytes() + slack)
    return StoreError{StoreError::Kind::disk_full, ENOSPC, doing, folder_};
  return Done{};
}

Result<SetId, StoreError> Store::keep_set(const survey::Survey& survey) {
  constexpr const char* doing = "keep the question set";
  const SetId id = short_digest(survey.source);
  auto transaction = begin(Access::write);
  if (!transaction) return during(transaction.error(), doing);
  const auto kept = transaction->get(tables_.sets, id);
  if (!kept) return during(kept.error(), doing);
  const Bytes source = bytes_of(survey.source);
  if (*kept && std::equal((*kept)->begin(), (*kept)->end(), source.begin(), source.end())) return id;
  const auto put = transaction->put(tables_.sets, id, source);  // also where what was kept has rotted
  if (!put) return during(put.error(), doing);
  if (const auto done = commit(std::move(*transaction)); !done) return during(done.error(), doing);
  return id;
}

Result<Done, StoreError> Store::save(const SetId& set, const survey::Answer& answer,
                                     const Circumstances& given, const survey::Receipt& receipt,
                                     const std::optional<survey::Receipt>& replaces) {
  assert(receipt.choice.has_value() == has_choice(answer) &&
         receipt.words.has_value() == !answer.words.empty());
  assert(!replaces || !(*replaces == receipt));
  assert(utf8::valid(answer.words));
  constexpr const char* doing = "save an answer";
  auto transaction = begin(Access::write);
  if (!transaction) return during(transaction.error(), doing);
  if (const auto room = check_room(); !room) return during(room.error(), doing);
  OpenBatch open{*transaction, tables_, tag_key_, set, options_.step};
  if (replaces) {
    if (const auto removed = open.remove(*replaces); !removed) return during(removed.error(), doing);
  }
  if (const auto added = open.add(answer, given, receipt); !added) return during(added.error(), doing);
  if (const auto told = open.publish(answer.question); !told) return during(told.error(), doing);
  if (const auto done = commit(std::move(*transaction)); !done) return during(done.error(), doing);
  return Done{};
}

Result<Done, StoreError> Store::withdraw(const SetId& set, const survey::Receipt& receipt) {
  constexpr const char* doing = "take back an answer";
  auto transaction = begin(Access::write);
  if (!transaction) return during(transaction.error(), doing);
  OpenBatch open{*transaction, tables_, tag_key_, set, options_.step};
  if (const auto removed = open.remove(receipt); !removed) return during(removed.error(), doing);
  if (const auto done = commit(std::move(*transaction)); !done) return during(done.error(), doing);
  return Done{};
}

Result<std::vector<std::optional<survey::Tally>>, StoreError> Store::published(const SetId& set,
                                                                               const survey::Survey& survey) {
  constexpr const char* doing = "read what is published";
  auto transaction = begin(Access::read);
  if (!transaction) return during(transaction.error(), doing);
  std::vector<std::optional<survey::Tally>> tallies;
  for (std::size_t i = 0; i < survey.questions.size(); ++i) {
    const auto standing =
        standing_of(*transaction, tables_.standings, tag_key_, set, static_cast<std::uint16_t>(i));
    if (!standing) return during(standing.error(), doing);
    tallies.push_back(shown(standing->published, survey.questions[i]));
  }
  return tallies;
}

Result<Done, StoreError> Store::count_skips(const SetId& set, std::span<const std::uint16_t> questions) {
  constexpr const char* doing = "count a skipped question";
  if (questions.empty()) return Done{};
  auto transaction = begin(Access::write);
  if (!transaction) return during(transaction.error(), doing);
  for (const std::uint16_t question : questions) {
    const auto counted =
        change_count(*transaction, tables_.counts, tag_key_, set, question, &Counts::skipped, 1);
    if (!counted) return during(counted.error(), doing);
  }
  if (const auto done = commit(std::move(*transaction)); !done) return during(done.error(), doing);
  return Done{};
}

Result<Done, StoreError> Store::seal(const SetId& set,
                                     const std::function<Result<bool, StoreError>(Closing&)>& close) {
  constexpr const char* doing = "seal the answers";
  auto transaction = begin(Access::write);
  if (!transaction) return during(transaction.error(), doing);
  Closing closing{*transaction, tables_, tag_key_, set};
  const auto keep = close(closing);
  if (!keep) return during(keep.error(), doing);
  if (!*keep) return Done{};
  if (const auto done = commit(std::move(*transaction)); !done) return during(done.error(), doing);
  return Done{};
}

Result<bool, StoreError> Store::decide(const Id& text, TextState state, TextReason reason) {
  constexpr const char* doing = "decide about a text";
  auto transaction = begin(Access::write);
  if (!transaction) return during(transaction.error(), doing);
  const auto decided = decide_text(*transaction, tables_, tag_key_, text, state, reason);
  if (!decided) return during(decided.error(), doing);
  if (!*decided) return false;
  if (const auto done = commit(std::move(*transaction)); !done) return during(done.error(), doing);
  return true;
}

Result<Snapshot, StoreError> Store::snapshot() {
  auto transaction = begin(Access::read);
  if (!transaction) return during(transaction.error(), "read the answers");
  return Snapshot{std::move(*transaction), tables_, tag_key_, Lookers::Looker{lookers_}};
}

Result<Done, StoreError> Store::write_canary() {
  std::array<unsigned char, 8> canary{};
  Random::system().fill(canary);
  auto writing = begin(Access::write);
  if (!writing) return writing.error();
  const auto put = writing->put(tables_.meta, bytes_of("canary"), canary);
  if (!put) return put.error();
  if (const auto done = commit(std::move(*writing)); !done) return done.error();

  auto reading = begin(Access::read);
  if (!reading) return reading.error();
  const auto back = reading->get(tables_.meta, bytes_of("canary"));
  if (!back) return back.error();
  if (!*back || !std::equal(canary.begin(), canary.end(), (*back)->begin(), (*back)->end()))
    return damaged_store();
  return Done{};
}

Result<Done, StoreError> Store::check() {
  constexpr const char* doing = "write and read back a mark";
  auto done = write_canary();
  if (!done && done.error().kind == StoreError::Kind::panic) {
    if (const auto opened = reopen(); !opened) return opened.error();
    done = write_canary();
  }
  if (!done) return during(done.error(), doing);
  return check_room();
}

}  // namespace kiosk::store
