#include "kiosk/app/upgrades.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>
#include <utility>

#include "kiosk/base/file.h"
#include "kiosk/base/utf8.h"

namespace kiosk::app {

namespace {

using Outcome = visit::Upgrade::Outcome;

constexpr std::array<std::pair<std::string_view, Outcome>, 9> outcomes{{
    {"working", Outcome::working},
    {"installed", Outcome::installed},
    {"no_key", Outcome::no_key},
    {"forged", Outcome::forged},
    {"other_program", Outcome::other_program},
    {"not_newer", Outcome::not_newer},
    {"lacks", Outcome::lacks},
    {"went_back", Outcome::went_back},
    {"broken", Outcome::broken},
}};

constexpr std::size_t longest_line = 200;
constexpr std::size_t longest_version = 30;

/// What stands before the next space; takes both off.
std::string_view next_word(std::string_view& line) {
  const std::size_t end = std::min(line.find(' '), line.size());
  const std::string_view word = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return word;
}

}  // namespace

std::string version() { return KIOSK_VERSION; }

std::filesystem::path inbox_of(const std::filesystem::path& folder) { return folder / "upgrade"; }

bool takes_upgrades(const std::filesystem::path& inbox, const std::filesystem::path& told) {
  std::error_code unknown;  // then it cannot be used either
  return std::filesystem::is_directory(inbox, unknown) &&
         std::filesystem::is_directory(told.parent_path(), unknown);
}

visit::Upgrade last_upgrade(const std::filesystem::path& told) {
  const auto text = read_file(told, longest_line);
  if (!text) return {};
  std::string_view line = std::string_view{*text}.substr(0, text->find('\n'));
  visit::Upgrade last;
  const std::string_view number = next_word(line);
  const auto read = std::from_chars(number.data(), number.data() + number.size(), last.number);
  if (read.ec != std::errc{}) return {};
  const std::string_view name = next_word(line);
  const auto* const found =
      std::find_if(outcomes.begin(), outcomes.end(), [&](const auto& one) { return one.first == name; });
  if (found == outcomes.end()) return {};
  last.outcome = found->second;
  last.version = utf8::for_screen(std::string{next_word(line)}, longest_version);
  return last;
}

}  // namespace kiosk::app
