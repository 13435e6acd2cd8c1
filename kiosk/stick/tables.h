#pragma once

#include <string>
#include <vector>

#include "kiosk/base/folder.h"
#include "kiosk/stick/copy.h"
#include "kiosk/stick/plan.h"
#include "kiosk/stick/sealed_files.h"

namespace kiosk::stick {

/// The files beside the batches: they can always be made again.
inline constexpr const char* table_name = "antwoorden.csv";
inline constexpr const char* codebook_name = "codeboek.csv";
inline constexpr const char* leaflet_name = "LEESMIJ.txt";

struct TableFile {
  std::string name;
  Content content;
};

struct Tables {
  std::vector<TableFile> files;
  std::uint64_t rows = 0;  ///< answers in them
};

/// What tables are made of.
struct TableSource {
  store::Snapshot& snapshot;
  const KnownSets& sets;
  const std::vector<store::Seal>& seals;
};

/// How large the tables will be together, in whole blocks of `block` bytes: they are made, and not written.
Result<std::uint64_t, ExportError> size_of_tables(const TableSource& source, std::uint64_t block, Step& step);

/// Writes them to `feedback`, in the place of older ones.
Result<Tables, ExportError> write_tables(const TableSource& source, const Folder& feedback, Step& step);

}  // namespace kiosk::stick
