#include "kiosk/screens/parts.h"

#include <algorithm>
#include <array>
#include <utility>

#include "kiosk/text/number.h"
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

constexpr double logo_height = 14.4;

/// An organisation's own logo, on a ground on which it shows in every look.
Node own_logo(const ui::Logo& logo) {
  constexpr double widest = 5;  // times its height: the title stands beside it
  constexpr double edge = 1.5;
  Node image;
  image.role = Role::image;
  image.label = logo.name;
  const double height = (logo_height - 2 * edge) * std::min(1.0, widest / logo.shape);
  image.width = mm(height * logo.shape);
  image.height = mm(height);
  image.content = ui::LogoPlace{};
  Node tile = ui::stack(Axis::over, 0, {std::move(image)});
  tile.look = {.fill = Ink::logo_ground, .radius_mm = 3.3};
  tile.height = mm(logo_height);
  ui::Stack& stack = ui::stack_of(tile);
  stack.padding = {.start = edge, .top = 0, .end = edge, .bottom = 0};
  stack.along = Align::centre;
  stack.across = Align::centre;
  return tile;
}

Node mark() {
  Node dot;
  dot.width = mm(7.2);
  dot.height = mm(7.2);
  dot.look = {.fill = Ink::brand, .radius_mm = 3.6};
  Node tile = ui::stack(Axis::over, 0, {std::move(dot)});
  tile.width = mm(logo_height);
  tile.height = mm(logo_height);
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
    case visit::Note::divide_first:
      return page.say(Phrase::divide_first, survey::points_to_divide);
    case visit::Note::all_divided:
      return page.say(Phrase::take_first);
    case visit::Note::none:
    case visit::Note::saved:  // told in the header
      return {};
  }
  return {};
}

Node note_of(std::string words, Style style, double above_mm) {
  Node line = ui::column(
      0, {ui::text(Role::part, {.words = words, .style = style, .bold = true, .ink = Ink::improve})});
  line.role = Role::status;
  line.label = std::move(words);
  line.look = {.fill = Ink::improve_soft, .radius_mm = 3.3};
  ui::stack_of(line).padding = {.start = 5, .top = above_mm, .end = 5, .bottom = above_mm};
  return line;
}

}  // namespace

double Page::by_size(double normal, double large, double largest) const {
  return std::array{normal, large, largest}.at(static_cast<std::size_t>(comfort.size));
}

std::string Page::say(Phrase phrase, long n) const {
  return pack().phrases.in(phrase, say(n), text::plural_of(tag(), n));
}

std::string Page::say(Phrase phrase, long n, long of) const {
  return pack().phrases.in(phrase, say(n), say(of));
}

std::string Page::say(long n) const { return text::number_in(tag(), n); }

std::string Page::say_tenths(double n) const { return text::tenths_in(tag(), n); }

const std::string& Page::say(const survey::Words& words) const {
  return words.in(tag(), context.survey.default_language());
}

Node part_text(std::string words, Style style, Ink ink) {
  return ui::text(
      Role::part,
      {.words = std::move(words), .style = style, .bold = true, .ink = ink, .align = Align::centre});
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

Node with_staff_corner(Node screen) {
  constexpr double size = 40;
  Node corner;
  corner.width = mm(size);
  corner.height = mm(size);
  corner.on_hold = visit::StaffCalled{};
  corner.hold_for = Time{5000};
  Node top = ui::row(0, {std::move(corner), ui::space(share())});
  Node over = ui::column(0, {std::move(top), ui::space(share())});
  over.width = share();
  over.height = share();
  Node root = ui::stack(Axis::over, 0, {std::move(screen), std::move(over)});
  root.width = share();
  root.height = share();
  return root;
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
  if (look.before) content.push_back(ui::picture(*look.before, icon_mm, ink, look.style));
  content.push_back(part_text(label, look.style, ink));
  if (look.after) content.push_back(ui::picture(*look.after, icon_mm, ink, look.style));

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
  stack.padding = {.start = 4, .top = 2, .end = 4, .bottom = 2};
  return node;
}

Node nav_row(const Page& page, std::vector<Node> buttons) {
  const bool main_last = !buttons.empty() && buttons.back().look.fill == Ink::ink;
  for (Node& each : buttons) each.width = ui::grows();
  if (main_last) buttons.back().width = ui::grows(2);
  Node node = ui::row(gap, std::move(buttons));
  node.height = page.portrait() ? mm(page.by_size(31, 34, 38)) : mm(page.by_size(27.7, 29, 31), 23);
  return node;
}

Node titled_header(const Page& page, std::string title, Node end) {
  std::vector<Node> content{page.context.logo != nullptr ? own_logo(*page.context.logo) : mark()};
  const bool live = page.survey().stage == survey::Stage::live;
  // Large letters need its room; and upright so does what says that it is a test.
  if (page.comfort.size == visit::TextSize::normal && (live || !page.portrait())) {
    content.push_back(
        ui::text(Role::text, {.words = std::move(title), .style = Style::caption, .bold = true}));
  }
  if (!live) {
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
  if (live) node.height = mm(logo_height);  // else as high as what says that it is a test
  ui::stack_of(node).across = Align::centre;
  return node;
}

Node header(const Page& page, Node end) {
  return titled_header(page, page.say(page.survey().title), std::move(end));
}

Node progress(const Page& page, const visit::Visit& visit, bool saved) {
  const auto number = static_cast<long>(visit.position) + 1;
  const auto of = static_cast<long>(visit.path.size());
  std::vector<Node> content;
  if (saved) {
    std::vector<Node> sign{ui::picture(ui::Icon::check, 7, Ink::ink, Style::caption)};
    // Upright, with large letters, what says that it is a test takes the place of the word.
    const bool narrow = page.portrait() && page.comfort.size != visit::TextSize::normal;
    if (!narrow || page.survey().stage == survey::Stage::live)
      sign.push_back(part_text(page.say(Phrase::saved), Style::caption, Ink::ink));
    Node done = ui::row(2, std::move(sign));
    done.role = Role::status;
    done.label = page.say(Phrase::saved);
    ui::stack_of(done).across = Align::centre;
    content.push_back(std::move(done));
  }
  content.push_back(ui::text(Role::progress, {.words = page.say(Phrase::progress, number, of),
                                              .style = Style::caption,
                                              .bold = true,
                                              .ink = Ink::muted}));
  Node node = ui::row(8, std::move(content));
  ui::stack_of(node).across = Align::centre;
  return node;
}

namespace {

Node chip(std::string words, ui::Icon icon, ToneInk tone) {
  Node node = ui::row(
      4, {disc(14.4, tone.strong, icon, 8.6, Ink::on_strong), part_text(words, Style::tag, tone.strong)});
  node.role = Role::text;
  node.label = std::move(words);
  node.height = mm(19.8);
  node.look = {.fill = tone.soft, .radius_mm = 9.9};
  ui::Stack& stack = ui::stack_of(node);
  stack.across = Align::centre;
  stack.padding = {.start = 2.7, .top = 0, .end = 8, .bottom = 0};
  return node;
}

}  // namespace

std::optional<Node> language_chip(const Page& page, const survey::Question& question) {
  if (question.text.by_language.contains(page.tag())) return std::nullopt;
  std::string name = page.survey().default_language();
  for (const LanguagePack& pack : page.context.languages) {
    if (pack.phrases.language() == name) {
      name = pack.phrases.own_name();
      break;
    }
  }
  return chip(std::move(name), ui::Icon::globe, {Ink::open, Ink::open_soft});
}

Node chips(const Page& page, const survey::Question& question) {
  const ui::Icon icon = survey::asks(question) ? icon_of(question.tone) : ui::Icon::info;
  std::vector<Node> row{chip(page.say(question.tag), icon, ink_of(question.tone))};
  if (auto language = language_chip(page, question)) row.push_back(std::move(*language));
  return ui::row(4, std::move(row));
}

Node question_header(const Page& page, const visit::Visit& visit, bool saved) {
  Node end = progress(page, visit, saved);
  auto language = language_chip(page, page.survey().questions[visit::question_of(visit)]);
  if (!page.crowded() || !language) return header(page, std::move(end));
  Node row = ui::row(8, {std::move(*language), std::move(end)});
  ui::stack_of(row).across = Align::centre;
  return header(page, std::move(row));
}

std::vector<Node> titled(const Page& page, const survey::Question& question, std::string title) {
  Node words = ui::text(Role::heading, {.words = std::move(title), .style = Style::question, .bold = true});
  if (page.portrait()) {
    return {ui::row(0, {chips(page, question), ui::space(share())}), std::move(words)};
  }
  if (page.crowded()) return {std::move(words)};
  words.width = share();
  Node top = ui::row(9, {chips(page, question), std::move(words)});
  ui::stack_of(top).across = Align::centre;
  return {std::move(top)};
}

std::optional<Node> note(const Page& page, const survey::Question& question, const visit::Asking& asking) {
  std::string words = note_text(page, question, asking.note);
  if (words.empty()) return std::nullopt;
  return note_of(std::move(words), page.aside(), 2);
}

std::optional<Node> small_note(const Page& page, const survey::Question& question,
                               const visit::Asking& asking) {
  std::string words = note_text(page, question, asking.note);
  if (words.empty()) return std::nullopt;
  return note_of(std::move(words), Style::caption, 0);
}

Node question_head(const Page& page, const survey::Question& question, const visit::Asking& asking) {
  std::vector<Node> lines = titled(page, question, page.say(question.text));
  if (auto line = note(page, question, asking)) {
    lines.push_back(std::move(*line));
  } else if (!page.say(question.hint).empty()) {
    lines.push_back(
        ui::text(Role::text, {.words = page.say(question.hint), .style = page.aside(), .ink = Ink::muted}));
  }
  return ui::column(page.portrait() ? 6 : 4, std::move(lines));
}

namespace {

Node within_margins(std::vector<Node> content, double top, double bottom) {
  Node node = ui::column(0, std::move(content));
  ui::stack_of(node).padding = {.start = margin, .top = top, .end = margin, .bottom = bottom};
  return node;
}

Node ground(std::vector<Node> content) {
  Node root = ui::column(0, std::move(content));
  root.look = {.fill = Ink::paper};
  root.width = share();
  root.height = share();
  return root;
}

}  // namespace

Node whole(const Page& page, std::vector<Node> upper, std::vector<Node> lower, std::optional<Node> bar) {
  for (Node& node : lower) upper.push_back(std::move(node));
  std::vector<Node> content{
      within_margins(std::move(upper), page.portrait() ? 15.5 : 10, bar ? gap : margin)};
  content[0].height = share();
  if (bar) content.push_back(std::move(*bar));
  return ground(std::move(content));
}

Node whole_or_low(const Page& page, std::vector<Node> upper, std::vector<Node> lower, Node bar,
                  std::optional<double> reach) {
  constexpr double low_part = 0.45;
  if (page.low()) reach = low_part;
  if (!reach) return whole(page, std::move(upper), std::move(lower), std::move(bar));
  Node reachable = within_margins(std::move(lower), 0, gap);
  reachable.height = share();
  std::vector<Node> content{within_margins(std::move(upper), 15.5, gap),
                            ui::column(0, {std::move(reachable), std::move(bar)})};
  content[0].height = share();
  content[1].height = mm(*reach * page.context.height_mm);
  return ground(std::move(content));
}

}  // namespace kiosk::screens
