#include "kiosk/batch/verify.h"

#include <catch2/catch.hpp>
#include <string>

#include "kiosk/base/random.h"
#include "kiosk/batch/csv.h"
#include "kiosk/batch/jsonl.h"
#include "tests/batch/given.h"

using namespace kiosk;
using namespace kiosk::batch;
using namespace kiosk::batch::given;
using Kind = Verdict::Kind;

namespace {

/// A file with everything in it that could be taken for the end of it.
std::string tricky_file(const Format& format) {
  const std::string fake = "x\r\neinde;1;00\r\n{\"end\":true}\n\"";
  const std::string long_words(5000, 'w');
  return file_of(format, {choice_row(), words_row(fake), words_row(long_words), words_row("")});
}

}  // namespace

TEST_CASE("a file as a kiosk wrote it is good, and tells how many answers it holds") {
  for (const Format* format : {&csv, &batch_format, &texts_format}) {
    CHECK(verify(file_of(*format, {})) == Verdict{Kind::good, 0});
    CHECK(verify(file_of(*format, {choice_row()})) == Verdict{Kind::good, 1});
    CHECK(verify(tricky_file(*format)) == Verdict{Kind::good, 4});
  }
}

TEST_CASE("a file cut short at any byte is known as cut short") {
  for (const Format* format : {&csv, &batch_format, &texts_format}) {
    const std::string file = tricky_file(*format);
    for (std::size_t size = 0; size < file.size(); ++size) {
      INFO("cut to " << size << " of " << file.size());
      REQUIRE(verify(std::string_view{file}.substr(0, size)).kind == Kind::cut_short);
    }
  }
}

TEST_CASE("a file with any one bit turned is not good") {
  for (const Format* format : {&csv, &batch_format, &texts_format}) {
    const std::string file = file_of(*format, {choice_row(), words_row("zo")});
    for (std::size_t bit = 0; bit < 8 * file.size(); ++bit) {
      std::string turned = file;
      turned[bit / 8] = static_cast<char>(turned[bit / 8] ^ (1 << (bit % 8)));
      INFO("bit " << bit);
      REQUIRE(verify(turned).kind != Kind::good);
    }
  }
}

TEST_CASE("a file that somebody changed says so") {
  const auto replaced = [](std::string file, const std::string& what, const std::string& by) {
    file.replace(file.find(what), what.size(), by);
    return file;
  };
  const std::string row =
      R"("UTR-01";"keep";"Wat gaat goed?";"words";"";"";"een";"";"nl";"2026-11-23";"";"";"";"";"")"
      "\r\n";
  const std::string table = file_of(csv, {words_row("een"), words_row("twee")});
  const std::string lines = file_of(batch_format, {words_row("een"), words_row("twee")});
  struct Case {
    const char* what;
    std::string file;
  };
  for (const Case& one : {
           Case{"another word", replaced(lines, "een", "geen")},
           Case{"a row gone", replaced(table, row, "")},
           Case{"a row twice", replaced(table, row, row + row)},
           Case{"another count", replaced(table, "einde;2", "einde;3")},
           Case{"another count", replaced(lines, "\"count\":2", "\"count\":02")},
           Case{"a row after the end", table + row},
           Case{"a space after the end", lines + " "},
           Case{"the file twice", lines + lines},
           Case{"the end twice", table + table.substr(table.find("einde;"))},
       }) {
    INFO(one.what);
    CHECK(verify(one.file) == Verdict{Kind::altered, 0});
  }
}

TEST_CASE("a file that no kiosk wrote is named as such") {
  for (const std::string& bytes :
       {std::string{"Boodschappen\n- melk\n"}, std::string(100'000, '\0'), std::string{"einde;0;00\r\n"},
        std::string{"{\"format\":\"kiosk-batch\",\"version\":2,\"station\":\"x\"}\n"},
        file_of(csv, {}).substr(3)}) {
    CHECK(verify(bytes) == Verdict{Kind::not_ours, 0});
  }
}

TEST_CASE("the verdict does not hang on the pieces a file is read in") {
  Random random = Random::seeded(1);
  for (const Format* format : {&csv, &batch_format, &texts_format}) {
    const std::string file = tricky_file(*format);
    for (int i = 0; i < 200; ++i) {
      Verifier verifier;
      for (std::string_view left = file; !left.empty();) {
        const std::size_t size = 1 + random.below(i % 2 == 0 ? 3 : 400);
        verifier.take(left.substr(0, size));
        left.remove_prefix(std::min(size, left.size()));
      }
      REQUIRE(verifier.finish() == Verdict{Kind::good, 4});
    }
  }
}

TEST_CASE("a closing line longer than any is none, in one piece and in many") {
  const std::string rows = batch_opening(some_head());
  const std::string file = rows + R"({"end":true,"count":0,"hash":")" + std::string(300, '0') + "\n";
  for (std::size_t piece = 1; piece <= file.size(); ++piece) {
    Verifier verifier;
    for (std::size_t at = 0; at < file.size(); at += piece)
      verifier.take(std::string_view{file}.substr(at, piece));
    INFO("pieces of " << piece);
    REQUIRE(verifier.finish() == Verdict{Kind::cut_short, 0});
  }
}

TEST_CASE("an opening line longer than any is no kiosk's, whatever it holds") {
  Head head = some_head();
  head.source.assign(std::size_t{2} << 20U, 'x');
  CHECK(verify(sealed(batch_opening(head), 0)) == Verdict{Kind::altered, 0});
}

TEST_CASE("whatever a file holds after its opening, judging it ends in a verdict") {
  Random random = Random::seeded(2);
  const std::string alphabet = "\r\n;\"einde{}d:,0";
  for (int i = 0; i < 2000; ++i) {
    const Format& format = i % 2 == 0 ? csv : batch_format;
    std::string file = &format == &csv ? csv_opening() : batch_opening(some_head());
    for (auto left = random.below(600); left > 0; --left) file += alphabet[random.below(alphabet.size())];
    REQUIRE(verify(file).kind != Kind::good);
  }
}
