#include <catch2/catch.hpp>
#include <string>

#include "kiosk/survey/pictures.h"
#include "kiosk/survey/reader.h"
#include "tests/survey/fault.h"
#include "tests/survey/sound_set.h"

namespace kiosk::survey::info_faults_test {
namespace {

// Line 44 is where the info begins.
const std::string sound_set_with_info = sound_set + R"(
[[question]]
id = "news"
kind = "info"
tag = { nl = "Nieuws" }
title = { nl = "De balie verhuist" }
text = { nl = "In mei." }
)";

/// So many words, in one text.
std::string words(int count) {
  std::string text = "een";
  for (int i = 1; i < count; ++i) text += " en";
  return text;
}

const std::vector<Fault> faults{
    {"it has no title", R"(title = { nl = "De balie verhuist" })", "",
     R"(set.toml:44:1: error: question 4 has no 'title'; add title = { nl = "…" }
  [[question]]
  ^
)"},
    {"it has no text", R"(text = { nl = "In mei." })", "",
     R"(set.toml:44:1: error: question 4 has no 'text'; add text = { nl = "…" }
  [[question]]
  ^
)"},
    {"it has more words than anyone reads", R"("In mei.")", "\"" + words(61) + "\"",
     "set.toml:49:8: error: the text has 61 words in 'nl'; keep it to 60: nobody reads more while passing "
     "by\n  text = { nl = \"" +
         words(61) + "\" }\n         ^\n"},
    {"it has something to choose from", R"(text = { nl = "In mei." })", R"(text = { nl = "In mei." }

[[question.option]]
id = "yes"
nl = "Ja")",
     R"(set.toml:46:8: error: the question has 1 option; an info asks nothing: take them out, or write kind = "themes"
  kind = "info"
         ^
)"},
    {"it has a text to write", R"(text = { nl = "In mei." })",
     "text = { nl = \"In mei.\" }\nlongest_text = 80",
     R"(set.toml:50:16: error: an info has no text to write; take the line out
  longest_text = 80
                 ^
)"},
    {"it has a hint, as a question has", R"(title = { nl = "De balie verhuist" })",
     R"(hint = { nl = "Lees mee." }
title = { nl = "De balie verhuist" })",
     R"(set.toml:48:1: error: question 4 cannot have 'hint'; use one of: id, kind, tone, tag, title, text, minutes, picture, option, long_because, pick, own_words, segment, longest_text, order
  hint = { nl = "Lees mee." }
  ^
)"},
};

const std::string in_may = R"(text = { nl = "In mei." })";

// They begin on line 50.
const std::vector<Fault> picture_faults{
    {"its picture is in another folder", in_may,
     in_may + "\n" + R"(picture = { file = "../map.png", nl = "Een kaart" })",
     R"(set.toml:50:20: error: '../map.png' is no name of a PNG picture beside this file; put the picture beside this file, and write its name: "picture.png"
  picture = { file = "../map.png", nl = "Een kaart" }
                     ^
)"},
    {"its picture is in a folder of another system", in_may,
     in_may + "\n" + R"(picture = { file = "C:/map.png", nl = "Een kaart" })",
     R"(set.toml:50:20: error: 'C:/map.png' is no name of a PNG picture beside this file; put the picture beside this file, and write its name: "picture.png"
  picture = { file = "C:/map.png", nl = "Een kaart" }
                     ^
)"},
    {"its picture is hidden", in_may, in_may + "\n" + R"(picture = { file = ".map.png", nl = "Een kaart" })",
     R"(set.toml:50:20: error: '.map.png' is no name of a PNG picture beside this file; put the picture beside this file, and write its name: "picture.png"
  picture = { file = ".map.png", nl = "Een kaart" }
                     ^
)"},
    {"its picture is no PNG", in_may, in_may + "\n" + R"(picture = { file = "map.jpg", nl = "Een kaart" })",
     R"(set.toml:50:20: error: 'map.jpg' is no name of a PNG picture beside this file; put the picture beside this file, and write its name: "picture.png"
  picture = { file = "map.jpg", nl = "Een kaart" }
                     ^
)"},
    {"its picture has a name that nobody reads to its end", in_may,
     in_may + "\n" +
         R"(picture = { file = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.png", nl = "Een kaart" })",
     R"(set.toml:50:20: error: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.png' is no name of a PNG picture beside this file; put the picture beside this file, and write its name: "picture.png"
  picture = { file = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.png", nl = "Een kaart" }
                     ^
)"},
    {"its picture has no words for who cannot see it", in_may, in_may + "\n" + R"(picture = "map.png")",
     R"(set.toml:50:11: error: 'picture' is text, not a table; write picture = { file = "picture.png", nl = "…" }
  picture = "map.png"
            ^
)"},
    {"what its picture shows is not told", in_may, in_may + "\n" + R"(picture = { file = "map.png" })",
     R"(set.toml:50:11: error: the picture of question 4 has no 'nl'; add nl = "…"
  picture = { file = "map.png" }
            ^
)"},
    {"what its picture shows is told in another language alone", in_may,
     in_may + "\n" + R"(picture = { file = "map.png", en = "A map" })",
     R"(set.toml:50:11: error: the picture of question 4 has no 'nl'; add nl = "…"
  picture = { file = "map.png", en = "A map" }
            ^
)"},
    {"its picture has no file", in_may, in_may + "\n" + R"(picture = { nl = "Een kaart" })",
     R"(set.toml:50:11: error: the picture of question 4 has no 'file'; add file = "…"
  picture = { nl = "Een kaart" }
            ^
)"},
    {"its picture has words in a language that the set has not", in_may,
     in_may + "\n" + R"(picture = { file = "map.png", nl = "Een kaart", de = "Karte" })",
     R"(set.toml:50:49: error: the set has no language 'de'; add it to languages, or use one of: nl, en
  picture = { file = "map.png", nl = "Een kaart", de = "Karte" }
                                                  ^
)"},
    {"its picture has what no picture has", in_may,
     in_may + "\n" + R"(picture = { file = "map.png", nl = "Een kaart", width = 3 })",
     R"(set.toml:50:49: error: the picture of question 4 cannot have 'width'; use one of: file, nl, en
  picture = { file = "map.png", nl = "Een kaart", width = 3 }
                                                  ^
)"},
};

}  // namespace

TEST_CASE("a mistake in what a set only tells is told, with its place and what to do") {
  check_faults(sound_set_with_info, faults,
               [](const std::string& text) { return read_survey(text, "set.toml"); });
}

TEST_CASE("a mistake in the picture of an info is told, with its place and what to do") {
  check_faults(sound_set_with_info, picture_faults,
               [](const std::string& text) { return read_survey(text, "set.toml"); });
}

TEST_CASE("an info has the name of its picture and what that shows, and nobody has read it yet") {
  const auto set =
      read_survey(changed(sound_set_with_info, in_may,
                          in_may + "\npicture = { file = \"map.png\", nl = \"Een kaart\", en = \"A map\" }"),
                  "set.toml");
  REQUIRE(set);
  const std::optional<Picture>& picture = set->questions.back().picture;
  REQUIRE(picture);
  CHECK(picture->file == "map.png");
  CHECK(picture->shows.in("en", "nl") == "A map");
  CHECK((picture->line == 50 && picture->column == 20));
  CHECK(picture->image == nullptr);
  CHECK(picture_names(*set) == std::vector<std::string>{"map.png"});
}

TEST_CASE("a set keeps as many pictures as there is room for, each read once") {
  std::string text = sound_head;
  int number = 0;
  for (const char* name : {"a", "b", "a", "c", "d", "e", "f"}) {
    text += "[[question]]\nid = \"news-" + std::to_string(++number) + R"("
kind = "info"
tag = { nl = "Nieuws" }
title = { nl = "Nieuws" }
text = { nl = "Nieuws" }
picture = { file = ")" +
            name + ".png\", nl = \"Nieuws\" }\n";
  }
  const auto set = read_survey(text + sound_questions, "set.toml");
  REQUIRE(set);
  std::string read;
  const PictureFiles files = gather_pictures(*set, [&](const std::string& name) -> PictureBytes {
    read += name[0];
    if (name == "b.png") return std::make_shared<const std::string>(largest_picture + 1, 'x');
    return std::make_shared<const std::string>(largest_picture, 'x');
  });
  CHECK(read == "abcdef");
  CHECK(files.at("a.png"));
  CHECK(files.at("b.png").error() == PictureTrouble::too_large);
  CHECK(files.at("e.png"));  // the fourth that is not too large
  CHECK(files.at("f.png").error() == PictureTrouble::no_room);
}

TEST_CASE("sixty words are not too many") {
  const auto set =
      read_survey(changed(sound_set_with_info, R"("In mei.")", "\"" + words(60) + "\""), "set.toml");
  CHECK(static_cast<bool>(set));
}

TEST_CASE("a set that only tells is refused: nobody could answer") {
  const auto set = read_survey(sound_head + R"([[question]]
id = "news"
kind = "info"
tag = { nl = "Nieuws" }
title = { nl = "De balie verhuist" }
text = { nl = "In mei." }
)",
                               "set.toml");
  REQUIRE_FALSE(set);
  CHECK(describe(set.error()) ==
        "set.toml: error: the set only tells and asks nothing; add a [[question]] of another kind than "
        "info\n");
}

}  // namespace kiosk::survey::info_faults_test
