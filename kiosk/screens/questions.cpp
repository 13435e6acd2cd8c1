#include "kiosk/screens/questions.h"

#include <utility>

namespace kiosk::screens {

using survey::Phrase;
using ui::mm;
using ui::Node;

Node back_button(const Page& page, std::size_t question) {
  return button(page.say(Phrase::back), visit::WentBack{question}, {.before = ui::Icon::arrow_left});
}

Node skip_button(const Page& page, std::size_t question) {
  return button(page.say(Phrase::skip), visit::Skipped{question}, {});
}

Node next_button(const Page& page, std::size_t question, bool busy) {
  if (!busy) {
    return button(page.say(Phrase::next), visit::Confirmed{question},
                  {.weight = Weight::main, .after = ui::Icon::arrow_right});
  }
  Node node = button(page.say(Phrase::saving), visit::Confirmed{question}, {.weight = Weight::main});
  node.busy = true;
  return node;
}

const visit::Turn& turn_on_screen(const visit::Asking& asking) {
  return asking.visit.turns[visit::question_of(asking.visit)];
}

const survey::Question& question_on_screen(const Page& page, const visit::Asking& asking) {
  return page.survey().questions[visit::question_of(asking.visit)];
}

Node question_screen(const Page& page, const visit::Asking& asking, std::vector<Node> answers, Node nav) {
  std::vector<Node> body{header(page, progress(page, asking.visit, asking.note)),
                         ui::space(mm(page.portrait() ? 14.4 : 6)),
                         question_head(page, question_on_screen(page, asking), asking)};
  for (Node& part : answers) body.push_back(std::move(part));
  body.push_back(std::move(nav));
  return whole(page, std::move(body), utility_bar(page, {Utility::language, Utility::stop}));
}

}  // namespace kiosk::screens
