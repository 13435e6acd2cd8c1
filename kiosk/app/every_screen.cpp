#include "kiosk/app/every_screen.h"

#include <string>
#include <utility>

namespace kiosk::app {

namespace {

visit::Asking asking_of(const Setup& setup, std::size_t question, std::size_t language) {
  visit::Asking asking;
  asking.visit.first = question;
  asking.visit.language = language;
  asking.visit.turns.resize(setup.survey.questions.size());
  asking.visit.turns[question].order = survey::order_from(0, setup.survey.questions[question].options.size());
  asking.writing = setup.survey.questions[question].kind == survey::Kind::open;
  return asking;
}

visit::Turn& turn_of(visit::Asking& asking) { return asking.visit.turns[visit::question_of(asking.visit)]; }

void add_writing(const Setup& setup, const visit::Asking& from, std::vector<visit::State>& states) {
  for (const survey::KeyPage& page : setup.languages[from.visit.language].keyboard.pages) {
    visit::Asking asking = from;
    asking.writing = true;
    asking.typing.page = page.name;
    states.emplace_back(asking);
    turn_of(asking).draft.words = std::string(140, 'm') + " " + std::string(20, 'w');
    asking.note = visit::Note::text_full;
    states.emplace_back(asking);
    turn_of(asking).draft.words.clear();
    asking.typing.cleared = "m";
    asking.note = visit::Note::none;
    states.emplace_back(std::move(asking));
  }
}

void add_question(const Setup& setup, std::size_t number, std::size_t language,
                  std::vector<visit::State>& states) {
  const survey::Question& question = setup.survey.questions[number];
  const visit::Asking plain = asking_of(setup, number, language);
  states.emplace_back(plain);
  for (const visit::Note note : {visit::Note::saved, visit::Note::too_many, visit::Note::choose_first}) {
    visit::Asking asking = plain;
    asking.note = note;
    states.emplace_back(std::move(asking));
  }
  visit::Asking chosen = plain;
  turn_of(chosen).draft.options = 1;
  turn_of(chosen).draft.words = question.own_words ? "m" : "";
  states.emplace_back(chosen);
  states.emplace_back(visit::Saving{.asking = chosen, .slow = true});
  turn_of(chosen).held = visit::Held{{}, turn_of(chosen).draft};
  states.emplace_back(std::move(chosen));
  if (question.own_words || question.kind == survey::Kind::open) add_writing(setup, plain, states);
}

}  // namespace

std::vector<visit::State> every_screen(const Setup& setup, std::size_t language) {
  std::vector<visit::State> states;
  for (std::size_t question = 0; question < setup.survey.questions.size(); ++question) {
    states.emplace_back(visit::Attract{.question = question, .language = language});
    add_question(setup, question, language, states);
  }
  const visit::Asking first = asking_of(setup, 0, language);
  for (const int seconds : {1, 30}) {
    states.emplace_back(visit::Thanks{.visit = first.visit, .seconds_left = seconds});
    states.emplace_back(visit::StillThere{.asking = first, .seconds_left = seconds, .seconds_in_all = 30});
  }
  states.emplace_back(visit::OutOfOrder{.answer_lost = true, .language = language});
  return states;
}

}  // namespace kiosk::app
