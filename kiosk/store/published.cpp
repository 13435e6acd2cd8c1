#include "kiosk/store/published.h"

#include <algorithm>
#include <cassert>
#include <vector>

namespace kiosk::store {

namespace {

constexpr std::uint64_t plus_one = 1;
constexpr std::uint64_t minus_one = ~std::uint64_t{0};  // unsigned: adding it wraps round to one less

void change(Scores& scores, const Vote& vote, std::uint64_t by) {
  (vote.dont_know ? scores.dont_know : scores.opinions) += by;
  for (std::size_t i = 0; i < scores.options.size(); ++i) {
    if ((vote.options >> i & 1U) != 0) scores.options[i] += by;
  }
  for (std::size_t i = 0; i < scores.points.size(); ++i) scores.points[i] += by * vote.points.at(i);
}

using Shown = std::vector<std::optional<std::uint64_t>>;

/// Hides the next smallest option, and the next, until nobody can subtract their way to a hidden one.
void hide_complement(Shown& options, const Scores& scores) {
  std::size_t hidden = 0;
  std::uint64_t together = 0;
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (options[i]) continue;
    ++hidden;
    together += scores.options[i];
  }
  while (hidden > 0 && hidden < options.size() && (hidden < 2 || together < smallest_cell)) {
    auto next = options.end();
    for (auto option = options.begin(); option != options.end(); ++option) {
      if (*option && (next == options.end() || **option < **next)) next = option;
    }
    ++hidden;
    together += **next;
    next->reset();
  }
}

Shown shown_points(const Scores& scores, std::size_t count) {
  Shown points;
  for (std::size_t i = 0; i < count; ++i) {
    points.push_back(scores.options[i] < smallest_cell ? std::nullopt : std::optional{scores.points.at(i)});
  }
  hide_complement(points, scores);
  return points;
}

}  // namespace

void add(Scores& scores, const Vote& vote) { change(scores, vote, plus_one); }
void remove(Scores& scores, const Vote& vote) { change(scores, vote, minus_one); }

bool publish_if_grown(Standing& standing, std::uint64_t step) {
  assert(step > 0);
  if (standing.live.opinions < standing.published.opinions + step) return false;
  standing.published = standing.live;
  return true;
}

std::optional<survey::Tally> shown(const Scores& published, const survey::Question& question) {
  if (published.opinions == 0) return std::nullopt;
  survey::Tally tally;
  tally.dont_know = published.dont_know < smallest_cell ? 0 : published.dont_know;
  tally.answers = published.opinions + tally.dont_know;
  for (std::size_t i = 0; i < std::min(question.options.size(), published.options.size()); ++i) {
    const std::uint64_t chosen = published.options[i];
    const std::uint64_t others = published.opinions - chosen;
    const bool hidden = chosen < smallest_cell || others < smallest_cell;
    tally.options.push_back(hidden ? std::nullopt : std::optional{chosen});
  }
  if (survey::chooses_one(question)) hide_complement(tally.options, published);
  if (question.kind == survey::Kind::weigh) tally.points = shown_points(published, question.options.size());
  return tally;
}

}  // namespace kiosk::store
