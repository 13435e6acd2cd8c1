#include "kiosk/app/known_keys.h"

#include <fmt/format.h>

#include <sstream>

#include "kiosk/base/digest.h"
#include "kiosk/base/file.h"

namespace kiosk::app {

namespace {

constexpr std::size_t most_key_bytes = std::size_t{1} << 20U;
constexpr std::size_t key_digits = 2 * sizeof(PublicKey);

}  // namespace

Result<std::set<PublicKey>, std::string> read_known_keys(const std::filesystem::path& file) {
  const auto text = read_file(file, most_key_bytes);
  if (!text) return text.error().text();
  std::set<PublicKey> keys;
  std::istringstream lines{*text};
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    const std::size_t start = line.find_first_not_of(" \t\r");
    if (start == std::string::npos || line[start] == '#') continue;
    const std::size_t end = line.find_first_of(" \t\r", start);
    const auto key =
        from_hex<sizeof(PublicKey)>(line.substr(start, end == std::string::npos ? end : end - start));
    if (!key) {
      return fmt::format("{}:{}: this is no key; a line begins with the {} digits that kiosk status shows",
                         file.string(), number, key_digits);
    }
    keys.insert(*key);
  }
  if (keys.empty())
    return fmt::format("{} holds no key; put those in that kiosk status shows", file.string());
  return keys;
}

std::string as_lines(const std::map<PublicKey, std::set<std::string>>& keys) {
  std::string lines;
  for (const auto& [key, stations] : keys)
    lines += fmt::format("{}  {}\n", hex(key), fmt::join(stations, ", "));
  return lines;
}

}  // namespace kiosk::app
