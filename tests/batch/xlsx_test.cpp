#include "kiosk/batch/xlsx.h"

#include <catch2/catch.hpp>
#include <string>

#include "kiosk/base/folder.h"
#include "kiosk/batch/verify.h"
#include "tests/batch/sealed.h"
#include "tests/support/holds.h"
#include "tests/support/program.h"
#include "tests/support/small_files.h"
#include "tests/support/temp_folder.h"

using namespace kiosk;
using namespace kiosk::batch;
using namespace kiosk::batch::given;
using tests::holds;
using tests::TempFolder;

namespace {

/// A spreadsheet of the answers in batch files, in sheets of `rows`.
class MadeSheet {
 public:
  explicit MadeSheet(const std::vector<std::string>& files, std::uint32_t rows = most_rows) {
    Surveys surveys;
    auto sheet = Spreadsheet::start(scratch_.path(), 20781, rows);
    REQUIRE(sheet);
    std::shared_ptr<const survey::Survey> survey;
    for (const std::string& file : files) {
      BatchReader reader{surveys, [&](const Line& line) {
                           sheet->add("UTR-01", line);
                           return true;
                         }};
      reader.take(file);
      survey = reader.finish()->survey;
    }
    sheet->add_codebook("cafe", *survey);
    CHECK(std::filesystem::exists(scratch_.path()));
    const auto folder = Folder::open(made_.path());
    PlainFolder out{*folder};
    auto file = out.start("antwoorden.xlsx");
    REQUIRE(sheet->finish(**file, [] {}));
    CHECK(std::filesystem::is_empty(scratch_.path()));
  }

  std::string bytes() const { return *read_file(made_ / "antwoorden.xlsx", 100'000'000); }

  /// One of the parts of the file, as text.
  std::string part(const std::string& name) const {
    const auto ended = tests::run_to_end({"/usr/bin/unzip", "-p", "antwoorden.xlsx", name}, made_.path());
    INFO(ended.err);
    REQUIRE(ended.status == 0);
    return ended.out;
  }

 private:
  TempFolder scratch_;
  TempFolder made_;
};

}  // namespace

TEST_CASE("a spreadsheet has days as dates, counts as numbers and words as text") {
  const MadeSheet made{{batch_of(head_of_batch(1), {dilemma_row("b", "a")}),
                        texts_of(head_of_batch(1), {words_row("=1+1 & <b>"), words_row("+31\ttel")})}};
  const std::string sheet = made.part("xl/worksheets/sheet1.xml");
  INFO(sheet);
  CHECK(holds(sheet, R"(<c r="A2" t="inlineStr"><is><t>UTR-01</t></is></c>)"));
  CHECK(holds(sheet, R"(<c r="F2" t="inlineStr"><is><t>Meer vrijheid</t></is></c>)"));
  CHECK(holds(sheet, R"(<c r="H2"><v>1</v></c><c r="I2"><v>2</v></c>)"));
  CHECK(holds(sheet, R"(<c r="N2" s="2"><v>46349</v></c>)"));  // 2026-11-23
  CHECK(holds(sheet, R"(<is><t>=1+1 &amp; &lt;b&gt;</t></is>)"));
  CHECK_FALSE(holds(sheet, "<f>"));
  CHECK(holds(sheet, R"(<autoFilter ref="A1:T4"/>)"));
  CHECK(holds(sheet, R"(state="frozen")"));
  CHECK(holds(made.part("xl/styles.xml"), "yyyy-mm-dd"));
  CHECK(holds(made.part("docProps/core.xml"), "2026-11-24T00:00:00Z"));
}

TEST_CASE("beside the answers stand a codebook and a sheet that explains every column") {
  const MadeSheet made{{batch_of(head_of_batch(1), {dilemma_row("b")})}};
  const std::string book = made.part("xl/workbook.xml");
  CHECK(holds(book, R"(<sheet name="antwoorden")"));
  CHECK(holds(book, R"(<sheet name="codeboek")"));
  CHECK(holds(book, R"(<sheet name="uitleg")"));
  CHECK(holds(made.part("xl/worksheets/sheet2.xml"), "More freedom"));
  CHECK(holds(made.part("xl/worksheets/sheet3.xml"), "De dag (een datum)."));
}

TEST_CASE("more answers than a sheet takes go on to another one, none twice and none lost") {
  const MadeSheet made{{batch_of(head_of_batch(1), {dilemma_row("b"), dilemma_row("a"), dilemma_row("b"),
                                                    dilemma_row("a"), dilemma_row("b")})},
                       3};
  CHECK(holds(made.part("xl/workbook.xml"), R"(<sheet name="antwoorden 3")"));
  CHECK(holds(made.part("xl/worksheets/sheet1.xml"), R"(<row r="3">)"));
  CHECK_FALSE(holds(made.part("xl/worksheets/sheet1.xml"), R"(<row r="4">)"));
  CHECK(holds(made.part("xl/worksheets/sheet3.xml"), R"(<row r="2">)"));
  CHECK_FALSE(holds(made.part("xl/worksheets/sheet3.xml"), R"(<row r="3">)"));
}

TEST_CASE("a spreadsheet proves itself, and the same answers make the same one") {
  const std::vector<std::string> files{batch_of(head_of_batch(1), {dilemma_row("b"), choice_row()})};
  const std::string bytes = MadeSheet{files}.bytes();
  CHECK(verify(bytes) == Verdict{Verdict::Kind::good, 2, nullptr});
  CHECK(MadeSheet{files}.bytes() == bytes);
  CHECK(verify(std::string_view{bytes}.substr(0, bytes.size() - 1)).kind == Verdict::Kind::cut_short);
  CHECK(verify(bytes + "x").kind == Verdict::Kind::altered);
  for (const std::size_t at : {std::size_t{100}, bytes.size() / 2, bytes.size() - 90}) {
    std::string turned = bytes;
    turned[at] = static_cast<char>(turned[at] ^ 1);
    CHECK(verify(turned).kind != Verdict::Kind::good);
  }
}

TEST_CASE("a spreadsheet for which there is no room is none, and leaves nothing behind") {
  const TempFolder scratch;
  const TempFolder made;
  Surveys surveys;
  auto sheet = Spreadsheet::start(scratch.path(), 20781);
  REQUIRE(sheet);
  const tests::SmallFiles small{100'000};
  BatchReader reader{surveys, [&](const Line& line) {
                       for (int i = 0; i < 1000; ++i) sheet->add("UTR-01", line);
                       return true;
                     }};
  reader.take(batch_of(head_of_batch(1), {dilemma_row("b")}));
  const auto folder = Folder::open(made.path());
  PlainFolder out{*folder};
  {
    auto file = out.start("antwoorden.xlsx");
    const auto finished = sheet->finish(**file, [] {});
    REQUIRE_FALSE(finished);
    CHECK(finished.error().disk_full());
  }
  CHECK(std::filesystem::is_empty(made.path()));
  CHECK(std::filesystem::is_empty(scratch.path()));
  CHECK_FALSE(Spreadsheet::start(scratch / "none", 20781));
}
