#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "kiosk/base/file.h"
#include "kiosk/batch/sealing.h"
#include "kiosk/stick/export.h"
#include "tests/stick/given.h"
#include "tests/support/temp_folder.h"

// Somebody has the station's disk and the stick, knows no order, and guesses it: which of two answers came
// first, and which text came with which choice. 20 events of 400 visitors; a guess that means nothing is
// right half of the time.

using namespace kiosk;
using namespace kiosk::store;
using tests::TempFolder;

namespace {

constexpr std::size_t visitors = 400;
constexpr double tolerance = 0.05;
constexpr std::size_t most_bytes = std::size_t{1} << 28U;

/// One question with 12 options: which of them a visitor chose tells, in bits, the number of the visitor.
survey::Survey numbered_survey() {
  survey::Survey survey;
  survey.id = "numbered";
  survey.languages = {"nl"};
  survey.source =
      "id = \"numbered\"\nstage = \"live\"\nlanguages = [\"nl\"]\ntitle = { nl = \"Nummers\" }\n\n"
      "[[question]]\nid = \"q\"\nkind = \"themes\"\ntone = \"keep\"\ntag = { nl = \"Nummer\" }\n"
      "text = { nl = \"Welk nummer?\" }\npick = 12\nown_words = true\n";
  survey::Question question;
  question.id = "q";
  question.kind = survey::Kind::themes;
  question.pick_at_most = 12;
  question.own_words = true;
  for (int i = 0; i < 12; ++i) {
    const std::string id = "o" + std::to_string(i);
    question.options.push_back({id, {}});
    survey.source += "[[question.option]]\nid = \"" + id + "\"\nnl = \"" + id + "\"\n";
  }
  survey.questions = {question};
  return survey;
}

std::optional<survey::Survey> read_numbered(const KeptSet&) { return numbered_survey(); }

survey::Answer answer_of(std::size_t visitor) {
  survey::Answer answer;
  answer.language = "nl";
  answer.options = visitor + 1;
  // Texts of many sizes, as people write them.
  answer.words = "bezoeker " + std::to_string(visitor + 1000) + "." + std::string(visitor * 37 % 120, 'w');
  return answer;
}

std::string raw(const std::filesystem::path& path) {
  const auto bytes = read_file(path, most_bytes);
  return bytes ? *bytes : std::string{};
}

std::string id_bytes(const Id& id) { return {id.begin(), id.end()}; }

std::vector<std::size_t> places(const std::string& bytes, const std::string& mark) {
  std::vector<std::size_t> found;
  for (std::size_t at = bytes.find(mark); at != std::string::npos; at = bytes.find(mark, at + 1))
    found.push_back(at);
  return found;
}

/// What somebody sees of each visitor's answer: a number that may say something about when it came.
using Sight = std::vector<double>;

/// In how many of all pairs the smaller number belongs to whoever came first; ties are a coin.
double right_about_order(const Sight& sight) {
  double right = 0;
  double pairs = 0;
  for (std::size_t second = 0; second < sight.size(); ++second) {
    for (std::size_t first = 0; first < second; ++first) {
      pairs += 1;
      right += sight[first] < sight[second] ? 1 : 0;
      right += sight[first] == sight[second] ? 0.5 : 0;
    }
  }
  return right / pairs;
}

/// The place of each number among all, from 0 to 1.
Sight ranks(const Sight& sight) {
  Sight sorted = sight;
  std::sort(sorted.begin(), sorted.end());
  Sight told;
  for (const double number : sight) {
    const auto at = std::lower_bound(sorted.begin(), sorted.end(), number) - sorted.begin();
    told.push_back(static_cast<double>(at) / static_cast<double>(sight.size()));
  }
  return told;
}

/// A text, the choice of the same visitor and that of somebody else: in how many the right choice lies
/// nearer.
double right_about_visits(const Sight& choices, const Sight& texts, Random& random) {
  const Sight a = ranks(choices);
  const Sight b = ranks(texts);
  constexpr int guesses = 4000;
  double right = 0;
  for (int i = 0; i < guesses; ++i) {
    const std::size_t who = random.below(a.size());
    const std::size_t other = (who + 1 + random.below(a.size() - 1)) % a.size();
    const double to_own = std::fabs(a[who] - b[who]);
    const double to_other = std::fabs(a[other] - b[who]);
    right += to_own < to_other ? 1 : (to_own == to_other ? 0.5 : 0);
  }
  return right / guesses;
}

/// Ways to look at a raw file for marks: the first and the last place of each, how often it is there, and
/// where it lies within its page.
std::map<std::string, Sight> look(const std::string& bytes, const std::vector<std::string>& marks) {
  std::map<std::string, Sight> seen;
  for (const std::string& mark : marks) {
    const auto found = places(bytes, mark);
    REQUIRE_FALSE(found.empty());
    seen["first place"].push_back(static_cast<double>(found.front()));
    seen["last place"].push_back(static_cast<double>(found.back()));
    seen["how often"].push_back(static_cast<double>(found.size()));
    seen["within its first page"].push_back(static_cast<double>(found.front() % page_bytes));
    seen["within its last page"].push_back(static_cast<double>(found.back() % page_bytes));
  }
  return seen;
}

/// What all guesses of all runs came to, by name.
using Guesses = std::map<std::string, std::vector<double>>;

double mean(const std::vector<double>& numbers) {
  double sum = 0;
  for (const double number : numbers) sum += number;
  return sum / static_cast<double>(numbers.size());
}

/// The guess that is furthest from saying nothing.
double most_telling(const Guesses& guesses) {
  double most = 0;
  for (const auto& [name, right] : guesses) most = std::max(most, std::fabs(mean(right) - 0.5));
  return most;
}

/// Which records, numbered in the order of their random ids, are in the file more than once: the first under
/// a key, which lie within its page until there are too many, and the first of each page, which lead to it.
/// These say nothing of who came when, and are the same for every event of so many visitors; a record doubled
/// for another reason might be that of the last visitor.
std::vector<std::size_t> doubled(const std::string& bytes, std::vector<std::string> ids) {
  std::sort(ids.begin(), ids.end());
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (places(bytes, ids[i]).size() > 1) found.push_back(i);
  }
  return found;
}

struct Event {
  TempFolder folder{TempFolder::in_memory()};
  TempFolder stick{TempFolder::in_memory()};
  std::optional<Store> store;
  SetId set{};
  std::vector<std::string> choice_marks;
  std::vector<std::string> text_marks;

  Event() {
    auto opened = Store::open(folder.path());
    REQUIRE(opened);
    store = std::move(*opened);
    set = *store->keep_set(numbered_survey());
    Random random = Random::system();
    for (std::size_t i = 0; i < visitors; ++i) {
      const survey::Answer answer = answer_of(i);
      const auto receipt = draw_receipt(answer, random);
      REQUIRE(store->save(set, answer, {}, receipt));
      choice_marks.push_back(id_bytes(*receipt.choice));
      text_marks.push_back(answer.words.substr(0, answer.words.find('.') + 1));
    }
  }

  void close(bool reseal) {
    const auto key = SigningKey::open_or_make(folder / "station.key");
    REQUIRE(batch::seal(*store, read_numbered, {"UTR-01", *key}));
    if (reseal) REQUIRE(*store->reseal());
    REQUIRE(stick::given::copy_out(*store, read_numbered, *key, stick.path()));
    store.reset();
  }

  void guess(Guesses& guesses, Random& random) {
    const std::string bytes = raw(folder / "answers.mdb");
    const auto choices = look(bytes, choice_marks);
    const auto texts = look(bytes, text_marks);
    for (const auto& [how, sight] : choices) guesses["choices, " + how].push_back(right_about_order(sight));
    for (const auto& [how, sight] : texts) guesses["texts, " + how].push_back(right_about_order(sight));
    guesses["visits"].push_back(
        right_about_visits(choices.at("first place"), texts.at("first place"), random));
    guess_from_stick(guesses, random);
  }

  void guess_from_stick(Guesses& guesses, Random& random) {
    std::string answers;
    std::string texts;
    for (const auto& one : std::filesystem::directory_iterator{stick / "feedback/batches"}) {
      const std::string name = one.path().filename();
      (name.find(".texts.") == std::string::npos ? answers : texts) = raw(one.path());
    }
    Sight choice_lines;
    Sight text_lines;
    for (std::size_t i = 0; i < visitors; ++i) {
      std::string chosen;
      for (int bit = 0; bit < 12; ++bit) {
        if (((i + 1) >> bit & 1U) != 0)
          chosen += (chosen.empty() ? "\"o" : ",\"o") + std::to_string(bit) + "\"";
      }
      const std::size_t line = answers.find("\"chosen\":[" + chosen + "]");
      REQUIRE(line != std::string::npos);
      choice_lines.push_back(static_cast<double>(line));
      const std::size_t text = texts.find(text_marks[i]);
      REQUIRE(text != std::string::npos);
      text_lines.push_back(static_cast<double>(text));
    }
    guesses["lines of choices"].push_back(right_about_order(choice_lines));
    guesses["lines of texts"].push_back(right_about_order(text_lines));
    guesses["visits by lines"].push_back(right_about_visits(choice_lines, text_lines, random));
  }
};

int runs_wanted() {
  const char* wanted = std::getenv("KIOSK_RUNS");
  return wanted != nullptr ? std::atoi(wanted) : 20;
}

}  // namespace

TEST_CASE("after sealing nobody can tell who came first, or which words came with which choice", "[long]") {
  Random random = Random::seeded(1);
  Guesses guesses;
  std::vector<std::size_t> always_doubled;
  for (int run = 0; run < runs_wanted(); ++run) {
    Event event;
    event.close(true);
    event.guess(guesses, random);
    const std::string bytes = raw(event.folder / "answers.mdb");
    for (const std::string& mark : event.text_marks) REQUIRE(places(bytes, mark).size() == 1);
    const auto told = doubled(bytes, event.choice_marks);
    if (run == 0) always_doubled = told;
    REQUIRE(told == always_doubled);
    REQUIRE(told.size() < visitors / 8);
    for (const char* other : {"answers.mdb-lock", "answers.lock", "station.key"}) {
      REQUIRE(places(raw(event.folder / other), event.choice_marks.back()).empty());
    }
  }
  for (const auto& [name, right] : guesses) {
    INFO(name << ": right in " << 100 * mean(right) << " %");
    CHECK(std::fabs(mean(right) - 0.5) <= tolerance);
  }
}

TEST_CASE("the same guesses find the order out where the store was not written anew, or in a plain table") {
  Random random = Random::seeded(2);
  SECTION("sealed, but not written anew") {
    Guesses guesses;
    Event event;
    event.close(false);
    event.guess(guesses, random);
    const std::string bytes_left = raw(event.folder / "answers.mdb");
    CHECK(most_telling(guesses) > tolerance);
    CHECK(doubled(bytes_left, event.choice_marks).size() > visitors / 2);
  }
  SECTION("a plain table of random keys") {
    const TempFolder folder;
    std::vector<std::string> marks;
    {
      auto environment =
          Environment::open(folder / "plain", Environment::Access::write, std::size_t{1} << 26U);
      REQUIRE(environment);
      Random ids = Random::system();
      for (std::size_t i = 0; i < visitors; ++i) {
        Id id{};
        ids.fill(id);
        marks.push_back(id_bytes(id));
        auto writing = environment->begin(Environment::Access::write);
        const auto table = writing->table("answers", Shape::single, Transaction::Missing::is_made);
        REQUIRE(writing->put(*table, id, std::vector<unsigned char>(48)));
        REQUIRE(commit(std::move(*writing)));
      }
    }
    Guesses guesses;
    for (const auto& [how, sight] : look(raw(folder / "plain"), marks)) {
      guesses[how].push_back(right_about_order(sight));
    }
    CHECK(most_telling(guesses) > tolerance);
  }
}
