#include "kiosk/survey/survey.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace kiosk::survey {

const std::string& Words::in(const Language& language, const Language& fallback) const {
  static const std::string nothing;
  for (const Language& wanted : {language, fallback}) {
    if (const auto found = by_language.find(wanted); found != by_language.end()) return found->second;
  }
  return nothing;
}

std::vector<std::size_t> asked_from(const Survey& survey, std::size_t first) {
  std::vector<std::size_t> asked;
  for (std::size_t i = 0; i < survey.questions.size(); ++i) {
    const std::size_t question = (first + i) % survey.questions.size();
    if (asks(survey.questions[question])) asked.push_back(question);
  }
  return asked;
}

std::optional<std::size_t> segment_question(const Survey& survey) {
  const auto asks = std::find_if(survey.questions.begin(), survey.questions.end(),
                                 [](const Question& question) { return question.segment; });
  if (asks == survey.questions.end()) return std::nullopt;
  return static_cast<std::size_t>(asks - survey.questions.begin());
}

std::vector<std::size_t> phases_of(const Survey& survey) {
  std::vector<std::size_t> phases;
  for (std::size_t i = 0; i < survey.questions.size(); ++i) {
    if (survey.questions[i].minutes > 0) phases.push_back(i);
  }
  return phases;
}

std::vector<const std::string*> all_wording(const Survey& survey) {
  std::vector<const std::string*> all;
  const auto add = [&all](const Words& words) {
    for (const auto& [language, text] : words.by_language) all.push_back(&text);
  };
  add(survey.title);
  for (const Question& question : survey.questions) {
    for (const Words* words : {&question.tag, &question.text, &question.hint}) add(*words);
    for (const Option& option : question.options) add(option.label);
  }
  return all;
}

unsigned given_in(const Points& points) { return std::accumulate(points.begin(), points.end(), 0U); }

std::uint64_t options_with(const Points& points) {
  std::uint64_t options = 0;
  for (std::size_t i = 0; i < points.size(); ++i) options |= std::uint64_t{points[i] > 0} << i;
  return options;
}

Order order_from(std::uint64_t number, std::size_t count) {
  assert(count <= most_options);
  Order left(count);
  std::iota(left.begin(), left.end(), std::uint8_t{0});
  Order order;
  order.reserve(count);
  for (std::size_t remaining = count; remaining > 0; --remaining) {
    const auto pick = static_cast<std::ptrdiff_t>(number % remaining);
    number /= remaining;
    order.push_back(left[static_cast<std::size_t>(pick)]);
    left.erase(left.begin() + pick);
  }
  return order;
}

Order order_of(const Question& question, std::uint64_t luck) {
  Order order = order_from(0, question.options.size());
  if (question.kind == Kind::scale) {
    if (luck % 2 == 1) std::reverse(order.begin(), order.end());
    return order;
  }
  if (question.fixed_order) return order;
  order = order_from(luck, question.options.size());
  std::stable_partition(order.begin(), order.end(),
                        [&](std::uint8_t option) { return !question.options[option].last; });
  return order;
}

std::uint64_t number_of(const Order& order) {
  std::uint64_t number = 0;
  for (std::size_t i = order.size(); i-- > 0;) {
    std::uint64_t smaller_after = 0;  // the position of order[i] among the options not yet placed
    for (std::size_t j = i + 1; j < order.size(); ++j) smaller_after += order[j] < order[i] ? 1U : 0U;
    number = number * (order.size() - i) + smaller_after;
  }
  return number;
}

}  // namespace kiosk::survey
