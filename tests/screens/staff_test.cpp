#include <catch2/catch.hpp>

#include "kiosk/survey/reader.h"
#include "tests/screens/staff_member.h"
#include "tests/survey/sound_set.h"

using namespace kiosk;
using namespace std::chrono_literals;
using given::StaffMember;
using visit::StaffEvent;

namespace {

visit::Writing writing(unsigned char id, std::string words, std::vector<visit::Remark> remarks = {}) {
  visit::Writing text;
  text.id = {id};
  text.question = 0;
  text.words = std::move(words);
  text.remarks = std::move(remarks);
  return text;
}

}  // namespace

TEST_CASE("staff get in by holding the corner for five seconds, and a visitor who taps it is a visitor") {
  StaffMember curious;
  curious.hold_corner(4900ms);
  CHECK(curious.screen() == "themes");

  StaffMember staff;
  staff.hold_corner(5s);
  CHECK(staff.screen() == "staff");
  CHECK(staff.times_asked<visit::AskForPin>() == 1);
}

TEST_CASE("nobody is called away from a visit: the corner means nothing while somebody answers") {
  StaffMember staff;
  staff.tap("Tik om te antwoorden");
  staff.told(visit::StaffCalled{});
  CHECK(staff.screen() == "themes");
}

TEST_CASE("without the PIN nothing can be done, whatever comes") {
  StaffMember staff;
  staff.call();
  staff.stick_comes();
  const std::size_t before = staff.asked().size();
  for (const StaffEvent& event : std::vector<StaffEvent>{
           visit::HomeOpened{}, visit::ExportOpened{}, visit::ExportAsked{}, visit::TextsOpened{},
           visit::TrialsOpened{}, visit::CleaningOpened{}, visit::PowerOpened{},
           visit::ServiceChanged{.out_of_order = true}, visit::EndAsked{visit::Ending::power_off},
           visit::StickTrusted{}, visit::Decided{visit::Decision::erase, visit::Grounds::other},
           visit::WritingsTold{{writing(1, "Bel mij")}}, visit::HealthTold{}}) {
    staff.told(event);
    CHECK(staff.reads("Voer de pincode in"));
  }
  CHECK(staff.asked().size() == before);
}

TEST_CASE("a PIN is asked about once it has six digits, and not before") {
  StaffMember staff;
  staff.call();
  staff.enter("2805");
  CHECK(staff.times_asked<visit::TryPin>() == 0);
  CHECK(staff.reads("Een pincode heeft 6 cijfers."));
  staff.tap("wis een cijfer");
  staff.enter("519");
  CHECK(staff.times_asked<visit::TryPin>() == 1);
  const auto& asked = std::get<visit::TryPin>(std::get<visit::StaffEffect>(staff.asked().back()));
  CHECK(asked.digits == "280519");
  staff.enter("111111");
  CHECK(staff.times_asked<visit::TryPin>() == 1);  // one at a time
}

TEST_CASE("who gives a wrong PIN hears how often they can try, and then for how long they cannot") {
  StaffMember staff;
  staff.call();
  staff.enter("111111");
  staff.told(visit::PinJudged{.says = visit::PinJudged::Says::wrong, .tries_left = 1});
  CHECK(staff.reads("U kunt nog 1 keer proberen."));
  staff.enter("222222");
  staff.told(visit::PinJudged{.says = visit::PinJudged::Says::locked, .tries_left = 0, .locked_seconds = 30});
  CHECK(staff.reads("Wacht nog 30 seconden."));
  staff.enter("280519");
  CHECK(staff.times_asked<visit::TryPin>() == 2);
  staff.wait(10s);
  staff.tap("1");  // a sign of life
  CHECK(staff.reads("Wacht nog 13 seconden."));
  staff.wait(20s);
  CHECK(staff.reads("Voer de pincode in"));
}

TEST_CASE("without a PIN staff mode tells how to set one, and lets nobody in") {
  StaffMember staff;
  staff.hold_corner(5s);
  staff.told(visit::PinJudged{.says = visit::PinJudged::Says::none_set});
  CHECK(staff.reads("kiosk pin"));
  CHECK_FALSE(staff.reads("Exporteer"));
  staff.tap("Terug naar de vragen");
  CHECK(staff.screen() == "attract");
}

TEST_CASE("staff see how many answers there are, to each question, and what is not on a stick yet") {
  StaffMember staff;
  staff.come_in();
  CHECK(staff.reads("12 antwoorden zijn nog open"));
  CHECK(staff.reads("Behouden"));
  CHECK(staff.reads("Wegen van belangen"));
  CHECK(staff.reads("Geen USB-stick"));
  CHECK_FALSE(staff.reads("Exporteer naar USB"));
  staff.stick_comes();
  CHECK(staff.reads("USB-stick gevonden: KANTOOR"));
  CHECK(staff.reads("14 GB vrij"));
  CHECK(staff.reads("Exporteer naar USB"));
}

TEST_CASE("staff read what happened to the machine, what to do, and when it was the last time") {
  using Kind = visit::Incident::Kind;
  StaffMember staff;
  staff.come_in();
  CHECK(staff.reads("in orde"));
  const std::vector<std::pair<Kind, std::string>> incidents{
      {Kind::clock_behind, "Vraag om hulp. De klok zegt: 27 november 2026"},
      {Kind::touch_gone, "Zit de USB-kabel goed vast? Laatste keer: 27 november 2026"},
      {Kind::picture_gone, "Zit de kabel van het scherm goed vast? Laatste keer: 27 november 2026"},
      {Kind::too_hot, "Maak de luchtgaten vrij, houd de zon eraf. Laatste keer: 27 november 2026"},
      {Kind::clock_set, "Klopt de datum van nu niet, vraag dan om hulp. Laatste keer: 27 november 2026"}};
  for (const auto& [kind, words] : incidents) {
    staff.told(visit::HealthTold{{.incidents = {{kind, 20'784}}}});
    INFO(words);
    CHECK(staff.reads(words));
    CHECK(staff.reads("schijf en opslag in orde"));  // which is so all the same
  }
  staff.tap("English");
  CHECK(staff.reads("If the date of now is not right, ask for help. Last time: "));
}

TEST_CASE("where more is wrong than the screen has room for, the weightiest is there, and how much is not") {
  using Kind = visit::Incident::Kind;
  const visit::Health health{.complaints = {visit::Complaint::disk_full, visit::Complaint::damaged_answers},
                             .incidents = {{Kind::clock_behind, 20'784},
                                           {Kind::touch_gone, 20'784},
                                           {Kind::picture_gone, 20'784},
                                           {Kind::too_hot, 20'784},
                                           {Kind::clock_set, 20'784}}};
  StaffMember upright;
  upright.come_in();
  upright.told(visit::HealthTold{health});
  CHECK(upright.reads("De klok is verzet."));
  CHECK_FALSE(upright.reads("nog 2 meldingen"));
  StaffMember lying{ui::panel_of({1920, 1080}, 22)};
  lying.come_in();
  lying.told(visit::HealthTold{health});
  CHECK(lying.reads("De schijf is vol."));
  CHECK(lying.reads("Het beeld viel weg."));
  CHECK_FALSE(lying.reads("De klok is verzet."));
  CHECK(lying.reads("Er zijn nog 2 meldingen."));
}

TEST_CASE("a stick that cannot be used says why, and what to do") {
  StaffMember staff;
  staff.come_in();
  const std::vector<std::pair<visit::StickTrouble, std::string>> troubles{
      {visit::StickTrouble::other_system, "FAT of exFAT"},
      {visit::StickTrouble::several_parts, "in delen verdeeld"},
      {visit::StickTrouble::several_sticks, "Laat er één zitten"},
      {visit::StickTrouble::read_only, "schuifje"},
      {visit::StickTrouble::odd_size, "te weinig plaats"},
      {visit::StickTrouble::unreadable, "niet gelezen"},
      {visit::StickTrouble::hostile, "niet veilig"}};
  for (const auto& [trouble, words] : troubles) {
    staff.told(visit::StickChanged{{.there = true, .trouble = trouble}});
    INFO(words);
    CHECK(staff.reads(words));
    CHECK_FALSE(staff.reads("Exporteer naar USB"));
    staff.told(visit::ExportAsked{});
    CHECK(staff.times_asked<visit::StartExport>() == 0);
  }
  staff.told(visit::StickChanged{{.there = true, .trouble = visit::StickTrouble::dirty}});
  staff.tap("Gebruik deze stick toch");
  CHECK(staff.times_asked<visit::TrustStick>() == 1);
}

TEST_CASE("an export goes on when staff have left, and what became of it waits until they read it") {
  StaffMember staff;
  staff.come_in();
  staff.stick_comes();
  staff.tap("Exporteer naar USB");
  REQUIRE(staff.times_asked<visit::StartExport>() == 1);
  staff.told(visit::ExportMoved{visit::ExportPhase::writing, 6, 12});
  CHECK(staff.reads("6 van 12 antwoorden"));
  CHECK(staff.reads("50%"));
  staff.told(visit::ExportAsked{});
  CHECK(staff.times_asked<visit::StartExport>() == 1);  // one at a time
  staff.wait(61s);
  REQUIRE(staff.screen() == "attract");
  staff.tap("Tik om te antwoorden");
  CHECK(staff.screen() == "themes");
  staff.told(visit::ExportEnded{.outcome = visit::ExportOutcome::safe, .answers = 12});
  CHECK(staff.times_asked<visit::NoteExported>() == 1);
  CHECK(staff.screen() == "themes");
  staff.tap("Stoppen");
  staff.come_in();
  staff.tap("Export bekijken");
  CHECK(staff.reads("Veilig te verwijderen"));
  CHECK(staff.reads("Er staan nu 12 antwoorden op de stick."));
  staff.tap("Terug");
  CHECK(staff.reads("Exporteer naar USB"));
}

TEST_CASE(
    "only an export that was read back says that the stick is safe, and each failure has its sentence") {
  using Outcome = visit::ExportOutcome;
  std::vector<std::string> sentences;
  for (const Outcome outcome :
       {Outcome::nothing_yet, Outcome::cancelled, Outcome::no_stick, Outcome::unusable, Outcome::not_allowed,
        Outcome::pulled_out, Outcome::read_only, Outcome::full, Outcome::refused, Outcome::failed,
        Outcome::differs, Outcome::stays_open, Outcome::store, Outcome::cannot_seal}) {
    StaffMember staff;
    staff.come_in();
    staff.stick_comes();
    staff.tap("Exporteer naar USB");
    staff.told(visit::ExportEnded{.outcome = outcome});
    CHECK_FALSE(staff.reads("Veilig te verwijderen"));
    CHECK(staff.reads("De export is niet gelukt"));
    CHECK(staff.times_asked<visit::NoteExported>() == 0);
    sentences.push_back(ui::transcript(staff.frame()));
    staff.tap("Opnieuw proberen");
    CHECK(staff.times_asked<visit::StartExport>() == 2);
  }
  std::sort(sentences.begin(), sentences.end());
  CHECK(std::adjacent_find(sentences.begin(), sentences.end()) == sentences.end());
}

TEST_CASE("staff can stop an export") {
  StaffMember staff;
  staff.come_in();
  staff.stick_comes();
  staff.tap("Exporteer naar USB");
  staff.tap("Stop de export");
  CHECK(staff.times_asked<visit::CancelExport>() == 1);
  CHECK_FALSE(staff.reads("Stop de export"));
}

TEST_CASE("staff review texts one by one, and what they erase leaves the file when they have done") {
  StaffMember staff;
  staff.come_in();
  staff.tap("Vrije tekst nakijken");
  staff.told(visit::WritingsTold{
      {writing(1, "Goed zo."), writing(2, "Bel 0612345678", {visit::Remark::phone}), writing(3, "Onzin")}});
  CHECK(staff.reads("Tekst 1 van 3"));
  CHECK(staff.reads("Goed zo."));
  staff.tap("Mag getoond worden");
  CHECK(staff.reads("Goed zo."));  // not on disk yet
  staff.told(visit::DecisionKept{});
  CHECK(staff.reads("Er lijkt een telefoonnummer in te staan"));
  staff.tap("Wissen");
  CHECK(staff.reads("Hij komt nooit meer terug."));
  CHECK(staff.times_asked<visit::Decide>() == 1);
  staff.tap("Gaat over een persoon");
  REQUIRE(staff.times_asked<visit::Decide>() == 2);
  const auto& decided = std::get<visit::Decide>(std::get<visit::StaffEffect>(staff.asked().back()));
  CHECK(decided.id[0] == 2);
  CHECK(decided.decision == visit::Decision::erase);
  CHECK(decided.grounds == visit::Grounds::personal);
  staff.told(visit::DecisionKept{});
  CHECK(staff.reads("Tekst 1 van 1"));
  staff.tap("Niet tonen");
  staff.tap("Annuleren");
  CHECK(staff.times_asked<visit::Decide>() == 2);
  CHECK(staff.times_asked<visit::WipeErased>() == 0);
  staff.wait(61s);  // they walk away
  CHECK(staff.screen() == "attract");
  CHECK(staff.times_asked<visit::WipeErased>() == 1);
}

TEST_CASE("the station is tried out, the glass square by square") {
  StaffMember staff;
  staff.come_in();
  staff.tap("Klaar voor gebruik?");
  CHECK(staff.times_asked<visit::TryOut>() == 5);
  staff.told(visit::TrialEnded{visit::Trial::storage, visit::TrialResult::failed});
  CHECK(staff.reads("Niet in orde"));
  staff.tap("Test het aanraken");
  for (int square = 1; square <= 23; ++square) staff.tap(std::to_string(square));
  CHECK(staff.reads("Een vlak werkt niet"));
  staff.tap("24");
  CHECK(staff.reads("In orde"));
  staff.tap("Test het aanraken");
  staff.tap("Een vlak werkt niet");
  CHECK_FALSE(staff.reads("In orde"));
}

TEST_CASE("while the glass is wiped nothing that touches it means anything") {
  StaffMember staff;
  staff.come_in();
  staff.tap("Scherm schoonmaken");
  CHECK(staff.reads("Aanraken doet nog 30 seconden niets."));
  staff.wait(20s);
  CHECK(staff.reads("nog 10 seconden"));
  const ui::Frame frame = staff.frame();
  CHECK(std::none_of(frame.boxes.begin(), frame.boxes.end(),
                     [](const ui::Box& box) { return box.on_tap || box.on_hold; }));
  staff.happens(visit::Touched{});
  staff.wait(10s);
  CHECK(staff.reads("Antwoorden per vraag"));
  staff.wait(59s);
  CHECK(staff.reads("Antwoorden per vraag"));  // they had their hands full until now
  staff.wait(1s);
  CHECK(staff.screen() == "attract");
}

TEST_CASE(
    "a station that staff took out of use stays so until they bring it back, also when the store works") {
  StaffMember staff;
  staff.come_in();
  staff.tap("Buiten gebruik zetten");
  CHECK(staff.times_asked<visit::KeepService>() == 1);
  staff.tap("Vergrendel");
  CHECK(staff.screen() == "out_of_order");
  CHECK(staff.reads("Probeer het later nog eens."));
  staff.wait(60s);
  staff.happens(visit::StoreWorks{});
  CHECK(staff.screen() == "out_of_order");
  staff.come_in();
  staff.tap("Weer in gebruik nemen");
  staff.tap("Vergrendel");
  CHECK(staff.screen() == "attract");
}

TEST_CASE("staff get in where the store does not work, and it is still so when they leave") {
  StaffMember staff;
  staff.happens(visit::StoreFailed{"the disk is full"});
  staff.come_in();
  CHECK(staff.reads("Antwoorden per vraag"));
  staff.tap("Vergrendel");
  CHECK(staff.screen() == "out_of_order");
  staff.come_in();
  staff.happens(visit::StoreWorks{});
  staff.tap("Vergrendel");
  CHECK(staff.screen() == "attract");
}

TEST_CASE("staff read Dutch or English, and the next visitor finds the kiosk as it was") {
  StaffMember staff;
  staff.tap("Tekst");
  staff.come_in();
  staff.tap("English");
  CHECK(staff.reads("Answers to each question"));
  staff.tap("Switch off");
  CHECK(staff.reads("All answers are kept."));
  staff.tap("Close the program");
  CHECK(staff.times_asked<visit::End>() == 1);
  staff.tap("Back");
  staff.tap("Lock");
  CHECK(staff.screen() == "attract");
  CHECK(staff.state().comfort == visit::Comfort{});
}

// ---- Question sets ----

namespace {

visit::OfferedSet offered(const std::string& file) {
  visit::OfferedSet one{.file = file, .source = sound_set};
  one.set = std::make_shared<const survey::Survey>(*survey::read_survey(sound_set, file));
  return one;
}

/// Staff who look at what is on a stick.
struct SetChooser : StaffMember {
  explicit SetChooser(const std::vector<visit::OfferedSet>& sets) {
    come_in();
    stick_comes();
    tap("Vragen laden");
    CHECK(times_asked<visit::FindSets>() == 1);
    told(visit::SetsFound{{{"hal.toml", sound_set}}});
    CHECK(times_asked<visit::AskSets>() == 1);
    told(visit::SetsTold{sets});
  }

  std::vector<std::string> tappable() {
    std::vector<std::string> labels;
    for (const ui::Box& box : frame().boxes) {
      if (box.on_tap) labels.push_back(ui::plain(box.label));
    }
    return labels;
  }
};

}  // namespace

TEST_CASE(
    "staff look at every question of a set on a stick before they take it, and it comes when they leave") {
  SetChooser staff{{offered("hal.toml")}};
  CHECK(staff.reads("Op de stick: hal.toml"));
  staff.tap("Lobby. Op de stick: hal.toml");
  CHECK(staff.times_asked<visit::TrySet>() == 1);
  CHECK(staff.reads("Even kijken of alles op het scherm past"));
  staff.told(visit::SetTried{});
  CHECK(staff.reads("Wat is goed?"));
  CHECK(staff.reads("Scherm 1 van 3"));
  staff.tap("Volgende");
  CHECK(staff.reads("Licht"));
  staff.tap("Vorige");
  staff.tap("Vorige");
  CHECK(staff.reads("Nog iets?"));
  CHECK(staff.times_asked<visit::KeepSet>() == 0);
  staff.tap("Gebruik deze");
  CHECK(staff.times_asked<visit::KeepSet>() == 1);
  staff.told(visit::SetKept{true});
  CHECK(staff.reads("Bezoekers zien ze zodra u het scherm vergrendelt"));
}

TEST_CASE("on the screens of a set that is only looked at nothing can be tapped but what staff need") {
  SetChooser staff{{offered("hal.toml")}};
  staff.tap("Lobby. Op de stick: hal.toml");
  staff.told(visit::SetTried{});
  CHECK(staff.tappable() == std::vector<std::string>{"Vorige", "Volgende", "Terug", "Gebruik deze"});
}

TEST_CASE("a set with something wrong tells what, is not tried, and cannot be taken") {
  visit::OfferedSet faulty = offered("fout.toml");
  faulty.set.reset();
  faulty.faults = {{0, "the set has no questions; add at least one [[question]]"}};
  for (int line = 1; line <= 8; ++line) faulty.faults.push_back({line, "unknown"});
  SetChooser staff{{faulty}};
  CHECK(staff.reads("Met deze vragen is iets mis"));
  staff.tap("fout.toml. Met deze vragen is iets mis");
  CHECK(staff.reads("the set has no questions"));
  CHECK(staff.reads("Regel 5"));
  CHECK_FALSE(staff.reads("Regel 6"));
  CHECK(staff.reads("Er zijn nog 3 fouten."));
  CHECK(staff.times_asked<visit::TrySet>() == 0);
  staff.told(visit::SetTaken{});
  CHECK(staff.times_asked<visit::KeepSet>() == 0);
  staff.tap("Terug");
  CHECK(staff.reads("Nu in gebruik:"));
}

TEST_CASE("a set that does not fit on the screen is told, and cannot be taken") {
  SetChooser staff{{offered("hal.toml")}};
  staff.tap("Lobby. Op de stick: hal.toml");
  staff.told(visit::SetTried{{{9, "\"Wat\" does not fit"}}});
  CHECK(staff.reads("Regel 9"));
  CHECK(staff.reads("\"Wat\" does not fit"));
  staff.told(visit::SetTaken{});
  CHECK(staff.times_asked<visit::KeepSet>() == 0);
}

TEST_CASE("where the disk does not take a set staff read so, and the old one stays") {
  SetChooser staff{{offered("hal.toml")}};
  staff.tap("Lobby. Op de stick: hal.toml");
  staff.told(visit::SetTried{});
  staff.tap("Gebruik deze");
  staff.told(visit::SetKept{false});
  CHECK(staff.reads("De schijf nam de vragen niet aan"));
  staff.tap("Terug");
  CHECK_FALSE(staff.reads("Bezoekers zien ze zodra"));
}

TEST_CASE("without a stick, and with no other set, staff read what to do") {
  SetChooser staff{{}};
  CHECK(staff.reads("Zet een bestand met vragen op een USB-stick"));
}
