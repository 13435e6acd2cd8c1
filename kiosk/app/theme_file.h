#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/problem.h"
#include "kiosk/base/result.h"
#include "kiosk/ui/theme.h"

namespace kiosk::app {

/// What an organisation wrote about its colours and logo.
struct ThemeFile {
  struct LogoFile {
    std::string file;  ///< beside the theme's own
    std::string name;
  };
  ui::Themes themes;
  std::optional<LogoFile> logo{};
};

/// Reads theme.toml. Everything may be left out: then it is as it ships. `file` is its name in messages;
/// nothing is opened. Fails with everything that is wrong with it; two colours that meet and differ too
/// little are told with their ratio.
Result<ThemeFile, std::vector<Problem>> read_theme(std::string_view text, const std::string& file);

/// The picture in `bytes` as a logo. Fails where it is none that can be shown, and says why.
Result<ui::Logo, std::string> logo_of(std::string bytes, const std::string& name);

}  // namespace kiosk::app
