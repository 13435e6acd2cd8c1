#include "kiosk/batch/report.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <string>

#include "kiosk/batch/report_parts.h"
#include "kiosk/batch/tables.h"
#include "kiosk/batch/verify.h"
#include "kiosk/batch/word_groups.h"
#include "tests/batch/sealed.h"
#include "tests/support/holds.h"
#include "tests/support/temp_folder.h"

using namespace kiosk;
using namespace kiosk::batch;
using namespace kiosk::batch::given;
using tests::holds;
using tests::TempFolder;

namespace {

Row unsure(std::string_view first = "a") {
  Row row = dilemma_row("a", first);
  row.kind = Row::Kind::dont_know;
  row.chosen.clear();
  return row;
}

Row themes(std::vector<std::string_view> chosen) {
  Row row = choice_row();
  row.chosen = std::move(chosen);
  return row;
}

Row marked(Row row) {
  row.flags = {"hasty"};
  return row;
}

Row remark(std::string_view words, std::string_view state, std::string_view language = "nl") {
  Row row = words_row(words);
  row.state = state;
  row.language = language;
  return row;
}

void add(std::vector<Row>& rows, int count, const Row& row) {
  rows.insert(rows.end(), static_cast<std::size_t>(count), row);
}

/// The report of one batch and its texts.
std::string report_of(const std::vector<Row>& rows, const std::vector<Row>& texts = {},
                      const std::optional<std::string>& language = {}) {
  const TempFolder stick;
  std::ofstream{stick / "1.jsonl"} << batch_of(head_of_batch(1), rows);
  std::ofstream{stick / "1.texts.jsonl"} << texts_of(head_of_batch(1), texts);
  const auto folder = Folder::open(stick.path());
  const auto gathered = gather({{&*folder, "stick"}}, {}, nobody);
  REQUIRE(gathered);
  REQUIRE(gathered->left_out.empty());
  return *write_report(*gathered, language, nobody);
}

/// What a reader sees, without tags: cells and paragraphs apart by one space.
std::string seen(const std::string& page) {
  std::string text;
  bool in_tag = false;
  for (const char letter : page.substr(page.find("<body>"))) {
    in_tag = in_tag || letter == '<';
    if (!in_tag && letter != '\n') text += letter;
    if (letter == '>') {
      in_tag = false;
      if (!text.ends_with(' ')) text += ' ';
    }
  }
  return text;
}

/// How light a colour "#rrggbb" is, after WCAG 2.
double lightness(const std::string& colour) {
  const auto part = [&](std::size_t at) {
    const double value = std::stoi(colour.substr(at, 2), nullptr, 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

double contrast(const std::string& one, const std::string& other) {
  const auto [dark, light] = std::minmax({lightness(one), lightness(other)});
  return (light + 0.05) / (dark + 0.05);
}

std::string colour(const std::string& before) {
  const std::size_t at = report_style.find(before + "#");
  REQUIRE(at != std::string_view::npos);
  return std::string{report_style.substr(at + before.size(), 7)};
}

}  // namespace

TEST_CASE("a policy officer reads how a dilemma came out, with margins and those who do not know") {
  std::vector<Row> rows;
  add(rows, 40, dilemma_row("a", "a"));
  add(rows, 20, dilemma_row("a", "b"));
  add(rows, 10, dilemma_row("b", "a"));
  add(rows, 20, dilemma_row("b", "b"));
  add(rows, 10, unsure());
  const std::string text = seen(report_of(rows));
  INFO(text);
  CHECK(holds(text, "Klein 23 november 2026 tot en met 24 november 2026"));
  CHECK(holds(text,
              "Ruimte : 60% kiest A (“Meer regels”), 30% kiest B (“Meer vrijheid”) en 10% weet het niet."));
  CHECK(holds(text, "A  Meer regels 60% 60 50 tot 69%"));
  CHECK(holds(text, "B  Meer vrijheid 30% 30 22 tot 40%"));
  CHECK(holds(text, "Weet ik niet 10% 10 6 tot 17%"));
  CHECK(holds(
      text, "Ja, de volgorde maakte uit. Uitspraak A kreeg 80% van de keuzes als zij vooraan stond, en 50%"));
  CHECK(holds(text, "A stond vooraan 40 10 B stond vooraan 20 20"));
  CHECK(holds(text, "Het is geen steekproef"));
  CHECK(holds(text, "100 antwoorden op vragen 1 vraag 1 dag "));
}

TEST_CASE("where the order made no difference the report does not claim one") {
  std::vector<Row> rows;
  for (const char* first : {"a", "b"}) {
    add(rows, 12, dilemma_row("a", first));
    add(rows, 10, dilemma_row("b", first));
  }
  CHECK(holds(seen(report_of(rows)), "Geen aantoonbaar verschil."));
}

TEST_CASE("small groups are hidden, with what would give them away") {
  std::vector<Row> rows;
  add(rows, 30, themes({"fast"}));
  add(rows, 12, themes({"fast", "near"}));
  add(rows, 3, themes({"open"}));
  Row unknowing = themes({});
  unknowing.kind = Row::Kind::dont_know;
  add(rows, 4, unknowing);
  add(rows, 9, dilemma_row("a"));
  const std::string text = seen(report_of(rows));
  INFO(text);
  CHECK(holds(text, "Open houding minder dan 5"));
  CHECK(holds(text, "Snel minder dan 5") == false);
  CHECK(holds(text, "Dichtbij 27% 12"));
  CHECK(holds(text, "45 antwoorden"));  // without the four who do not know
  CHECK_FALSE(holds(text, "49"));
  CHECK(holds(text, "Ruimte : te weinig antwoorden om te tonen (minder dan 10)."));
  CHECK_FALSE(holds(text, "Meer regels"));
}

TEST_CASE("marked answers are told apart only where that betrays nobody") {
  std::vector<Row> rows;
  add(rows, 20, dilemma_row("a"));
  add(rows, 20, dilemma_row("b"));
  add(rows, 6, marked(dilemma_row("b")));
  const std::string few = seen(report_of(rows));
  CHECK(holds(few,
              "Minder dan 10 antwoorden zijn gemerkt. Zonder die antwoorden verschuift geen percentage meer "
              "dan 7 procentpunt."));
  add(rows, 10, marked(dilemma_row("a")));
  const std::string enough = seen(report_of(rows));
  INFO(enough);
  CHECK(holds(enough, "Met (56) Zonder (40)"));
  CHECK(holds(enough, "Meer regels 54% 50% -4"));
  rows.clear();
  add(rows, 20, dilemma_row("a"));
  add(rows, 20, dilemma_row("b"));
  add(rows, 12, marked(dilemma_row("b")));
  add(rows, 1, marked(dilemma_row("a")));
  CHECK(holds(seen(report_of(rows)), "Meer regels 40% verborgen verborgen"));
}

TEST_CASE("what visitors wrote stands under its question and theme, and can do nothing to the page") {
  std::vector<Row> rows;
  add(rows, 10, dilemma_row("a"));
  const std::string page = report_of(
      rows, {remark("<script>alert(1)</script> & \"x\"", "shown"), remark("een open houding graag", "shown"),
             remark("نعم (2026)", "unread", "ar"), remark("lelijk woord", "hidden")});
  const std::string text = seen(page);
  INFO(text);
  CHECK(holds(
      page,
      R"(<blockquote dir="auto" lang="nl">&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;</blockquote>)"));
  CHECK_FALSE(holds(page, "<script"));
  CHECK(holds(text, "3 reacties in eigen woorden · 1 verborgen door de organisatie"));
  CHECK_FALSE(holds(page, "lelijk"));
  CHECK(holds(text, "Open houding een open houding graag"));
  CHECK(holds(
      page,
      R"(<blockquote dir="auto" lang="ar">نعم (2026)</blockquote> <span class="unread">nog niet nagekeken</span>)"));
}

TEST_CASE("a remark goes to the theme that it shares a word with, and to no other") {
  Surveys surveys;
  const auto survey = surveys.of("x", set_source);
  survey::Question question = survey->questions[0];
  question.text.by_language["nl"] = "Hoe kan onze samenwerking beter?";
  question.options[0].label.by_language["nl"] = "Werkgroepen met partners";
  question.options[1].label.by_language["nl"] = "Betere samenwerking met partners";
  const WordGroups groups{question, {"nl"}};
  CHECK(groups.group_of("die Werkgroep was leuk", "nl") == 0);
  CHECK_FALSE(groups.group_of("de samenwerking is goed", "nl"));  // every theme is about that
  CHECK_FALSE(groups.group_of("partners", "nl"));
  CHECK_FALSE(groups.group_of("werk", "nl"));
}

TEST_CASE("days and their parts are told in a table") {
  std::vector<Row> rows;
  for (const char* part : {"morning", "afternoon"}) {
    Row row = dilemma_row("a");
    row.part = part;
    add(rows, 10, row);
  }
  add(rows, 8, dilemma_row("b", "a", "2026-11-24"));
  const std::string text = seen(report_of(rows));
  INFO(text);
  CHECK(holds(text, "Dag ochtend middag onbekend Totaal"));
  CHECK(holds(text, "24 november 2026"));
}

TEST_CASE("the report asks nothing of a network or of scripts, and its headings are in order") {
  std::vector<Row> rows;
  add(rows, 30, dilemma_row("a"));
  add(rows, 30, themes({"near"}));
  const std::string page = report_of(rows, {remark("zo", "unread")});
  CHECK(holds(page, R"(content="default-src 'none';style-src 'unsafe-inline')"));
  for (const char* part : {"http:", "https:", "src=", "url(", "<script", "@import", "onload"}) {
    INFO(part);
    CHECK_FALSE(holds(page, part));
  }
  int level = 0;
  for (std::size_t at = page.find("<h"); at != std::string::npos; at = page.find("<h", at + 1)) {
    const char digit = page[at + 2];
    if (digit < '1' || digit > '6') continue;
    CHECK(digit - '0' <= level + 1);
    level = digit - '0';
  }
  CHECK(level > 0);
}

TEST_CASE("the report proves itself, and is told in the language that is asked for") {
  const std::vector<Row> rows(12, dilemma_row("a"));
  const std::string page = report_of(rows, {}, "en");
  CHECK(verify(page) == Verdict{Verdict::Kind::good, 12, nullptr});
  std::string changed = page;
  changed.replace(changed.find("100%"), 4, "10%%");
  CHECK(verify(changed).kind == Verdict::Kind::altered);
  CHECK(verify(page.substr(0, page.size() - 1)).kind == Verdict::Kind::cut_short);
  CHECK(holds(page, R"(<html lang="en">)"));
  CHECK(holds(seen(page), "How to read this report"));
  CHECK(holds(report_of(rows), R"(<html lang="nl">)"));
}

TEST_CASE("without answers the report says so") { CHECK(holds(report_of({}), "Klein")); }

TEST_CASE("what is written in the report can be read by people who see little") {
  for (const char* text : {"--ink:", "--soft:", "--deep:", ".side-a{color:", ".side-b{color:",
                           ".unread{font-size:.85rem;color:"}) {
    INFO(text);
    CHECK(contrast(colour(text), "#ffffff") >= 7);
    CHECK(contrast(colour(text), colour("--band:")) >= 7);
  }
  for (const char* tone : {".keep{--fill:#3a8a66;--deep:", ".improve{--fill:#c2662a;--deep:"})
    CHECK(contrast(colour(tone), "#ffffff") >= 7);
  for (const char* bar : {"--a:", "--b:", "--unsure:", "--fill:", ".keep{--fill:", ".improve{--fill:"})
    CHECK(contrast(colour(bar), "#ffffff") >= 3);
}
