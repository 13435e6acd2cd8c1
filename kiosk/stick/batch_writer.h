#pragma once

#include <string>
#include <vector>

#include "kiosk/base/folder.h"
#include "kiosk/stick/plan.h"

namespace kiosk::stick {

/// The folders of the kiosk on a stick, open.
struct OnStick {
  Folder feedback;
  Folder batches;
};

/// Moves the file `name` of `folder` out of the way, into the folder `beschadigd`. Fails where the stick
/// does.
Result<Done, ExportError> set_aside(const OnStick& stick, const Folder& folder, const std::string& name);

/// Writes the files of batches that the stick lacks or holds broken. Ends before what it was given.
class BatchWriter {
 public:
  BatchWriter(SealedFiles& made, const OnStick& stick, const SigningKey& key,
              const std::vector<std::string>& recipients)
      : made_{made}, stick_{stick}, key_{key}, recipients_{recipients} {}

  /// What was done.
  struct Written {
    std::uint64_t added = 0;  ///< batches
    std::uint64_t aside = 0;  ///< files
  };

  /// Removes what was left half, sets aside what is broken and writes what has to be written, in the order of
  /// the plan; completes the plan with what sealed texts should hold.
  Result<Written, ExportError> write_all(Plan& plan, Telling& telling);

 private:
  Result<Content, ExportError> write(const store::Seal& seal, const PlannedFile& file, Step& step);
  Result<Content, ExportError> write_made(const store::Seal& seal, const PlannedFile& file, Step& step);
  Result<Content, ExportError> write_whole(const std::string& name, const std::string& bytes);
  Result<std::string, ExportError> seal_texts(const store::Seal& seal);

  SealedFiles& made_;
  const OnStick& stick_;
  const SigningKey& key_;
  const std::vector<std::string>& recipients_;
  std::string proof_;  // of the sealed texts that were written last
};

}  // namespace kiosk::stick
