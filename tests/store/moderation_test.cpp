#include "kiosk/store/moderation.h"

#include <catch2/catch.hpp>
#include <string>

#include "kiosk/base/file.h"
#include "kiosk/store/hints.h"
#include "kiosk/store/nuisance.h"
#include "kiosk/store/store.h"
#include "tests/store/given.h"
#include "tests/support/temp_folder.h"

namespace kiosk::moderation_test {

using namespace kiosk;
using namespace kiosk::store;
using namespace kiosk::store::given;

TEST_CASE("staff are pointed to what may not be shown") {
  struct Case {
    const char* words;
    std::vector<Hint> found;
  };
  for (const auto& [words, found] : {
           Case{"Meer groen in de straat, en minder dan 100 regels.", {}},
           Case{"mail mij op jan.de.vries@provincie-utrecht.nl.", {Hint::email}},
           Case{"apen@ en @staart en a@b", {}},
           Case{"bel 06-12345678", {Hint::phone}},
           Case{"bel (030) 258 91 11", {Hint::phone}},
           Case{"+31 6 1234 5678 graag", {Hint::phone}},
           Case{"sinds 2019, 2020 en 2021", {}},
           Case{"mijn bsn is 111222333", {Hint::bsn}},
           Case{"111.222.333", {Hint::bsn}},
           Case{"111222334", {}},
           Case{"Wat een KLOOTZAKKEN!", {Hint::abuse}},
           Case{"this is shit", {Hint::abuse}},
           Case{"Scunthorpe en kutsnuiver", {}},
           Case{"mail x@y.nl 0612345678 111222333, hoer", {Hint::email, Hint::phone, Hint::bsn, Hint::abuse}},
       }) {
    INFO(words);
    CHECK(hints(words) == found);
  }
}

TEST_CASE("the 11-test knows a citizen service number") {
  for (const char* digits : {"111222333", "123456782", "010464554", "10464554"})
    CHECK(passes_eleven_test(digits));
  for (const char* digits : {"", "1", "123456789", "000000000", "1234567820"}) {
    CHECK_FALSE(passes_eleven_test(digits));
  }
}

TEST_CASE("a masher is marked and whoever comes next is not") {
  NuisanceGuard guard;
  for (int i = 0; i < NuisanceGuard::burst_from - 1; ++i) CHECK(guard.flags_of(Rhythm::hurried, 1) == hasty);
  CHECK(guard.flags_of(Rhythm::hurried, 1) == (hasty | burst));
  CHECK(guard.flags_of(Rhythm::hurried, 1) == (hasty | burst));
  CHECK(guard.flags_of(Rhythm::calm, 1) == 0);
  CHECK(guard.flags_of(Rhythm::hurried, 1) == hasty);
  for (int i = 0; i < 20; ++i) CHECK(guard.flags_of(Rhythm::hurried, i % 2) == hasty);
}

namespace {

/// A station with `count` texts that can be found again, half of them sealed.
struct Station {
  tests::TempFolder folder{tests::TempFolder::in_memory()};
  Random random = Random::seeded(1);
  std::optional<Store> store;
  SetId set{};
  std::vector<Id> ids;

  explicit Station(int count) {
    auto opened = Store::open(folder.path());
    REQUIRE(opened);
    store = std::move(*opened);
    set = *store->keep_set(small_survey());
    for (int i = 0; i < count; ++i) {
      const auto answer = wrote(marker(i) + std::string(static_cast<std::size_t>(i) % 200, 'w'));
      const auto receipt = draw_receipt(answer, random);
      REQUIRE(store->save(set, answer, {}, receipt));
      ids.push_back(*receipt.words);
      if (i == count / 2) seal();
    }
  }
  static std::string marker(int number) { return "merk" + std::to_string(100'000 + number) + "."; }
  void seal() {
    Seal seal;
    random.fill(seal.batch);
    seal.set = set;
    REQUIRE(store->seal(set, [&](Closing& closing) -> Result<bool, StoreError> {
      const auto closed = closing.close(seal, as_it_is);
      if (!closed) return closed.error();
      return true;
    }));
  }
  int markers_left() {
    const std::string bytes = *read_file(folder / "answers.mdb", std::size_t{1} << 28U);
    int left = 0;
    for (int i = 0; i < static_cast<int>(ids.size()); ++i)
      left += bytes.find(marker(i)) != std::string::npos ? 1 : 0;
    return left;
  }
};

}  // namespace

TEST_CASE("staff hide a text, and show it after all") {
  Station station{2};
  for (const Id& id : station.ids) {
    REQUIRE(*station.store->decide(id, TextState::hidden, TextReason::abuse));
    REQUIRE(*station.store->decide(id, TextState::shown, TextReason::none));
  }
  CHECK_FALSE(*station.store->decide(Id{1}, TextState::hidden, TextReason::abuse));
  CHECK(held(*station.store).size() == 2);
}

TEST_CASE("everyone may read what staff showed, open or sealed, and nothing else") {
  Station station{8};
  const auto told = [&] { return *station.store->snapshot()->texts_for_everyone(station.set, 1); };
  CHECK(told().empty());  // nobody has decided yet
  const std::size_t sealed = 0;
  const std::size_t open = 7;
  for (const std::size_t text : {sealed, open}) {
    REQUIRE(*station.store->decide(station.ids[text], TextState::shown, TextReason::none));
  }
  REQUIRE(*station.store->decide(station.ids[1], TextState::hidden, TextReason::abuse));
  REQUIRE(*station.store->decide(station.ids[6], TextState::erased, TextReason::request));
  REQUIRE(told().size() == 2);
  CHECK(told()[0].find(Station::marker(open)) == 0);
  CHECK(told()[1].find(Station::marker(sealed)) == 0);
  CHECK(station.store->snapshot()->texts_for_everyone(station.set, 0)->empty());  // another question

  REQUIRE(*station.store->decide(station.ids[open], TextState::hidden, TextReason::personal));
  CHECK(told().size() == 1);
}

TEST_CASE("a thousand texts that were erased are gone from the file") {
  Station station{1000};
  for (const Id& id : station.ids) {
    REQUIRE(*station.store->decide(id, TextState::erased, TextReason::request));
  }
  CHECK(station.markers_left() > 0);  // else the check below means nothing: emptying alone does not erase
  REQUIRE(*station.store->reseal());
  CHECK(station.markers_left() == 0);
  CHECK_FALSE(*station.store->decide(station.ids.front(), TextState::shown, TextReason::none));
  const auto all = contents(*station.store);
  CHECK(all->damaged == 0);
  CHECK(all->counts_match);
  CHECK(all->by_id.size() == 1000);  // that there were so many is still told
}

}  // namespace kiosk::moderation_test
