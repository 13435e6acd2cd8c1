#include <utility>

#include "kiosk/screens/questions.h"

namespace kiosk::screens {

using survey::Phrase;
using ui::Ink;
using ui::mm;
using ui::Node;
using ui::Role;
using ui::share;
using ui::Style;

Node languages(const Page& page) {
  std::vector<Node> names;
  for (std::size_t i = 0; i < page.context.languages.size(); ++i) {
    const bool spoken = i == page.comfort.language;
    Node name =
        card(page, choice_ring(spoken, Ink::open), page.context.languages[i].phrases.own_name(),
             visit::LanguageChosen{i}, {.chosen = spoken, .strong = Ink::open, .soft = Ink::open_soft});
    name.role = Role::radio;
    names.push_back(std::move(name));
  }
  const std::size_t columns = page.portrait() ? 2 : 3;
  std::vector<Node> rows;
  for (std::size_t first = 0; first < names.size(); first += columns) {
    std::vector<Node> row;
    for (std::size_t i = first; i < first + columns; ++i) {
      row.push_back(i < names.size() ? std::move(names[i]) : ui::space(share()));
      row.back().width = share();
    }
    Node node = ui::row(gap, std::move(row));
    node.height = mm(40, 25.2);
    rows.push_back(std::move(node));
  }
  Node all = ui::column(page.low() ? gap / 2 : gap, std::move(rows));
  all.height = share();
  ui::stack_of(all).along = page.portrait() && !page.low() ? ui::Align::end : ui::Align::start;

  Node back = button(page.say(Phrase::back), visit::LanguagesClosed{}, {.before = ui::Icon::arrow_left});
  back.is_back = true;
  Node foot = nav_row(page, {std::move(back)});
  ui::stack_of(foot).children[0].width = share();  // as wide as a language
  for (std::size_t i = 1; i < columns; ++i) ui::stack_of(foot).children.push_back(ui::space(share()));
  Node words = ui::text(Role::heading,
                        {.words = page.say(Phrase::choose_language), .style = Style::question, .bold = true});
  words.width = share();
  // For whoever cannot read the words.
  Node title = ui::row(6, {ui::picture(ui::Icon::globe, 22, Ink::ink, Style::question), std::move(words)});
  ui::stack_of(title).across = ui::Align::centre;
  std::vector<Node> upper{header(page, ui::space(mm(0))), ui::space(mm(page.portrait() ? 14.4 : 6, 4)),
                          std::move(title)};
  std::vector<Node> lower{ui::space(mm(gap)), std::move(all),
                          ui::space(mm(page.portrait() ? 17.7 : gap, gap)), std::move(foot)};
  return whole_or_low(page, std::move(upper), std::move(lower), utility_bar_of_languages(page));
}

}  // namespace kiosk::screens
