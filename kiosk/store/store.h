#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kiosk/base/folder_lock.h"
#include "kiosk/base/random.h"
#include "kiosk/base/time.h"
#include "kiosk/store/lmdb.h"
#include "kiosk/store/published.h"
#include "kiosk/store/seal.h"
#include "kiosk/store/snapshot.h"
#include "kiosk/survey/survey.h"

namespace kiosk::store {

/// The random ids under which the parts of `answer` will be saved. Drawn before the save, so that a save
/// whose outcome is unknown can be done again with the same ids, and cannot count twice.
survey::Receipt draw_receipt(const survey::Answer& answer, Random& random);

/// How a store is used.
struct StoreOptions {
  /// The file's name in the store's folder.
  std::string file = "answers.mdb";

  /// How far answers may fill the file: 1 GiB is some ten million. Address space, not disk: the file grows as
  /// it fills.
  std::size_t map_bytes = std::size_t{1} << 30U;

  /// How far anything may fill it: room for what sealing and resealing write beside what is there, also when
  /// answers have filled their part. Nothing: three times map_bytes.
  std::optional<std::size_t> whole_map_bytes = std::nullopt;

  /// What is published moves by at least so many opinions (see published.h).
  std::uint64_t step = default_step;
};

/// The file for answers under a question set in this stage: tests never mix with what visitors meant.
const char* file_for(survey::Stage stage);

/// Makes the folder of a store where it is missing: for its owner alone (0700), synced to disk.
Result<Done, StoreError> make_store_folder(const std::filesystem::path& folder);

/// Everything visitors ever confirmed at this station: one file, `answers.mdb`, in a folder of its own. At
/// most one Store for a file in a process.
///
/// An answer is stored in up to two parts that nothing ties together: what was chosen (or "don't know"), and
/// own words. Each part is one answer in every count and every export.
class Store {
 public:
  /// No new answers above this part of map_bytes, in percent. Sealing and resealing are not held to it: the
  /// map is opened larger, since one filled to the brim cannot even remove.
  static constexpr int full_at_percent = 80;

  /// Opens the store in `folder`, or makes it: the folder for its owner alone (0700), the file too (0600),
  /// both synced to disk. Fails when the folder cannot be made or written, and for a store that is damaged or
  /// of another version.
  static Result<Store, StoreError> open(const std::filesystem::path& folder,
                                        const StoreOptions& options = {});

  /// Opens the store in `folder` to look at only, also while a kiosk is running on it. Fails when there is
  /// none.
  static Result<Store, StoreError> open_to_read(const std::filesystem::path& folder,
                                                const StoreOptions& options = {});

  /// Keeps the text of a question set with the answers given under it, once; the id is the text's hash.
  Result<SetId, StoreError> keep_set(const survey::Survey& survey);

  /// Saves `answer` under the ids of `receipt` (from draw_receipt), and removes the answer that it replaces,
  /// both or neither. Once it returns without failure the answer survives a power cut. Waits for the disk
  /// (two syncs; tens of milliseconds on flash), so the worker calls it, never the frame loop. Doing the same
  /// again changes nothing, also not the counts. After a failure it is unknown whether the answer was saved:
  /// do the same again, after check(). Fails with full above full_at_percent of the map, and with disk_full
  /// while the disk still has room to seal and reseal.
  Result<Done, StoreError> save(const SetId& set, const survey::Answer& answer, const Circumstances& given,
                                const survey::Receipt& receipt,
                                const std::optional<survey::Receipt>& replaces = std::nullopt);

  /// Removes an answer that its visitor took back. Waits for the disk. What is not there counts as removed.
  Result<Done, StoreError> withdraw(const SetId& set, const survey::Receipt& receipt);

  /// What may be shown of the answers, for each question of `survey`, which `set` names; nothing where
  /// nothing was published yet. Moves only within save(), and only as published.h says. Costs some
  /// microseconds for any number of answers, and no disk: for use after each save.
  Result<std::vector<std::optional<survey::Tally>>, StoreError> published(const SetId& set,
                                                                          const survey::Survey& survey);

  /// Counts one skip for each of `questions` (positions in Survey::questions). Waits for the disk. Doing it
  /// again counts again.
  Result<Done, StoreError> count_skips(const SetId& set, std::span<const std::uint16_t> questions);

  /// Closes over the open answers of `set` in one transaction: `close` reads them, makes their seal and moves
  /// them, and tells whether to keep that. All or nothing; waits for the disk. Visitors wait meanwhile. A
  /// sealed answer can no longer be withdrawn or replaced.
  Result<Done, StoreError> seal(const SetId& set,
                                const std::function<Result<bool, StoreError>(Closing&)>& close);

  /// Staff's decision about a text, open or sealed. Erasing empties it at once; its bytes are gone from the
  /// file only after reseal(). An erased text stays erased. Waits for the disk. Tells false where there is no
  /// such text.
  Result<bool, StoreError> decide(const Id& text, TextState state, TextReason reason);

  /// Writes the file anew, so that nothing of the order of answers and nothing that was removed is left in it
  /// (see reseal.h). Takes a second for a million answers. Tells false, and does nothing, while another
  /// process has the store open, or a snapshot of this one lives.
  Result<bool, StoreError> reseal();

  /// The store as it is now, for reading, here or in another thread.
  Result<Snapshot, StoreError> snapshot();

  /// Would an answer be taken now? Writes a mark that is no answer, waits for the disk and reads it back, and
  /// looks whether there is room. Opens the store again where a failed write had left it unusable. For use
  /// after a failure, until it succeeds. Fails with busy while a snapshot lives that must end before the
  /// store can be opened again; it is told so.
  Result<Done, StoreError> check();

  /// Closes the file, for whoever is about to open or move it otherwise: nothing but ending the store works
  /// after it. Fails with busy while a snapshot lives; that is told to end.
  Result<Done, StoreError> close();

  /// Is there room for an answer? Fails with full or disk_full, as save() does. Costs no disk.
  Result<Done, StoreError> check_room() const;

  /// Which part of the map is used, in percent; 100 while the store is not usable.
  int used_percent() const;

  const std::filesystem::path& folder() const { return folder_; }

 private:
  using Access = Environment::Access;

  Store(std::filesystem::path folder, Access access, const StoreOptions& options)
      : folder_{std::move(folder)}, access_{access}, options_{options} {}

  Result<Done, StoreError> reopen();
  std::size_t whole_map() const { return options_.whole_map_bytes.value_or(3 * options_.map_bytes); }
  std::filesystem::path file() const { return folder_ / options_.file; }
  Result<Done, StoreError> lock_folder();
  Result<Done, StoreError> open_environment();
  Result<Done, StoreError> open_tables();
  Result<Transaction, StoreError> begin(Access access);
  Result<Done, StoreError> write_canary();
  StoreError during(StoreError error, const char* doing) const;

  std::filesystem::path folder_;
  Access access_;
  StoreOptions options_;
  std::optional<FolderLock> lock_;          // shared by every process that has the store open
  std::optional<Environment> environment_;  // none after reopening failed
  std::shared_ptr<Lookers> lookers_ = std::make_shared<Lookers>();
  Tables tables_;
  TagKey tag_key_{};
};

}  // namespace kiosk::store
