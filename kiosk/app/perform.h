#pragma once

#include <chrono>
#include <filesystem>
#include <optional>

#include "kiosk/app/back_office.h"
#include "kiosk/app/opening.h"
#include "kiosk/app/station.h"
#include "kiosk/base/clock.h"
#include "kiosk/base/random.h"
#include "kiosk/store/nuisance.h"
#include "kiosk/store/store.h"
#include "kiosk/survey/survey.h"
#include "kiosk/visit/visit.h"

namespace kiosk::app {

/// Does what a visit asks of the world: each effect is one call that waits for the disk, and its outcome is
/// an event. Knows no thread.
class Performer {
 public:
  /// `survey` outlives the performer. The store in `folder` is opened by open(). `program` is the kiosk's own
  /// file: it looks at a store that was not closed (see opening.h). `start_exporting` takes what staff want
  /// on a stick; it outlives the performer. Without `sets` the station's own is the one that ships.
  Performer(std::filesystem::path folder, const survey::Survey& survey, Station station = {},
            std::filesystem::path program = this_program(), StartExporting start_exporting = {},
            std::optional<QuestionSets> sets = {});

  /// Opens the store, or sees whether it works again and has room: StoreWorks or StoreFailed. A damaged store
  /// is set aside, and a new one begun.
  visit::Event open();

  /// Closing time: seals the open answers if there are enough, and writes the store anew in any case. Nothing
  /// comes back when that went well, or did not but answers can still be saved.
  std::optional<visit::Event> close_day();

  /// Did staff take the station out of use?
  bool is_closed() const { return back_office_.is_closed(); }

  /// When closing time comes next: soon where an export, or another process, was reading
  /// the store at the last one.
  std::chrono::system_clock::time_point closing_time() const;

  /// Can the store be read, and is there room for the next answer? StoreFailed where not, also before a
  /// visitor finds out; nothing where all is well, or where it is not open and others look after that. Writes
  /// nothing.
  std::optional<visit::Event> look();

  /// Nothing comes back for an effect that nobody waits for and that went well.
  std::optional<visit::Event> perform(const visit::Effect& effect);

 private:
  visit::Event try_to_open();
  Result<Done, store::StoreError> open_store(std::string& warning);
  visit::Event failed(const store::StoreError& error);
  std::optional<visit::Event> save(const visit::Save& effect);
  store::Circumstances circumstances_of(const visit::Save& effect);
  Result<Done, store::StoreError> save_once(const visit::Save& effect, const store::Circumstances& given,
                                            const survey::Receipt& receipt);
  survey::Published published();

  Opening opening_;
  const survey::Survey& survey_;
  Station station_;
  MinuteOfDay closing_times_;
  Random random_ = Random::system();
  std::optional<InUse> in_use_;
  std::optional<store::Store> store_;
  bool doubted_ = false;  // it was not closed, or damage was met: another process looks at it first
  bool is_read_ = false;  // somebody kept the store from being written anew at closing time
  store::SetId set_{};
  store::NuisanceGuard guard_;
  BackOffice back_office_;
};

}  // namespace kiosk::app
