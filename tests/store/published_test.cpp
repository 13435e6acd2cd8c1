#include "kiosk/store/published.h"

#include <bitset>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <string>
#include <vector>

#include "kiosk/base/random.h"
#include "kiosk/store/store.h"
#include "tests/store/given.h"
#include "tests/support/temp_folder.h"

namespace kiosk::published_test {

using namespace kiosk;
using namespace kiosk::store;
using kiosk::store::given::chosen;
using kiosk::store::given::dont_know;
using kiosk::store::given::small_survey;
using kiosk::store::given::wrote;
using Cells = std::vector<std::optional<std::uint64_t>>;

namespace {

constexpr std::optional<std::uint64_t> hidden;

survey::Question question_of(std::size_t options, int pick_at_most) {
  survey::Question question;
  question.kind = survey::Kind::themes;
  question.options.resize(options);
  question.pick_at_most = pick_at_most;
  return question;
}

/// A question that was answered as `options` says, by one option a visitor.
Scores scores_of(const std::vector<std::uint64_t>& options, std::uint64_t dont_know = 0) {
  Scores scores;
  scores.dont_know = dont_know;
  for (std::size_t i = 0; i < options.size(); ++i) {
    scores.options[i] = options[i];
    scores.opinions += options[i];
  }
  return scores;
}

using Rule = bool (*)(Standing&, std::uint64_t step);
constexpr std::size_t most_answers = 64;
using Answers = std::bitset<most_answers>;  // which answers ever given are among those counted

/// Visitors answer one question, some go back to answer otherwise or to take it back: by chance.
class History {
 public:
  History(Random& random, Rule rule, std::uint64_t step) : random_{random}, rule_{rule}, step_{step} {}

  /// Which answers were in each published state.
  std::vector<Answers> published() {
    for (std::size_t given = 0; given < most_answers; ++given) {
      const std::uint64_t dice = random_.number();
      if (dice % 4 == 0 && !here_.empty()) go_back(dice >> 8U);
      const Vote vote{dice >> 4U & 1U && dice >> 5U & 1U, std::uint64_t{1} << (dice >> 6U & 1U)};
      here_.push_back({given, vote.dont_know ? Vote{true, 0} : vote});
      add(standing_.live, here_.back().vote);
      now_.set(given);
      look();
    }
    return seen_;
  }

  const Standing& standing() const { return standing_; }

 private:
  struct Given {
    std::size_t number;
    Vote vote;
  };

  /// A visitor takes back one of the last answers: a visit holds a few.
  void go_back(std::uint64_t dice) {
    const std::size_t back = 1 + dice % std::min<std::size_t>(here_.size(), 6);
    const auto which = here_.end() - static_cast<std::ptrdiff_t>(back);
    remove(standing_.live, which->vote);
    now_.reset(which->number);
    here_.erase(which);
    if ((dice >> 8U & 1U) != 0) look();  // and gives no other
  }

  void look() {
    if (rule_(standing_, step_)) seen_.push_back(now_);
  }

  Random& random_;
  Rule rule_;
  std::uint64_t step_;
  Standing standing_;
  std::vector<Given> here_;
  Answers now_;
  std::vector<Answers> seen_;
};

/// How many pairs of published states can be told apart by fewer than `step` answers.
std::uint64_t betrayals(const std::vector<Answers>& states, std::uint64_t step) {
  std::uint64_t found = 0;
  for (std::size_t i = 0; i < states.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const std::size_t apart = (states[i] ^ states[j]).count();
      if (apart != 0 && apart < step) ++found;
    }
  }
  return found;
}

std::uint64_t histories_wanted() {
  const char* wanted = std::getenv("KIOSK_HISTORIES");
  return wanted != nullptr ? std::strtoull(wanted, nullptr, 10) : 20'000;
}

// Rules that somebody might write instead. The same test must find them out.
bool at_every_answer(Standing& standing, std::uint64_t) {
  standing.published = standing.live;
  return true;
}
bool at_every_tenth_number(Standing& standing, std::uint64_t step) {
  if (standing.live.opinions % step != 0) return false;
  standing.published = standing.live;
  return true;
}
bool when_grown_or_shrunk(Standing& standing, std::uint64_t step) {
  const bool shrunk = standing.live.opinions < standing.published.opinions;
  if (!shrunk && standing.live.opinions < standing.published.opinions + step) return false;
  standing.published = standing.live;
  return true;
}

}  // namespace

TEST_CASE("whatever visitors do, two published states differ by nothing or by at least ten answers") {
  const auto seed = Random::system().below(1'000'000);
  INFO("seed " << seed);
  Random random = Random::seeded(seed);
  std::uint64_t states = 0;
  const std::uint64_t wanted = histories_wanted();
  for (std::uint64_t i = 0; i < wanted; ++i) {
    History history{random, publish_if_grown, default_step};
    const auto published = history.published();
    states += published.size();
    REQUIRE(betrayals(published, default_step) == 0);
  }
  CHECK(states > 2 * wanted);  // else too little was published to mean anything
}

TEST_CASE("a rule that would betray a visitor is found out") {
  for (const Rule rule : {at_every_answer, at_every_tenth_number, when_grown_or_shrunk}) {
    Random random = Random::seeded(1);
    std::uint64_t found = 0;
    for (int i = 0; i < 1000; ++i)
      found += betrayals(History{random, rule, default_step}.published(), default_step);
    CHECK(found > 0);
  }
}

TEST_CASE("what is published moves with the tenth opinion, over all ten at once") {
  Standing standing;
  for (int i = 0; i < 9; ++i) {
    add(standing.live, {false, 1});
    CHECK_FALSE(publish_if_grown(standing, 10));
  }
  for (int i = 0; i < 40; ++i) add(standing.live, {true, 0});
  CHECK_FALSE(publish_if_grown(standing, 10));  // "don't know" moves nothing
  add(standing.live, {false, 2});
  CHECK(publish_if_grown(standing, 10));
  CHECK(standing.published == standing.live);
  CHECK_FALSE(publish_if_grown(standing, 10));
}

TEST_CASE("small numbers are hidden, and those from which they would follow") {
  struct Case {
    std::vector<std::uint64_t> chosen;
    Cells shown;
  };
  const auto [numbers, expected] = GENERATE(
      Case{{6, 7}, {6, 7}}, Case{{5, 5}, {5, 5}}, Case{{4, 96}, {hidden, hidden}},
      Case{{0, 10}, {hidden, hidden}}, Case{{20, 30, 50}, {20, 30, 50}},
      Case{{4, 30, 50}, {hidden, hidden, 50}}, Case{{50, 30, 4}, {50, hidden, hidden}},
      Case{{4, 4, 30, 50}, {hidden, hidden, 30, 50}},          // together 8: nobody can tell which is which
      Case{{1, 2, 30, 50}, {hidden, hidden, hidden, 50}},      // together 3: hardly better than one
      Case{{0, 0, 0, 100}, {hidden, hidden, hidden, hidden}},  // all said the same: then everyone is known
      Case{{2, 98, 0}, {hidden, hidden, hidden}}, Case{{10}, {hidden}});
  const auto tally = shown(scores_of(numbers), question_of(numbers.size(), 1));
  REQUIRE(tally);
  CHECK(tally->options == expected);
}

TEST_CASE(
    "where visitors choose more than one, an option that nearly all chose is as telling as a rare one") {
  Scores scores = scores_of({});
  scores.opinions = 40;
  scores.options = {4, 5, 20, 35, 36, 40};
  const auto tally = shown(scores, question_of(6, 3));
  CHECK(tally->options == Cells{hidden, 5, 20, 35, hidden, hidden});
}

TEST_CASE("a rare \"don't know\" is not given away by the total either") {
  CHECK(shown(scores_of({10, 10}, 4), question_of(2, 1))->answers == 20);
  CHECK(shown(scores_of({10, 10}, 4), question_of(2, 1))->dont_know == 0);
  CHECK(shown(scores_of({10, 10}, 5), question_of(2, 1))->answers == 25);
  CHECK(shown(scores_of({10, 10}, 5), question_of(2, 1))->dont_know == 5);
}

TEST_CASE("nothing is shown before anything was published") {
  CHECK_FALSE(shown(scores_of({0, 0}, 100), question_of(2, 1)));
}

namespace {

/// A station at which visitors answer, and what it shows of a question.
struct Station {
  tests::TempFolder folder;
  Random random = Random::seeded(1);
  std::optional<Store> store;
  survey::Survey survey = small_survey();
  SetId set{};

  Station() { open(); }

  void open(std::uint64_t step = default_step) {
    store.reset();
    auto opened = Store::open(folder.path(), {.step = step});
    REQUIRE(opened);
    store = std::move(*opened);
    set = *store->keep_set(survey);
  }
  survey::Receipt answer(const survey::Answer& answer,
                         const std::optional<survey::Receipt>& replaces = std::nullopt) {
    const survey::Receipt receipt = draw_receipt(answer, random);
    REQUIRE(store->save(set, answer, {}, receipt, replaces));
    return receipt;
  }
  std::optional<survey::Tally> shows(std::size_t question) {
    const auto tallies = store->published(set, survey);
    REQUIRE(tallies);
    REQUIRE(tallies->size() == survey.questions.size());
    return (*tallies)[question];
  }
};

}  // namespace

TEST_CASE("a station shows what ten visitors said, and the eleventh changes nothing until nine more came") {
  Station station;
  for (int i = 0; i < 9; ++i) station.answer(chosen(i < 5 ? 0b001 : 0b011));
  CHECK_FALSE(station.shows(0));
  station.answer(chosen(0b110, "en meer groen"));
  REQUIRE(station.shows(0));
  CHECK(station.shows(0)->answers == 10);
  CHECK(station.shows(0)->options == Cells{hidden, 5, hidden});  // 9 of 10: all but one
  for (int i = 0; i < 9; ++i) station.answer(chosen(0b010));
  CHECK(station.shows(0)->answers == 10);
  station.answer(chosen(0b010));
  CHECK(station.shows(0)->answers == 20);
  CHECK_FALSE(station.shows(1));
}

TEST_CASE("a visitor who goes back after the tenth answer moves nothing") {
  Station station;
  survey::Receipt last;
  for (int i = 0; i < 10; ++i) last = station.answer(chosen(0b001));
  last = station.answer(chosen(0b100), last);
  CHECK(station.shows(0)->answers == 10);
  REQUIRE(station.store->withdraw(station.set, last));
  CHECK(station.shows(0)->answers == 10);
  for (int i = 0; i < 10; ++i) station.answer(chosen(0b001));
  CHECK(station.shows(0)->answers == 10);  // one was taken back: only nine more are here
  station.answer(chosen(0b001));
  CHECK(station.shows(0)->answers == 20);
}

TEST_CASE("own words alone are an opinion, words beside a choice are not another one") {
  Station station;
  std::vector<survey::Receipt> given;
  for (int i = 0; i < 9; ++i) given.push_back(station.answer(wrote("kaders stellen")));
  for (int i = 0; i < 9; ++i) station.answer(chosen(1, "met woorden"));
  CHECK_FALSE(station.shows(0));
  REQUIRE(station.store->withdraw(station.set, given.front()));
  station.answer(wrote("iets anders"));
  CHECK_FALSE(station.shows(1));
  station.answer(wrote("nog iets"));
  CHECK(station.shows(1)->answers == 10);
  CHECK(station.shows(1)->options.empty());
}

TEST_CASE("saving again after an unknown outcome adds nothing to what is shown") {
  Station station;
  for (int i = 0; i < 8; ++i) station.answer(chosen(1));
  const auto receipt = draw_receipt(chosen(1, "woorden"), station.random);
  for (int i = 0; i < 5; ++i) REQUIRE(station.store->save(station.set, chosen(1, "woorden"), {}, receipt));
  CHECK_FALSE(station.shows(0));
}

TEST_CASE("what is shown outlives a restart, and goes on where it was") {
  Station station;
  for (int i = 0; i < 15; ++i) station.answer(dont_know());
  for (int i = 0; i < 15; ++i) station.answer(chosen(i < 8 ? 1 : 2));
  station.open();
  CHECK(station.shows(0)->answers == 25);
  CHECK(station.shows(0)->dont_know == 15);
  for (int i = 0; i < 4; ++i) station.answer(chosen(1));
  station.open();
  CHECK(station.shows(0)->answers == 25);
  station.answer(chosen(1));
  CHECK(station.shows(0)->answers == 35);
}

TEST_CASE("a host can ask for larger steps") {
  Station station;
  station.open(20);
  for (int i = 0; i < 19; ++i) station.answer(chosen(1));
  CHECK_FALSE(station.shows(0));
  station.answer(chosen(1));
  CHECK(station.shows(0)->answers == 20);
}

}  // namespace kiosk::published_test
