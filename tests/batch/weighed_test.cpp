#include <catch2/catch.hpp>
#include <fstream>

#include "kiosk/batch/report.h"
#include "kiosk/batch/small_groups.h"
#include "kiosk/store/published.h"
#include "tests/batch/weighed.h"
#include "tests/support/holds.h"
#include "tests/support/temp_folder.h"

// Points and groups, from the store to the tables and the report.

using namespace kiosk;
using namespace kiosk::batch;
using namespace kiosk::batch::given;
using tests::holds;

namespace {

store::Choice weighed(const survey::Points& points, std::uint8_t segment) {
  store::Choice choice;
  choice.question = 1;
  choice.language = "nl";
  choice.points = points;
  choice.options = survey::options_with(points);
  choice.segment = segment;
  return choice;
}

std::string fault_of(const std::vector<Row>& rows, std::string_view what, std::string_view by) {
  std::string body = batch_of(head_of_weighed(), rows);
  body.erase(body.rfind("{\"end\""));
  const std::size_t at = body.find(what, body.find("}\n"));
  REQUIRE(at != std::string::npos);
  body.replace(at, what.size(), by);
  std::string lines;
  const auto read = read_file_of(sealed(body, rows.size()), lines);
  return read ? "" : read.error();
}

std::string report_of_weighed(const std::vector<Row>& rows) {
  const tests::TempFolder stick;
  std::ofstream{stick / "1.jsonl"} << batch_of(head_of_weighed(), rows);
  const auto folder = Folder::open(stick.path());
  const auto gathered = gather({{&*folder, "stick"}}, {}, nobody);
  REQUIRE(gathered);
  REQUIRE(gathered->left_out.empty());
  return *write_report(*gathered, "nl", nobody);
}

std::vector<Row> times(std::size_t count, const Row& row) { return std::vector<Row>(count, row); }

std::vector<Row> together(std::initializer_list<std::vector<Row>> parts) {
  std::vector<Row> all;
  for (const auto& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

/// The groups that are left of these answers to one question, as many as named, in a sealed batch.
std::map<std::uint8_t, int> sealed_groups(const std::map<std::uint8_t, int>& sizes) {
  SmallGroups groups;
  for (const auto& [group, size] : sizes) {
    for (int i = 0; i < size; ++i) groups.count(weighed({10}, group));
  }
  groups.decide();
  std::map<std::uint8_t, int> left;
  for (const auto& [group, size] : sizes) left[groups.sealed(weighed({10}, group)).segment] += size;
  return left;
}

}  // namespace

TEST_CASE("points and group of an answer are told by the names of the set") {
  const auto survey = weighed_survey();
  Legend legend{{}, survey};
  const auto row = legend.row(weighed({7, 0, 3}, 2));
  REQUIRE(row);
  CHECK(row->chosen == std::vector<std::string_view>{"wonen", "weg"});
  CHECK(row->points == std::vector<std::uint8_t>{7, 3});
  CHECK(row->segment == "waterschap");
}

TEST_CASE(
    "points without a question to weigh, a weigh without points and a group that is none are no answers") {
  const auto survey = weighed_survey();
  Legend legend{{}, survey};
  store::Choice choice = weighed({7, 0, 3}, 4);
  CHECK_FALSE(legend.row(choice));
  choice = weighed({}, 1);
  choice.options = 1;
  CHECK_FALSE(legend.row(choice));
  choice = weighed({10}, 1);
  choice.question = 2;
  CHECK_FALSE(legend.row(choice));
  choice = weighed({}, 1);
  choice.question = 0;  // the group itself carries none
  choice.options = 1;
  CHECK_FALSE(legend.row(choice));
}

TEST_CASE("weighed answers are read back from a batch to the same bytes, and whoever changes one is told") {
  const std::vector<Row> rows{weighed_row({"wonen", "weg"}, {7, 3}, "waterschap"),
                              weighed_row({"natuur"}, {10}), outcome_row("nee", "bewoner")};
  std::string lines;
  const auto read = read_file_of(batch_of(head_of_weighed(), rows), lines);
  REQUIRE(read);
  CHECK(lines == lines_of(rows));
  CHECK(holds(lines, R"("chosen":["wonen","weg"],"points":[7,3],"shown":)"));
  CHECK(holds(lines, R"("segment":"waterschap"})"));
  for (const auto& [what, by] :
       std::vector<std::pair<std::string, std::string>>{{"[7,3]", "[7,4]"},
                                                        {"[7,3]", "[7]"},
                                                        {"[7,3]", "[10,0]"},
                                                        {"[7,3]", "[07,3]"},
                                                        {"[7,3]", "[6,3,1]"},
                                                        {R"(,"points":[7,3])", ""},
                                                        {"\"waterschap\"}", "\"rijk\"}"},
                                                        {"\"waterschap\"}", "\"\"}"}}) {
    INFO(what << " becomes " << by);
    CHECK(holds(fault_of(rows, what, by), "is not an answer to its question set"));
  }
}

TEST_CASE("a table says which points each option got, and the group") {
  std::string line;
  Row row = weighed_row({"wonen", "weg"}, {7, 3}, "waterschap");
  row.labels = {"Wonen", "Bereikbaar"};
  add_csv(line, "UTR-01", row);
  CHECK(holds(line, R"(;"Wonen | Bereikbaar";"wonen | weg";)"));
  CHECK(line.ends_with(";\"7 | 3\";\"waterschap\"\r\n"));
}

TEST_CASE(
    "in a batch a group of fewer than five is none, and neither is the next where it would give that away") {
  using Sizes = std::map<std::uint8_t, int>;
  CHECK(sealed_groups({{1, 5}, {2, 8}}) == Sizes{{1, 5}, {2, 8}});
  CHECK(sealed_groups({{0, 1}, {1, 5}}) == Sizes{{0, 1}, {1, 5}});  // who said nothing is nobody's group
  CHECK(sealed_groups({{0, 6}, {1, 4}, {2, 8}}) == Sizes{{0, 10}, {2, 8}});
  CHECK(sealed_groups({{1, 4}, {2, 8}, {3, 9}}) == Sizes{{0, 12}, {3, 9}});
  CHECK(sealed_groups({{1, 2}, {2, 3}, {3, 9}}) == Sizes{{0, 5}, {3, 9}});
  CHECK(sealed_groups({{1, 4}}) == Sizes{{0, 4}});
}

TEST_CASE("a report tells what each interest weighs on average, for all and by group") {
  const std::string page = report_of_weighed(
      together({times(10, weighed_row({"wonen", "natuur", "weg"}, {6, 3, 1}, "gemeente")),
                times(10, weighed_row({"wonen", "natuur", "weg"}, {1, 7, 2}, "waterschap")),
                times(10, outcome_row("ja", "gemeente")), times(5, outcome_row("nee", "gemeente")),
                times(12, outcome_row("nee", "waterschap"))}));
  CHECK(holds(page, R"(<th scope="row">Wonen</th>)"));
  CHECK(holds(page, R"(<td class="percent">3,5</td>)"));
  CHECK(holds(page, R"(<td class="percent">5,0</td>)"));
  CHECK(holds(page, R"(<td class="percent">1,5</td>)"));
  CHECK(holds(page, "Elke bezoeker verdeelde 10 punten."));
  CHECK(holds(page, "het zwaarst weegt “Natuur”, met gemiddeld 5,0 van de 10 punten in 20 antwoorden."));
  CHECK(holds(page, "<h3>Per groep</h3>"));
  CHECK(holds(
      page,
      R"(<th scope="row">Gemeente</th><td class="count">10</td><td class="count">6,0</td><td class="count">3,0</td><td class="count">1,0</td>)"));
}

TEST_CASE(
    "an interest to which few of a group gave points does not follow from the whole and the other groups") {
  const std::string page =
      report_of_weighed(together({times(4, weighed_row({"wonen", "natuur", "weg"}, {6, 3, 1}, "gemeente")),
                                  times(4, weighed_row({"wonen", "natuur"}, {6, 4}, "gemeente")),
                                  times(10, weighed_row({"wonen", "natuur", "weg"}, {2, 6, 2}, "waterschap")),
                                  times(10, weighed_row({"wonen", "natuur", "weg"}, {1, 7, 2}, "bewoner"))}));
  const std::string groups = page.substr(page.find("<h3>Per groep</h3>"));
  const std::string table = groups.substr(0, groups.find("</table>"));
  // Of the town four gave points to "Bereikbaar": another group hides that too, and each of both another one.
  std::size_t not_told_cells = 0;
  for (std::size_t at = table.find(">verborgen<"); at != std::string::npos;
       at = table.find(">verborgen<", at + 1))
    ++not_told_cells;
  CHECK(not_told_cells >= 4);
}

TEST_CASE(
    "groups are the same by their ids, in whatever order a wording has them, and though the last has one "
    "less") {
  std::string reworded = weighed_source;
  const std::string town = "[[question.option]]\nid = \"gemeente\"\nnl = \"Gemeente\"\n";
  reworded.erase(reworded.find(town), town.size());
  Head later = head_of_weighed();
  later.batch.fill(2);
  later.source = reworded;
  later.hash = hex(short_digest(reworded));
  later.to.day = 20'782;
  const tests::TempFolder stick;
  std::ofstream{stick / "1.jsonl"} << batch_of(
      head_of_weighed(),
      together({times(10, outcome_row("ja", "gemeente")), times(6, outcome_row("ja", "waterschap")),
                times(5, outcome_row("nee", "bewoner"))}));
  std::ofstream{stick / "2.jsonl"} << batch_of(
      later, together({times(7, outcome_row("nee", "waterschap")), times(8, outcome_row("nee", "bewoner"))}));
  const auto folder = Folder::open(stick.path());
  const auto gathered = gather({{&*folder, "stick"}}, {}, nobody);
  REQUIRE(gathered);
  REQUIRE(gathered->left_out.empty());
  const std::string page = *write_report(*gathered, "nl", nobody);
  CHECK(holds(page, R"(<th scope="row">Waterschap</th><td class="count">13</td>)"));
  CHECK(holds(page, R"(<th scope="row">Bewoner</th><td class="count">13</td>)"));
  CHECK(holds(page, R"(<th scope="row">gemeente</th><td class="count">10</td>)"));
}

TEST_CASE("a report tells nothing by group of one that is small, nor of the one that would give it away") {
  const std::string page = report_of_weighed(
      together({times(10, outcome_row("ja", "gemeente")), times(9, outcome_row("nee", "waterschap")),
                times(3, outcome_row("nee", "bewoner"))}));
  REQUIRE(holds(page, "<h3>Per groep</h3>"));
  const std::string groups = page.substr(page.find("<h3>Per groep</h3>"));
  CHECK(holds(groups.substr(0, groups.find("</table>")),
              R"(<th scope="row">Gemeente</th><td class="count">10</td>)"));
  CHECK_FALSE(holds(groups.substr(0, groups.find("</table>")), ">9<"));
}

TEST_CASE("what is published of a weigh hides an interest that few gave any, and the next") {
  survey::Question question;
  question.kind = survey::Kind::weigh;
  question.options.resize(4);
  store::Scores scores;
  for (int i = 0; i < 20; ++i) store::add(scores, {false, 0b0011, {6, 4}});
  for (int i = 0; i < 4; ++i) store::add(scores, {false, 0b1100, {0, 0, 9, 1}});
  const auto tally = store::shown(scores, question);
  REQUIRE(tally);
  CHECK(tally->points[0] == 120);
  CHECK(tally->points[1] == 80);
  CHECK_FALSE(tally->points[2]);
  CHECK_FALSE(tally->points[3]);
  for (int i = 0; i < 20; ++i) store::remove(scores, {false, 0b0011, {6, 4}});
  CHECK(scores.points == std::array<std::uint64_t, 6>{0, 0, 36, 4, 0, 0});
}
