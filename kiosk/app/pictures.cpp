#include "kiosk/app/pictures.h"

#include <fmt/format.h>

#include <cerrno>
#include <utility>

#include "kiosk/app/kept_pictures.h"
#include "kiosk/base/file.h"
#include "kiosk/sdl/png.h"
#include "kiosk/survey/findings.h"
#include "kiosk/survey/reader.h"
#include "kiosk/survey/toml_document.h"

namespace kiosk::app {

namespace {

using survey::PictureTrouble;

/// What is wrong, and what to do.
struct Told {
  std::string what;
  std::string remedy;
};

survey::PictureBytes read_picture(const std::filesystem::path& file) {
  auto bytes = read_file(file, survey::largest_picture);
  if (bytes) return std::make_shared<const std::string>(std::move(*bytes));
  if (bytes.error().code == ENOENT) return PictureTrouble::missing;
  return bytes.error().code == EFBIG ? PictureTrouble::too_large : PictureTrouble::unreadable;
}

Told told(const std::string& name, PictureTrouble trouble) {
  switch (trouble) {
    case PictureTrouble::missing:
      return {fmt::format("there is no '{}' beside this file", name),
              "put the picture there, or take the line out"};
    case PictureTrouble::unreadable:
      break;
    case PictureTrouble::too_large:
      return {fmt::format("'{}' holds more than {} MiB", name, survey::largest_picture >> 20U),
              "save it smaller: it need not have more pixels than the screen"};
    case PictureTrouble::no_room:
      return {
          fmt::format("the pictures before '{}' leave no room for it", name),
          fmt::format("save them smaller: together they may hold {} MiB", survey::most_picture_bytes >> 20U)};
  }
  return {fmt::format("'{}' cannot be read", name), "see that it is an ordinary file that anyone may read"};
}

Result<ui::Size, sdl::SdlError> size_of(std::string_view png, LookAt look_at) {
  if (look_at == LookAt::head) return sdl::png_size(png);
  const auto picture = sdl::read_png(png);
  if (!picture) return picture.error();
  return ui::Size{(*picture)->w, (*picture)->h};
}

Result<std::shared_ptr<const survey::Image>, Told> image_of(const std::string& name,
                                                            const survey::PictureBytes& png, LookAt look_at) {
  if (!png) return told(name, png.error());
  const auto size = size_of(**png, look_at);
  if (!size) {
    return Told{fmt::format("'{}' cannot be shown: {}", name, size.error().text),
                "save it anew as a PNG picture"};
  }
  return std::make_shared<const survey::Image>(survey::Image{*png, size->w, size->h, short_digest(**png)});
}

}  // namespace

survey::PictureFiles read_pictures(const std::filesystem::path& file, const survey::Survey& set) {
  if (survey::picture_names(set).empty()) return {};
  if (auto kept = kept_pictures(file, set)) return std::move(*kept);
  return survey::gather_pictures(
      set, [&](const std::string& name) { return read_picture(file.parent_path() / name); });
}

std::vector<std::filesystem::path> picture_files(const std::filesystem::path& set) {
  const auto text = read_file(set, survey::largest_document);
  if (!text) return {};
  const auto read = survey::read_survey(*text, "");
  if (!read) return {};
  std::vector<std::filesystem::path> files;
  for (const std::string& name : survey::picture_names(*read)) files.push_back(set.parent_path() / name);
  return files;
}

std::vector<Problem> add_pictures(survey::Survey& set, const std::string& file,
                                  const survey::PictureFiles& pictures, LookAt look_at) {
  survey::Findings findings{file, set.source};
  std::map<std::string, Result<std::shared_ptr<const survey::Image>, Told>> images;
  for (const auto& [name, png] : pictures) images.emplace(name, image_of(name, png, look_at));
  for (survey::Question& question : set.questions) {
    if (!question.picture) continue;
    const auto image = images.find(question.picture->file);
    const auto shown =
        image == images.end() ? told(question.picture->file, PictureTrouble::missing) : image->second;
    if (shown) {
      question.picture->image = *shown;
    } else {
      findings.add({question.picture->line, question.picture->column}, shown.error().what,
                   shown.error().remedy);
    }
  }
  return findings.in_order();
}

}  // namespace kiosk::app
