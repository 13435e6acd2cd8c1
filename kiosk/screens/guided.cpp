#include <fmt/format.h>

#include <utility>

#include "kiosk/screens/guest.h"
#include "kiosk/screens/message.h"
#include "kiosk/screens/results.h"
#include "kiosk/screens/slide.h"
#include "kiosk/visit/guided.h"

namespace kiosk::screens {

using survey::Phrase;
using ui::Align;
using ui::Ink;
using ui::mm;
using ui::Node;
using ui::Role;
using ui::share;
using ui::Style;

namespace {

/// "Step 2 of 5".
Node step(const Page& page, std::size_t phase) {
  const auto of = static_cast<long>(survey::phases_of(page.survey()).size());
  return ui::text(Role::progress, {.words = page.say(Phrase::guided_step, static_cast<long>(phase) + 1, of),
                                   .style = Style::caption,
                                   .bold = true,
                                   .ink = Ink::muted});
}

/// "7:05", or that the time is up.
Node clock(const Page& page, int seconds) {
  constexpr int a_minute = 60;
  constexpr int two_digits_from = 10;
  const int rest = seconds % a_minute;
  std::string words =
      fmt::format("{}:{}{}", page.say(static_cast<long>(seconds / a_minute)),
                  rest < two_digits_from ? page.say(0L) : "", page.say(static_cast<long>(rest)));
  if (seconds == 0) words = page.say(Phrase::time_is_up);
  return ui::text(Role::status, {.words = std::move(words),
                                 .style = seconds == 0 ? Style::display : Style::number,
                                 .bold = true,
                                 .align = Align::centre});
}

/// A visit to one question, of somebody who has answered nothing.
visit::Answered nobody_at(const Page& page, const visit::Guided& guided, std::size_t question) {
  visit::Visit visit{.path = {question}, .turns = std::vector<visit::Turn>(page.survey().questions.size())};
  visit.turns[question].order = survey::order_from(0, page.survey().questions[question].options.size());
  return {.visit = std::move(visit), .page = guided.page};
}

}  // namespace

Node guided_question(const Page& page, const visit::Guided& guided, std::size_t question) {
  const survey::Question& slide = page.survey().questions[question];
  std::vector<Node> foot{clock(page, guided.seconds_left)};
  if (survey::asks(slide)) {
    foot.push_back(ui::space(mm(page.portrait() ? 18 : 10, 5)));
    foot.push_back(start_button(page, slide, question));
  }
  Node root =
      slide_screen(page, slide, step(page, guided.phase), std::move(foot), {.above_mm = 40, .below_mm = 18});
  if (!survey::asks(slide)) return root;
  root.on_tap = visit::Began{question};
  root.label = page.say(Phrase::start);
  return root;
}

Node guided_outcome(const Page& page, const visit::Guided& guided, const survey::Published& published) {
  std::vector<std::size_t> told;
  if (page.context.show_results) told = visit::outcomes(page.survey(), published);
  if (told.empty()) {
    std::vector<std::string> lines{page.say(Phrase::thanks_text)};
    if (page.context.show_results)
      lines.push_back(page.say(Phrase::results_waiting, page.context.results_from));
    const double size = page.portrait() ? 83 : 44;
    return whole(page,
                 {header(page, ui::space(mm(0))),
                  message(disc(size, Ink::keep_soft, ui::Icon::check, size * 0.6, Ink::keep),
                          page.say(Phrase::guided_over), std::move(lines), page.portrait() ? 14 : 6)},
                 {}, std::nullopt);
  }
  const std::size_t question = told[guided.outcome % told.size()];
  const survey::Question& asked = page.survey().questions[question];
  const auto of = static_cast<long>(told.size());
  Node place = ui::text(
      Role::progress,
      {.words = page.say(Phrase::guided_outcome, static_cast<long>(guided.outcome % told.size()) + 1, of),
       .style = Style::caption,
       .bold = true,
       .ink = Ink::muted});
  std::vector<Node> upper{header(page, std::move(place)), ui::space(mm(page.portrait() ? 14.4 : 6, 4)),
                          ui::column(page.portrait() ? 6 : 4, titled(page, asked, page.say(asked.text))),
                          ui::space(mm(page.portrait() ? 14 : 6, 4))};
  for (Node& node : told_results(page, nobody_at(page, guided, question), &*published[question])) {
    upper.push_back(std::move(node));
  }
  upper.push_back(ui::space(share()));
  return whole(page, std::move(upper), {}, std::nullopt);
}

}  // namespace kiosk::screens
