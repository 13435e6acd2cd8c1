#include "kiosk/survey/keyboard.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/survey/fault.h"

namespace kiosk::survey::keyboard_test {

namespace {

const std::string sound_pages = R"([[page]]
name = "letters"

[[page.row]]
inset = 1
keys = ["a", "b", "c", "d", "e", "f", "g", "h"]

[[page.row]]
keys = [
  { action = "page", page = "signs", cap = "123", width = 2 },
  { action = "space", width = 6 },
  { action = "backspace", width = 2 },
]

[[page]]
name = "signs"

[[page.row]]
keys = [
  { action = "page", page = "letters", cap = "abc", width = 3 },
  { action = "space", width = 5 },
  { action = "backspace" },
  { text = "?" },
]
)";
const std::string sound_keyboard = "language = \"nl\"\n\n" + sound_pages;

const std::vector<Fault> faults{
    {"the language is missing", R"(language = "nl"
)",
     "",
     R"(keys.toml: error: the keyboard has no 'language'; add language = "…"
)"},
    {"the language is none", R"(language = "nl")", R"(language = "NL")",
     R"(keys.toml:1:12: error: 'NL' is not a language; write it as "nl"
  language = "NL"
             ^
)"},
    {"the rows are wider than a panel", R"(language = "nl")", R"(language = "nl"
columns = 13)",
     R"(keys.toml:2:11: error: 'columns' is 13 keys; write a whole number from 8 to 12 keys
  columns = 13
            ^
)"},
    {"the rows are too narrow", R"(language = "nl")", R"(language = "nl"
columns = 7)",
     R"(keys.toml:2:11: error: 'columns' is 7 keys; write a whole number from 8 to 12 keys
  columns = 7
            ^
)"},
    {"half a key is left over", R"(language = "nl")", R"(language = "nl"
columns = 10.5)",
     R"(keys.toml:2:11: error: 'columns' is a number with a point, not a whole number; write columns = 8
  columns = 10.5
            ^
)"},
    {"the rows are not as wide as the keyboard says", R"(language = "nl"

[[page]])",
     R"(language = "nl"
columns = 11
[[page]])",
     R"(keys.toml:8:8: error: the row is 10 keys wide; make it 11, with twice the inset
  keys = ["a", "b", "c", "d", "e", "f", "g", "h"]
         ^
keys.toml:11:8: error: the row is 10 keys wide; make it 11, with twice the inset
  keys = [
         ^
keys.toml:21:8: error: the row is 10 keys wide; make it 11, with twice the inset
  keys = [
         ^
)"},
    {"there are no pages", sound_pages, "",
     R"(keys.toml: error: the first page is not 'letters'; begin with [[page]] and name = "letters"
)"},
    {"another page is first", R"(name = "letters")", R"(name = "lettres")",
     R"(keys.toml:3:1: error: the first page is not 'letters'; begin with [[page]] and name = "letters"
  [[page]]
  ^
)"},
    {"two pages have one name", R"(name = "signs")", R"(name = "letters")",
     R"(keys.toml:12:29: error: there is no page 'signs'; use one of: letters, letters
    { action = "page", page = "signs", cap = "123", width = 2 },
                              ^
keys.toml:17:1: error: the page 'letters' is there twice; give one another name
  [[page]]
  ^
)"},
    {"a row is too wide", "inset = 1", "inset = 1.5",
     R"(keys.toml:8:8: error: the row is 11 keys wide; make it 10, with twice the inset
  keys = ["a", "b", "c", "d", "e", "f", "g", "h"]
         ^
)"},
    {"a row is too narrow", R"(, "g", "h"])", R"(, "g"])",
     R"(keys.toml:8:8: error: the row is 9 keys wide; make it 10, with twice the inset
  keys = ["a", "b", "c", "d", "e", "f", "g"]
         ^
)"},
    {"an inset is too large", "inset = 1", "inset = 5",
     R"(keys.toml:7:9: error: 'inset' is 5; write a number from 0 to 4
  inset = 5
          ^
keys.toml:8:8: error: the row is 8 keys wide; make it 10, with twice the inset
  keys = ["a", "b", "c", "d", "e", "f", "g", "h"]
         ^
)"},
    {"a row has no keys", R"(keys = ["a", "b", "c", "d", "e", "f", "g", "h"]
)",
     "",
     R"(keys.toml:6:1: error: the row has no 'keys'; add keys = ["…", "…"]
  [[page.row]]
  ^
)"},
    {"the keys are no list", R"(keys = ["a", "b", "c", "d", "e", "f", "g", "h"])", R"(keys = "abcdefgh")",
     R"(keys.toml:8:8: error: 'keys' is text, not a list; write keys = ["…", "…"]
  keys = "abcdefgh"
         ^
)"},
    {"a key is a number", R"(["a", "b")", R"([1, "b")",
     R"(keys.toml:8:9: error: the key is a number; write "a" or { action = "…" }
  keys = [1, "b", "c", "d", "e", "f", "g", "h"]
          ^
)"},
    {"a key types nothing", R"(["a", "b")", R"(["", "b")",
     R"(keys.toml:8:9: error: the key is empty; write something between the quotes
  keys = ["", "b", "c", "d", "e", "f", "g", "h"]
          ^
)"},
    {"a key turns the text around", R"(["a", "b")", R"(["\u202E", "b")",
     R"(keys.toml:8:9: error: the key holds the character U+202E; take it out: nobody sees it, and it can turn the text around
  keys = ["\u202E", "b", "c", "d", "e", "f", "g", "h"]
          ^
)"},
    {"an action is a slip", R"({ action = "backspace" })", R"({ action = "backspaec" })",
     R"(keys.toml:17:1: error: the page 'signs' has no backspace; add { action = "backspace" }
  [[page]]
  ^
keys.toml:24:14: error: unknown action 'backspaec'; did you mean 'backspace'?
    { action = "backspaec" },
               ^
)"},
    {"an action is unknown", R"({ action = "backspace" },)",
     R"({ action = "backspace" }, { action = "enter" },)",
     R"(keys.toml:21:8: error: the row is 11 keys wide; make it 10, with twice the inset
  keys = [
         ^
keys.toml:24:40: error: unknown action 'enter'; use one of: insert, shift, backspace, space, page
    { action = "backspace" }, { action = "enter" },
                                         ^
)"},
    {"a key that types has no text", R"({ text = "?" })", "{ width = 1 }",
     R"(keys.toml:25:3: error: the key has no 'text'; add text = "…"
    { width = 1 },
    ^
)"},
    {"a key has an unknown name", R"({ text = "?" })", R"({ text = "?", widht = 1 })",
     R"(keys.toml:25:17: error: the key cannot have 'widht'; did you mean 'width'?
    { text = "?", widht = 1 },
                  ^
)"},
    {"a key is too narrow", R"({ text = "?" })", R"({ text = "?", width = 0.2 })",
     R"(keys.toml:25:25: error: 'width' is 0.2; write a number from 0.5 to 10
    { text = "?", width = 0.2 },
                          ^
)"},
    {"the alternatives are no list", R"({ text = "?" })", R"({ text = "?", alt = "¿" })",
     R"(keys.toml:25:23: error: 'alt' is text, not a list; write alt = ["…", "…"]
    { text = "?", alt = "¿" },
                        ^
)"},
    {"an alternative is a number", R"({ text = "?" })", R"({ text = "?", alt = [1] })",
     R"(keys.toml:25:24: error: the alternative is a number, not text; write alt = ["…", "…"]
    { text = "?", alt = [1] },
                         ^
)"},
    {"an alternative types nothing", R"({ text = "?" })", R"({ text = "?", alt = [""] })",
     R"(keys.toml:25:24: error: the alternative is empty; write something between the quotes
    { text = "?", alt = [""] },
                         ^
)"},
    {"an alternative turns the text around", R"({ text = "?" })", R"({ text = "?", alt = ["\u200F"] })",
     R"(keys.toml:25:24: error: the alternative holds the character U+200F; take it out: nobody sees it, and it can turn the text around
    { text = "?", alt = ["\u200F"] },
                         ^
)"},
    {"a key has a list of no alternatives", R"({ text = "?" })", R"({ text = "?", alt = [] })",
     R"(keys.toml:25:23: error: the key has 0 alternatives; write 1 to 8, or take alt out
    { text = "?", alt = [] },
                        ^
)"},
    {"a key has more alternatives than fit over it", R"({ text = "?" })",
     R"({ text = "?", alt = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] })",
     R"(keys.toml:25:23: error: the key has 9 alternatives; write 1 to 8, or take alt out
    { text = "?", alt = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] },
                        ^
)"},
    {"a key that types nothing has alternatives", R"({ action = "backspace" })",
     R"({ action = "backspace", alt = ["x"] })",
     R"(keys.toml:24:33: error: the key types nothing, so nothing can come instead; take alt out
    { action = "backspace", alt = ["x"] },
                                  ^
)"},
    {"a key leads nowhere", R"(page = "signs")", R"(page = "sings")",
     R"(keys.toml:12:29: error: there is no page 'sings'; did you mean 'signs'?
    { action = "page", page = "sings", cap = "123", width = 2 },
                              ^
)"},
    {"a key that turns the page has no page", R"(page = "signs", )", "",
     R"(keys.toml:12:3: error: the key has no 'page'; add page = "…"
    { action = "page", cap = "123", width = 2 },
    ^
keys.toml:17:1: error: no key leads to the page 'signs'; add { action = "page", page = "signs", cap = "…" } to another page
  [[page]]
  ^
)"},
    {"a key that turns the page has nothing on it", R"(cap = "123", )", "",
     R"(keys.toml:12:3: error: the key has no 'cap'; add cap = "…"
    { action = "page", page = "signs", width = 2 },
    ^
)"},
    {"a page has no way back", R"({ action = "page", page = "letters", cap = "abc", width = 3 })",
     R"({ text = "!", width = 3 })",
     R"(keys.toml:17:1: error: the page 'signs' has no way back; add { action = "page", page = "letters", cap = "abc" }
  [[page]]
  ^
)"},
    {"nothing leads to a page", R"({ action = "page", page = "signs", cap = "123", width = 2 })",
     R"({ text = "!", width = 2 })",
     R"(keys.toml:17:1: error: no key leads to the page 'signs'; add { action = "page", page = "signs", cap = "…" } to another page
  [[page]]
  ^
)"},
    {"a page has no backspace", R"({ action = "backspace" })", R"("!")",
     R"(keys.toml:17:1: error: the page 'signs' has no backspace; add { action = "backspace" }
  [[page]]
  ^
)"},
    {"a page has no space", R"({ action = "space", width = 5 })", R"({ text = "!", width = 5 })",
     R"(keys.toml:17:1: error: the page 'signs' has no space; add { action = "space" }
  [[page]]
  ^
)"},
    {"the keyboard has an unknown name", R"(language = "nl")", R"(language = "nl"
title = "Toetsen")",
     R"(keys.toml:2:1: error: the keyboard cannot have 'title'; use one of: language, columns, page
  title = "Toetsen"
  ^
)"},
    {"a comma is missing", R"(["a", "b")", R"(["a" "b")",
     R"(keys.toml:8:13: error: syntax error in array: expected comma or closing ']', saw '"'; mend it here or on the line before
  keys = ["a" "b", "c", "d", "e", "f", "g", "h"]
              ^
)"},
};

}  // namespace

TEST_CASE("whoever makes a mistake in a keyboard hears where it is and what to do") {
  check_faults(sound_keyboard, faults,
               [](const std::string& text) { return read_keyboard(text, "keys.toml"); });
}

TEST_CASE("a keyboard has its keys in the order of the file, with their widths") {
  const auto keyboard = read_keyboard(sound_keyboard, "keys.toml");
  REQUIRE(static_cast<bool>(keyboard));
  CHECK(keyboard->language == "nl");
  REQUIRE(keyboard->page("letters") == &keyboard->pages.front());
  CHECK(keyboard->page("nowhere") == nullptr);

  const KeyRow& letters = keyboard->pages[0].rows.at(0);
  CHECK(letters.inset == 1);
  REQUIRE(letters.keys.size() == 8);
  CHECK(letters.keys[0].does == Key::Does::insert);
  CHECK(letters.keys[0].text == "a");
  CHECK(letters.keys[0].cap == "a");
  CHECK(letters.keys[0].width == 1);

  const KeyRow& below = keyboard->pages[0].rows.at(1);
  CHECK(below.keys.at(0).does == Key::Does::page);
  CHECK(below.keys.at(0).page == "signs");
  CHECK(below.keys.at(0).cap == "123");
  CHECK(below.keys.at(0).width == 2);
  CHECK(below.keys.at(1).does == Key::Does::space);
  CHECK(below.keys.at(2).does == Key::Does::backspace);
}

TEST_CASE("a keyboard has rows of ten keys unless it says otherwise") {
  CHECK(read_keyboard(sound_keyboard, "keys.toml")->columns == 10);
  std::string wider = changed(sound_keyboard, R"(language = "nl")", "language = \"nl\"\ncolumns = 12");
  wider = changed(wider, "inset = 1", "inset = 2");
  wider = changed(wider, R"(action = "space", width = 6)", R"(action = "space", width = 8)");
  wider = changed(wider, R"(action = "space", width = 5)", R"(action = "space", width = 7)");
  const auto keyboard = read_keyboard(wider, "keys.toml");
  REQUIRE(static_cast<bool>(keyboard));
  CHECK(keyboard->columns == 12);
}

TEST_CASE("a key says what a long press offers") {
  const auto keyboard =
      read_keyboard(changed(sound_keyboard, R"("h"])", R"({ text = "h", alt = ["ħ", "ĥ"] }])"), "keys.toml");
  REQUIRE(static_cast<bool>(keyboard));
  const std::vector<Key>& keys = keyboard->pages[0].rows[0].keys;
  CHECK(keys.at(6).alternatives.empty());
  CHECK(keys.at(7).alternatives == std::vector<std::string>{"ħ", "ĥ"});
}

TEST_CASE("a keyboard can have a shift key") {
  const std::string shift = R"({ action = "shift", width = 3 })";
  const auto keyboard =
      read_keyboard(changed(sound_keyboard, R"("a", "b", "c", )", shift + ", "), "keys.toml");
  REQUIRE(static_cast<bool>(keyboard));
  CHECK(keyboard->pages[0].rows[0].keys[0].does == Key::Does::shift);
}

}  // namespace kiosk::survey::keyboard_test
