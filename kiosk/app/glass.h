#pragma once

#include <memory>
#include <optional>

#include "kiosk/app/session.h"
#include "kiosk/base/append_file.h"
#include "kiosk/sdl/fonts.h"
#include "kiosk/sdl/input.h"
#include "kiosk/sdl/painter.h"
#include "kiosk/sdl/window.h"
#include "kiosk/ui/focus.h"

namespace kiosk::app {

/// What is on the glass and what fingers do to it: draws a session when something changed, and turns contacts
/// into events of the frame that was drawn last.
class Glass {
 public:
  /// `fonts` may be null: then shapes are drawn and words are not. The picture in `window` is turned as
  /// `mounting` says.
  Glass(sdl::KioskWindow window, std::unique_ptr<sdl::Fonts> fonts, double diagonal_inch,
        const ui::Mounting& mounting, std::optional<AppendFile> frames);

  /// Something changed: the next show() draws.
  void change() { changed_ = true; }

  /// Draws if something changed. A screen on which nothing changes costs nothing.
  void show(const Session& session, Time now);

  /// The finger in an event of SDL, if there is one.
  std::optional<sdl::Contact> contact_in(const SDL_Event& event, Time now) const;

  /// A finger came down, moved or went up: what it tapped, if anything.
  std::optional<visit::Event> touch(const sdl::Contact& contact);

  /// A key of a keypad was pressed: what it chose, if anything.
  std::optional<visit::Event> press(ui::KeyAction action);

  /// When tick() is due: a finger stays where it is, and that means something.
  std::optional<Time> due() const { return touch_.due(); }
  std::optional<visit::Event> tick(Time now);

  /// The window has another size, or its pictures are lost. Fails where nothing can be drawn any more.
  Result<Done, sdl::SdlError> renew();

  /// Nothing of a visitor's words stays in memory after the visit.
  void forget();

 private:
  sdl::KioskWindow window_;
  std::unique_ptr<ui::Typesetter> no_fonts_;
  std::unique_ptr<sdl::Fonts> fonts_;
  ui::Typesetter& typesetter_;           // one of the two
  std::optional<sdl::Painter> painter_;  // another one when the window has another size
  double diagonal_inch_;
  ui::Panel panel_;
  ui::Frame frame_;
  ui::Mounting mounting_;
  ui::Touch touch_;
  ui::Focus focus_;
  bool changed_ = true;
  std::optional<AppendFile> frames_;
};

}  // namespace kiosk::app
