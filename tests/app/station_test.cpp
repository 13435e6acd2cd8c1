#include "kiosk/app/station.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "tests/survey/fault.h"

namespace kiosk::app::station_test {

namespace {

const std::string sound_station = R"(id = "UTR-01"
languages = ["nl", "uk"]

[panel]
diagonal_inch = 24
bottom_mm = 750

[timings]
slide = 8
idle = 60
idle_writing = 120
still_there = 30
choice = 0.6
busy = 0.3
thanks = 6
language = 60
store_check = 10

[touch]
rotation = 90
calibration = [1, 0, 0, 0, 1, 0.5]

[keys]
next = ["Tab", "Right"]
choose = "Return"

[privacy]
time = "day"
least = 10
seal_at = "22:30"

[hours]
every_day = "08:30-12:30, 13:30-17:00"
sunday = "closed"
outside = "closed"
quiet = "22:00-07:00"
)";

const std::vector<Fault> faults{
    {"the id has other letters", R"("UTR-01")", R"("Utrecht 1")",
     R"(kiosk.toml:1:6: error: 'Utrecht 1' cannot be an id; use 1 to 24 of A-Z, a-z, 0-9 and -, not - first
  id = "Utrecht 1"
       ^
)"},
    {"the id is too long", R"("UTR-01")", R"("UUUUUUUUUUUUUUUUUUUUUUUUU")",
     R"(kiosk.toml:1:6: error: 'UUUUUUUUUUUUUUUUUUUUUUUUU' cannot be an id; use 1 to 24 of A-Z, a-z, 0-9 and -, not - first
  id = "UUUUUUUUUUUUUUUUUUUUUUUUU"
       ^
)"},
    {"the id begins with a hyphen", R"("UTR-01")", R"("-01")",
     R"(kiosk.toml:1:6: error: '-01' cannot be an id; use 1 to 24 of A-Z, a-z, 0-9 and -, not - first
  id = "-01"
       ^
)"},
    {"the id is a number", R"("UTR-01")", "1",
     R"(kiosk.toml:1:6: error: 'id' is a number, not text; write id = "…"
  id = 1
       ^
)"},
    {"there is no language", R"(["nl", "uk"])", "[]",
     R"(kiosk.toml:2:13: error: 'languages' is empty; write languages = ["nl"]
  languages = []
              ^
)"},
    {"a language is none, or a number", R"(["nl", "uk"])", R"(["nl", "Ukrainian", 3])",
     R"(kiosk.toml:2:20: error: 'Ukrainian' is not a language; write languages as ["nl", "en"]
  languages = ["nl", "Ukrainian", 3]
                     ^
kiosk.toml:2:33: error: a number is not a language; write languages as ["nl", "en"]
  languages = ["nl", "Ukrainian", 3]
                                  ^
)"},
    {"a language is there twice", R"(["nl", "uk"])", R"(["nl", "uk", "nl"])",
     R"(kiosk.toml:2:26: error: the language 'nl' is there twice; take one out
  languages = ["nl", "uk", "nl"]
                           ^
)"},
    {"the languages are no list", R"(["nl", "uk"])", R"("nl")",
     R"(kiosk.toml:2:13: error: 'languages' is text, not a list; write languages = ["…", "…"]
  languages = "nl"
              ^
)"},
    {"there are too many languages", R"(["nl", "uk"])",
     R"(["nl", "uk", "aa", "ab", "ac", "ad", "ae", "af", "ag", "ah", "ai", "aj", "ak", "al", "am", "an", "ao"])",
     R"(kiosk.toml:2:13: error: the station has 17 languages; keep it to 16
  languages = ["nl", "uk", "aa", "ab", "ac", "ad", "ae", "af", "ag", "ah", "ai", "aj", "ak", "al", "am", "an", "ao"]
              ^
)"},
    {"the panel is tiny", "diagonal_inch = 24", "diagonal_inch = 9.7",
     R"(kiosk.toml:5:17: error: 'diagonal_inch' is 9.7 inch; write a number from 10 to 100 inch
  diagonal_inch = 9.7
                  ^
)"},
    {"the panel is a text", "diagonal_inch = 24", R"(diagonal_inch = "24")",
     R"(kiosk.toml:5:17: error: 'diagonal_inch' is text, not a number; write diagonal_inch = 10
  diagonal_inch = "24"
                  ^
)"},
    {"the panel hangs too high", "bottom_mm = 750", "bottom_mm = 7500",
     R"(kiosk.toml:6:13: error: 'bottom_mm' is 7500 mm; write a number from 0 to 1500 mm
  bottom_mm = 7500
              ^
)"},
    {"the panel is no table", R"([panel]
diagonal_inch = 24
bottom_mm = 750)",
     "panel = 24",
     R"(kiosk.toml:4:9: error: 'panel' is a number, not a table; write panel = { … }
  panel = 24
          ^
)"},
    {"a measure is unknown", "bottom_mm", "botom_mm",
     R"(kiosk.toml:6:1: error: [panel] cannot have 'botom_mm'; did you mean 'bottom_mm'?
  botom_mm = 750
  ^
)"},
    {"a slide is too short", "slide = 8", "slide = 3",
     R"(kiosk.toml:9:9: error: 'slide' is 3 s; write a number from 4 to 60 s
  slide = 3
          ^
)"},
    {"idle is too long", "idle = 60", "idle = 301",
     R"(kiosk.toml:10:8: error: 'idle' is 301 s; write a number from 30 to 300 s
  idle = 301
         ^
)"},
    {"idle while writing is too short", "idle_writing = 120", "idle_writing = 59",
     R"(kiosk.toml:11:16: error: 'idle_writing' is 59 s; write a number from 60 to 600 s
  idle_writing = 59
                 ^
)"},
    {"the countdown is shorter than anyone can answer", "still_there = 30", "still_there = 19",
     R"(kiosk.toml:12:15: error: 'still_there' is 19 s; write a number from 20 to 45 s
  still_there = 19
                ^
)"},
    {"the choice stands too short", "choice = 0.6", "choice = 0.1",
     R"(kiosk.toml:13:10: error: 'choice' is 0.1 s; write a number from 0.3 to 3 s
  choice = 0.1
           ^
)"},
    {"busy comes too late", "busy = 0.3", "busy = 1.5",
     R"(kiosk.toml:14:8: error: 'busy' is 1.5 s; write a number from 0.1 to 1 s
  busy = 1.5
         ^
)"},
    {"thanks is too short", "thanks = 6", "thanks = 1",
     R"(kiosk.toml:15:10: error: 'thanks' is 1 s; write a number from 4 to 30 s
  thanks = 1
           ^
)"},
    {"the language stays too long", "language = 60", "language = 3600",
     R"(kiosk.toml:16:12: error: 'language' is 3600 s; write a number from 20 to 300 s
  language = 3600
             ^
)"},
    {"the store is looked at all the time", "store_check = 10", "store_check = 0",
     R"(kiosk.toml:17:15: error: 'store_check' is 0 s; write a number from 2 to 300 s
  store_check = 0
                ^
)"},
    {"a timing is no number", "slide = 8", "slide = nan",
     R"(kiosk.toml:9:9: error: 'slide' is nan s; write a number from 4 to 60 s
  slide = nan
          ^
)"},
    {"a timing is unknown", "thanks = 6", "thank = 6",
     R"(kiosk.toml:15:1: error: [timings] cannot have 'thank'; did you mean 'thanks'?
  thank = 6
  ^
)"},
    {"a timing is a text", "slide = 8", R"(slide = "8 s")",
     R"(kiosk.toml:9:9: error: 'slide' is text, not a number; write slide = 4
  slide = "8 s"
          ^
)"},
    {"the picture is turned by a little", "bottom_mm = 750", "rotation = 45",
     R"(kiosk.toml:6:12: error: 'rotation' is 45 degrees; use one of: 0, 90, 180, 270
  rotation = 45
             ^
)"},
    {"the touch is turned too far", "rotation = 90", "rotation = 360",
     R"(kiosk.toml:20:12: error: 'rotation' is 360 degrees; write a whole number from 0 to 270 degrees
  rotation = 360
             ^
)"},
    {"a calibration is too short", "0.5]", "]",
     R"(kiosk.toml:21:15: error: 'calibration' is not six numbers; write calibration = [1, 0, 0, 0, 1, 0]
  calibration = [1, 0, 0, 0, 1, ]
                ^
)"},
    {"a calibration holds what is no number", "0.5]", "nan]",
     R"(kiosk.toml:21:15: error: 'calibration' is not six numbers; write calibration = [1, 0, 0, 0, 1, 0]
  calibration = [1, 0, 0, 0, 1, nan]
                ^
)"},
    {"a calibration is a text", "[1, 0, 0, 0, 1, 0.5]", R"("1 0 0 0 1 0")",
     R"(kiosk.toml:21:15: error: 'calibration' is text, not a list; write calibration = [1, 0, 0, 0, 1, 0]
  calibration = "1 0 0 0 1 0"
                ^
)"},
    {"a calibration puts all touches on one line", "[1, 0, 0, 0, 1, 0.5]", "[1, 2, 0, 2, 4, 0]",
     R"(kiosk.toml:21:15: error: 'calibration' makes different touches one; copy the six numbers that the calibration program gave
  calibration = [1, 2, 0, 2, 4, 0]
                ^
)"},
    {"a name of the touch is unknown", "calibration =", "calibrate =",
     R"(kiosk.toml:21:1: error: [touch] cannot have 'calibrate'; did you mean 'calibration'?
  calibrate = [1, 0, 0, 0, 1, 0.5]
  ^
)"},
    {"a key is misspelt", R"("Right"])", R"("Rihgt"])",
     R"(kiosk.toml:24:16: error: there is no key 'Rihgt'; did you mean 'Right'?
  next = ["Tab", "Rihgt"]
                 ^
)"},
    {"a key is none", R"(choose = "Return")", R"(choose = "the big red one")",
     R"(kiosk.toml:25:10: error: there is no key 'the big red one'; use SDL's name of the key, such as "Right", "Tab", "Shift+Tab", "Return", "F1"
  choose = "the big red one"
           ^
)"},
    {"a key is a number", R"(choose = "Return")", "choose = 40",
     R"(kiosk.toml:25:10: error: a key is a number, not text; write "Right"
  choose = 40
           ^
)"},
    {"a key is a list of lists", R"(["Tab", "Right"])", R"([["Tab"]])",
     R"(kiosk.toml:24:9: error: a key is a list, not text; write ["Right", "Tab"]
  next = [["Tab"]]
          ^
)"},
    {"an action is misspelt", "choose =", "chose =",
     R"(kiosk.toml:25:1: error: [keys] cannot have 'chose'; did you mean 'choose'?
  chose = "Return"
  ^
)"},
    {"a key does two things", R"(choose = "Return")", R"(choose = "Tab")",
     R"(kiosk.toml:24:8: error: 'next' has a key that 'choose' has too; give each key one action
  next = ["Tab", "Right"]
         ^
)"},
    {"a time that is too fine to keep", R"(time = "day")", R"(time = "hour")",
     R"(kiosk.toml:28:8: error: unknown time 'hour'; use one of: day, daypart, none
  time = "hour"
         ^
)"},
    {"too few to hide among", "least = 10", "least = 4",
     R"(kiosk.toml:29:9: error: 'least' is 4; write a whole number from 5 to 1000
  least = 4
          ^
)"},
    {"no time of day", R"("22:30")", R"("24:00")",
     R"(kiosk.toml:30:11: error: '24:00' is no time of day; write it as "22:30"
  seal_at = "24:00"
            ^
)"},
    {"a time has an hour of one digit", R"("08:30-12:30, 13:30-17:00")", R"("8:30-17:00")",
     R"(kiosk.toml:33:13: error: '8:30-17:00' is no time from and until; write it as "08:30-12:30, 13:30-17:00", or "closed"
  every_day = "8:30-17:00"
              ^
)"},
    {"a time has no end", R"(13:30-17:00)", R"(13:30)",
     R"(kiosk.toml:33:13: error: '13:30' is no time from and until; write it as "08:30-12:30, 13:30-17:00", or "closed"
  every_day = "08:30-12:30, 13:30"
              ^
)"},
    {"a time has a long dash", R"(13:30-17:00)", R"(13:30–17:00)",
     R"(kiosk.toml:33:13: error: '13:30–17:00' is no time from and until; write it as "08:30-12:30, 13:30-17:00", or "closed"
  every_day = "08:30-12:30, 13:30–17:00"
              ^
)"},
    {"a comma is left over", R"(13:30-17:00)", R"()",
     R"(kiosk.toml:33:13: error: '' is no time from and until; write it as "08:30-12:30, 13:30-17:00", or "closed"
  every_day = "08:30-12:30, "
              ^
)"},
    {"a day begins at its end", R"(13:30-17:00)", R"(24:00-24:00)",
     R"(kiosk.toml:33:13: error: '24:00-24:00' is no time from and until; write it as "08:30-12:30, 13:30-17:00", or "closed"
  every_day = "08:30-12:30, 24:00-24:00"
              ^
)"},
    {"a time has no length", R"(13:30-17:00)", R"(13:30-13:30)",
     R"(kiosk.toml:33:13: error: '13:30-13:30' ends when it begins; write "00:00-24:00" for a whole day
  every_day = "08:30-12:30, 13:30-13:30"
              ^
)"},
    {"two times overlap", R"(13:30-17:00)", R"(12:00-17:00)",
     R"(kiosk.toml:33:13: error: '12:00-17:00' begins before the time in front of it ends; write them in their order, none within another
  every_day = "08:30-12:30, 12:00-17:00"
              ^
)"},
    {"times are not in their order", R"(13:30-17:00)", R"(06:00-07:00)",
     R"(kiosk.toml:33:13: error: '06:00-07:00' begins before the time in front of it ends; write them in their order, none within another
  every_day = "08:30-12:30, 06:00-07:00"
              ^
)"},
    {"a day is closed in another word", R"(sunday = "closed")", R"(sunday = "never")",
     R"(kiosk.toml:34:10: error: 'never' is no time from and until; write it as "08:30-12:30, 13:30-17:00", or "closed"
  sunday = "never"
           ^
)"},
    {"the times of a day are a list", R"(sunday = "closed")", R"(sunday = ["08:30-17:00"])",
     R"(kiosk.toml:34:10: error: 'sunday' is a list, not text; write sunday = "…"
  sunday = ["08:30-17:00"]
           ^
)"},
    {"a day is misspelt", R"(sunday = "closed")", R"(sundays = "closed")",
     R"(kiosk.toml:34:1: error: [hours] cannot have 'sundays'; did you mean 'sunday'?
  sundays = "closed"
  ^
)"},
    {"a day is left out that nothing is said of", R"(every_day = "08:30-12:30, 13:30-17:00")",
     R"(monday = "08:30-17:00")",
     R"(kiosk.toml:32:1: error: [hours] does not say when the kiosk is open on tuesday, wednesday, thursday, friday, saturday; add every_day = "closed", or the hours of all other days
  [hours]
  ^
)"},
    {"it is never open", R"("08:30-12:30, 13:30-17:00")", R"("closed")",
     R"(kiosk.toml:33:13: error: the kiosk is never open; give it hours on one day of the week at least
  every_day = "closed"
              ^
)"},
    {"outside is neither", R"(outside = "closed")", R"(outside = "off")",
     R"(kiosk.toml:35:11: error: unknown outside 'off'; use one of: closed, dark
  outside = "off"
            ^
)"},
    {"quiet hours have no end", R"("22:00-07:00")", R"("22:00")",
     R"(kiosk.toml:36:9: error: '22:00' is no time from and until; write it as "08:30-12:30, 13:30-17:00", or "never"
  quiet = "22:00"
          ^
)"},
    {"quiet hours are closed", R"("22:00-07:00")", R"("closed")",
     R"(kiosk.toml:36:9: error: 'closed' is no time from and until; write it as "08:30-12:30, 13:30-17:00", or "never"
  quiet = "closed"
          ^
)"},
    {"a name is unknown", R"(id = "UTR-01")", R"(id = "UTR-01"
pin = "1234")",
     R"(kiosk.toml:2:1: error: the station cannot have 'pin'; use one of: id, languages, show_results, motion, panel, touch, keys, timings, hours, privacy, staff, export
  pin = "1234"
  ^
)"},
    {"an = is missing", R"(id = "UTR-01")", R"(id "UTR-01")",
     R"(kiosk.toml:1:4: error: syntax error in key-value pair: expected '=', saw '"'; mend it here or on the line before
  id "UTR-01"
     ^
)"},
};

Station read(const std::string& text) {
  const auto station = read_station(text, "kiosk.toml");
  INFO((station ? std::string{} : describe(station.error())));
  REQUIRE(static_cast<bool>(station));
  return *station;
}

}  // namespace

TEST_CASE("a host who makes a mistake in the station's file hears where it is and what to do") {
  check_faults(sound_station, faults,
               [](const std::string& text) { return read_station(text, "kiosk.toml"); });
}

TEST_CASE("a station is what its file says") {
  const Station station = read(R"(id = "AMF-2"
languages = ["ar", "nl"]
panel = { diagonal_inch = 32.5, bottom_mm = 820, rotation = 270 }
touch = { rotation = 180, calibration = [0.5, 1, 2, -1, 3, 4.5] }
timings = { slide = 4, idle = 31, idle_writing = 61, still_there = 20, choice = 0.75, busy = 0.25, thanks = 5,)"
                               R"( language = 21, store_check = 3 }
privacy = { time = "daypart", least = 25, seal_at = "07:05" })");
  CHECK(station.id == "AMF-2");
  CHECK(station.languages == std::vector<survey::Language>{"ar", "nl"});
  CHECK(station.diagonal_inch == 32.5);
  CHECK(station.bottom_mm == 820);
  CHECK(station.mounting ==
        ui::Mounting{ui::Turn::three_quarters, ui::Turn::half, ui::Calibration{0.5, 1, 2, -1, 3, 4.5}});
  using namespace std::chrono_literals;
  CHECK(station.timings.slide == 4s);
  CHECK(station.timings.idle == 31s);
  CHECK(station.timings.idle_writing == 61s);
  CHECK(station.timings.still_there == 20s);
  CHECK(station.timings.choice == 750ms);
  CHECK(station.timings.busy == 250ms);
  CHECK(station.timings.thanks == 5s);
  CHECK(station.timings.language == 21s);
  CHECK(station.timings.store_check == 3s);
  CHECK(station.privacy.time == KeptTime::day_part);
  CHECK(station.privacy.least == 25);
  CHECK(station.privacy.seal_at == 7 * 60 + 5);
  CHECK(station.timetable == Timetable{});
  CHECK(read("privacy = { time = \"none\" }").privacy.time == KeptTime::none);
}

TEST_CASE("each quarter turn is one of the four that a station may name") {
  const std::vector<std::pair<std::string, ui::Turn>> turns{{"0", ui::Turn::none},
                                                            {"90", ui::Turn::quarter},
                                                            {"180", ui::Turn::half},
                                                            {"270", ui::Turn::three_quarters}};
  for (const auto& [degrees, turn] : turns) {
    CHECK(read("panel = { rotation = " + degrees + " }").mounting.picture == turn);
    CHECK(read("touch = { rotation = " + degrees + " }").mounting.touch == turn);
  }
}

TEST_CASE("the keys of a station do what its file says, and what is not in it stays") {
  const auto action = [](const Station& station, SDL_Scancode code, bool with_shift = false) {
    SDL_KeyboardEvent event{};
    event.type = SDL_KEYDOWN;
    event.keysym.scancode = code;
    event.keysym.mod = with_shift ? KMOD_LSHIFT : KMOD_NONE;
    return sdl::action_of(event, station.keys);
  };
  using Action = ui::KeyAction;
  const Station plain = read("");
  CHECK(action(plain, SDL_SCANCODE_DOWN) == Action::down);
  CHECK(action(plain, SDL_SCANCODE_TAB) == Action::next);
  CHECK(action(plain, SDL_SCANCODE_TAB, true) == Action::previous);
  CHECK(action(plain, SDL_SCANCODE_KP_ENTER) == Action::choose);
  CHECK(action(plain, SDL_SCANCODE_SPACE) == Action::choose);
  CHECK(action(plain, SDL_SCANCODE_AC_BACK) == Action::back);
  CHECK(action(plain, SDL_SCANCODE_Q) == std::nullopt);

  const Station switches = read(R"(keys = { next = "Keypad 1", choose = ["Keypad 2", "Down"] })");
  CHECK(action(switches, SDL_SCANCODE_KP_1) == Action::next);
  CHECK(action(switches, SDL_SCANCODE_KP_2) == Action::choose);
  CHECK(action(switches, SDL_SCANCODE_DOWN) == Action::choose);  // no longer down
  CHECK(action(switches, SDL_SCANCODE_TAB) == std::nullopt);     // next has other keys now
  CHECK(action(switches, SDL_SCANCODE_RETURN) == std::nullopt);
  CHECK(action(switches, SDL_SCANCODE_UP) == Action::up);
}

TEST_CASE("a key that is held moves on and on, but chooses once; a key that comes up does nothing") {
  SDL_KeyboardEvent event{};
  event.type = SDL_KEYDOWN;
  event.repeat = 1;
  event.keysym.scancode = SDL_SCANCODE_RIGHT;
  CHECK(sdl::action_of(event, sdl::default_keys()) == ui::KeyAction::right);
  for (const SDL_Scancode code : {SDL_SCANCODE_RETURN, SDL_SCANCODE_ESCAPE}) {
    event.keysym.scancode = code;
    CHECK(sdl::action_of(event, sdl::default_keys()) == std::nullopt);
  }
  event.repeat = 0;
  CHECK(sdl::action_of(event, sdl::default_keys()) == ui::KeyAction::back);
  event.type = SDL_KEYUP;
  CHECK(sdl::action_of(event, sdl::default_keys()) == std::nullopt);
}

TEST_CASE("the file that is delivered says what holds without a file") {
  const Station written = read(text_of(std::string{KIOSK_SOURCE_DIR} + "/config/kiosk.toml"));
  const Station built_in = read("");
  CHECK(written.id == built_in.id);
  CHECK(written.languages == built_in.languages);
  CHECK(written.diagonal_inch == built_in.diagonal_inch);
  CHECK(written.bottom_mm == built_in.bottom_mm);
  CHECK(written.mounting == built_in.mounting);
  const auto built_in_has = [&](const sdl::KeyBinding& key) {
    return std::find(built_in.keys.begin(), built_in.keys.end(), key) != built_in.keys.end();
  };
  CHECK(written.keys.size() == built_in.keys.size());
  CHECK(std::all_of(written.keys.begin(), written.keys.end(), built_in_has));
  CHECK(written.timings.slide == built_in.timings.slide);
  CHECK(written.timings.idle == built_in.timings.idle);
  CHECK(written.timings.idle_writing == built_in.timings.idle_writing);
  CHECK(written.timings.still_there == built_in.timings.still_there);
  CHECK(written.timings.choice == built_in.timings.choice);
  CHECK(written.timings.busy == built_in.timings.busy);
  CHECK(written.timings.thanks == built_in.timings.thanks);
  CHECK(written.timings.language == built_in.timings.language);
  CHECK(written.timings.store_check == built_in.timings.store_check);
  CHECK(written.timetable == built_in.timetable);
  CHECK(written.privacy.time == built_in.privacy.time);
  CHECK(written.privacy.least == built_in.privacy.least);
  CHECK(written.privacy.seal_at == built_in.privacy.seal_at);
}

}  // namespace kiosk::app::station_test
