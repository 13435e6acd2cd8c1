#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/screens/screens.h"
#include "kiosk/survey/reader.h"
#include "kiosk/ui/hit.h"
#include "kiosk/ui/touch.h"
#include "kiosk/ui/transcript.h"
#include "kiosk/visit/update.h"
#include "tests/support/fixed_letters.h"

namespace kiosk::given {

inline std::string file(const std::string& path) {
  std::ifstream in{std::string{KIOSK_SOURCE_DIR} + "/" + path};
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

/// What the shipped set asks; what it tells between the questions is left out.
/// Read once for all visitors, as what comes after it: under sanitizers that takes longer than a visit.
inline const survey::Survey& shipped_set() {
  static const auto shipped = [] {
    survey::Survey set =
        *survey::read_survey(file("config/questions/omgevingswet.toml"), "omgevingswet.toml");
    std::erase_if(set.questions, [](const survey::Question& each) { return !survey::asks(each); });
    return set;
  }();
  return shipped;
}

inline const std::vector<screens::LanguagePack>& shipped_languages() {
  static const auto all = [] {
    std::vector<screens::LanguagePack> packs;
    for (const std::string name : {"nl", "en", "de", "fr", "tr", "uk", "ar"}) {
      packs.push_back({*survey::read_phrases(file("config/languages/" + name + ".toml"), name),
                       *survey::read_keyboard(file("config/keyboards/" + name + ".toml"), name)});
    }
    return packs;
  }();
  return all;
}

inline const std::vector<survey::StaffPhrases>& shipped_staff_phrases() {
  static const std::vector<survey::StaffPhrases> all{
      *survey::StaffPhrases::read(file("config/staff/nl.toml"), "nl.toml"),
      *survey::StaffPhrases::read(file("config/staff/en.toml"), "en.toml")};
  return all;
}

/// Someone in front of the shipped question set: taps what it can read, waits, and lists what was asked of
/// the world. The disk answers when a test says so.
class Visitor {
 public:
  explicit Visitor(ui::Panel panel = ui::panel_of({1080, 1920}, 24)) : panel_{panel} {}
  explicit Visitor(survey::Survey set) : survey_{std::move(set)}, panel_{ui::panel_of({1080, 1920}, 24)} {}

  ui::Frame frame() {
    const screens::Context context{.survey = survey_,
                                   .languages = languages_,
                                   .portrait = panel_.portrait(),
                                   .height_mm = panel_.size.h * panel_.mm_per_px,
                                   .staff = staff_,
                                   .station = "UTR-01",
                                   .upgrades_from = upgrades_from_};
    return ui::layout(screens::show(context, state_), panel_, letters_);
  }
  std::string screen() { return frame().screen; }
  bool reads(const std::string& words) { return ui::transcript(frame()).find(words) != std::string::npos; }

  bool tap(const std::string& label) {
    const ui::Frame seen = frame();
    const ui::Box* box = ui::find(seen, label);
    if (box == nullptr) return false;
    touch_.shown(seen, now_);
    now_ += std::chrono::seconds{1};
    happens(visit::Touched{});
    touch_.down(seen, 0, box->area.centre(), now_);
    const auto event = touch_.up(frame(), 0, box->area.centre(), now_);
    if (event) happens(*event);
    return event.has_value();
  }
  /// A finger stays in the corner where the logo is.
  void hold_corner(Time time) {
    const ui::Point corner{60, 60};
    const ui::Frame seen = frame();
    touch_.shown(seen, now_);
    now_ += std::chrono::seconds{1};
    happens(visit::Touched{});
    touch_.down(seen, 0, corner, now_);
    touch_.shown(frame(), now_);
    wait(time);
    if (const auto held = touch_.tick(frame(), now_)) happens(*held);
    if (const auto tapped = touch_.up(frame(), 0, corner, now_)) happens(*tapped);
  }
  /// A finger in the middle of the glass, whatever is there; true if it meant something to what is there.
  bool touch_glass() {
    const ui::Point middle{panel_.size.w / 2, panel_.size.h / 2};
    const ui::Frame seen = frame();
    touch_.shown(seen, now_);
    now_ += std::chrono::seconds{1};
    happens(visit::Touched{});
    touch_.down(seen, 0, middle, now_);
    touch_.shown(frame(), now_);
    const auto event = touch_.up(frame(), 0, middle, now_);
    if (event) happens(*event);
    return event.has_value();
  }
  void write(const std::string& words) {
    for (const char letter : words) tap(letter == ' ' ? "spatie" : std::string{letter});
  }
  void wait(Time time) {
    const Time until = now_ + time;
    for (auto due = visit::due(rules_, state_); due && *due <= until; due = visit::due(rules_, state_)) {
      now_ = std::max(now_, *due);
      happens(visit::Ticked{});
    }
    now_ = until;
  }
  void happens(const visit::Event& event) {
    visit::Step step = visit::update(rules_, std::move(state_), event, {now_, luck_});
    state_ = std::move(step.state);
    for (visit::Effect& effect : step.effects) asked_.push_back(std::move(effect));
  }
  /// The disk did the last thing that it was asked for; `published` is what may be shown since.
  void disk_saves(const survey::Published& published = {}) {
    const auto* save = std::get_if<visit::Save>(&asked_.back());
    happens(visit::Saved{save->answer.question,
                         {survey::Receipt::Id{static_cast<unsigned char>(asked_.size())}, {}},
                         published});
  }

  std::vector<visit::Save> saves() const {
    std::vector<visit::Save> found;
    for (const visit::Effect& effect : asked_) {
      if (const auto* save = std::get_if<visit::Save>(&effect)) found.push_back(*save);
    }
    return found;
  }
  /// When time alone would next change something, from now on.
  std::optional<Time> due_in() const {
    const auto due = visit::due(rules_, state_);
    if (!due) return std::nullopt;
    return *due - now_;
  }
  const std::vector<visit::Effect>& asked() const { return asked_; }
  const visit::State& state() const { return state_; }
  void draw(std::uint64_t luck) { luck_ = luck; }
  void take_upgrades_from(const std::string& version) { upgrades_from_ = version; }
  void set_idle(Time time) { rules_.timings.idle = time; }
  void set_still_there(Time time) { rules_.timings.still_there = time; }
  const visit::Timings& timings() const { return rules_.timings; }
  const survey::Survey& survey() const { return survey_; }

 private:
  survey::Survey survey_ = shipped_set();
  const std::vector<screens::LanguagePack>& languages_ = shipped_languages();
  const std::vector<survey::StaffPhrases>& staff_ = shipped_staff_phrases();
  visit::Rules rules_{survey_, {"nl", "en", "de", "fr", "tr", "uk", "ar"}};
  visit::State state_{};
  ui::Panel panel_;
  FixedLetters letters_;
  ui::Touch touch_;
  Time now_{};
  std::uint64_t luck_ = 0;
  std::optional<std::string> upgrades_from_;
  std::vector<visit::Effect> asked_;
};

}  // namespace kiosk::given
