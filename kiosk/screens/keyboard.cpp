#include "kiosk/screens/keyboard.h"

#include <utility>

#include "kiosk/text/letters.h"
#include "kiosk/visit/typing.h"

namespace kiosk::screens {

using survey::Key;
using survey::Phrase;
using ui::Ink;
using ui::mm;
using ui::Node;
using ui::Role;
using ui::share;
using ui::Style;

namespace {

constexpr double key_gap = 3;            // mm; keys need no more (Colle & Hiszem 2004)
constexpr double key_height = 25.6;      // with the glass upright
constexpr double low_key_height = 20.3;  // lying, where height is scarce; never below 20 mm, rounded to px
constexpr double lip = 1.4;              // its lower edge
constexpr double widest_key = 30;        // mm; wider ones make two hands travel for nothing

Node key_node(Role role, std::string label, Node face, Ink fill, visit::Event on_tap) {
  Node node = ui::stack(ui::Axis::over, 0, {std::move(face)});
  node.role = role;
  node.label = std::move(label);
  node.on_tap = std::move(on_tap);
  node.look = {
      .fill = fill, .edge = Ink::line, .edge_mm = 0.7, .radius_mm = 3.4, .lip = Ink::key_edge, .lip_mm = lip};
  ui::Stack& inside = ui::stack_of(node);
  inside.along = ui::Align::centre;
  inside.across = ui::Align::centre;
  inside.padding = {.start = 0.7, .top = 0.7, .end = 0.7, .bottom = lip};  // letters stand on its upper face
  return node;
}

Node words_face(std::string words, Style style) {
  return ui::text(Role::part,
                  {.words = std::move(words), .style = style, .bold = true, .align = ui::Align::centre});
}

/// All that a key needs to know of what is being written.
struct Writing {
  const Page& page;
  const visit::Asking& asking;
  std::size_t question;
  const std::string& words;
  bool capital;
};

Node insert_key(const Writing& writing, const Key& key) {
  const auto in_case = [&](const std::string& text) {
    return writing.capital ? text::capitals(text, writing.page.pack().keyboard.language) : text;
  };
  const std::string cap = in_case(key.cap);
  Node node = key_node(Role::key, cap, words_face(cap, Style::key), Ink::surface,
                       visit::Typed{writing.question, in_case(key.text)});
  if (!key.alternatives.empty()) {
    std::vector<std::string> offered{in_case(key.text)};
    for (const std::string& text : key.alternatives) offered.push_back(in_case(text));
    node.on_hold = visit::AlternativesOffered{writing.question, std::move(offered)};
  }
  return node;
}

Node shift_key(const Writing& writing) {
  const bool locked = writing.asking.typing.shift == visit::Typing::Shift::locked;
  Node node = key_node(Role::key, writing.page.say(Phrase::shift),
                       ui::picture(locked ? ui::Icon::shift_locked : ui::Icon::shift, 11,
                                   writing.capital ? Ink::on_ink : Ink::ink),
                       writing.capital ? Ink::ink : Ink::key_special, visit::ShiftPressed{});
  node.selected = writing.capital;
  return node;
}

Node backspace_key(const Writing& writing) {
  Node node =
      key_node(Role::key, writing.page.say(Phrase::backspace), ui::picture(ui::Icon::backspace, 11, Ink::ink),
               Ink::key_special, visit::Erased{writing.question, text::last_letter_bytes(writing.words)});
  node.repeats = true;
  return node;
}

Node node_of(const Writing& writing, const Key& key) {
  switch (key.does) {
    case Key::Does::insert:
      return insert_key(writing, key);
    case Key::Does::space: {
      std::string label = writing.page.say(Phrase::space);
      return key_node(Role::key, label, words_face(label, Style::tag), Ink::surface,
                      visit::Typed{writing.question, " "});
    }
    case Key::Does::shift:
      return shift_key(writing);
    case Key::Does::backspace:
      return backspace_key(writing);
    case Key::Does::page:
      return key_node(Role::key, key.cap, words_face(key.cap, Style::tag), Ink::key_special,
                      visit::PageTurned{key.page});
  }
  return ui::space(share());
}

/// What a key that was held down can type, in the place of the first row.
Node alternatives_row(const Writing& writing, double columns) {
  std::vector<Node> row;
  for (const std::string& text : writing.asking.typing.alternatives) {
    row.push_back(key_node(Role::key, text, words_face(text, Style::key), Ink::surface,
                           visit::Typed{writing.question, text}));
    row.back().width = share();
    row.back().height = share();
  }
  const double left = columns - static_cast<double>(row.size());
  if (left > 0) row.push_back(ui::space(share(left)));
  return ui::row(key_gap, std::move(row));
}

Node keys_row(const Writing& writing, const survey::KeyRow& keys) {
  std::vector<Node> row;
  if (keys.inset > 0) row.push_back(ui::space(share(keys.inset)));
  for (const Key& key : keys.keys) {
    Node node = node_of(writing, key);
    node.width = share(key.width);
    node.height = share();
    row.push_back(std::move(node));
  }
  if (keys.inset > 0) row.push_back(ui::space(share(keys.inset)));
  Node node = ui::row(key_gap, std::move(row));
  node.height = mm(writing.page.portrait() ? key_height : low_key_height);
  return node;
}

}  // namespace

Node keyboard(const Page& page, const visit::Asking& asking) {
  const visit::Turn& turn = turn_on_screen(asking.visit);
  const Writing writing{page, asking, visit::question_of(asking.visit), turn.draft.words,
                        visit::next_is_capital(asking.typing, turn.draft.words)};
  std::vector<Node> rows;
  const survey::Keyboard& layout = page.pack().keyboard;
  const survey::KeyPage* shown = layout.page(asking.typing.page);
  if (shown == nullptr)
    shown = &layout.pages.front();  // another language's keyboard may name its pages otherwise
  for (const survey::KeyRow& keys : shown->rows) rows.push_back(keys_row(writing, keys));
  if (!asking.typing.alternatives.empty()) {
    const ui::Extent height = rows.front().height;
    rows.front() = alternatives_row(writing, layout.columns);
    rows.front().height = height;
  }
  Node keys = ui::column(key_gap, std::move(rows));
  keys.width = page.portrait() ? share() : mm(layout.columns * (widest_key + key_gap) - key_gap);

  Node ground = ui::column(0, {std::move(keys)});
  ground.look = {.fill = Ink::keyboard};
  ui::Stack& inside = ui::stack_of(ground);
  inside.across = ui::Align::centre;
  inside.never_mirrored = true;
  inside.padding = {
      .start = 5.2, .top = page.portrait() ? 6.0 : 3.0, .end = 5.2, .bottom = page.portrait() ? 4.9 : 2.0};
  return ground;
}

}  // namespace kiosk::screens
