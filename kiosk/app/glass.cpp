#include "kiosk/app/glass.h"

#include <fmt/format.h>

#include <utility>

#include "kiosk/ui/damage.h"
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

Glass::Glass(sdl::KioskWindow window, std::unique_ptr<sdl::Fonts> fonts, const Setup& setup,
             std::optional<AppendFile> frames)
    : window_{std::move(window)},
      no_fonts_{std::make_unique<NoFonts>()},
      fonts_{std::move(fonts)},
      typesetter_{fonts_ ? *fonts_ : *no_fonts_},
      themes_{setup.themes},
      painter_{std::in_place, window_.renderer(), fonts_.get(), themes_},
      transition_{std::in_place, window_.renderer()},
      motion_{setup.station.motion},
      diagonal_inch_{setup.station.diagonal_inch},
      panel_{ui::panel_of(window_.size(), diagonal_inch_)},
      mounting_{setup.station.mounting},
      frames_{std::move(frames)} {}

void Glass::show(const Session& session, Time now) {
  const auto frame_due = next_frame();
  if (!changed_ && (!frame_due || now < *frame_due)) return;
  if (std::exchange(changed_, false)) change_to(session, now);
  const std::vector<ui::Rect> all{{0, 0, frame_.size.w, frame_.size.h}};
  const auto drawn = transition_->draw(*painter_, frame_, std::exchange(lost_, false) ? all : damage_, now);
  damage_.clear();
  window_.present(drawn);
  if (frames_ && !frames_->add(ui::as_json(frame_, now, transition_->moving()))) {
    frames_.reset();  // nobody's answers depend on it
  }
}

void Glass::change_to(const Session& session, Time now) {
  ui::Frame frame = session.frame(panel_, typesetter_);
  touch_.mark_pressed(frame);
  focus_.shown(frame);
  if (!session.state().comfort.keys) focus_.hide();  // who pressed a key has walked on
  focus_.mark(frame);
  damage_ = ui::together(ui::damage_between(frame_, frame), transition_->areas());
  auto motion = motion_ ? ui::motion_between(frame_, frame) : std::nullopt;
  if (motion) transition_->begin(*painter_, frame_, std::move(*motion), now);
  if (frame.at_once) transition_->stop();
  frame_ = std::move(frame);
  touch_.shown(frame_, now);
}

std::optional<sdl::Contact> Glass::contact_in(const SDL_Event& event, Time now) const {
  return sdl::contact_in(event, mounting_, window_.glass(), now);
}

std::optional<visit::Event> Glass::touch(const sdl::Contact& contact) {
  switch (contact.kind) {
    case sdl::Contact::Kind::down:
      change();  // what is pressed looks pressed
      focus_.hide();
      return touch_.down(frame_, contact.finger, contact.point, contact.time);
    case sdl::Contact::Kind::move:
      if (touch_.move(frame_, contact.finger, contact.point, contact.time)) change();
      return std::nullopt;
    case sdl::Contact::Kind::up:
      change();
      return touch_.up(frame_, contact.finger, contact.point, contact.time);
  }
  return std::nullopt;
}

std::optional<visit::Event> Glass::press(ui::KeyAction action) {
  change();
  return focus_.press(frame_, action);
}

std::optional<visit::Event> Glass::tick(Time now) {
  change();
  return touch_.tick(frame_, now);
}

Result<Done, sdl::SdlError> Glass::renew() {
  touch_.cancel();
  transition_.reset();  // their textures belong to the renderer that may go
  painter_.reset();
  auto fitted = window_.fit();
  if (!fitted) return fitted;  // the caller ends
  painter_.emplace(window_.renderer(), fonts_.get(), themes_);
  transition_.emplace(window_.renderer());
  panel_ = ui::panel_of(window_.size(), diagonal_inch_);
  lose();
  return fitted;
}

std::string Glass::panel() const {
  return fmt::format("{}x{}@{}", panel_.size.w, panel_.size.h, diagonal_inch_);
}

bool Glass::can_write(std::string_view words) {
  return fonts_ != nullptr && fonts_->missing_letters(words).empty();
}

void Glass::forget() {
  typesetter_.forget();
  painter_->forget();
}

}  // namespace kiosk::app
