#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <vector>

#include "kiosk/base/file.h"
#include "kiosk/base/time.h"
#include "kiosk/store/seal.h"

namespace kiosk::app {

/// Which sealed batches were brought onto a stick, and read back from it: so that staff see what is not yet.
/// Kept beside the store, in a file of lines:
///
///     kiosk-exported 1 <the day, counted from 1970-01-01>
///     <a batch's random name, in hex>
///
/// Losing it does no harm: then all batches count as not exported, and the next export writes what the stick
/// lacks.
class ExportedBatches {
 public:
  explicit ExportedBatches(std::filesystem::path file);

  bool holds(const store::BatchId& batch) const { return batches_.count(batch) > 0; }

  /// The day of the last export that went well.
  std::optional<Day> last() const { return last_; }

  /// These are on a stick, too. Waits for the disk.
  Result<Done, IoError> add(const std::vector<store::BatchId>& batches, Day day);

 private:
  std::filesystem::path file_;
  std::set<store::BatchId> batches_;
  std::optional<Day> last_;
};

}  // namespace kiosk::app
