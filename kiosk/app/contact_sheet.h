#pragma once

#include <string>

#include "kiosk/ui/geometry.h"

namespace kiosk::app {

/// One page that shows pictures side by side, to look them over in a browser. Text in, text out.
class ContactSheet {
 public:
  explicit ContactSheet(std::string title) : title_{std::move(title)} {}

  /// Begins a group of pictures of one size.
  void begin(const std::string& heading, ui::Size size);

  /// Adds a picture to the group; `misfit` where something on it does not fit.
  void add(const std::string& file, const std::string& name, bool misfit);

  int pictures() const { return pictures_; }

  /// The whole page, which needs no network and no script.
  std::string html() const;

 private:
  std::string title_;
  std::string groups_;
  ui::Size size_;
  int pictures_ = 0;
};

}  // namespace kiosk::app
