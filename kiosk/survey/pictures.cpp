#include "kiosk/survey/pictures.h"

#include <algorithm>

namespace kiosk::survey {

namespace {

bool look_the_same(const std::optional<Picture>& a, const std::optional<Picture>& b) {
  if (!a || !b) return a.has_value() == b.has_value();
  if (a->image == nullptr || b->image == nullptr) return a->image == b->image;
  return *a->image == *b->image;
}

}  // namespace

std::vector<std::string> picture_names(const Survey& set) {
  std::vector<std::string> names;
  for (const Question& question : set.questions) {
    if (!question.picture) continue;
    const std::string& file = question.picture->file;
    if (std::find(names.begin(), names.end(), file) == names.end()) names.push_back(file);
  }
  return names;
}

PictureFiles gather_pictures(const Survey& set, const std::function<PictureBytes(const std::string&)>& read) {
  PictureFiles files;
  std::size_t room = most_picture_bytes;
  for (const std::string& name : picture_names(set)) {
    PictureBytes bytes = read(name);
    if (bytes && (*bytes)->size() > largest_picture) bytes = PictureTrouble::too_large;
    if (bytes && (*bytes)->size() > room) bytes = PictureTrouble::no_room;
    if (bytes) room -= (*bytes)->size();
    files.emplace(name, std::move(bytes));
  }
  return files;
}

bool show_the_same_pictures(const Survey& a, const Survey& b) {
  return std::equal(
      a.questions.begin(), a.questions.end(), b.questions.begin(), b.questions.end(),
      [](const Question& one, const Question& other) { return look_the_same(one.picture, other.picture); });
}

}  // namespace kiosk::survey
