#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "kiosk/survey/survey.h"

/// What everyone may see of the answers: the rule, without a disk.
///
/// Whoever looks just before and just after one visitor answers can subtract, however many answered before.
/// So what is shown stands still until `step` more people gave their opinion than when it last moved, and
/// then moves over all of them at once. That is asked of the growth, not of the number of saves: a visitor
/// who goes back and answers otherwise, or takes an answer back, can undo growth but never make any. Each
/// published state therefore holds at least `step` more opinions than the one before it, and any two of them
/// differ by at least `step` answers.
///
/// "Don't know" makes nothing move: how many said so must not follow from the moment at which the rest moved.
namespace kiosk::store {

/// By how many opinions what is shown grows at least: k.
inline constexpr std::uint64_t default_step = 10;

/// Fewer than this are not shown apart.
inline constexpr std::uint64_t smallest_cell = 5;

/// How often a question was answered, and how.
struct Scores {
  std::uint64_t opinions = 0;  ///< answers other than "don't know", also those in own words alone
  std::uint64_t dont_know = 0;
  std::array<std::uint64_t, survey::most_options> options{};   ///< how often each was chosen, or got points
  std::array<std::uint64_t, survey::most_interests> points{};  ///< of a weigh: all that each got

  friend bool operator==(const Scores&, const Scores&) = default;
};

/// What one answer adds to the scores.
struct Vote {
  bool dont_know = false;
  std::uint64_t options = 0;  ///< bit i: option i was chosen, or got points
  survey::Points points{};    ///< of a weigh
};

/// The scores of one question: as they are, and as they were when they were last published.
struct Standing {
  Scores live;
  Scores published;  ///< no opinions: never yet

  friend bool operator==(const Standing&, const Standing&) = default;
};

void add(Scores& scores, const Vote& vote);

/// Takes back what add() did with the same vote.
void remove(Scores& scores, const Vote& vote);

/// Publishes the scores as they are where they have grown by `step` opinions (at least 1). Tells whether it
/// did.
bool publish_if_grown(Standing& standing, std::uint64_t step);

/// What may be shown of published scores; nothing while nothing was published.
///
/// Hidden are: an option that fewer than smallest_cell chose, and one that all but fewer than that chose.
/// Where a visitor chooses one option, the numbers add up, so next to a hidden option the next smallest is
/// hidden too, until those hidden are at least two, and at least smallest_cell together. A "don't know" of
/// fewer than smallest_cell is given as 0, and not counted in `answers` either. Points of a weigh add up too:
/// those of an interest to which fewer than smallest_cell gave any are hidden, and the next smallest as
/// above.
std::optional<survey::Tally> shown(const Scores& published, const survey::Question& question);

}  // namespace kiosk::store
