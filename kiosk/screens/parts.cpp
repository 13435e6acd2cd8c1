#include "kiosk/screens/parts.h"

#include <algorithm>
#include <utility>

#include "kiosk/text/plural.h"

namespace kiosk::screens {

using survey::Phrase;
using ui::Align;
using ui::Axis;
using ui::Ink;
using ui::mm;
using ui::Node;
using ui::Role;
using ui::share;
using ui::Style;

namespace {

Node part_text(std::string words, Style style, Ink ink) {
  return ui::text(Role::part, {.words = std::move(words), .style = style, .bold = true, .ink = ink});
}

ui::Icon icon_of(survey::Tone tone) {
  switch (tone) {
    case survey::Tone::keep:
      return ui::Icon::plus;
    case survey::Tone::improve:
      return ui::Icon::arrow_up;
    case survey::Tone::dilemma:
      return ui::Icon::scales;
    case survey::Tone::open:
      return ui::Icon::speech;
  }
  return ui::Icon::speech;
}

Node logo() {
  Node dot;
  dot.width = mm(7.2);
  dot.height = mm(7.2);
  dot.look = {.fill = Ink::brand, .radius_mm = 3.6};
  Node tile = ui::stack(Axis::over, 0, {std::move(dot)});
  tile.width = mm(14.4);
  tile.height = mm(14.4);
  tile.look = {.fill = Ink::ink, .radius_mm = 3.3};
  ui::stack_of(tile).along = Align::centre;
  ui::stack_of(tile).across = Align::centre;
  return tile;
}

std::string note_text(const Page& page, const survey::Question& question, visit::Note note) {
  switch (note) {
    case visit::Note::too_many:
      return page.say(Phrase::too_many, question.pick_at_most);
    case visit::Note::choose_first:
      return page.say(Phrase::choose_first);
    case visit::Note::text_full:
      return page.say(Phrase::text_full);
    case visit::Note::none:
    case visit::Note::saved:  // told in the header
      return {};
  }
  return {};
}

Node note_line(std::string words) {
  Node line = ui::column(
      0, {ui::text(Role::part, {.words = words, .style = Style::body, .bold = true, .ink = Ink::improve})});
  line.role = Role::status;
  line.label = std::move(words);
  line.look = {.fill = Ink::improve_soft, .radius_mm = 3.3};
  ui::stack_of(line).padding = {.start = 5, .top = 2, .end = 5, .bottom = 2};
  return line;
}

}  // namespace

std::string Page::say(Phrase phrase, int n) const {
  const survey::Phrases& phrases = pack().phrases;
  return phrases.in(phrase, n, text::plural_of(phrases.language(), n));
}

const std::string& Page::say(const survey::Words& words) const {
  return words.in(tag(), context.survey.default_language());
}

ToneInk ink_of(survey::Tone tone) {
  switch (tone) {
    case survey::Tone::keep:
      return {Ink::keep, Ink::keep_soft};
    case survey::Tone::improve:
      return {Ink::improve, Ink::improve_soft};
    case survey::Tone::dilemma:
      return {Ink::dilemma, Ink::dilemma_soft};
    case survey::Tone::open:
      return {Ink::open, Ink::open_soft};
  }
  return {Ink::ink, Ink::paper};
}

Node disc(double diameter_mm, Ink fill, ui::Icon icon, double icon_mm, Ink ink) {
  Node node = ui::stack(Axis::over, 0, {ui::picture(icon, icon_mm, ink)});
  node.width = mm(diameter_mm);
  node.height = mm(diameter_mm);
  node.look = {.fill = fill, .radius_mm = diameter_mm / 2};
  ui::stack_of(node).along = Align::centre;
  ui::stack_of(node).across = Align::centre;
  return node;
}

Node button(std::string label, visit::Event on_tap, const ButtonLook& look) {
  const bool main = look.weight == Weight::main;
  const Ink ink = main ? Ink::on_ink : Ink::ink;
  const double icon_mm = ui::size_of(look.style).cap_mm * 1.7;
  std::vector<Node> content;
  if (look.before) content.push_back(ui::picture(*look.before, icon_mm, ink));
  content.push_back(part_text(label, look.style, ink));
  if (look.after) content.push_back(ui::picture(*look.after, icon_mm, ink));

  Node node = ui::row(4.5, std::move(content));
  node.role = Role::button;
  node.label = std::move(label);
  node.on_tap = std::move(on_tap);
  node.look =
      main ? ui::Look{.fill = Ink::ink, .radius_mm = look.radius_mm}
           : ui::Look{.fill = Ink::surface, .edge = Ink::border, .edge_mm = 1.1, .radius_mm = look.radius_mm};
  ui::Stack& stack = ui::stack_of(node);
  stack.along = Align::centre;
  stack.across = Align::centre;
  stack.padding = {.start = 4, .top = 0, .end = 4, .bottom = 0};
  return node;
}

Node nav_row(const Page& page, std::vector<Node> buttons) {
  const bool main_last = !buttons.empty() && buttons.back().look.fill == Ink::ink;
  for (Node& each : buttons) each.width = share();
  if (main_last) buttons.back().width = share(1.6);
  Node node = ui::row(gap, std::move(buttons));
  node.height = mm(page.portrait() ? 31 : 27.7);
  return node;
}

Node header(const Page& page, Node end) {
  std::vector<Node> content{
      logo(),
      ui::text(Role::text, {.words = page.say(page.survey().title), .style = Style::caption, .bold = true})};
  if (page.survey().stage != survey::Stage::live) {
    Node test = ui::row(0, {part_text(page.say(Phrase::test_set), Style::caption, Ink::improve)});
    test.role = Role::status;
    test.label = page.say(Phrase::test_set);
    test.look = {.fill = Ink::improve_soft, .radius_mm = 3.3};
    ui::stack_of(test).padding = {.start = 4, .top = 1, .end = 4, .bottom = 1};
    content.push_back(std::move(test));
  }
  content.push_back(ui::space(share()));
  content.push_back(std::move(end));
  Node node = ui::row(5, std::move(content));
  node.height = mm(14.4);
  ui::stack_of(node).across = Align::centre;
  return node;
}

Node progress(const Page& page, const visit::Visit& visit, visit::Note note) {
  const int number = static_cast<int>(visit.position) + 1;
  const int of = static_cast<int>(visit.turns.size());
  std::vector<Node> content;
  if (note == visit::Note::saved) {
    Node saved = ui::row(2, {ui::picture(ui::Icon::check, 7, Ink::keep),
                             part_text(page.say(Phrase::saved), Style::caption, Ink::keep)});
    saved.role = Role::status;
    saved.label = page.say(Phrase::saved);
    ui::stack_of(saved).across = Align::centre;
    content.push_back(std::move(saved));
  }
  content.push_back(ui::text(Role::progress, {.words = page.pack().phrases.in(Phrase::progress, number, of),
                                              .style = Style::caption,
                                              .bold = true,
                                              .ink = Ink::muted}));
  Node node = ui::row(8, std::move(content));
  ui::stack_of(node).across = Align::centre;
  return node;
}

Node tag_chip(const Page& page, const survey::Question& question) {
  const ToneInk tone = ink_of(question.tone);
  Node chip = ui::row(4, {disc(14.4, tone.strong, icon_of(question.tone), 8.6, Ink::on_ink),
                          part_text(page.say(question.tag), Style::tag, tone.strong)});
  chip.role = Role::text;
  chip.label = page.say(question.tag);
  chip.height = mm(19.8);
  chip.look = {.fill = tone.soft, .radius_mm = 9.9};
  ui::Stack& stack = ui::stack_of(chip);
  stack.across = Align::centre;
  stack.padding = {.start = 2.7, .top = 0, .end = 8, .bottom = 0};
  return chip;
}

Node question_head(const Page& page, const survey::Question& question, const visit::Asking& asking) {
  Node words =
      ui::text(Role::heading, {.words = page.say(question.text), .style = Style::question, .bold = true});
  std::vector<Node> lines;
  if (page.portrait()) {
    Node chip_row = ui::row(0, {tag_chip(page, question), ui::space(share())});
    lines = {std::move(chip_row), ui::space(mm(0.1)), std::move(words)};
  } else {
    words.width = share();
    Node top = ui::row(9, {tag_chip(page, question), std::move(words)});
    ui::stack_of(top).across = Align::centre;
    lines = {std::move(top)};
  }
  std::string note = note_text(page, question, asking.note);
  if (!note.empty()) {
    lines.push_back(note_line(std::move(note)));
  } else if (!asking.writing && !page.say(question.hint).empty()) {
    lines.push_back(
        ui::text(Role::text, {.words = page.say(question.hint), .style = Style::body, .ink = Ink::muted}));
  }
  return ui::column(page.portrait() ? 6 : 4, std::move(lines));
}

namespace {

Node utility(std::string label, ui::Icon icon, visit::Event on_tap) {
  Node node = ui::column(1, {ui::picture(icon, 13.6, Ink::ink), part_text(label, Style::caption, Ink::ink)});
  node.role = Role::button;
  node.label = std::move(label);
  node.on_tap = std::move(on_tap);
  node.width = share();
  ui::stack_of(node).along = Align::centre;
  ui::stack_of(node).across = Align::centre;
  return node;
}

/// The next language, by its own name: a visitor who cannot read this one recognises theirs.
Node language_utility(const Page& page) {
  const std::size_t next = (page.language + 1) % page.survey().languages.size();
  return utility(page.context.languages[next].phrases.own_name(), ui::Icon::globe,
                 visit::LanguageChosen{next});
}

}  // namespace

Node utility_bar(const Page& page, const std::vector<Utility>& utilities) {
  constexpr double places = 6;  // what is not there yet leaves its place empty, so that the others never move
  std::vector<Node> content;
  double used = 0;
  const auto wants = [&](Utility u) {
    return std::find(utilities.begin(), utilities.end(), u) != utilities.end();
  };
  const bool language = wants(Utility::language) && page.survey().languages.size() > 1;
  if (language) content.push_back(language_utility(page));
  used += language ? 1 : 0;
  used += wants(Utility::stop) ? 1 : 0;
  content.push_back(ui::space(share(places - used)));
  if (wants(Utility::stop)) {
    content.push_back(utility(page.say(Phrase::stop), ui::Icon::cross, visit::Stopped{}));
  }
  Node line;
  line.height = mm(0.8);
  line.look = {.fill = Ink::line};
  Node places_row = ui::row(0, std::move(content));
  places_row.height = share();
  Node bar = ui::column(0, {std::move(line), std::move(places_row)});
  bar.height = mm(page.portrait() ? 42.6 : 36);
  bar.look = {.fill = Ink::surface};
  return bar;
}

Node whole(const Page& page, std::vector<Node> body, std::optional<Node> bar) {
  Node inside = ui::column(0, std::move(body));
  inside.height = share();
  ui::stack_of(inside).padding = {
      .start = margin, .top = page.portrait() ? 15.5 : 12, .end = margin, .bottom = bar ? gap : margin};
  std::vector<Node> content{std::move(inside)};
  if (bar) content.push_back(std::move(*bar));
  Node root = ui::column(0, std::move(content));
  root.look = {.fill = Ink::paper};
  root.width = share();
  root.height = share();
  return root;
}

}  // namespace kiosk::screens
