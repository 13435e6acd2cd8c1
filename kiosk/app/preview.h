#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/app/setup.h"
#include "kiosk/ui/layout.h"

namespace kiosk::app {

struct PreviewOptions {
  Files files;
  std::filesystem::path out;
  std::vector<ui::Panel> panels;            ///< the reference panel both ways up if empty
  std::vector<survey::Language> languages;  ///< those of the set if empty
  std::vector<visit::TextSize> sizes;       ///< normal if empty
  std::vector<visit::Contrast> contrasts;   ///< normal if empty
  bool lower = false;                       ///< with everything that can be tapped in the lowest part
  bool staff = false;                       ///< the staff's screens instead of the visitors'
};

/// `kiosk preview`: a PNG of every screen of a set in `out`, in every panel, language, size and contrast
/// asked for, and an index.html that shows them side by side. A screen that looks like one before it is left
/// out; of each kind of screen there is one more with a finger on everything. What is there under the same
/// names is overwritten. Returns the exit status.
int preview(const PreviewOptions& options);

}  // namespace kiosk::app
