#include <algorithm>
#include <string>
#include <utility>

#include "kiosk/base/overloaded.h"
#include "kiosk/screens/message.h"
#include "kiosk/screens/staff.h"
#include "kiosk/screens/utility_bar.h"
#include "kiosk/visit/first_sight.h"

namespace kiosk::screens {

using survey::StaffPhrase;
using ui::Ink;
using ui::mm;
using ui::Node;
using ui::Role;
using ui::share;
using ui::Style;
using From = visit::OfferedSet::From;

namespace {

const std::string& title_of(const Counter& counter, const survey::Survey& set) {
  return set.title.in(counter.phrases().language(), set.default_language());
}

/// Where a set comes from.
std::string origin_of(const Counter& counter, const visit::OfferedSet& offered) {
  switch (offered.from) {
    case From::stick:
      return counter.say(StaffPhrase::from_stick) + " " + offered.file;
    case From::before:
      return counter.say(StaffPhrase::used_before);
    case From::station:
      break;
  }
  return counter.say(StaffPhrase::of_station);
}

Node set_button(const Counter& counter, const visit::OfferedSet& offered, std::size_t number) {
  const bool sound = offered.set != nullptr;
  const std::string name = sound ? title_of(counter, *offered.set) : offered.file;
  const std::string more = sound ? origin_of(counter, offered) : counter.say(StaffPhrase::faulty_set);
  Node words = ui::column(1, {ui::text(Role::part, {.words = name, .style = Style::answer, .bold = true}),
                              ui::text(Role::part, {.words = more,
                                                    .style = Style::caption,
                                                    .bold = true,
                                                    .ink = sound ? Ink::muted : Ink::improve})});
  words.width = share();
  Node node =
      ui::row(8, {ui::picture(sound ? ui::Icon::stick : ui::Icon::cross, 13, sound ? Ink::ink : Ink::improve),
                  std::move(words)});
  if (sound && offered.from != From::stick) {
    ui::stack_of(node).children[0] = ui::picture(ui::Icon::arrow_left, 13, Ink::ink);
  }
  node.role = Role::button;
  node.label = name + ". " + more;
  node.on_tap = visit::StaffEvent{visit::SetPicked{number}};
  node.look = {.fill = Ink::surface, .edge = Ink::border, .edge_mm = 1.1, .radius_mm = 7.7};
  ui::Stack& stack = ui::stack_of(node);
  stack.across = ui::Align::centre;
  stack.padding = {.start = 8, .top = 4, .end = 8, .bottom = 4};
  return node;
}

Node list_of(const Counter& counter, const visit::SetsPage& sets) {
  ui::Pages pages{.choices = {},
                  .columns = counter.portrait() ? 1U : 2U,
                  .gap_mm = gap,
                  .row = mm(38, 29),
                  .more = {staff_button(counter, counter.phrases().in(StaffPhrase::more_sets, "{n}", "{m}"),
                                        visit::StaffEvent{visit::SetsTurned{}})},
                  .more_below = true,
                  .turned = sets.turned};
  for (std::size_t number = 0; number < sets.sets.size(); ++number) {
    pages.choices.push_back(set_button(counter, sets.sets[number], number));
  }
  Node node;
  node.content = std::move(pages);
  node.height = share();
  return node;
}

Node way_back(const Counter& counter, visit::StaffEvent event) {
  Node node = staff_button(counter, counter.say(StaffPhrase::back), std::move(event));
  node.is_back = true;
  return node;
}

/// What is wrong, in a row with the line of the file where it is.
Node told(const Counter& counter, const visit::SetFault& fault) {
  Node words = ui::text(Role::text, {.words = fault.told, .style = Style::caption});
  words.width = share();
  if (fault.line == 0) return ui::row(0, {std::move(words)});
  Node place = ui::text(Role::text,
                        {.words = counter.say(StaffPhrase::fault_at, static_cast<std::uint64_t>(fault.line)),
                         .style = Style::caption,
                         .bold = true});
  place.width = mm(48);
  return ui::row(5, {std::move(place), std::move(words)});
}

/// What is wrong with a set.
Node faults(const Counter& counter, const visit::OfferedSet& offered) {
  constexpr std::size_t most_shown = 6;
  const std::size_t shown = std::min(offered.faults.size(), most_shown);
  std::vector<Node> lines;
  for (std::size_t at = 0; at < shown; ++at) lines.push_back(told(counter, offered.faults[at]));
  lines = rows_of(std::move(lines), counter.portrait() ? 1 : 2, 12);
  if (const std::size_t more = offered.faults.size() - shown; more > 0)
    lines.push_back(staff_line(counter.say(StaffPhrase::more_faults, more)));
  Node all = ui::column(4, std::move(lines));
  all.look = {.fill = Ink::improve_soft, .radius_mm = 5};
  ui::stack_of(all).padding = {.start = 7, .top = 5, .end = 7, .bottom = 5};
  return whole(counter.page,
               {staff_header(counter, locks_in(counter)), ui::space(mm(counter.portrait() ? 16 : 6, 4)),
                staff_title(counter.say(StaffPhrase::faulty_set)), ui::space(mm(6, 3)),
                ui::text(Role::text, {.words = offered.file, .style = Style::tag, .bold = true}),
                ui::space(mm(6, 3)), staff_line(counter.say(StaffPhrase::mend_set)), ui::space(mm(8, 3)),
                std::move(all), ui::space(share()), ui::space(mm(gap))},
               {way_back(counter, visit::FaultLeft{})}, std::nullopt);
}

/// What is there to be seen but not to be tapped.
void take_taps_off(Node& node) {
  if (node.on_tap) node.role = Role::text;
  node.on_tap.reset();
  node.on_hold.reset();
  node.is_back = false;
  std::visit(Overloaded{
                 [](ui::Stack& stack) {
                   for (Node& child : stack.children) take_taps_off(child);
                 },
                 [](ui::Pages& pages) {
                   for (Node& choice : pages.choices) take_taps_off(choice);
                   for (Node& more : pages.more) take_taps_off(more);
                 },
                 [](const auto&) {},
             },
             node.content);
}

/// One question of a set as the next visitor would find it.
Node first_sight(const Counter& counter, const survey::Survey& set, std::size_t question) {
  const Context& now = counter.page.context;
  const Context then{.survey = set,
                     .languages = now.languages,
                     .portrait = now.portrait,
                     .height_mm = now.height_mm,
                     .show_results = now.show_results,
                     .logo = now.logo,
                     .results_from = now.results_from,
                     .staff = now.staff,
                     .station = now.station,
                     .has_power = now.has_power,
                     .upgrades_from = now.upgrades_from};
  visit::State sight = visit::first_sight(set, question);
  for (std::size_t i = 0; i < now.languages.size(); ++i) {
    if (now.languages[i].phrases.language() == counter.phrases().language()) sight.comfort.language = i;
  }
  ui::Screen screen = show(then, sight);
  take_taps_off(screen.root);
  return std::move(screen.root);
}

Node turn_button(const Counter& counter, bool onward) {
  Node node = staff_button(counter, counter.say(onward ? StaffPhrase::following : StaffPhrase::previous),
                           visit::StaffEvent{visit::LookTurned{onward}});
  ui::stack_of(node).children = {
      ui::picture(onward ? ui::Icon::arrow_right : ui::Icon::arrow_left, 13, Ink::ink, Style::button)};
  node.width = mm(29, 23);
  return node;
}

/// What staff do with the set that they look at. In the place of the utility bar, which they need not judge:
/// the rest of the screen is as visitors will see it.
Node look_bar(const Counter& counter, const visit::LookPage& look) {
  const std::uint64_t count = look.offered.set->questions.size();
  Node where = ui::text(Role::text, {.words = counter.say(StaffPhrase::screen_of, look.at + 1, count),
                                     .style = Style::caption,
                                     .bold = true,
                                     .align = ui::Align::centre});
  where.width = ui::grows();
  Node take = staff_button(counter, counter.say(StaffPhrase::take_set), visit::StaffEvent{visit::SetTaken{}},
                           Weight::main);
  take.busy = look.keeping;
  take.width = ui::grows();
  Node back = way_back(counter, visit::SetsOpened{});
  back.width = ui::grows();
  Node buttons = ui::row(gap, {turn_button(counter, false), std::move(where), turn_button(counter, true),
                               std::move(back), std::move(take)});
  buttons.height = share();
  ui::Stack& row = ui::stack_of(buttons);
  row.across = ui::Align::centre;
  row.padding = {.start = margin, .top = 0, .end = margin, .bottom = 0};
  Node line;
  line.height = mm(0.8);
  line.look = {.fill = Ink::border};
  Node node = ui::column(0, {std::move(line), std::move(buttons)});
  node.height = utility_bar_height(counter.page);
  node.look = {.fill = Ink::keyboard};
  return node;
}

}  // namespace

Node question_sets(const Counter& counter, const visit::SetsPage& sets) {
  if (sets.faulty) return faults(counter, sets.sets[*sets.faulty]);
  std::vector<Node> upper{
      staff_header(counter, locks_in(counter)), ui::space(mm(counter.portrait() ? 16 : 6, 4)),
      staff_title(counter.say(StaffPhrase::load_questions)), ui::space(mm(4, 2)),
      staff_line(counter.say(StaffPhrase::in_use) + " " + title_of(counter, counter.page.survey()))};
  const auto add_line = [&](StaffPhrase phrase) {
    upper.push_back(ui::space(mm(4, 2)));
    upper.push_back(staff_line(counter.say(phrase)));
  };
  if (counter.staff.new_set) add_line(StaffPhrase::comes_next);
  if (sets.trying) add_line(StaffPhrase::trying_set);
  if (!sets.loaded) add_line(StaffPhrase::sets_waiting);
  if (sets.loaded && sets.sets.empty()) add_line(StaffPhrase::no_sets);
  upper.push_back(ui::space(mm(counter.portrait() ? 10 : 5, 3)));
  const bool offers = sets.loaded && !sets.trying && !sets.sets.empty();
  upper.push_back(offers ? list_of(counter, sets) : ui::space(share()));
  upper.push_back(ui::space(mm(gap)));
  return whole(counter.page, std::move(upper), {way_back(counter, visit::HomeOpened{})}, std::nullopt);
}

Node look_at_set(const Counter& counter, const visit::LookPage& look) {
  const survey::Survey& set = *look.offered.set;
  std::vector<Node> over{first_sight(counter, set, look.at)};
  std::vector<Node> lower{ui::space(share())};
  if (look.not_kept) {
    lower.push_back(ui::column(0, {ui::text(Role::text, {.words = counter.say(StaffPhrase::set_not_kept),
                                                         .style = Style::body,
                                                         .ink = Ink::on_strong})}));
    lower.back().look = {.fill = Ink::improve};
    ui::stack_of(lower.back()).padding = {.start = margin, .top = 5, .end = margin, .bottom = 5};
  }
  lower.push_back(look_bar(counter, look));
  over.push_back(ui::column(0, std::move(lower)));
  over.back().width = share();
  over.back().height = share();
  return ui::stack(ui::Axis::over, 0, std::move(over));
}

}  // namespace kiosk::screens
