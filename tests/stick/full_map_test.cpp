#include <catch2/catch.hpp>
#include <functional>
#include <string>

#include "kiosk/store/page_file.h"
#include "tests/stick/given.h"

// The map that LMDB has of the store's file is full, after no page more, after one, after two and so on: at
// each place where something of a change is written, LMDB says no. What was there stays, what was asked is
// refused in words, and is done once there is room.

using namespace kiosk;
using namespace kiosk::store::given;
using store::Store;
using store::StoreError;
using tests::TempFolder;

namespace {

constexpr const char* store_file = "answers.mdb";

struct Change {
  const char* what;
  std::function<Result<Done, StoreError>(Store&)> make;
};

template <class Value>
Result<Done, StoreError> whether(const Result<Value, StoreError>& made) {
  if (!made) return made.error();
  return Done{};
}

/// A store that is about to publish, with something to seal, to take back and to decide about.
struct Given {
  stick::given::FilledStore filled;
  survey::Receipt taken_back;
  survey::Answer next = chosen(0b101, std::string(3 * page_bytes, 'w'));  // long enough for pages of its own
  survey::Receipt receipt = store::draw_receipt(next, filled.random);
  survey::Survey other_set = small_survey(std::string(3 * page_bytes, '#'));

  Given() {
    for (int i = 0; i < 30; ++i) filled.save(chosen(0b10, "woorden"));
    filled.seal();
    for (int i = 0; i < 7; ++i) filled.save(chosen(0b10, "woorden"));
    taken_back = store::draw_receipt(chosen(1, "weg"), filled.random);
    REQUIRE(filled.store->save(filled.set, chosen(1, "weg"), {{20780}, 0}, taken_back));
    REQUIRE(filled.store->reseal());
    filled.store.reset();
  }

  std::vector<Change> changes() const {
    return {
        {"save",
         [this](Store& s) {
           return s.save(filled.set, next, {{20780}, 0}, receipt);
         }},
        {"save another answer in its place",
         [this](Store& s) {
           return s.save(filled.set, next, {{20780}, 0}, receipt, taken_back);
         }},
        {"take back", [this](Store& s) { return s.withdraw(filled.set, taken_back); }},
        {"count a skip",
         [this](Store& s) { return s.count_skips(filled.set, std::vector<std::uint16_t>{0}); }},
        {"keep a set", [this](Store& s) { return whether(s.keep_set(other_set)); }},
        {"hide a text",
         [this](Store& s) {
           return whether(s.decide(*taken_back.words, store::TextState::hidden, store::TextReason::other));
         }},
        {"seal",
         [this](Store& s) {
           return whether(batch::seal(s, stick::given::read_small, {"UTR-01", filled.key(), 10, true}));
         }},
        {"write and read back a mark", [](Store& s) { return s.check(); }},
    };
  }
};

/// All that is to be seen of a store.
std::string seen(Store& store) {
  const auto all = contents(store);
  const auto status = store::status_of(store, stick::given::read_small);
  if (!all || !all->counts_match || all->damaged > 0 || !status || !status->healthy()) return "not sound";
  std::string text = std::to_string(status->open) + " open, " + std::to_string(status->sealed) + " sealed, " +
                     std::to_string(status->sets.size()) + " sets\n";
  for (const auto& [id, answer] : all->by_id) text += id + " " + answer + "\n";
  for (const auto& set : status->sets) {
    for (const auto& question : set.questions)
      text +=
          std::to_string(question.counts.answers()) + " " + std::to_string(question.counts.skipped) + "\n";
  }
  const auto survey = small_survey();
  const auto published = store.published(short_digest(survey.source), survey);
  if (!published) return "not published";
  for (const auto& tally : *published)
    text += tally ? std::to_string(tally->answers) + " published\n" : "-\n";
  return text;
}

std::size_t pages_in(const std::filesystem::path& file) {
  const auto pages = store::pages::PageFile::open(file);
  return std::max(pages->meta(0).last_page, pages->meta(1).last_page) + 1;
}

/// What is seen after the change, with all the room there is.
std::string after(const std::filesystem::path& folder, const Change& change) {
  auto store = Store::open(folder);
  REQUIRE(store);
  REQUIRE(change.make(*store));
  return seen(*store);
}

/// The same, with a copy.
std::string with_room(const Given& given, const Change& change) {
  const TempFolder folder{TempFolder::in_memory()};
  std::filesystem::copy(given.filled.folder / store_file, folder / store_file);
  return after(folder.path(), change);
}

/// Does the change with a map that has room for so many pages more; whether it was refused.
bool is_refused(const Given& given, const Change& change, std::size_t room, const std::string& before,
                const std::string& wanted) {
  const TempFolder folder{TempFolder::in_memory()};
  std::filesystem::copy(given.filled.folder / store_file, folder / store_file);
  store::StoreOptions options;
  options.whole_map_bytes = (pages_in(folder / store_file) + room) * page_bytes;
  {
    auto small = Store::open(folder.path(), options);
    REQUIRE(small);
    const auto made = change.make(*small);
    if (made) {
      CHECK(seen(*small) == wanted);
      return false;
    }
    CHECK(made.error().kind == StoreError::Kind::full);
    CHECK(made.error().text().find(": the store is full; export the answers") != std::string::npos);
    CHECK(seen(*small) == before);
    CHECK_FALSE(change.make(*small));  // and a second time nothing else comes of it
  }
  {
    auto again = Store::open(folder.path(), options);
    REQUIRE(again);
    CHECK(seen(*again) == before);
  }
  CHECK(after(folder.path(), change) == wanted);
  return true;
}

}  // namespace

TEST_CASE("wherever the store's map is full, a change is refused whole, and made when there is room") {
  const Given given;
  const std::string before = with_room(given, {"nothing", [](Store&) { return Done{}; }});
  REQUIRE(before != "not sound");
  for (const Change& change : given.changes()) {
    INFO(change.what);
    const std::string wanted = with_room(given, change);
    REQUIRE(wanted != "not sound");
    std::size_t refused = 0;
    std::size_t room = 0;
    for (std::size_t made = 0; made < 3; ++room) {
      INFO("room for " << room << " pages more");
      REQUIRE(room < 64);
      if (is_refused(given, change, room, before, wanted)) {
        ++refused;
      } else {
        ++made;
      }
    }
    CHECK(refused > 0);
  }
}

TEST_CASE("a store whose map is full can be written anew, and has room then") {
  for (int again = 0; again < 10; ++again) {  // its ids are others, and with them how it is laid out
    const Given given;
    store::StoreOptions options;
    options.whole_map_bytes = pages_in(given.filled.folder / store_file) * page_bytes;
    auto store = Store::open(given.filled.folder.path(), options);
    REQUIRE(store);
    const auto before = seen(*store);
    REQUIRE(store->reseal());
    CHECK(seen(*store) == before);
  }
}
