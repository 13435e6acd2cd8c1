#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>

#include "tests/faces/picture.h"

// A dozen screens as pictures, each of which somebody has looked at: tests/faces/golden/*.png. After a change
// that is meant: KIOSK_RENEW=1 build/release/faces_tests "screens look*", and look at what git shows as
// changed. Where one differs, what it looks like now lies in the folder for temporary files.

using namespace kiosk;
using namespace kiosk::faces;
using visit::Contrast;
using visit::TextSize;

namespace {

struct Shot {
  const char* example;
  const char* language = "nl";
  TextSize size = TextSize::normal;
  Contrast contrast = Contrast::normal;
  bool lower = false;
  bool lying = false;
};

const Shot shots[] = {
    {"attract-behouden"},
    {"behouden-chosen"},
    {"behouden-words-letters"},
    {"belangen"},
    {"belangen-why"},
    {"belangen-results"},
    {"behouden-results"},
    {"thanks"},
    {"still-there"},
    {"out-of-order-lost"},
    {"languages"},
    {"closed"},
    {"closed", "ar", TextSize::largest, Contrast::normal, false, true},
    {"verbeteren-chosen", "nl", TextSize::largest, Contrast::yellow},
    {"belangen", "ar"},
    {"keten-chosen", "nl", TextSize::normal, Contrast::normal, false, true},
    {"ruimte", "en", TextSize::large, Contrast::dark},
    {"behouden", "nl", TextSize::normal, Contrast::normal, true},
};

std::string file_of(const Shot& shot) {
  constexpr const char* sizes[] = {"", "-L", "-XL"};
  constexpr const char* contrasts[] = {"", "-dark", "-yellow"};
  return std::string{shot.example} + "-" + shot.language + sizes[static_cast<int>(shot.size)] +
         contrasts[static_cast<int>(shot.contrast)] + (shot.lower ? "-low" : "") +
         (shot.lying ? "-lying" : "") + ".png";
}

/// How many pixels a person could tell apart.
std::size_t differing(const Picture& a, const Picture& b) {
  constexpr int unseen = 8;  // of 255: another libfreetype may round otherwise
  std::size_t count = 0;
  for (std::size_t i = 0; i < a.rgb.size(); i += 3) {
    bool differs = false;
    for (std::size_t channel = i; channel < i + 3; ++channel) {
      differs = differs || std::abs(a.rgb[channel] - b.rgb[channel]) > unseen;
    }
    count += differs ? 1 : 0;
  }
  return count;
}

}  // namespace

TEST_CASE("screens look as when they were last looked at") {
  const std::filesystem::path folder = std::filesystem::path{KIOSK_SOURCE_DIR} / "tests" / "faces" / "golden";
  Kiosk kiosk;
  for (const Shot& shot : shots) {
    INFO(file_of(shot));
    const visit::Comfort comfort{.language = kiosk.language(shot.language),
                                 .size = shot.size,
                                 .contrast = shot.contrast,
                                 .lower = shot.lower};
    const app::Example seen = example(kiosk, comfort, shot.example);
    const Picture now = drawn(kiosk, app::Session{kiosk.setup(), seen.state}.frame(
                                         shot.lying ? lying() : upright(), kiosk.fonts()));
    if (std::getenv("KIOSK_RENEW") != nullptr) write_png(now, folder / file_of(shot));
    const Picture golden = read_png(folder / file_of(shot));
    REQUIRE(golden.size == now.size);
    const std::size_t most = now.rgb.size() / 3 / 1000;
    const std::size_t different = differing(now, golden);
    CHECK(different <= most);
    if (different > most) write_png(now, std::filesystem::temp_directory_path() / file_of(shot));
  }
}
