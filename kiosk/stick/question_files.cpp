#include "kiosk/stick/question_files.h"

#include <string_view>
#include <utility>

#include "kiosk/base/folder.h"
#include "kiosk/base/utf8.h"
#include "kiosk/survey/toml_document.h"

namespace kiosk::stick {

namespace {

constexpr std::size_t longest_name = 60;
// What a stick may make a kiosk read and keep in memory: 50 sets of the largest size are 13 MB.
constexpr std::size_t most_files = 50;

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

void add_from(const Folder& folder, std::vector<QuestionFile>& files) {
  const auto there = folder.list();
  if (!there) return;
  for (const Folder::Found& found : *there) {
    if (files.size() == most_files) return;
    if (found.what != Folder::Holds::file || !is_called_so(found.name)) continue;
    files.push_back({utf8::for_screen(found.name, longest_name), text_in(folder, found)});
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
      add_from(*folder, files);
      if (const auto inner = folder->enter("vragen")) add_from(*inner, files);
    }
  }
  if (const auto closed = port.unmount(); !closed) return closed.error();
  return files;
}

}  // namespace kiosk::stick
