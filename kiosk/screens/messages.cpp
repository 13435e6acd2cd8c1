#include <algorithm>
#include <utility>

#include "kiosk/base/utf8.h"
#include "kiosk/screens/guest.h"
#include "kiosk/screens/message.h"
#include "kiosk/screens/utility_bar.h"
#include "kiosk/visit/guest.h"

namespace kiosk::screens {

using survey::Phrase;
using ui::Align;
using ui::Ink;
using ui::mm;
using ui::Node;
using ui::Role;
using ui::share;
using ui::Style;

Node thanks(const Page& page, const visit::Thanks& state) {
  std::vector<Node> buttons;
  if (visit::guest::first_unanswered(state.visit)) {
    buttons.push_back(button(page.say(Phrase::say_more), visit::SaidMore{}, {}));
  }
  buttons.push_back(button(page.say(Phrase::done), visit::Finished{}, {.weight = Weight::main}));

  const double size = page.portrait() ? 83 : 44;
  std::vector<Node> upper{
      header(page, ui::space(mm(0))),
      message(disc(size, Ink::keep_soft, ui::Icon::check, size * 0.6, Ink::keep),
              page.say(Phrase::thanks_title), {page.say(Phrase::thanks_text)}, page.portrait() ? 14 : 6)};
  std::vector<Node> lower{nav_row(page, std::move(buttons)), ui::space(mm(5, 3)),
                          centred(Role::status, page.say(Phrase::closes_in, state.seconds_left),
                                  Style::caption, true, Ink::muted),
                          ui::space(mm(page.portrait() ? 12 : 2, 0))};
  return whole(page, std::move(upper), std::move(lower), utility_bar(page, Stoppable::no));
}

Node still_there(const Page& page, const visit::StillThere& state) {
  const double part_left = state.seconds_left / static_cast<double>(std::max(1, state.seconds_in_all));
  Node yes = button(page.say(Phrase::yes_still_there), visit::StayedHere{},
                    {.weight = Weight::main, .style = Style::question, .radius_mm = 7.7});
  yes.height = mm(page.portrait() ? 60 : 40, 25.2);
  Node stop = button(page.say(Phrase::stop), visit::Stopped{}, {});
  stop.height = mm(page.portrait() ? 31 : 27.7);

  std::vector<Node> upper{
      header(page, ui::space(mm(0))),
      message(countdown(page, state.seconds_left, part_left), page.say(Phrase::still_there),
              {page.say(Phrase::still_there_text, state.seconds_left)}, page.portrait() ? 14 : 6)};
  std::vector<Node> lower{ui::space(mm(gap)), std::move(yes), ui::space(mm(gap)), std::move(stop),
                          ui::space(mm(page.portrait() ? 37 : 4))};
  Node root = whole(page, std::move(upper), std::move(lower), std::nullopt);
  root.on_tap = visit::StayedHere{};  // any touch says that somebody is there
  root.label = page.say(Phrase::yes_still_there);
  return root;
}

namespace {

/// What is wrong, line by line as it is told on a terminal, without the lines that only a terminal shows
/// well.
Node faults(const Page& page, const std::string& told) {
  const std::size_t most_lines = page.portrait() ? 8 : 4;
  constexpr std::size_t longest = 140;
  std::vector<Node> lines;
  for (std::size_t at = 0; at < told.size() && lines.size() < most_lines;) {
    const std::size_t end = std::min(told.find('\n', at), told.size());
    const std::string line = told.substr(at, end - at);
    at = end + 1;
    if (line.empty() || line.front() == ' ') continue;
    const std::size_t folders = line.substr(0, line.find(": ")).rfind('/') + 1;  // npos + 1 is 0
    lines.push_back(ui::text(
        Role::text, {.words = utf8::for_screen(line.substr(folders), longest), .style = Style::caption}));
  }
  Node all = ui::column(4, std::move(lines));
  all.look = {.fill = Ink::improve_soft, .radius_mm = 5};
  ui::stack_of(all).padding = {.start = 7, .top = 5, .end = 7, .bottom = 5};
  return whole(page,
               {header(page, ui::space(mm(0))), ui::space(mm(14, 4)),
                ui::text(Role::heading,
                         {.words = page.say(Phrase::out_of_order), .style = Style::question, .bold = true}),
                ui::space(mm(8, 3)), std::move(all), ui::space(share())},
               {}, std::nullopt);
}

}  // namespace

Node out_of_order(const Page& page, const visit::OutOfOrder& state) {
  if (page.context.tells_faults && !state.reason.empty()) return faults(page, state.reason);
  std::vector<std::string> lines;
  if (state.answer_lost) lines.push_back(page.say(Phrase::last_answer_not_saved));
  const Phrase why = state.untouchable ? Phrase::touch_gone : Phrase::out_of_order_text;
  lines.push_back(page.say(state.by_staff ? Phrase::try_later : why));
  const double size = page.portrait() ? 83 : 60;
  return whole(
      page,
      {header(page, ui::space(mm(0))), message(disc(size, Ink::line, ui::Icon::pause, size * 0.5, Ink::ink),
                                               page.say(Phrase::out_of_order), std::move(lines), 14)},
      {}, std::nullopt);
}

}  // namespace kiosk::screens
