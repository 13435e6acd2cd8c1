#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "kiosk/app/session.h"
#include "kiosk/base/append_file.h"
#include "kiosk/sdl/fonts.h"
#include "kiosk/sdl/input.h"
#include "kiosk/sdl/painter.h"
#include "kiosk/sdl/transition.h"
#include "kiosk/sdl/window.h"
#include "kiosk/ui/focus.h"

namespace kiosk::app {

/// What is on the glass and what fingers do to it: draws a session when something changed, and turns contacts
/// into events of the frame that was drawn last.
class Glass {
 public:
  /// `fonts` may be null: then shapes are drawn and words are not. `setup` outlives this; the picture in
  /// `window` is turned as its station says.
  Glass(sdl::KioskWindow window, std::unique_ptr<sdl::Fonts> fonts, const Setup& setup,
        std::optional<AppendFile> frames);

  /// Something changed: the next show() draws.
  void change() { changed_ = true; }

  /// What was on the glass is lost: the next show() draws all of it.
  void lose() {
    lost_ = true;
    change();
  }

  /// Draws what changed or moves. A screen on which nothing does costs nothing.
  void show(const Session& session, Time now);

  /// When show() has to draw again by itself; nothing while all is still.
  std::optional<Time> next_frame() const { return transition_->due(); }

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

  /// Waits until the compositor has answered; false where there is none any more.
  bool await_compositor() const { return window_.await_compositor(); }

  /// Its size in px and inch, as `kiosk check --panel` takes it.
  std::string panel() const;

  /// Can all these letters be drawn?
  bool can_write(std::string_view words);

  /// Nothing of a visitor's words stays in memory after the visit.
  void forget();

 private:
  void change_to(const Session& session, Time now);
  sdl::KioskWindow window_;
  std::unique_ptr<ui::Typesetter> no_fonts_;
  std::unique_ptr<sdl::Fonts> fonts_;
  ui::Typesetter& typesetter_;  // one of the two
  const ui::Themes& themes_;
  std::optional<sdl::Painter> painter_;        // another one when the window has another size
  std::optional<sdl::Transition> transition_;  // as the painter
  bool motion_;
  double diagonal_inch_;
  ui::Panel panel_;
  ui::Frame frame_;
  ui::Mounting mounting_;
  ui::Touch touch_;
  ui::Focus focus_;
  bool changed_ = true;
  bool lost_ = true;              // nothing of ours is on the glass
  std::vector<ui::Rect> damage_;  // where what is on the glass is not what frame_ says
  std::optional<AppendFile> frames_;
};

}  // namespace kiosk::app
