#include "kiosk/app/kept_pictures.h"

#include <fmt/format.h>

#include <charconv>
#include <string_view>
#include <utility>

#include "kiosk/base/digest.h"

namespace kiosk::app {

namespace {

// With room for their names.
constexpr std::size_t most_packed = survey::most_picture_bytes + (std::size_t{1} << 20U);

using Bytes = std::shared_ptr<const std::string>;

std::string first_line(const survey::Survey& set) {
  return fmt::format("kiosk pictures {}\n", hex(short_digest(set.source)));
}

std::string_view take_line(std::string_view& text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(line.size() + 1, text.size()));
  return line;
}

/// The pictures in a file of them, by name; nothing where they are of another set, or not whole.
std::optional<std::map<std::string, Bytes>> unpacked(std::string_view packed, const survey::Survey& set) {
  const std::string first = first_line(set);
  if (!packed.starts_with(first)) return std::nullopt;
  packed.remove_prefix(first.size());
  std::map<std::string, Bytes> pictures;
  while (!packed.empty()) {
    const std::string_view line = take_line(packed);
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size);
    const auto digits = static_cast<std::size_t>(end - line.data());
    if (error != std::errc{} || digits == line.size() || size > packed.size()) return std::nullopt;
    pictures.emplace(line.substr(digits + 1), std::make_shared<const std::string>(packed.substr(0, size)));
    packed.remove_prefix(size);
  }
  return pictures;
}

}  // namespace

std::filesystem::path pictures_beside(const std::filesystem::path& set) {
  return std::filesystem::path{set}.replace_extension(".pictures");
}

Result<Done, IoError> keep_pictures(const std::filesystem::path& file, const survey::Survey& set) {
  std::map<std::string, Bytes> pictures;
  for (const survey::Question& question : set.questions) {
    if (question.picture && question.picture->image != nullptr)
      pictures.emplace(question.picture->file, question.picture->image->png);
  }
  if (pictures.empty()) return remove_name(pictures_beside(file));
  std::string packed = first_line(set);
  for (const auto& [name, bytes] : pictures) {
    packed += fmt::format("{} {}\n", bytes->size(), name);
    packed += *bytes;
  }
  return write_atomically(pictures_beside(file), packed);
}

std::optional<survey::PictureFiles> kept_pictures(const std::filesystem::path& file,
                                                  const survey::Survey& set) {
  for (const std::filesystem::path& place : {pictures_beside(file), file.parent_path() / "questions.pictures",
                                             file.parent_path() / "questions-before.pictures"}) {
    const auto packed = read_file(place, most_packed);
    const auto pictures = packed ? unpacked(*packed, set) : std::nullopt;
    if (!pictures) continue;
    return survey::gather_pictures(set, [&](const std::string& name) -> survey::PictureBytes {
      const auto found = pictures->find(name);
      if (found == pictures->end()) return survey::PictureTrouble::missing;
      return found->second;
    });
  }
  return std::nullopt;
}

}  // namespace kiosk::app
