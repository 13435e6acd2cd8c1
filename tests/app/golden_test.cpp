#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "kiosk/app/every_screen.h"
#include "kiosk/app/session.h"
#include "kiosk/ui/transcript.h"
#include "tests/support/fixed_letters.h"

namespace kiosk::golden_test {

// Every screen of the shipped set in words, as a visitor would hear it, against
// tests/app/golden/transcripts.txt. After a change that is meant: KIOSK_RENEW=1 build/test/app_tests "every
// screen reads*", and look at the diff.

using namespace kiosk;

namespace {

const std::string golden_file = std::string{KIOSK_SOURCE_DIR} + "/tests/app/golden/transcripts.txt";

std::string transcripts() {
  const auto setup = app::load({});
  REQUIRE(setup);
  given::FixedLetters letters;
  std::string all;
  for (const app::Example& example : app::every_screen(*setup, {})) {
    const ui::Frame frame =
        app::Session{*setup, example.state}.frame(ui::panel_of({1080, 1920}, 24), letters);
    all += "== " + example.name + "\n" + ui::transcript(frame) + "\n";
  }
  return all;
}

}  // namespace

TEST_CASE("every screen reads as it was last looked at") {
  const std::string now = transcripts();
  if (std::getenv("KIOSK_RENEW") != nullptr) std::ofstream{golden_file} << now;
  std::stringstream golden;
  golden << std::ifstream{golden_file}.rdbuf();
  REQUIRE_FALSE(golden.str().empty());
  CHECK(now == golden.str());
}

}  // namespace kiosk::golden_test
