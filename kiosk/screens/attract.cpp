#include <algorithm>
#include <utility>

#include "kiosk/screens/guest.h"
#include "kiosk/screens/slide.h"
#include "kiosk/screens/utility_bar.h"

namespace kiosk::screens {

using survey::Phrase;
using ui::Align;
using ui::Ink;
using ui::mm;
using ui::Node;
using ui::Role;
using ui::share;
using ui::Style;

namespace {

constexpr std::uint64_t crowd = 10;  // "N went before you" encourages only from some number on

/// A dot for each slide, the one on screen drawn out.
Node dots(const Page& page, std::size_t showing) {
  const survey::Survey& survey = page.survey();
  std::vector<Node> row;
  for (std::size_t i = 0; i < survey.questions.size(); ++i) {
    Node dot;
    dot.width = mm(i == showing ? 15 : 4.4);
    dot.height = mm(4.4);
    dot.look = {.fill = i == showing ? Ink::ink : Ink::dot, .radius_mm = 2.2};
    row.push_back(std::move(dot));
  }
  Node node = ui::row(2.8, std::move(row));
  ui::stack_of(node).across = Align::centre;
  if (!survey::asks(survey.questions[showing])) return node;
  const std::vector<std::size_t> asked = survey::asked_from(survey, 0);
  const auto number = std::find(asked.begin(), asked.end(), showing) - asked.begin() + 1;
  node.role = Role::progress;
  node.label = page.say(Phrase::progress, static_cast<long>(number), static_cast<long>(asked.size()));
  return node;
}

/// An info asks nothing that could be answered.
std::string call(const Page& page, const survey::Question& slide) {
  return page.say(survey::asks(slide) ? Phrase::start : Phrase::begin);
}

/// What the slide says: a question with a promise under it, or an info.
Node slide_words(const Page& page, const survey::Question& slide) {
  const bool asks = survey::asks(slide);
  const std::string& under = asks ? page.say(Phrase::promise) : page.say(slide.hint);
  return ui::column(
      page.by_size(9, 8, 7),
      {ui::row(0, {chips(page, slide), ui::space(share())}),
       ui::text(Role::heading, {.words = page.say(slide.text), .style = Style::display, .bold = true}),
       ui::text(Role::text, {.words = under, .style = page.aside(), .ink = asks ? Ink::muted : Ink::ink})});
}

/// The picture of an info, where it has one. It gives way to words: it is smaller, or not there.
std::optional<Node> slide_picture(const Page& page, const survey::Question& slide) {
  if (!slide.picture || slide.picture->image == nullptr) return std::nullopt;
  const double most = page.portrait() ? 0.4 : 0.45;  // of the height: the words come first
  Node node;
  node.role = Role::image;
  node.label = page.say(slide.picture->shows);
  node.look = {.fill = Ink::logo_ground, .radius_mm = 7.7};  // what shows through does so on light ground
  node.content = ui::ImagePlace{slide.picture->image, most * page.context.height_mm};
  return node;
}

}  // namespace

Node start_button(const Page& page, const survey::Question& slide, std::size_t question) {
  Node node =
      button(call(page, slide), visit::Began{question},
             {.weight = Weight::main, .before = ui::Icon::finger, .style = Style::question, .radius_mm = 12});
  node.height = mm(72, 40);
  return node;
}

Node slide_screen(const Page& page, const survey::Question& slide, Node end, std::vector<Node> foot,
                  const SlideRoom& room) {
  constexpr double less_above_a_picture = 24;
  std::optional<Node> picture = slide_picture(page, slide);
  std::vector<Node> upper{header(page, std::move(end))};
  std::vector<Node> lower;
  if (page.portrait()) {
    upper.push_back(ui::space(mm(std::max(room.above_mm - (picture ? less_above_a_picture : 0), 8.0), 8)));
    upper.push_back(slide_words(page, slide));
    if (picture) {
      upper.push_back(ui::space(mm(9, 0)));
      upper.push_back(std::move(*picture));
    }
    lower.push_back(ui::space(share()));
    lower.push_back(ui::space(mm(8, 5)));  // also where large words leave no other room
    for (Node& node : foot) lower.push_back(std::move(node));
    lower.push_back(ui::space(mm(room.below_mm, 4)));
  } else {
    Node words = slide_words(page, slide);
    words.width = share(1.25);
    const bool has_picture = picture.has_value();
    if (has_picture) {
      foot.insert(foot.begin(), ui::space(mm(9, 0)));
      foot.insert(foot.begin(), std::move(*picture));
    }
    Node beside = ui::column(0, std::move(foot));
    beside.width = share();
    if (has_picture) beside.height = share();
    ui::stack_of(beside).along = Align::centre;
    Node halves = ui::row(18, {std::move(words), std::move(beside)});
    halves.height = share();
    ui::stack_of(halves).across = Align::centre;
    upper.push_back(ui::space(mm(8, 2)));
    upper.push_back(std::move(halves));
    upper.push_back(ui::space(mm(8, 2)));
  }
  return whole(page, std::move(upper), std::move(lower), utility_bar(page, Stoppable::no));
}

namespace {

/// How many answered this question before; nothing while that is not known or not many.
std::vector<Node> predecessors(const Page& page, const std::optional<survey::Tally>& tally) {
  if (!tally || tally->answers < crowd) return {};
  return {ui::space(mm(8, 4)),
          ui::text(Role::text, {.words = page.say(Phrase::predecessors, static_cast<long>(tally->answers)),
                                .style = Style::caption,
                                .bold = true,
                                .ink = Ink::muted,
                                .align = Align::centre})};
}

}  // namespace

Node attract(const Page& page, const visit::Attract& state, const survey::Published& published) {
  const survey::Question& slide = page.survey().questions[state.slide];
  const std::size_t first = survey::asked_from(page.survey(), state.slide).front();
  const auto tally = state.slide < published.size() ? published[state.slide] : std::nullopt;

  std::vector<Node> foot{start_button(page, slide, first)};
  for (Node& node : predecessors(page, tally)) foot.push_back(std::move(node));
  const bool any_before = foot.size() > 1;
  Node root = slide_screen(page, slide, dots(page, state.slide), std::move(foot),
                           {.above_mm = 44, .below_mm = any_before ? 18.0 : 34.0});
  root.on_tap = visit::Began{first};  // a passer-by taps the question as often as the button
  root.label = call(page, slide);
  return root;
}

}  // namespace kiosk::screens
