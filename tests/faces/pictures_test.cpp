#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "kiosk/ui/damage.h"
#include "tests/faces/picture.h"
#include "tests/support/png.h"

// An info with a picture: it is there for everyone, and never in the way of words.

using namespace kiosk;
using namespace kiosk::faces;

namespace {

constexpr ui::Colour red{200, 30, 40};
constexpr ui::Size large{1200, 720};

/// The set with a case to weigh, which begins with an info, with a picture of our own.
app::Setup with_picture(app::Setup setup, ui::Size size) {
  setup.survey = *app::load_survey(KIOSK_SOURCE_DIR "/config/questions/prip.toml");
  setup.survey.questions.front().picture->image = tests::image_of(size, red);
  return setup;
}
app::Setup with_large_picture(app::Setup setup) { return with_picture(std::move(setup), large); }
app::Setup with_small_picture(app::Setup setup) { return with_picture(std::move(setup), {90, 60}); }
app::Setup with_much_to_say(app::Setup setup) {
  setup = with_large_picture(std::move(setup));
  for (auto& [language, text] : setup.survey.questions.front().hint.by_language) {
    const std::string once = text;
    text += " " + once + " " + once;
  }
  return setup;
}

ui::Frame slide(Kiosk& kiosk, const app::Setup& setup, const visit::Comfort& comfort,
                const ui::Panel& panel) {
  const visit::State state{.doing = visit::Attract{}, .comfort = comfort};
  return app::Session{setup, state}.frame(panel, kiosk.fonts());
}

/// The same info as the first step of a guided hour, with its time running or up.
ui::Frame step(Kiosk& kiosk, const app::Setup& setup, const visit::Comfort& comfort, const ui::Panel& panel,
               int seconds_left) {
  visit::State state{.doing = visit::Attract{}, .comfort = comfort};
  state.guided = visit::Guided{.phase = 0, .seconds_left = seconds_left};
  return app::Session{setup, state}.frame(panel, kiosk.fonts());
}

const ui::Box* image_in(const ui::Frame& frame) {
  const auto found = std::find_if(frame.boxes.begin(), frame.boxes.end(),
                                  [](const ui::Box& box) { return box.image != nullptr; });
  return found == frame.boxes.end() ? nullptr : &*found;
}

/// The sizes of all letters, in their order.
std::vector<int> letters_of(const ui::Frame& frame) {
  std::vector<int> px;
  for (const ui::Box& box : frame.boxes) {
    for (const ui::PlacedLine& line : box.lines) px.push_back(line.face.px);
  }
  return px;
}

/// Whatever a visitor chooses, both ways up.
void each_slide(Kiosk& kiosk, const std::function<void(const visit::Comfort&, const ui::Panel&)>& look) {
  for (const ui::Panel& panel : {upright(), lying()}) {
    for (const bool low : {false, true}) {
      for (const visit::Comfort& comfort : comforts(kiosk, all_languages, all_sizes, low))
        look(comfort, panel);
    }
  }
}

}  // namespace

TEST_CASE("a picture is shown whole to everyone, beside words that are as large as without it") {
  Kiosk kiosk{with_large_picture};
  app::Setup bare = kiosk.setup();
  bare.survey.questions.front().picture.reset();
  each_slide(kiosk, [&](const visit::Comfort& comfort, const ui::Panel& panel) {
    const ui::Frame frame = slide(kiosk, kiosk.setup(), comfort, panel);
    INFO(frame.language << " " << app::name_of(comfort.size) << (panel.portrait() ? " upright" : " lying"));
    CHECK(frame.misfits.empty());
    CHECK(letters_of(frame) == letters_of(slide(kiosk, bare, comfort, panel)));
    const ui::Box* image = image_in(frame);
    REQUIRE(image != nullptr);
    CHECK(image->role == ui::Role::image);
    CHECK(image->label.find(frame.language == "nl" ? "Kaart: links het dorp" : "") == 0);
    CHECK(std::abs(image->area.w * large.h - image->area.h * large.w) <= large.w);  // to a pixel
    CHECK(image->area.w <= large.w);
    CHECK(image->area.w * panel.mm_per_px > 60);
    for (const ui::Box& box : frame.boxes) {
      for (const ui::PlacedLine& line : box.lines) {
        const ui::Rect shared = ui::common(line.area, image->area);
        CHECK((shared.w <= 0 || shared.h <= 0));
      }
    }
  });
}

TEST_CASE("a picture has its own colours in every look, to its round corners") {
  Kiosk kiosk{with_large_picture};
  for (const visit::Contrast contrast : all_looks) {
    const ui::Frame frame =
        slide(kiosk, kiosk.setup(), {.language = kiosk.language("nl"), .contrast = contrast}, upright());
    const ui::Rect area = image_in(frame)->area;
    const Picture seen = drawn(kiosk, frame);
    const ui::Colour paper = kiosk.setup().themes.of(contrast)[ui::Ink::paper];
    CHECK(seen.at(area.centre().x, area.centre().y) == red);
    CHECK(seen.at(area.x, area.centre().y) == red);
    CHECK(seen.at(area.right() - 1, area.centre().y) == red);
    CHECK(seen.at(area.centre().x, area.y) == red);
    CHECK(seen.at(area.centre().x, area.bottom() - 1) == red);
    CHECK(seen.at(area.x - 1, area.centre().y) == paper);
    for (const int x : {area.x, area.right() - 1}) {
      for (const int y : {area.y, area.bottom() - 1}) CHECK(seen.at(x, y) == paper);
    }
  }
}

TEST_CASE("a small picture is not made larger than its own pixels") {
  Kiosk kiosk{with_small_picture};
  for (const ui::Panel& panel : {upright(), lying()}) {
    const ui::Frame frame = slide(kiosk, kiosk.setup(), {.language = kiosk.language("nl")}, panel);
    REQUIRE(image_in(frame) != nullptr);
    CHECK(image_in(frame)->area.w == 90);
    CHECK(image_in(frame)->area.h == 60);
  }
}

TEST_CASE("where large words need all of the room the picture is left out, and no word is lost for it") {
  Kiosk kiosk{with_much_to_say};
  app::Setup bare = kiosk.setup();
  bare.survey.questions.front().picture.reset();
  std::size_t left_out = 0;
  each_slide(kiosk, [&](const visit::Comfort& comfort, const ui::Panel& panel) {
    const ui::Frame frame = slide(kiosk, kiosk.setup(), comfort, panel);
    const ui::Frame without = slide(kiosk, bare, comfort, panel);
    CHECK(frame.misfits.size() == without.misfits.size());
    CHECK(letters_of(frame) == letters_of(without));
    left_out += image_in(frame) == nullptr ? 1U : 0U;
  });
  CHECK(left_out > 0);
}

TEST_CASE("in a guided hour the case has its picture beside the clock, which stays as large as it was") {
  Kiosk kiosk{with_large_picture};
  app::Setup bare = kiosk.setup();
  bare.survey.questions.front().picture.reset();
  each_slide(kiosk, [&](const visit::Comfort& comfort, const ui::Panel& panel) {
    for (const int seconds_left : {299, 0}) {
      const ui::Frame frame = step(kiosk, kiosk.setup(), comfort, panel, seconds_left);
      INFO(frame.language << " " << app::name_of(comfort.size) << (panel.portrait() ? " upright" : " lying"));
      const ui::Frame without = step(kiosk, bare, comfort, panel, seconds_left);
      CHECK(frame.misfits.size() == without.misfits.size());
      CHECK(letters_of(frame) == letters_of(without));
      if (comfort.size == visit::TextSize::normal) CHECK(image_in(frame) != nullptr);
    }
  });
}

TEST_CASE("another picture in the place of one is painted anew, and the same one read twice is not") {
  Kiosk kiosk{with_large_picture};
  const visit::Comfort comfort{.language = kiosk.language("nl")};
  const auto frame_with = [&](ui::Colour colour) {
    app::Setup setup = kiosk.setup();
    setup.survey.questions.front().picture->image = tests::image_of(large, colour);
    return slide(kiosk, setup, comfort, upright());
  };
  const ui::Frame before = frame_with(red);
  CHECK(ui::damage_between(before, frame_with(red)).empty());
  const auto damage = ui::damage_between(before, frame_with({0, 0, 255}));
  REQUIRE(damage.size() == 1);
  CHECK(damage.front() == image_in(before)->area);
}

TEST_CASE("a picture is read once, also where a visitor's words are forgotten meanwhile") {
  Kiosk kiosk{with_large_picture};
  const ui::Frame frame = slide(kiosk, kiosk.setup(), {.language = kiosk.language("nl")}, upright());
  const auto canvas = sdl::Canvas::make(frame.size);
  REQUIRE(canvas);
  sdl::Painter painter{canvas->renderer(), nullptr, kiosk.setup().themes};
  const ui::Rect there = image_in(frame)->area;
  painter.draw(frame, {ui::inset(there, 60)});
  const std::uint64_t made = painter.textures_made();
  painter.forget();
  painter.draw(frame, {ui::inset(there, 60)});
  CHECK(painter.textures_made() - made < made);  // its ground's corners again, and not the picture
}
