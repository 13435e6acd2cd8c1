#include "kiosk/stick/question_files.h"

#include <cerrno>
#include <map>
#include <string_view>
#include <utility>

#include "kiosk/base/folder.h"
#include "kiosk/base/utf8.h"
#include "kiosk/survey/reader.h"
#include "kiosk/survey/toml_document.h"

namespace kiosk::stick {

namespace {

constexpr std::size_t longest_name = 60;
// What a stick may make a kiosk read and keep in memory: 50 sets of the largest size are 13 MB.
constexpr std::size_t most_files = 50;
constexpr std::size_t most_of_pictures = 2 * survey::most_picture_bytes;

bool is_called_so(const std::string& name) { return name.front() != '.' && name.ends_with(".toml"); }

std::string text_in(const Folder& folder, const Folder::Found& found) {
  if (found.bytes > survey::largest_document) return {};
  std::string text;
  const auto read = folder.read(found.name, [&](std::string_view piece) {
    text += piece;
    return text.size() <= survey::largest_document;
  });
  if (!read || text.size() > survey::largest_document) return {};
  return text;
}

/// Reads the pictures of one folder, each once, until a kiosk has no more memory for them.
class Pictures {
 public:
  /// Both outlive this. `room` is how many bytes may still be read.
  Pictures(const Folder& folder, std::size_t& room) : folder_{folder}, room_{room} {}

  survey::PictureBytes of(const std::string& name) {
    const auto known = read_.find(name);
    return known != read_.end() ? known->second : read_.emplace(name, read(name)).first->second;
  }

 private:
  survey::PictureBytes read(const std::string& name) {
    const std::size_t most = std::min(room_, survey::largest_picture);
    std::string bytes;
    const auto read = folder_.read(name, [&](std::string_view piece) {
      bytes += piece;
      return bytes.size() <= most;
    });
    using survey::PictureTrouble;
    if (!read) return read.error().code == ENOENT ? PictureTrouble::missing : PictureTrouble::unreadable;
    if (bytes.size() > survey::largest_picture) return PictureTrouble::too_large;
    if (bytes.size() > room_) return PictureTrouble::no_room;
    room_ -= bytes.size();
    return std::make_shared<const std::string>(std::move(bytes));
  }

  const Folder& folder_;
  std::size_t& room_;
  std::map<std::string, survey::PictureBytes> read_;
};

survey::PictureFiles pictures_of(const std::string& text, Pictures& pictures) {
  const auto set = survey::read_survey(text, "");  // what is wrong with it is told when it is offered
  if (!set) return {};
  return survey::gather_pictures(*set, [&](const std::string& name) { return pictures.of(name); });
}

void add_from(const Folder& folder, std::size_t& room, std::vector<QuestionFile>& files) {
  Pictures pictures{folder, room};
  const auto there = folder.list();
  if (!there) return;
  for (const Folder::Found& found : *there) {
    if (files.size() == most_files) return;
    if (found.what != Folder::Holds::file || !is_called_so(found.name)) continue;
    std::string text = text_in(folder, found);
    survey::PictureFiles shown = pictures_of(text, pictures);
    files.push_back({utf8::for_screen(found.name, longest_name), std::move(text), std::move(shown)});
  }
}

}  // namespace

Result<std::vector<QuestionFile>, PortError> read_question_files(Port& port) {
  const auto path = port.mount(Port::Access::read);
  if (!path) return path.error();
  std::vector<QuestionFile> files;
  {
    const auto folder = Folder::open(*path);
    if (folder) {
      std::size_t room = most_of_pictures;
      add_from(*folder, room, files);
      if (const auto inner = folder->enter("vragen")) add_from(*inner, room, files);
    }
  }
  if (const auto closed = port.unmount(); !closed) return closed.error();
  return files;
}

}  // namespace kiosk::stick
