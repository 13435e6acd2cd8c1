#pragma once

#include <memory>
#include <optional>

#include "kiosk/app/session.h"
#include "kiosk/base/append_file.h"
#include "kiosk/sdl/fonts.h"
#include "kiosk/sdl/input.h"
#include "kiosk/sdl/painter.h"
#include "kiosk/sdl/window.h"

namespace kiosk::app {

/// What is on the glass and what fingers do to it: draws a session when something changed, and turns contacts
/// into events of the frame that was drawn last.
class Glass {
 public:
  /// `fonts` may be null: then shapes are drawn and words are not.
  Glass(sdl::KioskWindow window, std::unique_ptr<sdl::Fonts> fonts, double diagonal_inch,
        std::optional<AppendFile> frames);

  /// Something changed: the next show() draws.
  void change() { changed_ = true; }

  /// Draws if something changed. A screen on which nothing changes costs nothing.
  void show(const Session& session, Time now);

  /// A finger came down or went up: what it tapped, if anything.
  std::optional<visit::Event> touch(const sdl::Contact& contact);

  /// The window has another size, or its pictures are lost.
  void renew();

  /// Nothing of a visitor's words stays in memory after the visit.
  void forget();

  ui::Size size() const { return panel_.size; }

 private:
  sdl::KioskWindow window_;
  std::unique_ptr<ui::Typesetter> no_fonts_;
  std::unique_ptr<sdl::Fonts> fonts_;
  ui::Typesetter& typesetter_;  // one of the two
  sdl::Painter painter_;
  double diagonal_inch_;
  ui::Panel panel_;
  ui::Frame frame_;
  ui::Touch touch_;
  bool changed_ = true;
  std::optional<AppendFile> frames_;
};

}  // namespace kiosk::app
