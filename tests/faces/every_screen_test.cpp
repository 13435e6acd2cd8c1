#include <catch2/catch.hpp>

#include "kiosk/base/utf8.h"
#include "tests/faces/looks.h"
#include "tests/faces/pseudo.h"

// clang-format off
// The checks of the face: what each visitor can rely on, and where it is shown. Here all screens go through those that
// can be made on a frame (targets.cpp, letters.cpp, names.cpp), in every language, size and way up, and in two languages
// that nobody speaks (pseudo.h): one far longer than Dutch, one read from the right. Those that need pixels (looks.h) read
// the pixels of all these screens, in every look besides.
//
//  1-5, 7, 8      targets.cpp. 7: from the station's own bottom_mm; that a panel hangs there, a tape measure says
//  6              targets.cpp and tests/screens/keyboard_test.cpp
//  9, 10          looks.cpp; contrast_test.cpp shows that it finds what is wrong. 9: text of lesser weight has the
//                 design's grey, 7.5 to 1, so 10 to 1 is asked of headings alone. 10: keys have the design's faint
//                 edges; their letters tell them apart
//  11             targets.cpp (thick, whole), looks.cpp (contrast), tests/sdl/focus_ring_test.cpp (drawn)
//  12, 14-18      letters.cpp. 16: the height of lines where there is more than one
//  13             tests/ui/theme_test.cpp. What has no room for that is smaller, down to its floor
//  19             letters.cpp (side), tests/sdl/fonts_test.cpp (digits, joined letters), tests/screens/comfort_test.cpp
//  20-22, 26      names.cpp
//  23             tests/journey/keys_test.sh, visits_test.cpp
//  24, 25         speech is not part of this yet
//  27             looks.cpp; within so many ms: a benchmark, never a timed test
//  28-32          fingers.cpp (every target), tests/ui/touch_test.cpp (all times), tests/rigs/touch_test.sh (real fingers)
//  33, 34         tests/screens/visit_test.cpp, tests/screens/comfort_test.cpp; sound and speech are not part of this yet.
//                 That letters are gone from freed memory too is not shown
//  35, 36         tests/screens/comfort_test.cpp, visits_test.cpp
//  37             names.cpp (place of "don't know"), tests/screens/visit_test.cpp (stored order), tests/survey/order_test.cpp (half and half)
//  38             tests/screens/choice_test.cpp (one direction a visit), tests/survey/choice_test.cpp (stored order)
//  39             names.cpp, tests/screens/answered_test.cpp, tests/store/published_test.cpp
//  40             tests/ui/motion_test.cpp: what fades only fades; slides stay 4 s and more (tests/app/station_test.cpp)
//  41             tests/ui/motion_test.cpp, tests/sdl/transition_test.cpp: without motion the next frame is the last
//  42, 43         chosen_test.cpp (42: every kind of question, size, look and way up; 43: every screen twice),
//                 golden_test.cpp
//  44             tests/sdl/mounting_test.cpp
//  45             fingers.cpp; within its 100 ms: a benchmark
//  46             tests/sdl/painter_test.cpp (nothing is made anew); times are a benchmark's
//  47             tests/stick, with staff at the kiosk
//  48             tests/app/check_test.cpp, tests/survey
// clang-format on

using namespace kiosk;
using namespace kiosk::faces;

namespace {

/// All that can be seen on a frame.
std::vector<Check> frame_checks() {
  std::vector<Check> checks;
  for (const auto& of_one_kind : {target_checks(), letter_checks(), name_checks(), finger_checks()}) {
    checks.insert(checks.end(), of_one_kind.begin(), of_one_kind.end());
  }
  return checks;
}

void look_with(const std::vector<Check>& checks, const Face& face, Faults& faults) {
  for (const Check& check : checks) {
    if (check.look != nullptr) check.look(face, faults);
  }
}

void tell(const std::vector<Check>& checks, const Faults& faults) {
  for (const Check& check : checks) {
    INFO("check " << check.number << ": " << check.means);
    CHECK(faults.of(check.number) == "");
  }
}

/// All checks on the frames of one panel, each screen laid out once for all of them.
void check_all(Kiosk& kiosk, const ui::Panel& panel, const std::vector<std::string>& languages,
               const std::vector<visit::TextSize>& sizes, bool lower = false) {
  const std::vector<Check> checks = frame_checks();
  Faults faults;
  int seen = 0;
  each_face(kiosk, panel, comforts(kiosk, languages, sizes, lower), [&](const Face& face) {
    ++seen;
    look_with(checks, face, faults);
  });
  CHECK(seen > 60 * static_cast<int>(languages.size() * sizes.size()));
  tell(checks, faults);
}

/// The same and those that need pixels, which are looked at in every look.
void check_all_and_pixels(const ui::Panel& panel) {
  Kiosk kiosk;
  std::vector<Check> checks = frame_checks();
  Faults faults;
  Looks looks{kiosk, panel.size};
  std::size_t seen = 0;
  each_look(kiosk, panel, comforts(kiosk, all_languages, all_sizes), [&](const Face& face) {
    ++seen;
    if (face.frame.contrast == visit::Contrast::normal) look_with(checks, face, faults);
    looks.judge(face, faults);
  });
  checks.push_back({9, "letters stand out from what is behind them 7 to 1, headings 10 to 1", nullptr});
  checks.push_back({10, "icons and edges stand out 3 to 1", nullptr});
  checks.push_back({27, "what a finger is on looks pressed, most of it", nullptr});
  tell(checks, faults);
  // So many there are at least: else something was not looked at.
  CHECK(seen > 60 * all_languages.size() * all_sizes.size() * all_looks.size());
  const Looks::Counts& counts = looks.counts();
  CHECK(counts.letters > 15000);
  CHECK(counts.lines > 5000);
  CHECK(counts.icons > 150);
  CHECK(counts.edges > 300);
  CHECK(counts.rings > 1500);
  CHECK(counts.pressed > 200);
}

void check_all(const ui::Panel& panel, const std::vector<std::string>& languages,
               const std::vector<visit::TextSize>& sizes, bool lower = false) {
  Kiosk kiosk;
  check_all(kiosk, panel, languages, sizes, lower);
}

/// The set with a choice of twelve, and a scale of seven points whose names are long.
app::Setup with_choice_and_scale(app::Setup setup) {
  setup.survey = *app::load_survey(KIOSK_SOURCE_DIR "/config/questions/buit.toml");
  survey::Question scale = setup.survey.questions.front();
  scale.id = "schaal";
  scale.kind = survey::Kind::scale;
  scale.own_words = true;
  scale.text.by_language = {{"nl", "In deze organisatie wordt naar mijn ervaring echt geluisterd."}};
  scale.options.clear();
  for (const char* point :
       {"Helemaal mee oneens", "Mee oneens", "Een beetje mee oneens", "Niet mee eens en niet mee oneens",
        "Een beetje mee eens", "Mee eens", "Helemaal mee eens"}) {
    scale.options.push_back({point, {{{"nl", point}}}, false});
  }
  setup.survey.questions.push_back(scale);
  return setup;
}

/// The form with interests to weigh and an hour to lead, of which one interest has a long name.
app::Setup with_guided_hour(app::Setup setup) {
  setup.survey = *app::load_survey(KIOSK_SOURCE_DIR "/config/questions/prip.toml");
  for (survey::Question& question : setup.survey.questions) {
    if (question.kind != survey::Kind::weigh) continue;
    question.own_words = true;
    question.options.push_back({"lang", {{{"nl", "Een gezonde leefomgeving voor iedereen"}}}, false});
  }
  return setup;
}

const std::vector<std::string> extreme_languages{"de", "ar"};
const std::vector<visit::TextSize> extreme_sizes{visit::TextSize::normal, visit::TextSize::largest};

}  // namespace

TEST_CASE("every screen is for everyone, on an upright panel", "[long]") { check_all_and_pixels(upright()); }

TEST_CASE("every screen is for everyone, on a lying panel", "[long]") { check_all_and_pixels(lying()); }

TEST_CASE("every screen is for everyone, with all that can be tapped low", "[long]") {
  check_all(upright(), all_languages, extreme_sizes, true);
}

TEST_CASE("every screen is for everyone, on smaller and larger panels", "[long]") {
  for (const double inch : {22.0, 27.0, 32.0}) {
    for (const ui::Panel& panel : {upright(inch), lying(inch)})
      check_all(panel, extreme_languages, extreme_sizes);
  }
}

TEST_CASE("every screen of a choice and of a scale is for everyone", "[long]") {
  Kiosk kiosk{with_choice_and_scale};
  for (const ui::Panel& panel : {upright(), lying()}) check_all(kiosk, panel, extreme_languages, all_sizes);
  check_all(kiosk, upright(), extreme_languages, all_sizes, true);
}

TEST_CASE("every screen of interests to weigh and of a guided hour is for everyone", "[long]") {
  Kiosk kiosk{with_guided_hour};
  for (const ui::Panel& panel : {upright(), lying()}) check_all(kiosk, panel, extreme_languages, all_sizes);
  check_all(kiosk, upright(), extreme_languages, extreme_sizes, true);
}

TEST_CASE("every screen is for everyone, in a language far longer than Dutch", "[long]") {
  const std::string dutch = "Hoe doen we dat? Uw antwoorden staan anoniem en veilig op deze zuil.";
  CHECK(10 * utf8::length(in_long(dutch)) > 13 * utf8::length(dutch));
  Kiosk kiosk{with_pseudo_languages};
  for (const ui::Panel& panel : {upright(), lying()}) check_all(kiosk, panel, {long_language}, all_sizes);
}

TEST_CASE("every screen is for everyone, in a language read from the right and as long as Dutch", "[long]") {
  Kiosk kiosk{with_pseudo_languages};
  for (const ui::Panel& panel : {upright(), lying()}) check_all(kiosk, panel, {rtl_language}, all_sizes);
}
