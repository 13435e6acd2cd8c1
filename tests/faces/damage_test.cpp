#include "kiosk/ui/damage.h"

#include <catch2/catch.hpp>

#include "tests/faces/picture.h"

// Only what changed is painted when one frame takes the place of another. Whatever the two are, the glass
// shows the same as if all had been painted.

using namespace kiosk;
using namespace kiosk::faces;

namespace {

/// The glass of a kiosk that paints what changed, beside one that paints all.
class Glass {
 public:
  explicit Glass(Kiosk& kiosk, ui::Size size) : drawing_{kiosk, size}, whole_{kiosk, size} {}

  void show(const ui::Frame& frame) {
    const auto areas = ui::damage_between(before_, frame);
    for (const ui::Rect& area : areas) painted_ += static_cast<std::int64_t>(area.w) * area.h;
    drawing_.draw(frame, areas);
    before_ = frame;
  }
  bool is_right() {
    whole_.draw(before_, {{0, 0, before_.size.w, before_.size.h}});
    return drawing_.shows_the_same_as(whole_);
  }
  std::int64_t px_painted() { return std::exchange(painted_, 0); }

 private:
  Drawing drawing_;
  Drawing whole_;
  ui::Frame before_;
  std::int64_t painted_ = 0;
};

}  // namespace

TEST_CASE("whichever screen takes the place of whichever, painting what changed shows it all", "[long]") {
  Kiosk kiosk;
  const ui::Panel panel = upright();
  for (const std::string language : {"nl", "ar"}) {
    Glass glass{kiosk, panel.size};
    std::size_t count = 0;
    each_face(kiosk, panel, comforts(kiosk, {language}, {visit::TextSize::normal}), [&](const Face& face) {
      INFO(place_of(face));
      glass.show(face.frame);
      CHECK(glass.is_right());
      const auto all = targets(face.frame);
      if (all.empty()) return;
      const auto which = static_cast<std::size_t>(all[count++ % all.size()] - face.frame.boxes.data());
      ui::Frame changed = face.frame;
      changed.boxes[which].pressed = true;
      glass.show(changed);
      CHECK(glass.is_right());
      changed.boxes[which].pressed = false;
      changed.boxes[which].focused = true;
      glass.show(changed);
      CHECK(glass.is_right());
    });
    CHECK(count > 20);
  }
}

TEST_CASE("a finger on an option paints that option, and a frame that looks the same paints nothing") {
  Kiosk kiosk;
  const ui::Panel panel = upright();
  const auto comfort = comforts(kiosk, {"nl"}, {visit::TextSize::normal}).front();
  Glass glass{kiosk, panel.size};
  bool seen = false;
  each_face(kiosk, panel, {comfort}, [&](const Face& face) {
    if (seen || face.example.name != "behouden") return;
    seen = true;
    glass.show(face.frame);
    CHECK(glass.px_painted() == static_cast<std::int64_t>(panel.size.w) * panel.size.h);
    glass.show(face.frame);
    CHECK(glass.px_painted() == 0);
    const auto all = targets(face.frame);
    const auto option = std::find_if(all.begin(), all.end(),
                                     [](const ui::Box* box) { return box->role == ui::Role::checkbox; });
    REQUIRE(option != all.end());
    ui::Frame pressed = face.frame;
    pressed.boxes[static_cast<std::size_t>(*option - face.frame.boxes.data())].pressed = true;
    glass.show(pressed);
    const auto painted = glass.px_painted();
    CHECK(painted > 0);
    CHECK(painted < 2 * static_cast<std::int64_t>((*option)->area.w) * (*option)->area.h);
  });
  CHECK(seen);
}
