#include "kiosk/screens/staff.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "kiosk/base/overloaded.h"
#include "kiosk/text/date.h"
#include "kiosk/text/number.h"
#include "kiosk/text/plural.h"

namespace kiosk::screens {

using survey::StaffPhrase;
using ui::Align;
using ui::Ink;
using ui::mm;
using ui::Node;
using ui::Role;
using ui::share;
using ui::Style;

std::string Counter::say(std::uint64_t n) const {
  return text::number_in(phrases().language(), static_cast<long>(n));
}

std::string Counter::say(StaffPhrase phrase, std::uint64_t n) const {
  const auto number = static_cast<long>(n);
  return phrases().in(phrase, say(n), text::plural_of(phrases().language(), number));
}

std::string Counter::say(StaffPhrase phrase, std::uint64_t n, std::uint64_t of) const {
  return phrases().in(phrase, say(n), say(of));
}

std::string Counter::date(Day day) const { return text::date_in(phrases().language(), day); }

Node staff_header(const Counter& counter, Node end) {
  const std::string title =
      fmt::format("{} {}", counter.say(StaffPhrase::station), counter.page.context.station);
  Node node = titled_header(counter.page, counter.staff.known ? title : counter.say(StaffPhrase::title),
                            std::move(end));
  node.height = mm(23);
  return node;
}

Node language_button(const Counter& counter) {
  const bool english = counter.staff.english;
  Node node = button(counter.page.context.staff[english ? 0 : 1].own_name(),
                     visit::StaffLanguageChosen{!english}, {.before = ui::Icon::globe, .style = Style::tag});
  node.height = mm(23);
  return node;
}

Node locks_in(const Counter& counter) {
  return ui::text(Role::text, {.words = counter.say(StaffPhrase::locks_in,
                                                    static_cast<std::uint64_t>(counter.staff.seconds_left)),
                               .style = Style::caption,
                               .bold = true,
                               .ink = Ink::muted});
}

Node staff_title(std::string words) {
  return ui::text(Role::heading, {.words = std::move(words), .style = Style::question, .bold = true});
}

Node staff_line(std::string words) {
  return ui::text(Role::text, {.words = std::move(words), .style = Style::body, .ink = Ink::muted});
}

Node bar(double part, Ink ink, double height_mm) {
  constexpr double least = 0.001;  // a share of nothing is no share
  const double filled = std::clamp(part, 0.0, 1.0);
  std::vector<Node> parts;
  if (filled > 0) {
    Node full;
    full.width = share(std::max(filled, least));
    full.height = share();
    full.look = {.fill = ink, .radius_mm = 2};
    parts.push_back(std::move(full));
  }
  parts.push_back(ui::space(share(std::max(1 - filled, least))));
  Node node = ui::row(0, std::move(parts));
  node.height = mm(height_mm);
  node.look = {.fill = Ink::line, .radius_mm = 2};
  return node;
}

Node staff_button(const Counter& counter, std::string label, visit::Event on_tap, Weight weight) {
  Node node = button(std::move(label), std::move(on_tap), {.weight = weight});
  node.height = counter.portrait() ? mm(29) : mm(25, 23);
  return node;
}

std::vector<Node> rows_of(std::vector<Node> nodes, std::size_t columns, double apart_mm) {
  std::vector<Node> rows;
  for (std::size_t first = 0; first < nodes.size(); first += columns) {
    std::vector<Node> row;
    for (std::size_t i = first; i < std::min(first + columns, nodes.size()); ++i) {
      nodes[i].width = share();
      row.push_back(std::move(nodes[i]));
    }
    rows.push_back(ui::row(apart_mm, std::move(row)));
  }
  return rows;
}

Node staff_buttons(const Counter& counter, std::vector<Node> buttons, std::size_t columns_lying) {
  return ui::column(gap, rows_of(std::move(buttons), counter.portrait() ? 2 : columns_lying, gap));
}

Node staff_screen(const Counter& counter) {
  return std::visit(Overloaded{
                        [&](const visit::PinPage& page) { return pin_pad(counter, page); },
                        [&](const visit::NoPinPage&) { return no_pin(counter); },
                        [&](const visit::HomePage&) { return staff_home(counter); },
                        [&](const visit::ExportPage&) { return export_progress(counter); },
                        [&](const visit::TextsPage& page) { return review_texts(counter, page); },
                        [&](const visit::TrialsPage& page) {
                          return page.touching ? touch_squares(counter, page) : try_out(counter, page);
                        },
                        [&](const visit::CleaningPage& page) { return wiping(counter, page); },
                        [&](const visit::PowerPage&) { return power(counter); },
                        [&](const visit::SetsPage& page) { return question_sets(counter, page); },
                        [&](const visit::LookPage& page) { return look_at_set(counter, page); },
                        [&](const visit::GuidedPage&) { return lead_the_hour(counter); },
                        [&](const visit::UpgradePage& page) { return upgrade(counter, page); },
                    },
                    counter.staff.page);
}

std::string staff_screen_key(const visit::Staff& staff) {
  return std::visit(
      Overloaded{
          [](const visit::PinPage&) -> std::string { return "pin"; },
          [](const visit::NoPinPage&) -> std::string { return "no pin"; },
          [](const visit::HomePage&) -> std::string { return "home"; },
          [](const visit::ExportPage&) -> std::string { return "export"; },
          [](const visit::TextsPage& page) {
            return fmt::format("texts {} of {}{}", page.at, page.writings.size(),
                               page.asking_why ? " why" : "");
          },
          [](const visit::TrialsPage& page) -> std::string { return page.touching ? "touch" : "trials"; },
          [](const visit::CleaningPage&) -> std::string { return "cleaning"; },
          [](const visit::PowerPage&) -> std::string { return "power"; },
          [](const visit::SetsPage& page) {
            return fmt::format("sets {}{}", page.turned, page.faulty ? " faulty" : "");
          },
          [](const visit::LookPage& page) { return fmt::format("look {}", page.at); },
          [](const visit::GuidedPage&) -> std::string { return "guided"; },
          [](const visit::UpgradePage& page) {
            return fmt::format("upgrade {}", static_cast<int>(page.stage));
          },
      },
      staff.page);
}

}  // namespace kiosk::screens
