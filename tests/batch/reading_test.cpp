#include "kiosk/batch/reading.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/batch/sealed.h"

using namespace kiosk;
using namespace kiosk::batch;
using namespace kiosk::batch::given;

namespace {

std::string replaced(std::string file, std::string_view what, std::string_view by) {
  const std::size_t at = file.find(what);
  REQUIRE(at != std::string::npos);
  return file.replace(at, what.size(), by);
}

/// Why a file is not good; empty where it is.
std::string fault_of(std::string_view file) {
  std::string lines;
  const auto read = read_file_of(file, lines);
  return read ? "" : read.error();
}

/// The file with something else in it, and a closing line that fits: whoever has a key can make that.
std::string forged(const std::string& file, std::string_view what, std::string_view by) {
  const std::string body = replaced(file.substr(0, file.rfind("{\"end\"")), what, by);
  return sealed(body, static_cast<std::uint64_t>(std::count(body.begin(), body.end(), '\n')) - 1);
}

std::vector<Row> some_rows() {
  Row unsure = dilemma_row("a");
  unsure.kind = Row::Kind::dont_know;
  unsure.chosen.clear();
  unsure.reason = "too_little";
  unsure.part = "morning";
  unsure.flags = {"hasty", "burst"};
  Row themes = choice_row();
  return {themes, dilemma_row("b", "b"), unsure};
}

}  // namespace

TEST_CASE("what a kiosk sealed is read back, each answer to the same bytes, in pieces of any size") {
  const std::string file = batch_of(head_of_batch(1), some_rows());
  for (const std::size_t piece : {1U, 2U, 7U, 100U, 1U << 20U}) {
    std::string lines;
    const auto read = read_file_of(file, lines, piece);
    REQUIRE(read);
    CHECK(lines == lines_of(some_rows()));
    CHECK(read->head.station == "UTR-01");
    CHECK(read->head.answers == 3);
    CHECK(read->survey->id == "small");
  }
}

TEST_CASE("an answer that was read tells options by number and words of the question set") {
  Surveys surveys;
  std::vector<std::string> told;
  BatchReader reader{surveys, [&](const Line& line) {
                       std::string one = std::to_string(line.question) + " " + std::to_string(line.options) +
                                         " " + std::to_string(line.day) + " " +
                                         std::string{line.row.question_text};
                       for (const std::string_view label : line.row.labels) one += " " + std::string{label};
                       for (const std::uint8_t option : line.order) one += " " + std::to_string(option);
                       told.push_back(one);
                       return true;
                     }};
  REQUIRE(reader.take(batch_of(head_of_batch(1), some_rows())));
  REQUIRE(reader.finish());
  CHECK(told == std::vector<std::string>{"0 5 20780 Wat gaat goed? Snel Dichtbij 2 0 1",
                                         "1 2 20780 Ruimte Meer vrijheid 1 0", "1 0 20780 Ruimte 0 1"});
}

TEST_CASE("words come back as a visitor wrote them, whatever is in them, with what staff decided") {
  std::string strange = "=1+1 \"citaat\" \\ caf\xC3\xA9 \xF0\x9F\x98\x80\r\n\t";
  for (char byte = 1; byte < 32; ++byte) strange += byte;
  Row hidden = words_row("lelijk");
  hidden.state = "hidden";
  Row shown = words_row("mooi");
  shown.state = "shown";
  const std::vector<Row> rows{words_row(strange), hidden, shown};
  std::string lines;
  const auto read = read_file_of(texts_of(head_of_batch(1), rows, 2), lines);
  REQUIRE(read);
  CHECK(read->has_words());
  CHECK(lines == lines_of(rows));
  CHECK(read->decided == 2);
  CHECK(read->hidden == 1);
  CHECK(read->head.erased == 2);
}

TEST_CASE("a batch cut short at any byte, or with any byte changed, is not read") {
  const std::string file = batch_of(head_of_batch(1), {dilemma_row("b")});
  for (std::size_t size = 0; size < file.size(); ++size) {
    INFO("cut to " << size);
    REQUIRE_FALSE(fault_of(std::string_view{file}.substr(0, size)).empty());
  }
  for (std::size_t at = 0; at < file.size(); ++at) {
    std::string turned = file;
    turned[at] = static_cast<char>(turned[at] ^ 1);
    INFO("byte " << at);
    REQUIRE_FALSE(fault_of(turned).empty());
  }
  CHECK_FALSE(fault_of(file + "\n").empty());
}

TEST_CASE("whoever has a key cannot make up what does not fit the question set") {
  const std::string answers = batch_of(head_of_batch(1), some_rows());
  const std::string texts = texts_of(head_of_batch(1), {words_row("zo")});
  struct Case {
    const std::string& file;
    const char* what;
    const char* by;
  };
  for (const auto& [file, what, by] : {
           Case{answers, R"("chosen":["fast","near"])", R"("chosen":["near","fast"])"},
           Case{answers, R"("chosen":["fast","near"])", R"("chosen":["fast","fast"])"},
           Case{answers, R"("chosen":["fast","near"])", R"("chosen":["slow"])"},
           Case{answers, R"("shown":["near","fast","open"])", R"("shown":["near","fast"])"},
           Case{answers, R"("shown":["near","fast","open"])", R"("shown":["near","near","open"])"},
           Case{answers, R"("question":"keep")", R"("question":"none")"},
           Case{answers, R"("question":"keep")", R"("question": "keep")"},
           Case{answers, R"("kind":"choice")", R"("kind":"words","words":"x","state":"shown")"},
           Case{answers, R"("day":"2026-11-23")", R"("day":"2026-11-31")"},
           Case{answers, R"("day":"2026-11-23")", R"("day":"2026-12-23")"},
           Case{answers, R"("language":"nl")", R"("language":"<b>")"},
           Case{answers, R"("reason":"too_little")", R"("reason":"because")"},
           Case{answers, R"("part":"morning")", R"("part":"night")"},
           Case{answers, R"("flags":["hasty","burst"])", R"("flags":["burst","hasty"])"},
           Case{answers, R"("flags":["hasty","burst"])", R"("flags":[[[[[[[[]]]]]]]])"},
           Case{texts, R"("words":"zo")", R"("words":"z\u006f")"},
           Case{texts, R"("words":"zo")", R"("words":"z\no")"},
           Case{texts, R"("words":"zo")", "\"words\":\"z\xFFo\""},
           Case{texts, R"("state":"unread")", R"("state":"erased")"},
           Case{texts, R"("kind":"words","words":"zo","state":"unread")", R"("kind":"dont_know","shown":[])"},
       }) {
    INFO(by);
    const std::string fault = fault_of(forged(file, what, by));
    CHECK(fault.starts_with("line "));
    CHECK(fault.ends_with(" is not an answer to its question set; do not use it"));
  }
}

TEST_CASE("a first line that no kiosk writes is refused, however well it is signed") {
  const std::string file = batch_of(head_of_batch(1), {dilemma_row("b")});
  struct Case {
    const char* what;
    const char* by;
  };
  for (const auto& [what, by] : {
           Case{"UTR-01", "../../x"},
           Case{"UTR-01", ""},
           Case{"\"set\":\"small\"", "\"set\":\"other\""},
           Case{"\"answers\":1", "\"answers\":01"},
           Case{"\"answers\":1", "\"answers\":1,\"more\":1"},
           Case{"\"to\":\"2026-11-24\"", "\"to\":\"2026-11-22\""},
           Case{"title = {", "titel = {"},
       }) {
    INFO(by);
    CHECK(fault_of(forged(file, what, by)).starts_with("not written by a kiosk: "));
  }
  CHECK(fault_of(forged(file, "\"answers\":1", "\"answers\":2")) ==
        "altered after it was written; do not use it, export again");
  CHECK(fault_of(forged(file, "\"version\":1", "\"version\":2")) ==
        "written by another version of the kiosk; use the same one here");
  CHECK(fault_of("melk\nboter\n") == "not written by a kiosk");
}

TEST_CASE("a line without an end takes no memory") {
  Surveys surveys;
  BatchReader reader{surveys, [](const Line&) { return true; }};
  const std::string piece(1 << 20, 'x');
  int taken = 0;
  while (taken < 100 && reader.take(piece)) ++taken;
  CHECK(taken < 3);
  CHECK(reader.finish().error() == "not written by a kiosk: it has a line that is too long");
}
