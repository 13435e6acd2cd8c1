#pragma once

#include <string>
#include <vector>

#include "kiosk/base/folder.h"
#include "kiosk/base/signature.h"
#include "kiosk/stick/copy.h"
#include "kiosk/stick/export.h"
#include "kiosk/stick/sealed_files.h"
#include "kiosk/stick/step.h"

namespace kiosk::stick {

/// A file of a batch of this station, and what of it is on the stick.
struct PlannedFile {
  enum class Found {
    missing,
    same,    ///< what we would write: it proves itself, and needs no writing
    older,   ///< texts that prove themselves and say something else: staff have looked at them since; or
             ///< their other file has to be written anew
    broken,  ///< anything else under its name
  };
  std::size_t batch = 0;  ///< its seal, in Plan::seals
  Part part{};
  std::string name;
  Content content;         ///< what it should hold; of sealed texts to be written known once they are
  std::uint64_t rows = 0;  ///< its answers or texts
  Found found = Found::missing;
};

/// What an export is going to do, and what it found.
struct Plan {
  std::vector<store::Seal> seals;       ///< of the batches that are as they were sealed
  std::vector<PlannedFile> files;       ///< of those
  std::vector<std::string> unfinished;  ///< what an earlier export left half, to be removed
  std::uint64_t bytes = 0;              ///< that will be written, in whole blocks of the stick
  std::uint64_t bytes_in_all = 0;       ///< of all batches, also of other stations, that will be there then
  std::uint64_t answers = 0;            ///< rows of all files together
  std::uint64_t erased = 0;             ///< texts that staff took out
  std::uint64_t left_out = 0;           ///< see Exported
  std::uint64_t damaged_batches = 0;
  std::uint64_t other_batches = 0;
  std::vector<std::string> not_whole;
};

/// How texts are to be on the stick.
struct TextsGo {
  std::size_t recipients = 0;  ///< sealed to so many; 0: as they are
  const SigningKey& key;       ///< of the station
};

/// Makes every file of `seals` without writing it, and looks in `batches` for what is there of them: what
/// stands under their names is read whole, past the system's memory, and files of others too. Fails with
/// refused where something else than a file has one of their names.
Result<Plan, ExportError> make_plan(SealedFiles& made, const std::vector<store::Seal>& seals,
                                    const Folder& batches, const TextsGo& texts_go, Telling& telling);

/// `bytes` in whole blocks of `block` bytes.
std::uint64_t in_blocks(std::uint64_t bytes, std::uint64_t block);

}  // namespace kiosk::stick
