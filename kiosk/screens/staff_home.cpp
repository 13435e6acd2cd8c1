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

StaffPhrase sentence(visit::StickTrouble trouble) {
  switch (trouble) {
    case visit::StickTrouble::no_port:
      return StaffPhrase::no_port;
    case visit::StickTrouble::other_system:
      return StaffPhrase::other_system;
    case visit::StickTrouble::several_parts:
      return StaffPhrase::several_parts;
    case visit::StickTrouble::several_sticks:
      return StaffPhrase::several_sticks;
    case visit::StickTrouble::read_only:
      return StaffPhrase::stick_read_only;
    case visit::StickTrouble::dirty:
      return StaffPhrase::dirty;
    case visit::StickTrouble::odd_size:
      return StaffPhrase::odd_size;
    case visit::StickTrouble::hostile:
      return StaffPhrase::hostile;
    case visit::StickTrouble::none:
    case visit::StickTrouble::unreadable:
      break;
  }
  return StaffPhrase::unreadable;
}

/// One figure in a card: what it is, how much, and a word more.
Node figure(std::string what, std::string number, std::string more) {
  std::vector<Node> lines{
      ui::text(Role::text,
               {.words = std::move(what), .style = Style::caption, .bold = true, .ink = Ink::muted}),
      ui::text(Role::text, {.words = std::move(number), .style = Style::question, .bold = true})};
  if (!more.empty())
    lines.push_back(
        ui::text(Role::text, {.words = std::move(more), .style = Style::caption, .ink = Ink::muted}));
  Node node = ui::column(2, std::move(lines));
  node.width = share();
  node.look = {.fill = Ink::surface, .edge = Ink::line, .edge_mm = 0.7, .radius_mm = 7};
  ui::stack_of(node).padding = {.start = 6, .top = 5, .end = 5, .bottom = 5};
  return node;
}

Node figures(const Counter& counter, const visit::Health& health) {
  std::string exported = counter.say(StaffPhrase::never_exported);
  if (health.open > 0) exported = counter.say(StaffPhrase::open_answers, health.open);
  if (health.exported_on) {
    exported = counter.say(StaffPhrase::exported_on) + " " + counter.date(*health.exported_on);
  }
  const bool well = health.complaints.empty();
  const auto percent = static_cast<std::uint64_t>(std::max(health.store_percent, 0));
  return ui::row(
      gap,
      {figure(counter.say(StaffPhrase::answers), counter.say(health.all), counter.say(StaffPhrase::all_sets)),
       figure(counter.say(StaffPhrase::to_export), counter.say(health.to_export), std::move(exported)),
       figure(counter.say(StaffPhrase::storage_full), counter.say(StaffPhrase::percent, percent),
              well ? counter.say(StaffPhrase::healthy) : "")});
}

/// The short name of a question; the question itself where several have the same.
std::string name_of(const Counter& counter, const survey::Question& question) {
  const survey::Language& language = counter.phrases().language();
  const survey::Survey& survey = counter.page.survey();
  const std::string& tag = question.tag.in(language, survey.default_language());
  const auto named_so = [&](const survey::Question& other) {
    return other.tag.in(language, survey.default_language()) == tag;
  };
  const auto count = std::count_if(survey.questions.begin(), survey.questions.end(), named_so);
  return count > 1 ? question.text.in(language, survey.default_language()) : tag;
}

/// One question: its name, a bar beside those of the others, and how many answers it has.
Node question_row(const Counter& counter, const survey::Question& question, std::uint64_t answers,
                  std::uint64_t most) {
  Node name =
      ui::text(Role::text, {.words = name_of(counter, question), .style = Style::caption, .bold = true});
  name.width = share(6);
  Node filled = bar(most == 0 ? 0 : static_cast<double>(answers) / static_cast<double>(most),
                    ink_of(question.tone).strong, 10);
  filled.width = share(3.4);
  Node number =
      ui::text(Role::text,
               {.words = counter.say(answers), .style = Style::caption, .bold = true, .align = Align::end});
  number.width = share(1.4);
  Node row = ui::row(5, {std::move(name), std::move(filled), std::move(number)});
  ui::stack_of(row).across = Align::centre;
  return row;
}

Node questions(const Counter& counter, const visit::Health& health) {
  const auto& asked = counter.page.survey().questions;
  std::uint64_t most = 0;
  for (const std::uint64_t answers : health.answers) most = std::max(most, answers);
  std::vector<Node> rows{
      ui::text(Role::heading,
               {.words = counter.say(StaffPhrase::answers_by_question), .style = Style::tag, .bold = true})};
  for (std::size_t i = 0; i < asked.size() && i < health.answers.size(); ++i) {
    if (survey::asks(asked[i])) rows.push_back(question_row(counter, asked[i], health.answers[i], most));
  }
  return ui::column(counter.portrait() ? 7 : 3, std::move(rows));
}

std::string room_on(const Counter& counter, const visit::Stick& stick) {
  constexpr std::uint64_t mega = 1'000'000;  // as it stands on a stick
  constexpr std::uint64_t giga = 1'000 * mega;
  if (stick.free_bytes >= giga) return counter.say(StaffPhrase::gigabytes_free, stick.free_bytes / giga);
  return counter.say(StaffPhrase::megabytes_free, stick.free_bytes / mega);
}

Node stick_card(const Counter& counter) {
  const visit::Stick& stick = counter.state.stick;
  std::string title = counter.say(StaffPhrase::no_stick);
  std::string more = counter.say(StaffPhrase::no_stick_text);
  if (counter.state.exporting.running) {
    title = counter.say(StaffPhrase::exporting);
    more = counter.say(StaffPhrase::keep_it_in);
  } else if (stick.looking) {
    title = counter.say(StaffPhrase::stick_found);
    more = counter.say(StaffPhrase::looking);
  } else if (stick.usable()) {
    title = counter.say(StaffPhrase::stick_found);
    if (!stick.label.empty()) title += ": " + stick.label;
    more = room_on(counter, stick);
  } else if (stick.there) {
    const bool may_serve = stick.trouble == visit::StickTrouble::dirty;
    title = counter.say(may_serve ? StaffPhrase::stick_found : StaffPhrase::stick_trouble);
    more = counter.say(sentence(stick.trouble));
  } else if (stick.trouble == visit::StickTrouble::no_port) {
    title = counter.say(StaffPhrase::no_sticks_here);
    more = counter.say(StaffPhrase::no_port);
  }
  const bool found = stick.usable();
  const bool no_port = stick.trouble == visit::StickTrouble::no_port;
  const bool trouble =
      (stick.there || no_port) && !found && !stick.looking && !counter.state.exporting.running;
  const Ink strong = found ? Ink::keep : trouble ? Ink::improve : Ink::muted;
  Node words = ui::column(
      2, {ui::text(Role::text, {.words = std::move(title), .style = Style::tag, .bold = true}),
          ui::text(
              Role::text,
              {.words = std::move(more), .style = Style::caption, .ink = trouble ? Ink::ink : Ink::muted})});
  words.width = share();
  Node node = ui::row(8, {ui::picture(ui::Icon::stick, 17, strong), std::move(words)});
  node.look = {.fill = found     ? Ink::keep_soft
                       : trouble ? Ink::improve_soft
                                 : Ink::surface,
               .edge = found || trouble ? strong : Ink::line,
               .edge_mm = found || trouble ? 1.1 : 0.7,
               .radius_mm = 7};
  ui::Stack& stack = ui::stack_of(node);
  stack.across = Align::centre;
  stack.padding = {.start = 8, .top = 5, .end = 8, .bottom = 5};
  return node;
}

/// Is there an export to begin or to look at? Then that is the main thing to do.
bool offers_export(const Counter& counter) {
  const visit::State& state = counter.state;
  return state.stick.usable() || state.exporting.running || state.exporting.outcome.has_value();
}

Node export_button(const Counter& counter) {
  const bool running = counter.state.exporting.running || counter.state.exporting.outcome.has_value();
  Node node = running ? staff_button(counter, counter.say(StaffPhrase::export_running), visit::ExportOpened{},
                                     Weight::main)
                      : staff_button(counter, counter.say(StaffPhrase::export_to_stick), visit::ExportAsked{},
                                     Weight::main);
  node.height = counter.portrait() ? mm(38, 29) : mm(27, 23);
  return node;
}

/// What there is to do besides.
std::vector<Node> actions(const Counter& counter, const visit::Health& health) {
  std::string texts = counter.say(StaffPhrase::review_texts);
  if (health.unread_texts > 0) {
    texts += " (" + counter.say(health.unread_texts) + ")";
  }
  const bool closed = counter.staff.closed;
  std::vector<Node> buttons{
      staff_button(counter, std::move(texts), visit::TextsOpened{}),
      staff_button(counter, counter.say(StaffPhrase::load_questions), visit::SetsOpened{}),
      staff_button(counter, counter.say(StaffPhrase::try_out), visit::TrialsOpened{}),
      staff_button(counter, counter.say(StaffPhrase::cleaning), visit::CleaningOpened{}),
      staff_button(counter, counter.say(closed ? StaffPhrase::in_service : StaffPhrase::out_of_service),
                   visit::ServiceChanged{!closed}),
      staff_button(counter, counter.say(StaffPhrase::power), visit::PowerOpened{}),
      staff_button(counter, counter.say(StaffPhrase::lock), visit::StaffLeft{})};
  if (!survey::phases_of(counter.page.survey()).empty()) {
    const Weight weight = offers_export(counter) ? Weight::plain : Weight::main;
    buttons.insert(buttons.begin(),
                   staff_button(counter, counter.say(StaffPhrase::guided), visit::GuidedOpened{}, weight));
  }
  if (counter.page.context.upgrades_from) {
    const auto last = buttons.end() - 1;
    buttons.insert(last, staff_button(counter, counter.say(StaffPhrase::upgrade), visit::UpgradeOpened{}));
  }
  return buttons;
}

/// What can be done with the stick that is there; nothing where none is.
std::optional<Node> stick_button(const Counter& counter) {
  const visit::State& state = counter.state;
  if (state.stick.trouble == visit::StickTrouble::dirty) {
    return staff_button(counter, counter.say(StaffPhrase::use_anyway), visit::StickTrusted{});
  }
  if (!offers_export(counter)) return std::nullopt;
  return export_button(counter);
}

/// A heading's height of air between what stands below each other.
Node air(const Counter& counter) { return ui::space(mm(counter.portrait() ? 9 : 5, 3)); }

}  // namespace

Node staff_home(const Counter& counter) {
  const visit::Health health = counter.staff.health.value_or(visit::Health{});
  Node top = ui::row(8, {locks_in(counter), language_button(counter)});
  ui::stack_of(top).across = Align::centre;
  std::vector<Node> lower;
  if (!counter.portrait()) lower.push_back(ui::space(mm(3, 2)));  // however much there is above
  if (auto node = stick_button(counter)) {
    lower.push_back(std::move(*node));
    lower.push_back(ui::space(mm(gap)));
  }
  std::vector<Node> buttons = actions(counter, health);
  const bool many = buttons.size() > 8;
  lower.push_back(staff_buttons(counter, std::move(buttons), many ? 5 : 4));

  // What several things are wrong for is said in the place of how many answered what.
  const std::size_t most = counter.portrait() && !many ? 7 : 5;  // of two lines each, on a panel of 22 inch
  auto wrong = staff_alert(counter, health, most);
  const bool much = alerts(counter, health) > 1;
  Node chart = wrong && much ? std::move(*wrong) : questions(counter, health);
  std::vector<Node> upper{staff_header(counter, std::move(top)), air(counter)};
  if (wrong && !much) {
    upper.push_back(std::move(*wrong));
    upper.push_back(ui::space(mm(gap, 3)));
  }
  if (counter.portrait()) {
    upper.push_back(figures(counter, health));
    upper.push_back(air(counter));
    upper.push_back(std::move(chart));
    upper.push_back(ui::space(share()));
    upper.push_back(ui::space(mm(3, 2)));
    upper.push_back(stick_card(counter));
    upper.push_back(ui::space(mm(gap)));
    return whole(counter.page, std::move(upper), std::move(lower), std::nullopt);
  }
  Node left = ui::column(5, {figures(counter, health), stick_card(counter)});
  left.width = share();
  chart.width = share();
  upper.push_back(ui::row(12, {std::move(left), std::move(chart)}));
  upper.push_back(ui::space(share()));
  return whole(counter.page, std::move(upper), std::move(lower), std::nullopt);
}

Node power(const Counter& counter) {
  std::vector<Node> lower;
  const auto add = [&](StaffPhrase phrase, visit::Event on_tap, bool back) {
    Node node = staff_button(counter, counter.say(phrase), std::move(on_tap));
    node.is_back = back;
    lower.push_back(std::move(node));
    lower.push_back(ui::space(mm(gap)));
  };
  using visit::EndAsked;
  using visit::Ending;
  if (counter.page.context.has_power) {
    add(StaffPhrase::switch_off, EndAsked{Ending::power_off}, false);
    add(StaffPhrase::restart, EndAsked{Ending::restart}, false);
  } else {
    add(StaffPhrase::close_program, EndAsked{Ending::close}, false);
  }
  add(StaffPhrase::back, visit::HomeOpened{}, true);
  lower.pop_back();
  return whole(counter.page,
               {staff_header(counter, locks_in(counter)),
                message(disc(60, Ink::line, ui::Icon::pause, 30, Ink::ink), counter.say(StaffPhrase::power),
                        {counter.say(StaffPhrase::power_text)}, counter.portrait() ? 14 : 6)},
               std::move(lower), std::nullopt);
}

Node wiping(const Counter& counter, const visit::CleaningPage& cleaning) {
  constexpr double all = 30;
  return whole(
      counter.page,
      {staff_header(counter, ui::space(mm(0))),
       message(countdown(counter.page, cleaning.seconds_left, cleaning.seconds_left / all),
               counter.say(StaffPhrase::cleaning),
               {counter.say(StaffPhrase::cleaning_text, static_cast<std::uint64_t>(cleaning.seconds_left))},
               counter.portrait() ? 14 : 6)},
      {}, std::nullopt);
}

}  // namespace kiosk::screens
