#include "kiosk/screens/utility_bar.h"

#include <array>
#include <utility>

namespace kiosk::screens {

using survey::Phrase;
using ui::Ink;
using ui::mm;
using ui::Node;
using ui::Role;
using ui::share;
using ui::Style;
using visit::Contrast;
using visit::TextSize;

namespace {

Node utility(std::string label, Node sign, visit::Event on_tap) {
  sign.height = mm(13.6);
  Node words = part_text(label, Style::utility, Ink::ink);
  Node node = ui::column(0.5, {std::move(sign), std::move(words)});
  node.role = Role::button;
  node.label = std::move(label);
  node.on_tap = std::move(on_tap);
  node.width = ui::grows();
  node.height = share();
  ui::Stack& stack = ui::stack_of(node);
  stack.along = ui::Align::centre;
  stack.across = ui::Align::centre;
  stack.padding = {.start = 2, .top = 1, .end = 2, .bottom = 1};
  return node;
}

Node with_icon(std::string label, ui::Icon icon, visit::Event on_tap) {
  return utility(std::move(label), ui::picture(icon, 12.5, Ink::ink), std::move(on_tap));
}

/// Each tap goes one step further, and after the last to the first.
template <class Choice>
Choice after(Choice choice) {
  return Choice{static_cast<std::uint8_t>((static_cast<unsigned>(choice) + 1) % 3)};
}

Node size_utility(const Page& page) {
  constexpr std::array<const char*, 3> letters{"A", "A+", "A++"};
  Node sign =
      part_text(letters.at(static_cast<std::size_t>(page.comfort.size)), Style::utility_sign, Ink::ink);
  Node node =
      utility(page.say(Phrase::text_size), std::move(sign), visit::SizeChosen{after(page.comfort.size)});
  node.selected = page.comfort.size != TextSize::normal;
  return node;
}

Node contrast_utility(const Page& page) {
  Node node = with_icon(page.say(Phrase::contrast), ui::Icon::contrast,
                        visit::ContrastChosen{after(page.comfort.contrast)});
  node.selected = page.comfort.contrast != Contrast::normal;
  return node;
}

Node lower_utility(const Page& page) {
  Node node = with_icon(page.say(Phrase::lower), page.comfort.lower ? ui::Icon::arrow_up : ui::Icon::lower,
                        visit::LowerChosen{!page.comfort.lower});
  node.selected = page.comfort.lower;
  return node;
}

Node bar(const Page& page, Stoppable stoppable, visit::Event on_globe) {
  std::vector<Node> content;
  if (page.context.languages.size() > 1) {
    content.push_back(with_icon(page.pack().phrases.own_name(), ui::Icon::globe, std::move(on_globe)));
  }
  content.push_back(size_utility(page));
  content.push_back(contrast_utility(page));
  if (page.portrait()) content.push_back(lower_utility(page));
  if (stoppable == Stoppable::yes) {
    content.push_back(with_icon(page.say(Phrase::stop), ui::Icon::cross, visit::Stopped{}));
  }
  Node line;
  line.height = mm(0.8);
  line.look = {.fill = Ink::line};
  Node places = ui::row(0, std::move(content));
  places.height = share();
  ui::stack_of(places).padding = {.start = 5, .top = 0, .end = 5, .bottom = 5.2};
  Node node = ui::column(0, {std::move(line), std::move(places)});
  node.height = utility_bar_height(page);
  node.look = {.fill = Ink::surface};
  return node;
}

}  // namespace

ui::Extent utility_bar_height(const Page& page) {
  return mm(page.portrait() ? page.by_size(42.6, 43, 44) : 38.0);
}

Node utility_bar(const Page& page, Stoppable stoppable) {
  return bar(page, stoppable, visit::LanguagesOpened{});
}

Node utility_bar_of_languages(const Page& page) { return bar(page, Stoppable::no, visit::LanguagesClosed{}); }

}  // namespace kiosk::screens
