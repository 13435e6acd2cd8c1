#include <array>
#include <string>
#include <utility>

#include "kiosk/screens/message.h"
#include "kiosk/screens/staff.h"

namespace kiosk::screens {

using survey::StaffPhrase;
using ui::Ink;
using ui::mm;
using ui::Node;
using ui::Role;
using ui::share;
using ui::Style;
using visit::Decision;
using visit::Grounds;

namespace {

StaffPhrase sentence(visit::Remark remark) {
  switch (remark) {
    case visit::Remark::email:
      return StaffPhrase::has_email;
    case visit::Remark::phone:
      return StaffPhrase::has_phone;
    case visit::Remark::bsn:
      return StaffPhrase::has_bsn;
    case visit::Remark::abuse:
      break;
  }
  return StaffPhrase::has_abuse;
}

Node remark_line(const Counter& counter, visit::Remark remark) {
  const std::string words = counter.say(sentence(remark));
  Node line = ui::column(
      0,
      {ui::text(Role::part, {.words = words, .style = Style::caption, .bold = true, .ink = Ink::improve})});
  line.role = Role::text;
  line.label = words;
  line.look = {.fill = Ink::improve_soft, .radius_mm = 3.3};
  ui::stack_of(line).padding = {.start = 5, .top = 2, .end = 5, .bottom = 2};
  return line;
}

/// One below the other, and on a lying screen, which has less height, two beside each other.
std::vector<Node> remark_rows(const Counter& counter, const std::vector<visit::Remark>& remarks) {
  std::vector<Node> lines;
  lines.reserve(remarks.size());
  for (const visit::Remark remark : remarks) lines.push_back(remark_line(counter, remark));
  return rows_of(std::move(lines), counter.portrait() ? 1 : 2, 4);
}

std::string question_of(const Counter& counter, const visit::Writing& writing) {
  const auto& questions = counter.page.survey().questions;
  if (!writing.question || *writing.question >= questions.size()) return counter.say(StaffPhrase::other_set);
  return questions[*writing.question].text.in(counter.phrases().language(),
                                              counter.page.survey().default_language());
}

Node words_card(const visit::Writing& writing) {
  constexpr std::size_t a_sentence = 140;
  const Style style = writing.words.size() > a_sentence ? Style::body : Style::statement;
  Node words = ui::text(Role::text, {.words = writing.words, .style = style});
  Node node = ui::column(0, {std::move(words)});
  node.look = {.fill = Ink::surface, .edge = Ink::line, .edge_mm = 0.7, .radius_mm = 7};
  ui::stack_of(node).padding = {.start = 8, .top = 7, .end = 8, .bottom = 7};
  return node;
}

Node back_home(const Counter& counter) {
  Node node = staff_button(counter, counter.say(StaffPhrase::back), visit::HomeOpened{});
  node.is_back = true;
  return node;
}

Node nothing_to_review(const Counter& counter, bool loaded) {
  const StaffPhrase words = loaded ? StaffPhrase::no_texts : StaffPhrase::waiting;
  Node sign = loaded ? disc(60, Ink::keep_soft, ui::Icon::check, 36, Ink::keep)
                     : disc(60, Ink::line, ui::Icon::pencil, 30, Ink::ink);
  return whole(
      counter.page,
      {staff_header(counter, locks_in(counter)), message(std::move(sign), counter.say(words), {}, 14)},
      {back_home(counter)}, std::nullopt);
}

/// To show it is not what is advised where something in it may be about a person.
std::vector<Node> decisions(const Counter& counter, bool harmless) {
  return {staff_buttons(
              counter,
              {staff_button(counter, counter.say(StaffPhrase::show),
                            visit::Decided{Decision::show, Grounds::none},
                            harmless ? Weight::main : Weight::plain),
               staff_button(counter, counter.say(StaffPhrase::hide), visit::GroundsAsked{Decision::hide}),
               staff_button(counter, counter.say(StaffPhrase::erase), visit::GroundsAsked{Decision::erase}),
               staff_button(counter, counter.say(StaffPhrase::pass), visit::WritingPassed{})},
              4),
          ui::space(mm(gap)), back_home(counter)};
}

std::vector<Node> grounds(const Counter& counter, Decision decision) {
  constexpr std::array all{
      std::pair{Grounds::personal, StaffPhrase::personal}, std::pair{Grounds::abuse, StaffPhrase::abuse},
      std::pair{Grounds::nonsense, StaffPhrase::nonsense}, std::pair{Grounds::request, StaffPhrase::request},
      std::pair{Grounds::other, StaffPhrase::other}};
  std::vector<Node> buttons;
  buttons.reserve(all.size() + 1);
  for (const auto& [ground, phrase] : all) {
    buttons.push_back(staff_button(counter, counter.say(phrase), visit::Decided{decision, ground}));
  }
  Node back = staff_button(counter, counter.say(StaffPhrase::cancel), visit::GroundsLeft{});
  back.is_back = true;
  buttons.push_back(std::move(back));
  return {staff_buttons(counter, std::move(buttons))};
}

}  // namespace

Node review_texts(const Counter& counter, const visit::TextsPage& texts) {
  if (texts.at >= texts.writings.size()) return nothing_to_review(counter, texts.loaded);
  const visit::Writing& writing = texts.writings[texts.at];
  std::string title = counter.say(StaffPhrase::text_of, texts.at + 1, texts.writings.size());
  if (texts.asking_why) {
    const bool hides = *texts.asking_why == Decision::hide;
    title = counter.say(hides ? StaffPhrase::why_hide : StaffPhrase::why_erase);
  }
  std::vector<Node> upper{staff_header(counter, locks_in(counter)),
                          ui::space(mm(counter.portrait() ? 16 : 6, 4)),
                          staff_title(std::move(title)),
                          ui::space(mm(4, 2)),
                          staff_line(question_of(counter, writing)),
                          ui::space(mm(8, 3)),
                          words_card(writing)};
  for (Node& row : remark_rows(counter, writing.remarks)) {
    upper.push_back(ui::space(mm(4, 2)));
    upper.push_back(std::move(row));
  }
  upper.push_back(ui::space(share()));
  upper.push_back(ui::space(mm(gap)));
  return whole(
      counter.page, std::move(upper),
      texts.asking_why ? grounds(counter, *texts.asking_why) : decisions(counter, writing.remarks.empty()),
      std::nullopt);
}

}  // namespace kiosk::screens
