#include "kiosk/app/every_screen.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "kiosk/base/utf8.h"
#include "kiosk/screens/guest.h"

namespace kiosk::app {

namespace {

/// What the key with the most to offer offers while it is held down.
std::vector<std::string> offered_at_most(const survey::KeyPage& page) {
  std::vector<std::string> most;
  for (const survey::KeyRow& row : page.rows) {
    for (const survey::Key& key : row.keys) {
      if (key.alternatives.size() < most.size() || key.alternatives.empty()) continue;
      most = {key.text};
      most.insert(most.end(), key.alternatives.begin(), key.alternatives.end());
    }
  }
  return most;
}

/// The one that takes the most letters to say: where it fits, all do.
visit::Reopening longest_reopening(const survey::Phrases& phrases) {
  constexpr int half_past_eight = 8 * 60 + 30;
  const auto letters = [&](survey::Phrase phrase) {
    return utf8::length(phrases.in(phrase, "", survey::PluralCategory::other));
  };
  visit::Reopening longest{.minute = half_past_eight};
  for (std::size_t day = 0; day < screens::opens_on.size(); ++day) {
    const survey::Phrase so_far = screens::opens_on.at(static_cast<std::size_t>(longest.on));
    if (letters(screens::opens_on.at(day)) > letters(so_far))
      longest.on = visit::Reopening::On{static_cast<std::uint8_t>(day)};
  }
  return longest;
}

/// Adds one example after the other, all for the same visitor.
class Gathering {
 public:
  Gathering(const Setup& setup, const visit::Comfort& comfort) : setup_{setup}, comfort_{comfort} {}

  void add_all() {
    for (std::size_t question = 0; question < setup_.survey.questions.size(); ++question) {
      add_slide(question);
      if (survey::asks(setup_.survey.questions[question])) add_question(question);
    }
    const visit::Visit visit = visit_at(survey::asked_from(setup_.survey, 0).front());
    add("languages", visit::Attract{});
    examples_.back().state.choosing_language = true;
    add("thanks", visit::Thanks{.visit = visit, .seconds_left = 6});
    add("thanks-last", visit::Thanks{.visit = visit, .seconds_left = 1});
    const visit::Asking asking{.visit = visit};
    add("still-there", visit::StillThere{.asking = asking, .seconds_left = 30, .seconds_in_all = 30});
    add("still-there-last", visit::StillThere{.asking = asking, .seconds_left = 1, .seconds_in_all = 30});
    add_guided();
    add("out-of-order", visit::OutOfOrder{});
    add("out-of-order-lost", visit::OutOfOrder{.answer_lost = true});
    add("out-of-order-untouchable", visit::OutOfOrder{.untouchable = true});
    add("closed", visit::Closed{longest_reopening(setup_.languages[comfort_.language].phrases)});
    add("dark", visit::Attract{});
    examples_.back().state.dark = true;
  }

  std::vector<Example> take() { return std::move(examples_); }

 private:
  /// The hour of a work form: each step, with all of its time left and with none, and what came of it.
  void add_guided() {
    const auto phases = survey::phases_of(setup_.survey);
    for (std::size_t phase = 0; phase < phases.size(); ++phase) {
      const survey::Question& question = question_at(phases[phase]);
      add_guided("guided-" + question.id, {.phase = phase, .seconds_left = 60 * question.minutes - 1}, {});
      add_guided("guided-" + question.id + "-over", {.phase = phase}, {});
      if (question.options.empty()) continue;
      for (std::size_t page = 0; page < question.options.size(); ++page) {
        add_guided(fmt::format("outcome-{}-page-{}", question.id, page + 1),
                   {.phase = phases.size(), .page = page}, published_at(phases[phase]));
      }
    }
    if (!phases.empty()) add_guided("outcome-none", {.phase = phases.size()}, {});
  }

  void add_guided(const std::string& name, const visit::Guided& guided, survey::Published published) {
    add(name, visit::Attract{}, std::move(published));
    examples_.back().state.guided = guided;
  }

  const survey::Question& question_at(std::size_t number) const { return setup_.survey.questions[number]; }

  void add(std::string name, visit::Doing doing, survey::Published published = {}) {
    examples_.push_back(
        {std::move(name),
         {.doing = std::move(doing), .comfort = comfort_, .published = std::move(published)}});
  }

  visit::Visit visit_at(std::size_t number) const {
    visit::Visit visit{.path = survey::asked_from(setup_.survey, number),
                       .turns = std::vector<visit::Turn>(setup_.survey.questions.size())};
    visit.turns[number].order = survey::order_from(0, question_at(number).options.size());
    return visit;
  }

  visit::Asking asking_at(std::size_t number) const {
    return {.visit = visit_at(number), .writing = question_at(number).kind == survey::Kind::open};
  }

  static visit::Turn& turn_of(visit::Visit& visit) { return visit.turns[visit::question_of(visit)]; }

  /// Results as they may come out: all sorts of counts, with room for the longest numbers.
  survey::Published published_at(std::size_t number) const {
    survey::Published published(setup_.survey.questions.size());
    survey::Tally tally{.answers = 0, .dont_know = 40, .options = {}};
    for (std::size_t i = 0; i < question_at(number).options.size(); ++i) {
      tally.options.emplace_back(580 + 7 * i * i);
      tally.answers += *tally.options.back();
    }
    tally.answers += tally.dont_know;
    if (question_at(number).kind == survey::Kind::weigh) {
      tally.points = tally.options;
      for (auto& points : tally.points) *points *= survey::points_to_divide;
    }
    published[number] = std::move(tally);
    return published;
  }

  void add_slide(std::size_t number) {
    const std::string name = fmt::format("attract-{}", question_at(number).id);
    add(name, visit::Attract{.slide = number});
    if (!survey::asks(question_at(number))) return;  // nobody answers an info
    add(name + "-known", visit::Attract{.slide = number}, published_at(number));
  }

  void add_question(std::size_t number) {
    const survey::Question& question = question_at(number);
    const visit::Asking plain = asking_at(number);
    add(question.id, plain);
    add_note("saved", visit::Note::saved, plain);
    if (question.kind == survey::Kind::themes) {
      visit::Asking full = plain;
      turn_of(full.visit).draft.options =
          (std::uint64_t{1} << static_cast<unsigned>(question.pick_at_most)) - 1;
      add_note("too-many", visit::Note::too_many, full);
      add_note("choose-first", visit::Note::choose_first, plain);
    }
    if (question.kind == survey::Kind::weigh) add_weighing(plain);
    visit::Asking chosen = plain;
    turn_of(chosen.visit).draft.options = question.options.empty() ? 0 : 1;
    if (question.kind == survey::Kind::weigh) {
      turn_of(chosen.visit).draft.points[0] = std::uint8_t{survey::points_to_divide};
    }
    if (question.own_words && !survey::takes_one(question)) {
      turn_of(chosen.visit).draft.words.assign(1, 'm');
    }
    add(question.id + "-chosen", chosen);
    add(question.id + "-saving", visit::Saving{.asking = chosen, .slow = true});
    turn_of(chosen.visit).held = visit::Held{{}, turn_of(chosen.visit).draft};
    add(question.id + "-held", chosen);
    for (std::size_t page = 1; page < question.options.size(); ++page) {
      visit::Asking asking = plain;
      asking.page = page;
      add(fmt::format("{}-page-{}", question.id, page + 1), std::move(asking));
    }
    if (question.kind != survey::Kind::open) add_answered(number, chosen.visit);
    const bool writes =
        question.kind == survey::Kind::open || question.own_words || survey::can_explain(question);
    if (writes) add_writing(number);
  }

  /// Some points given, and what is said where they are too few or all gone.
  void add_weighing(visit::Asking asking) {
    visit::Draft& draft = turn_of(asking.visit).draft;
    draft.points = {4, 3};
    draft.options = survey::options_with(draft.points);
    const std::string& id = question_at(visit::question_of(asking.visit)).id;
    add(id + "-some", asking);
    add_note("divide-first", visit::Note::divide_first, asking);
    draft.points = {4, 3, 3};
    draft.options = survey::options_with(draft.points);
    add_note("all-divided", visit::Note::all_divided, asking);
  }

  void add_note(const char* name, visit::Note note, visit::Asking asking) {
    asking.note = note;
    const std::string& id = question_at(visit::question_of(asking.visit)).id;
    add(fmt::format("{}-{}", id, name), std::move(asking));
  }

  void add_answered(std::size_t number, const visit::Visit& visit) {
    const std::string& id = question_at(number).id;
    constexpr std::size_t always_fit = 6;
    const std::size_t options = question_at(number).options.size();
    const std::size_t pages = options > always_fit ? options / 2 : 1;  // at most
    for (std::size_t page = 0; page < pages; ++page) {
      const std::string name = page == 0 ? id + "-results" : fmt::format("{}-results-page-{}", id, page + 1);
      add(name, visit::Answered{.visit = visit, .page = page}, published_at(number));
    }
    if (survey::can_explain(question_at(number))) add(id + "-waiting", visit::Answered{.visit = visit});
    if (question_at(number).kind != survey::Kind::dilemma) return;
    visit::Visit unsure = visit;
    turn_of(unsure).draft = {.dont_know = true, .reason = survey::Reason::too_little};
    add(id + "-why", visit::Answered{.visit = std::move(unsure)});
  }

  void add_writing(std::size_t number) {
    const survey::Keyboard& keyboard = setup_.languages[comfort_.language].keyboard;
    visit::Asking asking = asking_at(number);
    asking.writing = true;
    const std::string name = fmt::format("{}-words", question_at(number).id);
    for (const survey::KeyPage& page : keyboard.pages) {
      const bool first = &page == &keyboard.pages.front();
      if (!first && shown_all_keys_) continue;  // the same for every question
      asking.typing.page = page.name;
      add(fmt::format("{}-{}", name, page.name), asking);
    }
    shown_all_keys_ = true;
    asking.typing.page = keyboard.pages.front().name;
    // As much as may be written, the end of it in the widest letters: what does not fit is then seen.
    const std::string end = " " + std::string(20, 'w');
    const auto room = static_cast<std::size_t>(question_at(number).longest_text);
    turn_of(asking.visit).draft.words = std::string(std::max(room, end.size()) - end.size(), 'm') + end;
    asking.note = visit::Note::text_full;
    add(name + "-full", asking);
    turn_of(asking.visit).draft.words.clear();
    asking.typing.cleared = std::string(1, 'm');
    asking.note = visit::Note::none;
    add(name + "-cleared", asking);
    turn_of(asking.visit).draft.words = "m";  // in the middle of a word letters are small
    asking.typing.cleared.reset();
    asking.typing.alternatives = offered_at_most(keyboard.pages.front());
    if (!asking.typing.alternatives.empty()) add(name + "-held", std::move(asking));
  }

  const Setup& setup_;
  const visit::Comfort& comfort_;
  bool shown_all_keys_ = false;
  std::vector<Example> examples_;
};

}  // namespace

const char* name_of(visit::TextSize size) {
  constexpr std::array names{"N", "L", "XL"};
  return names.at(static_cast<std::size_t>(size));
}

std::vector<Example> every_screen(const Setup& setup, const visit::Comfort& comfort) {
  Gathering gathering{setup, comfort};
  gathering.add_all();
  return gathering.take();
}

}  // namespace kiosk::app
