#include "kiosk/app/glass.h"

#include <utility>

#include "kiosk/ui/transcript.h"

namespace kiosk::app {

namespace {

/// Stands in where no font could be opened: words take no room.
class NoFonts : public ui::Typesetter {
 public:
  int width(const ui::Face& /*face*/, std::string_view /*line*/) override { return 0; }
  int ascent(const ui::Face& /*face*/) override { return 0; }
  int descent(const ui::Face& /*face*/) override { return 0; }
};

}  // namespace

Glass::Glass(sdl::KioskWindow window, std::unique_ptr<sdl::Fonts> fonts, double diagonal_inch,
             std::optional<AppendFile> frames)
    : window_{std::move(window)},
      no_fonts_{std::make_unique<NoFonts>()},
      fonts_{std::move(fonts)},
      typesetter_{fonts_ ? *fonts_ : *no_fonts_},
      painter_{window_.renderer(), fonts_.get(), ui::default_themes()},
      diagonal_inch_{diagonal_inch},
      panel_{ui::panel_of(window_.size(), diagonal_inch)},
      frames_{std::move(frames)} {}

void Glass::show(const Session& session, Time now) {
  if (!changed_) return;
  changed_ = false;
  frame_ = session.frame(panel_, typesetter_);
  touch_.mark_pressed(frame_);
  painter_.draw(frame_);
  window_.present();
  touch_.shown(frame_, now);
  if (frames_ && !frames_->add(ui::as_json(frame_, now))) frames_.reset();  // nobody's answers depend on it
}

std::optional<visit::Event> Glass::touch(const sdl::Contact& contact) {
  change();  // what is pressed looks pressed
  if (contact.kind == sdl::Contact::Kind::down) {
    touch_.down(frame_, contact.finger, contact.point, contact.time);
    return std::nullopt;
  }
  return touch_.up(frame_, contact.finger, contact.point, contact.time);
}

void Glass::renew() {
  painter_.forget();
  touch_.cancel();
  panel_ = ui::panel_of(window_.size(), diagonal_inch_);
  change();
}

void Glass::forget() {
  typesetter_.forget();
  painter_.forget();
}

}  // namespace kiosk::app
