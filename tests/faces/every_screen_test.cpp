#include <catch2/catch.hpp>

#include "tests/faces/face.h"

using namespace kiosk;
using namespace kiosk::faces;

namespace {

/// All checks on one panel, each screen laid out once for all of them.
void check_all(const ui::Panel& panel, const std::vector<std::string>& languages,
               const std::vector<visit::TextSize>& sizes, bool lower = false) {
  Kiosk kiosk;
  std::vector<Check> checks;
  for (const auto& of_one_kind : {target_checks(), letter_checks(), name_checks()}) {
    checks.insert(checks.end(), of_one_kind.begin(), of_one_kind.end());
  }
  Faults faults;
  int seen = 0;
  each_face(kiosk, panel, comforts(kiosk, languages, sizes, lower), [&](const Face& face) {
    ++seen;
    for (const Check& check : checks) {
      if (check.look != nullptr) check.look(face, faults);
    }
  });
  CHECK(seen > 60 * static_cast<int>(languages.size() * sizes.size()));
  for (const Check& check : checks) {
    INFO("check " << check.number << ": " << check.means);
    CHECK(faults.of(check.number) == "");
  }
}

const std::vector<std::string> extreme_languages{"de", "ar"};
const std::vector<visit::TextSize> extreme_sizes{visit::TextSize::normal, visit::TextSize::largest};

}  // namespace

TEST_CASE("every screen is for everyone, on an upright panel") {
  check_all(upright(), all_languages, all_sizes);
}

TEST_CASE("every screen is for everyone, on a lying panel") { check_all(lying(), all_languages, all_sizes); }

TEST_CASE("every screen is for everyone, with all that can be tapped low") {
  check_all(upright(), all_languages, extreme_sizes, true);
}

TEST_CASE("every screen is for everyone, on smaller and larger panels") {
  for (const double inch : {22.0, 27.0, 32.0}) {
    for (const ui::Panel& panel : {upright(inch), lying(inch)})
      check_all(panel, extreme_languages, extreme_sizes);
  }
}
