#include "kiosk/app/back_office.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "kiosk/app/exported.h"
#include "kiosk/app/incidents.h"
#include "kiosk/app/perform.h"
#include "kiosk/base/clock.h"
#include "kiosk/survey/reader.h"
#include "tests/store/given.h"
#include "tests/support/temp_folder.h"

namespace kiosk::back_office_test {

using namespace kiosk;
using namespace kiosk::store::given;
using visit::StaffEffect;

namespace {

survey::Survey shipped_survey() {
  return *survey::read_survey(
      *read_file(std::string{KIOSK_SOURCE_DIR} + "/config/questions/omgevingswet.toml", 1U << 20U),
      "omgevingswet.toml");
}

/// A kiosk at work, what staff ask of it, and what it hands over to be brought onto a stick.
class Office {
 public:
  Office() { REQUIRE(std::holds_alternative<visit::StoreWorks>(performer_->open())); }

  void visitors_choose(int count) {
    for (int i = 0; i < count; ++i) perform(visit::Save{chosen(1), {}});
  }
  void visitor_writes(const std::string& words) { perform(visit::Save{chosen(0, words), {}}); }

  std::optional<visit::Event> perform(const visit::Effect& effect) { return performer_->perform(effect); }
  std::optional<visit::Event> ask(const StaffEffect& effect) { return perform(effect); }

  template <class Told>
  Told told(const StaffEffect& effect) {
    const auto outcome = ask(effect);
    REQUIRE(outcome);
    const auto* event = std::get_if<visit::StaffEvent>(&*outcome);
    REQUIRE(event != nullptr);
    REQUIRE(std::holds_alternative<Told>(*event));
    return std::get<Told>(*event);
  }
  visit::Health health() { return told<visit::HealthTold>(visit::AskHealth{}).health; }

  int exports() const { return exports_; }
  bool is_closed() const { return performer_->is_closed(); }
  void starts_anew() {
    performer_.reset();
    performer_.emplace(folder(), survey_, app::Station{}, "", hand_over());
    REQUIRE(std::holds_alternative<visit::StoreWorks>(performer_->open()));
  }

  std::filesystem::path folder() const { return temp_ / "store"; }
  const survey::Survey& survey() const { return survey_; }

 private:
  app::StartExporting hand_over() {
    return [this](const app::ExportOrder&) {
      ++exports_;
      return true;
    };
  }

  tests::TempFolder temp_;
  survey::Survey survey_ = shipped_survey();
  int exports_ = 0;
  std::optional<app::Performer> performer_{std::in_place, folder(), survey_, app::Station{}, "", hand_over()};
};

}  // namespace

TEST_CASE("staff see how many answers there are and how many are not on a stick, also after a restart") {
  Office office;
  office.visitors_choose(12);
  office.visitor_writes("Goed zo.");
  visit::Health health = office.health();
  CHECK(health.all == 13);
  CHECK(health.open == 13);
  CHECK(health.to_export == 13);
  CHECK(health.answers.at(0) == 13);
  CHECK(health.unread_texts == 1);
  CHECK_FALSE(health.exported_on);
  CHECK(health.complaints.empty());

  CHECK_FALSE(office.ask(visit::StartExport{}));
  CHECK(office.exports() == 1);
  CHECK(office.health().to_export == 13);  // on its way is not there yet
  CHECK_FALSE(office.ask(visit::NoteExported{}));
  health = office.health();
  CHECK(health.to_export == health.open);
  CHECK(health.exported_on);

  office.visitors_choose(3);
  office.starts_anew();
  CHECK(office.health().to_export == health.open + 3);
}

TEST_CASE(
    "staff get in on a disk that filled up since the station started: what counts their tries is there") {
  const tests::TempFolder temp;
  const survey::Survey survey = shipped_survey();
  app::Station station;
  station.pin = "$argon2id$";
  app::Performer performer{temp / "store", survey, station, "", {}};
  REQUIRE(std::holds_alternative<visit::StoreWorks>(performer.open()));
  CHECK(std::filesystem::file_size(temp / "store" / "pin.tries") == 128);
}

TEST_CASE("too few answers to stay anonymous are not exported, and staff hear how many wait") {
  Office office;
  office.visitors_choose(9);
  const auto ended = office.told<visit::ExportEnded>(visit::StartExport{});
  CHECK(ended.outcome == visit::ExportOutcome::nothing_yet);
  CHECK(ended.left_open == 9);
  CHECK(office.exports() == 0);
}

TEST_CASE("staff get the texts that nobody looked at, with what to look out for, and each decision is kept") {
  Office office;
  office.visitor_writes("Bel mij op 06-12345678");
  office.visitor_writes("Goed zo.");
  auto writings = office.told<visit::WritingsTold>(visit::AskWritings{}).writings;
  REQUIRE(writings.size() == 2);
  const auto phone = std::find_if(writings.begin(), writings.end(),
                                  [](const visit::Writing& text) { return !text.remarks.empty(); });
  REQUIRE(phone != writings.end());
  CHECK(phone->remarks == std::vector{visit::Remark::phone});
  CHECK(phone->words == "Bel mij op 06-12345678");
  CHECK(phone->question == std::size_t{0});

  office.told<visit::DecisionKept>(
      visit::Decide{phone->id, visit::Decision::erase, visit::Grounds::personal});
  office.ask(visit::WipeErased{});
  writings = office.told<visit::WritingsTold>(visit::AskWritings{}).writings;
  REQUIRE(writings.size() == 1);
  CHECK(writings[0].words == "Goed zo.");
  CHECK(office.health().unread_texts == 1);
}

TEST_CASE("staff hear what happened to the machine, also where the store cannot be asked") {
  Office office;
  CHECK(office.health().incidents.empty());
  app::Incidents{office.folder()}.note(visit::Incident::Kind::touch_gone, today());
  const std::vector<visit::Incident> touch_gone{{visit::Incident::Kind::touch_gone, today()}};
  CHECK(office.health().incidents == touch_gone);
  CHECK(office.health().complaints.empty());
  app::BackOffice closed{
      office.folder(), office.survey(), {}, app::QuestionSets{office.folder(), {}, ""}, {}};
  const auto told = closed.perform(visit::AskHealth{}, nullptr);
  REQUIRE(told);
  CHECK(std::get<visit::HealthTold>(std::get<visit::StaffEvent>(*told)).health.incidents == touch_gone);
}

TEST_CASE("a clock that stands before the last export fails its trial, and staff read what it says") {
  Office office;
  REQUIRE(app::ExportedBatches{office.folder() / "exported"}.add({}, static_cast<Day>(today() + 1)));
  office.starts_anew();
  CHECK(office.told<visit::TrialEnded>(visit::TryOut{visit::Trial::clock}).result ==
        visit::TrialResult::failed);
  CHECK(office.health().incidents ==
        std::vector<visit::Incident>{{visit::Incident::Kind::clock_behind, today()}});
}

TEST_CASE("the store, the room and the clock are tried out") {
  Office office;
  for (const visit::Trial trial : {visit::Trial::storage, visit::Trial::room, visit::Trial::clock}) {
    CHECK(office.told<visit::TrialEnded>(visit::TryOut{trial}).result == visit::TrialResult::passed);
  }
}

TEST_CASE("a station that staff took out of use is so after a restart, until they bring it back") {
  Office office;
  CHECK_FALSE(office.is_closed());
  office.ask(visit::KeepService{.out_of_order = true});
  office.starts_anew();
  CHECK(office.is_closed());
  office.ask(visit::KeepService{.out_of_order = false});
  office.starts_anew();
  CHECK_FALSE(office.is_closed());
}

}  // namespace kiosk::back_office_test
