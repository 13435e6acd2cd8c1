#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/base/utf8.h"
#include "tests/support/visitor.h"
#include "tests/survey/languages.h"

using namespace kiosk;

namespace {

/// Someone who writes in one language: the kiosk speaks no other, and asks one open question.
class Writer {
 public:
  explicit Writer(const std::string& language, ui::Panel panel = ui::panel_of({1080, 1920}, 24))
      : panel_{panel}, packs_{{delivered_phrases(language), delivered_keyboard(language)}} {
    survey_.languages = {language};
    survey::Question question;
    question.id = "open";
    question.longest_text = 20;
    survey_.questions.push_back(question);
    visit::Asking asking;
    asking.visit.path = {0};
    asking.visit.turns.resize(1);
    asking.visit.turns[0].order = survey::Order{};
    asking.writing = true;
    state_.doing = asking;
  }

  const survey::Keyboard& keyboard() const { return packs_.front().keyboard; }
  const std::string& words() const { return asking().visit.turns[0].draft.words; }

  void turn_to(const std::string& page) { happens(visit::PageTurned{page}); }

  ui::Frame frame() {
    return ui::layout(screens::show({survey_, packs_, panel_.portrait()}, state_), panel_, letters_);
  }

  std::vector<ui::Box> keys() {
    std::vector<ui::Box> found;
    for (const ui::Box& box : frame().boxes) {
      if (box.role == ui::Role::key) found.push_back(box);
    }
    return found;
  }

  /// Taps the keys that are labelled so.
  void tap(const std::vector<std::string>& labels) {
    for (const std::string& label : labels) {
      const ui::Frame seen = frame();
      const ui::Box* key = ui::find(seen, label);
      INFO("looking for the key " << label);
      REQUIRE(key != nullptr);
      happens(*key->on_tap);
    }
  }

  void erase() { tap({packs_.front().phrases.in(survey::Phrase::backspace)}); }

 private:
  const visit::Asking& asking() const { return std::get<visit::Asking>(state_.doing); }
  void happens(const visit::Event& event) {
    state_ = visit::update({survey_, survey_.languages}, std::move(state_), event, {}).state;
  }

  ui::Panel panel_;
  std::vector<screens::LanguagePack> packs_;
  survey::Survey survey_;
  visit::State state_;
  given::FixedLetters letters_;
};

const std::vector<std::pair<const char*, ui::Panel>> panels{
    {"24 inch, upright", ui::panel_of({1080, 1920}, 24)},
    {"24 inch, lying", ui::panel_of({1920, 1080}, 24)},
    {"22 inch, upright", ui::panel_of({1080, 1920}, 22)},
};

}  // namespace

TEST_CASE("a finger finds every key of every language: 18 mm wide, 20 mm high, 20 mm to the next") {
  for (const auto& [name, panel] : panels) {
    for (const std::string language : delivered_languages) {
      Writer writer{language, panel};
      for (const survey::KeyPage& page : writer.keyboard().pages) {
        writer.turn_to(page.name);
        const double mm = writer.frame().mm_per_px;
        std::map<int, int> last_in_row;  // by the top of the row: where its last key so far begins
        for (const ui::Box& key : writer.keys()) {
          INFO(name << ", " << language << ", page " << page.name << ", key " << key.label);
          CHECK(key.area.w * mm >= 18);
          CHECK(key.area.h * mm >= 20);
          const auto [row, first] = last_in_row.emplace(key.area.y, key.area.x);
          if (!first) CHECK((key.area.x - row->second) * mm >= 20);
          row->second = key.area.x;
          CHECK(key.area.x >= 0);
          CHECK(key.area.x + key.area.w <= panel.size.w);
        }
        CHECK(last_in_row.size() == page.rows.size());
      }
    }
  }
}

TEST_CASE("no two keys of a page say the same") {
  for (const std::string language : delivered_languages) {
    Writer writer{language};
    for (const survey::KeyPage& page : writer.keyboard().pages) {
      writer.turn_to(page.name);
      std::set<std::string> labels;
      for (const ui::Box& key : writer.keys()) {
        INFO(language << ", page " << page.name << ", key " << key.label);
        CHECK(labels.insert(key.label).second);
      }
    }
  }
}

TEST_CASE("each key of a page is where its layout has it: keys are mirrored for nobody") {
  for (const std::string language : delivered_languages) {
    Writer writer{language};
    const std::vector<ui::Box> keys = writer.keys();
    const survey::KeyRow& first = writer.keyboard().pages.front().rows.front();
    INFO(language);
    REQUIRE(keys.size() > first.keys.size());
    for (std::size_t i = 1; i < first.keys.size(); ++i) CHECK(keys[i].area.x > keys[i - 1].area.x);
    if (language == "ar") CHECK(keys.front().label == "ض");
  }
}

TEST_CASE("a Turkish visitor writes i and ı, small and as capitals") {
  Writer writer{"tr"};
  writer.tap({"İ", "ı", "boşluk", "i"});
  CHECK(writer.words() == "İı i");
  writer.tap({"büyük harf", "I"});
  CHECK(writer.words() == "İı iI");
}

TEST_CASE("a Ukrainian visitor writes ґ and the apostrophe") {
  Writer writer{"uk"};
  writer.tap({"Ґ", "а", "в", "'", "ї"});
  CHECK(writer.words() == "Ґав'ї");
}

TEST_CASE("a German visitor writes ß, as SS among capitals") {
  Writer writer{"de"};
  writer.tap({"F", "u", "ß"});
  CHECK(writer.words() == "Fuß");
  writer.tap({"Großbuchstabe", "Großbuchstabe", "SS"});
  CHECK(writer.words() == "FußSS");
}

TEST_CASE("one Arabic key types lam and alef, two letters that backspace takes away one by one") {
  Writer writer{"ar"};
  writer.tap({"ا", "لا"});
  CHECK(writer.words() == "الا");
  writer.erase();
  CHECK(writer.words() == "ال");
  writer.erase();
  CHECK(writer.words() == "ا");
}

TEST_CASE("an Arabic vowel sign goes with its letter at one press of backspace") {
  Writer writer{"ar"};
  writer.tap({"م", "ن"});
  writer.turn_to("accents");
  writer.tap({"ـّ", "ـَ"});
  CHECK(writer.words() == "من\u0651\u064E");
  writer.erase();
  CHECK(writer.words() == "م");
}

TEST_CASE("an Arabic key of two letters types both or neither where the text is nearly full") {
  Writer writer{"ar"};
  writer.tap(std::vector<std::string>(19, "م"));
  writer.tap({"لا"});
  CHECK(utf8::length(writer.words()) == 19);
  writer.tap({"م"});
  CHECK(utf8::length(writer.words()) == 20);
}

TEST_CASE("between two brackets an Arabic visitor writes what is in them") {
  Writer writer{"ar"};
  writer.turn_to("numbers");
  writer.tap({")", "1", "("});  // from right to left, as they come to stand in the text
  CHECK(writer.words() == "(1)");
}
