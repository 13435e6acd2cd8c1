#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/base/folder.h"
#include "kiosk/base/signature.h"
#include "kiosk/stick/copy.h"
#include "kiosk/stick/export.h"
#include "kiosk/stick/plan.h"
#include "kiosk/stick/telling.h"

namespace kiosk::stick {

/// The files beside the batches that prove themselves: they can always be made again from the batches.
inline constexpr const char* spreadsheet_name = "antwoorden.xlsx";
inline constexpr std::array<const char*, 4> table_names{"antwoorden.csv", "codeboek.csv", "rapport.html",
                                                        spreadsheet_name};
inline constexpr const char* leaflet_name = "LEESMIJ.txt";

struct TableFile {
  std::string name;
  Content content;
};

struct Tables {
  std::vector<TableFile> files;
  bool only_own = false;        ///< batches of other stations contradict each other, and were left out
  bool no_spreadsheet = false;  ///< the station's own disk had no room to put one together
};

/// What tables are made of, and where.
struct TableOrder {
  const Folder& feedback;         ///< they are written here
  const Folder& batches;          ///< from all that is here, of this station and of others
  const Plan& plan;               ///< what was written of this station's batches
  PublicKey own{};                ///< key of this station
  std::filesystem::path scratch;  ///< see ExportOptions
};

/// The room that tables of so many bytes of batches take, in bytes: three times those, and 1 MiB. Measured on
/// 5,159 answers to the shipped set: 1.9 times (spreadsheet 0.3, CSV 1.4, report 0.1).
std::uint64_t room_for_tables(std::uint64_t bytes_of_batches);

/// Writes them, in the place of older ones. Takes a minute for a million answers. Fails with differs where
/// the stick does not give back a batch of this station: else tables would tell of fewer answers, and prove
/// themselves.
Result<Tables, ExportError> write_tables(const TableOrder& order, Telling& telling);

}  // namespace kiosk::stick
