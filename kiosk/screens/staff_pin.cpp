#include <algorithm>
#include <string>
#include <utility>

#include "kiosk/screens/message.h"
#include "kiosk/screens/staff.h"

namespace kiosk::screens {

using survey::StaffPhrase;
using ui::Align;
using ui::Ink;
using ui::mm;
using ui::Node;
using ui::Role;
using ui::share;
using ui::Style;

namespace {

constexpr int seconds_told = 90;  // beyond that in minutes

std::string what_to_do(const Counter& counter, const visit::PinPage& pin) {
  const auto number = [](int n) { return static_cast<std::uint64_t>(std::max(n, 0)); };
  if (pin.unusable) return counter.say(StaffPhrase::pin_unusable);
  if (pin.locked_until && pin.locked_seconds > seconds_told) {
    return counter.say(StaffPhrase::pin_locked_minutes, number((pin.locked_seconds + 59) / 60));
  }
  if (pin.locked_until) return counter.say(StaffPhrase::pin_locked, number(pin.locked_seconds));
  if (pin.wrong) return counter.say(StaffPhrase::wrong_pin, number(pin.tries_left));
  if (pin.too_few) return counter.say(StaffPhrase::pin_too_short);
  return counter.say(pin.judging ? StaffPhrase::pin_judging : StaffPhrase::enter_pin);
}

/// How many digits are in, never which.
Node dots(const visit::PinPage& pin) {
  constexpr double size = 12;
  std::vector<Node> row{ui::space(share())};
  for (std::size_t i = 0; i < visit::pin_digits; ++i) {
    Node dot;
    dot.width = mm(size);
    dot.height = mm(size);
    const bool in = i < pin.digits.size();
    dot.look = {.fill = in ? Ink::ink : Ink::paper, .edge = Ink::ink, .edge_mm = 1.4, .radius_mm = size / 2};
    row.push_back(std::move(dot));
  }
  row.push_back(ui::space(share()));
  return ui::row(8, std::move(row));
}

Node pad_key(std::string label, Node face, visit::Event on_tap) {
  Node node = ui::stack(ui::Axis::over, 0, {std::move(face)});
  node.role = Role::key;
  node.label = std::move(label);
  node.on_tap = std::move(on_tap);
  node.width = share();
  node.height = share();
  node.look = {.fill = Ink::surface,
               .edge = Ink::line,
               .edge_mm = 0.7,
               .radius_mm = 6,
               .lip = Ink::key_edge,
               .lip_mm = 1.4};
  ui::Stack& inside = ui::stack_of(node);
  inside.along = Align::centre;
  inside.across = Align::centre;
  return node;
}

Node digit_key(char digit) {
  const std::string label(1, digit);
  return pad_key(
      label,
      ui::text(Role::part, {.words = label, .style = Style::statement, .bold = true, .align = Align::centre}),
      visit::DigitPressed{digit});
}

Node pad(const Counter& counter) {
  constexpr double apart = 6;
  std::vector<Node> rows;
  for (const char* digits : {"123", "456", "789"}) {
    std::vector<Node> row;
    for (const char* digit = digits; *digit != '\0'; ++digit) row.push_back(digit_key(*digit));
    rows.push_back(ui::row(apart, std::move(row)));
  }
  rows.push_back(
      ui::row(apart, {pad_key(counter.say(StaffPhrase::erase_digit),
                              ui::picture(ui::Icon::backspace, 15, Ink::ink), visit::DigitErased{}),
                      digit_key('0'),
                      pad_key(counter.say(StaffPhrase::enter),
                              ui::picture(ui::Icon::arrow_right, 15, Ink::ink), visit::PinEntered{})}));
  for (Node& row : rows) row.height = counter.portrait() ? mm(41, 25) : mm(30, 25);
  Node keys = ui::column(apart, std::move(rows));
  keys.width = mm(counter.portrait() ? 200 : 160);
  ui::stack_of(keys).never_mirrored = true;
  Node node = ui::row(0, {ui::space(share()), std::move(keys), ui::space(share())});
  return node;
}

Node to_the_questions(const Counter& counter) {
  Node node = staff_button(counter, counter.say(StaffPhrase::to_the_questions), visit::StaffLeft{});
  node.is_back = true;
  return node;
}

}  // namespace

Node pin_pad(const Counter& counter, const visit::PinPage& pin) {
  const bool calm = !pin.wrong && !pin.locked_until && !pin.unusable && !pin.too_few;
  std::vector<Node> upper{
      staff_header(counter, language_button(counter)),
      ui::space(share()),
      centred(Role::heading, counter.say(StaffPhrase::title), Style::display, true, Ink::ink),
      ui::space(mm(4, 2)),
      centred(Role::status, what_to_do(counter, pin), Style::body, !calm, calm ? Ink::muted : Ink::improve),
      ui::space(mm(counter.portrait() ? 16 : 6, 4)),
      dots(pin),
      ui::space(mm(counter.portrait() ? 20 : 6, 4))};
  return whole(counter.page, std::move(upper),
               {pad(counter), ui::space(mm(counter.portrait() ? 20 : 6, 4)), to_the_questions(counter)},
               std::nullopt);
}

Node no_pin(const Counter& counter) {
  return whole(counter.page,
               {staff_header(counter, language_button(counter)),
                message(disc(60, Ink::line, ui::Icon::pause, 30, Ink::ink),
                        counter.say(StaffPhrase::pin_none), {counter.say(StaffPhrase::pin_none_text)}, 14)},
               {to_the_questions(counter)}, std::nullopt);
}

}  // namespace kiosk::screens
