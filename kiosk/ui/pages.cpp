#include "kiosk/ui/pages.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "kiosk/text/number.h"

namespace kiosk::ui {

namespace {

constexpr double least_target_mm = 25.2;  // high: an answer, as the other choices

void replace(std::string& words, const std::string& place, const std::string& number) {
  if (const std::size_t at = words.find(place); at != std::string::npos) {
    words.replace(at, place.size(), number);
  }
}

/// Writes in `node` and all that it holds which page this is.
void number_pages(Node& node, const std::string& page, const std::string& count) {
  const auto fill_in = [&](std::string& words) {
    replace(words, "{n}", page);
    replace(words, "{m}", count);
  };
  fill_in(node.label);
  if (auto* text = std::get_if<Text>(&node.content)) fill_in(text->words);
  if (auto* stack = std::get_if<Stack>(&node.content)) {
    for (Node& child : stack->children) number_pages(child, page, count);
  }
}

Stack unfold(const Pages& pages, std::size_t count, const std::string& language) {
  const std::size_t per_page = (pages.choices.size() + count - 1) / count;
  const std::size_t page = pages.turned % count;
  std::vector<Node> shown;
  for (std::size_t i = page * per_page; i < std::min(pages.choices.size(), (page + 1) * per_page); ++i) {
    shown.push_back(pages.choices[i]);
  }
  std::optional<Node> more;
  std::size_t places = per_page;  // also on the last page, so that every page has choices of one size
  if (count > 1) {
    more = pages.more.front();
    number_pages(*more, text::number_in(language, static_cast<long>(page) + 1),
                 text::number_in(language, static_cast<long>(count)));
  }
  if (more && !pages.more_below) {
    shown.push_back(*std::exchange(more, std::nullopt));
    ++places;
  }
  const std::size_t columns = std::min(pages.columns, places);
  std::vector<Node> rows;
  for (std::size_t first = 0; first < places; first += columns) {
    std::vector<Node> row;
    for (std::size_t i = first; i < first + columns; ++i) {
      row.push_back(i < shown.size() ? std::move(shown[i]) : space(share()));
      row.back().width = share();
    }
    Node node = ui::row(pages.gap_mm, std::move(row));
    node.height = pages.row;
    rows.push_back(std::move(node));
  }
  if (more) {
    more->height = mm(30, least_target_mm);
    rows.push_back(std::move(*more));
  }
  return {.axis = Axis::down, .gap_mm = pages.gap_mm, .along = pages.along, .children = std::move(rows)};
}

}  // namespace

Node unfold_all(Node node, std::size_t count, const std::string& language) {
  if (const auto* pages = std::get_if<Pages>(&node.content)) {
    node.content = unfold(*pages, count, language);
  } else if (auto* stack = std::get_if<Stack>(&node.content)) {
    for (Node& child : stack->children) child = unfold_all(std::move(child), count, language);
  }
  return node;
}

bool holds_pages(const Node& node) {
  const auto* stack = std::get_if<Stack>(&node.content);
  return std::holds_alternative<Pages>(node.content) ||
         (stack != nullptr && std::any_of(stack->children.begin(), stack->children.end(), holds_pages));
}

std::size_t most_pages(const Node& node) {
  if (const auto* pages = std::get_if<Pages>(&node.content)) {
    return pages->more.empty() ? 1 : std::max<std::size_t>(1, pages->choices.size());
  }
  std::size_t most = 1;
  if (const auto* stack = std::get_if<Stack>(&node.content)) {
    for (const Node& child : stack->children) most = std::max(most, most_pages(child));
  }
  return most;
}

}  // namespace kiosk::ui
