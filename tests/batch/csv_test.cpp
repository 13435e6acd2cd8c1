#include "kiosk/batch/csv.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/batch/given.h"

using namespace kiosk;
using namespace kiosk::batch;
using namespace kiosk::batch::given;

TEST_CASE("an organiser opens a table with a row for each answer") {
  const std::string file = file_of(csv, {choice_row(), dont_know_row(), words_row("Meer groen")});
  const std::string before_closing =
      "\xEF\xBB\xBF"
      "station;question;question_text;kind;answer;answer_ids;words;shown_order;language;day;day_part;reason;"
      "marks;points;segment\r\n"
      R"("UTR-01";"keep";"Wat gaat goed?";"choice";"Snel | Dichtbij";"fast | near";"";"near | fast | open";"nl";"2026-11-23";"";"";"";"";"")"
      "\r\n"
      R"("UTR-01";"keep";"Wat gaat goed?";"dont_know";"";"";"";"near | fast | open";"nl";"2026-11-23";"morning";"both";"hasty | burst";"";"")"
      "\r\n"
      R"("UTR-01";"keep";"Wat gaat goed?";"words";"";"";"Meer groen";"";"nl";"2026-11-23";"";"";"";"";"")"
      "\r\n";
  Hasher hasher;
  hasher.take(before_closing);
  CHECK(file == before_closing + "einde;3;" + hex(hasher.so_far()) + "\r\n");
}

TEST_CASE("nothing that a visitor writes can leave its cell, or run in a spreadsheet") {
  struct Case {
    const char* words;
    const char* cell;
  };
  for (const auto& [words, cell] : {
           Case{"", R"("")"},
           Case{"gewoon; met een puntkomma", R"("gewoon; met een puntkomma")"},
           Case{"een \"citaat\"", R"("een ""citaat""")"},
           Case{"\"", R"("""")"},
           Case{"twee\nregels", "\"twee\nregels\""},
           Case{"twee\r\nregels", "\"twee\nregels\""},
           Case{"twee\rregels", "\"twee\nregels\""},
           Case{"=1+1", R"("'=1+1")"},
           Case{"+31 30 1234567", R"("'+31 30 1234567")"},
           Case{"- een streepje", R"("'- een streepje")"},
           Case{"@SUM(A1)", "\"'@SUM(A1)\""},
           Case{"\t=1", "\"'\t=1\""},
           Case{"\r=1", "\"'\n=1\""},
           Case{"\n=1", "\"'\n=1\""},
           Case{"=\"\"", R"("'=""""")"},
           Case{"a=1", R"("a=1")"},
           Case{"caf\xC3\xA9 \xF0\x9F\x98\x80", "\"caf\xC3\xA9 \xF0\x9F\x98\x80\""},
       }) {
    std::string row;
    add_cell(row, words);
    CHECK(row == cell);
  }
}

TEST_CASE("not only words are made harmless: a label is too") {
  Row row = choice_row();
  row.labels = {"=cmd"};
  row.question_text = "@vraag";
  std::string text;
  add_csv(text, "UTR-01", row);
  CHECK(text.find("\"'=cmd\"") != std::string::npos);
  CHECK(text.find("\"'@vraag\"") != std::string::npos);
}
