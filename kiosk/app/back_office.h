#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "kiosk/app/exported.h"
#include "kiosk/app/exporter.h"
#include "kiosk/app/pin.h"
#include "kiosk/app/question_sets.h"
#include "kiosk/app/station.h"
#include "kiosk/store/status.h"
#include "kiosk/store/store.h"
#include "kiosk/visit/visit.h"

namespace kiosk::app {

/// Takes what is to go onto a stick; false where an export runs already.
using StartExporting = std::function<bool(ExportOrder)>;

/// Does what staff ask of the store, in the worker's thread: each effect is one call that waits for the disk.
class BackOffice {
 public:
  /// `folder` is the store's. `survey` outlives this.
  BackOffice(std::filesystem::path folder, const survey::Survey& survey, Station station, QuestionSets sets,
             StartExporting start_exporting);

  /// The store's folder is there: takes the room that must not be missing later.
  void take_room() { pin_.take_room(); }

  /// Did staff take the station out of use?
  bool is_closed() const;

  /// What comes back, if anything does. `store` is null while it is not open.
  std::optional<visit::Event> perform(const visit::StaffEffect& effect, store::Store* store);

 private:
  visit::Health health(store::Store* store);
  std::optional<visit::Event> begin_export(store::Store* store);
  visit::Event decide(const visit::Decide& effect, store::Store* store);
  visit::TrialResult try_out(visit::Trial trial, store::Store* store) const;
  void keep_service(bool out_of_order) const;
  visit::SetsTold sets(const visit::AskSets& effect, store::Store* store) const;

  std::filesystem::path folder_;
  const survey::Survey& survey_;
  Station station_;
  StartExporting start_exporting_;
  QuestionSets sets_;
  PinGuard pin_;
  ExportedBatches exported_;
  std::vector<store::BatchId> under_way_;  // what the export that runs brings onto the stick
};

}  // namespace kiosk::app
