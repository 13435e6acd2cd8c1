#include "kiosk/app/closing.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <ctime>
#include <thread>

#include "kiosk/app/worker.h"
#include "kiosk/base/file.h"
#include "kiosk/survey/reader.h"
#include "tests/store/given.h"
#include "tests/support/temp_folder.h"

namespace kiosk::closing_test {

// Closing time, by a clock that the test sets: the kiosk seals what is open without anyone having to think of
// it, and goes on.

using namespace kiosk;
using namespace kiosk::store::given;
using namespace std::chrono_literals;
using Moment = std::chrono::system_clock::time_point;

namespace {

survey::Survey readable_survey() {
  return *survey::read_survey(
      *read_file(std::string{KIOSK_SOURCE_DIR} + "/config/questions/omgevingswet.toml", 1U << 20U),
      "omgevingswet.toml");
}

/// A day at the kiosk, with a clock on the wall that tells "not yet", once "now", and then "not yet" again.
class KioskDay {
 public:
  std::filesystem::path folder() const { return temp_ / "store"; }

  void visitors(int how_many) {
    for (int i = 0; i < how_many; ++i) worker_->perform(visit::Save{chosen(1), {}});
    wait_for([&] { return woken_ >= how_many; });
    woken_ -= how_many;
    for (int i = 0; i < how_many; ++i) REQUIRE(std::holds_alternative<visit::Saved>(*worker_->take()));
  }

  /// It is closing time; returns when the kiosk has looked at its clock after it.
  void closing_time() {
    it_is_time_ = true;
    const int looked = looked_;
    worker_->perform(visit::CountSkips{});  // it looks at the clock after each thing that it does
    wait_for([&] { return looked_ >= looked + 2; });
  }

  struct Left {
    std::uint64_t open = 0;
    std::uint64_t sealed = 0;
  };
  Left left() {
    worker_.reset();
    auto store = store::Store::open_to_read(folder(), {.file = store::file_for(survey_.stage)});
    REQUIRE(store);
    const auto stored = store->snapshot()->stored();
    REQUIRE(stored);
    return {stored->open, stored->sealed};
  }

 private:
  app::Performer opened() {
    app::Performer performer{folder(), survey_};
    REQUIRE(std::holds_alternative<visit::StoreWorks>(performer.open()));
    return performer;
  }

  Moment next_closing() {
    ++looked_;
    const auto now = std::chrono::system_clock::now();
    return it_is_time_.exchange(false) ? now - 1s : now + 24h;
  }

  template <class Condition>
  static void wait_for(Condition condition) {
    const auto deadline = std::chrono::steady_clock::now() + 30s;
    while (!condition() && std::chrono::steady_clock::now() < deadline) std::this_thread::yield();
    REQUIRE(condition());
  }

  tests::TempFolder temp_;
  survey::Survey survey_ = readable_survey();
  std::atomic<int> woken_ = 0;
  std::atomic<int> looked_ = 0;
  std::atomic<bool> it_is_time_ = false;
  std::optional<app::Worker> worker_{std::in_place, opened(), [this] { ++woken_; },
                                     [this] { return next_closing(); }};
};

/// In minutes after midnight on the wall, as a station's file has it.
int half_a_day_after(Moment now) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
  std::tm wall{};
  ::localtime_r(&seconds, &wall);
  return (wall.tm_hour * 60 + wall.tm_min + 12 * 60) % (24 * 60);
}

}  // namespace

TEST_CASE("at closing time what visitors answered is sealed, and the next day goes on") {
  KioskDay day;
  day.visitors(12);
  day.closing_time();
  const auto left = day.left();
  CHECK(left.open == 0);
  CHECK(left.sealed == 12);
}

TEST_CASE("before closing time nothing is sealed") {
  KioskDay day;
  day.visitors(12);
  CHECK(day.left().sealed == 0);
}

TEST_CASE("too few answers to hide among stay open at closing time") {
  KioskDay day;
  day.visitors(9);
  day.closing_time();
  const auto left = day.left();
  CHECK(left.open == 9);
  CHECK(left.sealed == 0);
}

TEST_CASE("visitors after closing time are sealed the next evening") {
  KioskDay day;
  day.visitors(12);
  day.closing_time();
  day.visitors(11);
  day.closing_time();
  CHECK(day.left().sealed == 23);
}

TEST_CASE("a station that closes before its time of sealing seals when it closes") {
  const tests::TempFolder temp;
  const survey::Survey survey = readable_survey();
  const auto now = std::chrono::system_clock::now();
  const int soon = (half_a_day_after(now) + 12 * 60 + 2) % (24 * 60);  // in a minute or two
  app::Station station;
  station.privacy.seal_at = half_a_day_after(now);
  for (std::size_t day = 0; day < app::days_a_week; ++day) {
    station.timetable.open.reset((day * app::minutes_a_day + static_cast<std::size_t>(soon)) %
                                 station.timetable.open.size());
  }
  CHECK(app::Performer{temp / "store", survey, station}.closing_time() < now + 10min);
  station.timetable = {};
  CHECK(app::Performer{temp / "store", survey, station}.closing_time() > now + 1h);
}

TEST_CASE("an export that goes on at closing time puts it off by a minute, not by a day") {
  const tests::TempFolder temp;
  const survey::Survey survey = readable_survey();
  const auto now = std::chrono::system_clock::now();
  app::Station station;
  station.privacy.seal_at = half_a_day_after(now);
  std::optional<app::ExportOrder> exported;
  app::Performer performer{temp / "store", survey, station, "", [&](app::ExportOrder order) {
                             exported.emplace(std::move(order));
                             return true;
                           }};
  REQUIRE(std::holds_alternative<visit::StoreWorks>(performer.open()));
  for (int i = 0; i < 12; ++i) performer.perform(visit::Save{chosen(1), {}});
  performer.perform(visit::StaffEffect{visit::StartExport{}});
  REQUIRE(exported);
  for (int i = 0; i < 12; ++i) performer.perform(visit::Save{chosen(1), {}});
  CHECK_FALSE(performer.close_day());
  CHECK(performer.closing_time() < now + 10min);
  exported.reset();
  CHECK_FALSE(performer.close_day());
  CHECK(performer.closing_time() > now + 1h);
}

}  // namespace kiosk::closing_test
