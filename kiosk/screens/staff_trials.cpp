#include <array>
#include <string>
#include <utility>

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
using visit::Trial;
using visit::TrialResult;

namespace {

constexpr std::array<StaffPhrase, visit::trials> trial_names{
    StaffPhrase::trial_touch, StaffPhrase::trial_storage, StaffPhrase::trial_letters,
    StaffPhrase::trial_clock, StaffPhrase::trial_room,    StaffPhrase::trial_stick};

struct Outcome {
  StaffPhrase words;
  Ink ink;
  std::optional<ui::Icon> icon;
};

Outcome outcome_of(TrialResult result, bool by_hand) {
  switch (result) {
    case TrialResult::passed:
      return {StaffPhrase::passed, Ink::keep, ui::Icon::check};
    case TrialResult::failed:
      return {StaffPhrase::failed, Ink::improve, ui::Icon::cross};
    case TrialResult::left_out:
      return {StaffPhrase::left_out_trial, Ink::muted, std::nullopt};
    case TrialResult::waiting:
      break;
  }
  return {by_hand ? StaffPhrase::to_be_done : StaffPhrase::waiting, Ink::muted, std::nullopt};
}

Node trial_row(const Counter& counter, std::size_t trial, TrialResult result) {
  const bool by_hand = static_cast<Trial>(trial) == Trial::touch;
  const Outcome outcome = outcome_of(result, by_hand);
  Node name =
      ui::text(Role::text, {.words = counter.say(trial_names.at(trial)), .style = Style::tag, .bold = true});
  name.width = share(3);
  Node sign;
  sign.width = mm(12);
  if (outcome.icon) sign = ui::picture(*outcome.icon, 12, outcome.ink);
  Node told =
      ui::text(Role::text,
               {.words = counter.say(outcome.words), .style = Style::tag, .bold = true, .ink = outcome.ink});
  told.width = share(2);
  Node row = ui::row(6, {std::move(name), std::move(sign), std::move(told)});
  row.look = {.fill = Ink::surface, .edge = Ink::line, .edge_mm = 0.7, .radius_mm = 5};
  ui::Stack& stack = ui::stack_of(row);
  stack.across = Align::centre;
  stack.padding = {.start = 8, .top = 5, .end = 8, .bottom = 5};
  return row;
}

}  // namespace

Node try_out(const Counter& counter, const visit::TrialsPage& tried) {
  std::vector<Node> rows;
  for (std::size_t i = 0; i < trial_names.size(); ++i)
    rows.push_back(trial_row(counter, i, tried.results.at(i)));
  Node back = staff_button(counter, counter.say(StaffPhrase::back), visit::HomeOpened{});
  back.is_back = true;
  return whole(
      counter.page,
      {staff_header(counter, locks_in(counter)), ui::space(mm(counter.portrait() ? 24 : 6, 4)),
       staff_title(counter.say(StaffPhrase::try_out)), ui::space(mm(12, 4)),
       ui::column(counter.portrait() ? gap : 3, std::move(rows)), ui::space(share())},
      {nav_row(counter.page, {std::move(back), staff_button(counter, counter.say(StaffPhrase::touch_all),
                                                            visit::TouchTrialBegan{}, Weight::main)})},
      std::nullopt);
}

Node touch_squares(const Counter& counter, const visit::TrialsPage& tried) {
  std::vector<Node> rows;
  const std::size_t columns = counter.portrait() ? visit::TrialsPage::columns : visit::TrialsPage::rows;
  for (std::size_t first = 0; first < tried.touched.size(); first += columns) {
    std::vector<Node> row;
    for (std::size_t i = first; i < first + columns; ++i) {
      const bool touched = tried.touched.at(i);
      Node square = ui::stack(ui::Axis::over, 0,
                              {touched ? ui::picture(ui::Icon::check, 16, Ink::keep)
                                       : ui::picture(ui::Icon::finger, 16, Ink::ink)});
      square.role = Role::checkbox;
      square.label = counter.say(i + 1);
      square.selected = touched;
      square.on_tap = visit::SquareTouched{i};
      square.width = share();
      square.height = share();
      square.look = {.fill = touched ? Ink::keep_soft : Ink::surface,
                     .edge = touched ? Ink::keep : Ink::border,
                     .edge_mm = 1.1,
                     .radius_mm = 4};
      ui::stack_of(square).along = Align::centre;
      ui::stack_of(square).across = Align::centre;
      row.push_back(std::move(square));
    }
    Node line = ui::row(3, std::move(row));
    line.height = share();
    rows.push_back(std::move(line));
  }
  Node fails = staff_button(counter, counter.say(StaffPhrase::touch_fails), visit::TouchTrialEnded{});
  fails.is_back = true;
  rows.push_back(std::move(fails));
  Node root = ui::column(3, std::move(rows));
  root.look = {.fill = Ink::paper};
  root.width = share();
  root.height = share();
  return root;
}

}  // namespace kiosk::screens
