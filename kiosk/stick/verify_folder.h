#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/base/file.h"
#include "kiosk/batch/verify.h"

namespace kiosk::stick {

/// The verdict on one file.
struct Verified {
  std::filesystem::path path;
  batch::Verdict verdict;
  std::string sentence;    ///< "214 answers, whole", "cut short; export again"
  bool set_aside = false;  ///< an export found it broken, and wrote another in its place
};

/// Judges every file in `folder`/feedback, or in `folder` itself where that is the feedback folder or has a
/// folder `batches`, as the results of a merge have; those in folders within it too, sorted by path. Files
/// are judged by what they hold, whatever their names. Links are named, not followed. Fails when there is no
/// such folder or it cannot be read.
Result<std::vector<Verified>, IoError> verify_folder(const std::filesystem::path& folder);

/// Are all of them what a kiosk wrote, but for those that were set aside? Of no file at all nothing good can
/// be said.
bool all_good(const std::vector<Verified>& files);

}  // namespace kiosk::stick
