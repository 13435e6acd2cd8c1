#include "kiosk/system/system_file.h"

#include <charconv>

#include "kiosk/base/file.h"
#include "kiosk/base/folder.h"

namespace kiosk::system {

std::vector<std::string> names_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  const auto opened = Folder::open(folder);
  if (!opened) return names;
  const auto there = opened->list();
  if (!there) return names;
  for (const Folder::Found& found : *there) names.push_back(found.name);
  return names;
}

std::optional<std::string> word_in(const std::filesystem::path& file) {
  constexpr std::size_t most_bytes = 4096;  // a page: no file of sysfs holds more
  const auto text = read_file(file, most_bytes);
  if (!text) return std::nullopt;
  const std::string line = text->substr(0, text->find('\n'));
  const std::size_t begin = line.find_first_not_of(" \t");
  if (begin == std::string::npos) return std::nullopt;
  return line.substr(begin, line.find_last_not_of(" \t") + 1 - begin);
}

std::optional<int> number_in(const std::filesystem::path& file) {
  const auto word = word_in(file);
  if (!word) return std::nullopt;
  int number = 0;
  const auto [end, fault] = std::from_chars(word->data(), word->data() + word->size(), number);
  if (fault != std::errc{} || end != word->data() + word->size()) return std::nullopt;
  return number;
}

}  // namespace kiosk::system
