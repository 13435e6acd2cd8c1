#include <catch2/catch.hpp>
#include <regex>

#include "tests/support/program.h"
#include "tests/survey/fault.h"
#include "tests/survey/sound_set.h"

namespace kiosk::check_test {

// `kiosk check`, as an organiser meets it: the whole of what is said, to the last character.

using namespace kiosk;

namespace {

void write(const std::filesystem::path& file, const std::string& text) { std::ofstream{file} << text; }

/// The sound set with the words of its first language for the second too, where those are missing.
std::string in_both_languages() {
  static const std::regex inside{R"re(\{ nl = "([^"]*)" \})re"};
  static const std::regex alone{R"re((^|\n)nl = "([^"]*)")re"};
  const std::string set = std::regex_replace(sound_set, inside, R"({ nl = "$1", en = "$1" })");
  return std::regex_replace(set, alone, "$1nl = \"$2\"\nen = \"$2\"");
}

/// A folder with question sets of which one is good.
struct Desk {
  tests::TempFolder folder;

  Desk() {
    const std::string long_word = "Licht" + std::string(60, 't');
    const std::string set = in_both_languages();
    write(folder / "lobby.toml", set);
    write(folder / "long.toml", changed(set, "nl = \"Licht\"", "nl = \"" + long_word + "\""));
    write(folder / "letter.toml", changed(set, "nl = \"De balie\"", "nl = \"De 一 balie\""));
    write(folder / "half.toml", changed(set, ", en = \"Licht\"", ""));
    write(folder / "station.toml", "languages = [\"nl\", \"en\"]\n");
    write(folder / "fault.toml", changed(set, "pick = 2", "pick = 0"));
    write(folder / "less.toml", changed(set, "id = \"soft\"", "id = \"dim\""));
  }

  tests::Ended check(std::vector<std::string> words) const {
    words.insert(words.begin(), {KIOSK_PROGRAM, "check", "--station", "station.toml"});
    return tests::run_to_end(words, folder.path());
  }
};

const std::string good = "lobby.toml: good: 3 questions in 2 languages, every screen fits\n";

const std::string words_are_readable =
    "station.toml: warning: without recipients in [export] a stick holds words of visitors that anyone can "
    "read; make a key with age-keygen and put its public key there\n";

std::string long_word_at(const std::string& size) {
  return R"(long.toml:29:16: error: "Lichttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt" does not fit)"
         R"( on the screen "attract" in nl, text size N, at )" +
         size + R"(; make it shorter, or put soft hyphens (\u00AD) into its long words
  text = { nl = "Lichttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt", en = "Licht" }
                 ^
)";
}

}  // namespace

TEST_CASE("an organiser hears that a set is good, or everything that is wrong and where", "[long]") {
  struct Case {
    const char* what;
    std::vector<std::string> words;
    int status;
    std::string out;
    std::string err;
  };
  const std::vector<Case> cases{
      {"a good set", {"lobby.toml"}, 0, good, words_are_readable},
      {"and it asks what it asked before",
       {"--against", "lobby.toml", "lobby.toml"},
       0,
       good,
       words_are_readable},
      {"one of which a question is not written in both languages",
       {"half.toml"},
       0,
       "half.toml: good: 3 questions in 2 languages, every screen fits\n",
       R"(half.toml:29:16: warning: the question 'light' is not whole in 'en': text; write it; until then who reads 'en' sees 'nl' there
  text = { nl = "Licht" }
                 ^
)" + words_are_readable},
      {"one that takes away what people chose",
       {"--against", "lobby.toml", "less.toml"},
       1,
       "",
       "less.toml:25:1: error: the question 'light' has no option 'soft' any more; people may have chosen "
       "it: put "
       "it back, or give the question another id\n"
       "  [[question]]\n"
       "  ^\n"},
      {"a word wider than the screen, both ways up",
       {"long.toml"},
       1,
       "",
       long_word_at("1080x1920") + long_word_at("1920x1080")},
      {"the same on one panel alone",
       {"--panel", "1080x1920@24", "long.toml"},
       1,
       "",
       long_word_at("1080x1920")},
      {"the same on a panel as wide as a wall",
       {"--panel", "5400x1920@98", "long.toml"},
       0,
       "long.toml: good: 3 questions in 2 languages, every screen fits\n",
       words_are_readable},
      {"several panels, of which one is too narrow",
       {"--panel", "5400x1920@98", "--panel", "1920x1080@24", "long.toml"},
       1,
       "",
       long_word_at("1920x1080")},
      {"a letter that no font has",
       {"letter.toml"},
       1,
       "",
       R"(letter.toml:17:7: error: no font has the letter U+4E00 of "De 一 balie"; write it with another letter
  nl = "De 一 balie"
        ^
)"},
      {"a fault in the file",
       {"fault.toml"},
       1,
       "",
       R"(fault.toml:12:8: error: 'pick' is 0; write a whole number from 1 to 2
  pick = 0
         ^
)"},
      {"a file that is not there",
       {"none.toml"},
       1,
       "",
       "kiosk: could not open none.toml: No such file or directory\n"},
      {"a bad set does not keep a good one from being checked",
       {"none.toml", "lobby.toml"},
       1,
       good,
       "kiosk: could not open none.toml: No such file or directory\n"},
  };
  const Desk desk;
  for (const Case& one : cases) {
    INFO(one.what);
    const tests::Ended ended = desk.check(one.words);
    CHECK(ended.status == one.status);
    CHECK(ended.out == one.out);
    CHECK(ended.err == one.err);
  }
}

}  // namespace kiosk::check_test
