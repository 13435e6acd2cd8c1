#include "kiosk/app/contact_sheet.h"

#include <fmt/format.h>

namespace kiosk::app {

namespace {

constexpr int shown_height = 420;  // px of the page: a screen can be read, and six stand side by side

constexpr const char* style = R"(
body { font: 16px/1.4 "Noto Sans", sans-serif; margin: 2rem; background: #faf8f4; color: #14202b; }
section { display: flex; flex-wrap: wrap; gap: 1rem; }
figure { margin: 0; }
img { display: block; border: 1px solid #8a8474; }
figcaption { max-width: 20rem; overflow-wrap: anywhere; }
.misfit figcaption { color: #8c1012; font-weight: bold; }
)";

}  // namespace

void ContactSheet::begin(const std::string& heading, ui::Size size) {
  if (!groups_.empty()) groups_ += "</section>\n";
  size_ = size;
  groups_ += fmt::format("<h2>{}</h2>\n<section>\n", heading);
}

void ContactSheet::add(const std::string& file, const std::string& name, bool misfit) {
  const int width = shown_height * size_.w / size_.h;
  groups_ += fmt::format(
      "<figure{0}><a href=\"{1}\"><img src=\"{1}\" alt=\"{2}\" width=\"{3}\" height=\"{4}\" "
      "loading=\"lazy\"></a>"
      "<figcaption>{2}{5}</figcaption></figure>\n",
      misfit ? " class=\"misfit\"" : "", file, name, width, shown_height, misfit ? ": does not fit" : "");
  ++pictures_;
}

std::string ContactSheet::html() const {
  return fmt::format(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{0}</title>\n"
      "<style>{1}</style>\n</head>\n<body>\n<h1>{0}</h1>\n{2}</section>\n</body>\n</html>\n",
      title_, style, groups_);
}

}  // namespace kiosk::app
