#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "kiosk/batch/reading.h"
#include "kiosk/store/published.h"

namespace kiosk::batch {

/// How often a question was answered by choosing, and by saying "don't know".
struct Given {
  std::uint64_t choices = 0;
  std::uint64_t dont_know = 0;
};

/// A day, and its part (0: not kept).
using DayAndPart = std::pair<Day, int>;

/// What somebody wrote.
struct Written {
  std::string words;
  std::string language;
  bool reviewed = false;  ///< staff said that it may be shown
};

/// Everything that a report tells of one question: sums, and some of the words. Wordings of a question under
/// the same ids, with the same options, are one question.
struct AskedTally {
  std::shared_ptr<const survey::Survey> survey;  ///< whose wording is told: the last one in use
  std::uint16_t question = 0;
  std::set<std::string> wordings;  ///< hashes of the sets it was asked in
  store::Scores all;
  store::Scores marked;                                 ///< of these: perhaps not meant
  std::array<std::uint64_t, 5> reasons{};               ///< of "don't know", by survey::Reason
  std::array<std::array<std::uint64_t, 2>, 2> sides{};  ///< dilemma: [shown first][chosen]
  std::map<std::string, store::Scores> by_segment;      ///< by the id of the group; "" where it is not known
  std::map<DayAndPart, Given> by_day;
  std::map<std::string, Given> by_language;
  std::map<std::string, Given> by_station;
  std::vector<Written> words;    ///< the first of them, in the random order of the batches; no hidden ones
  std::uint64_t words_told = 0;  ///< all that are not hidden
  std::uint64_t words_hidden = 0;

  const survey::Question& asked() const { return survey->questions[question]; }
};

/// Sums over batches. Costs the same memory for any number of answers.
class Tally {
 public:
  /// The most words of a question that are kept.
  static constexpr std::size_t most_words = 500;

  /// Begins a file: what is added next comes from it. `file` outlives the adding.
  void begin(const ReadFile& file);
  void add(const Line& line);

  /// All questions that were answered: sets by id, questions in the order of their set.
  std::vector<const AskedTally*> questions() const;

 private:
  struct Key {
    std::string set;
    std::string question;
    std::vector<std::string> options;
    friend bool operator<(const Key& a, const Key& b) {
      return std::tie(a.set, a.question, a.options) < std::tie(b.set, b.question, b.options);
    }
  };
  AskedTally& tally_of(std::uint16_t question);
  void add_choice(AskedTally& tally, const Line& line) const;
  static void add_words(AskedTally& tally, const Line& line);

  std::map<Key, AskedTally> tallies_;
  std::map<Key, std::pair<Day, std::string>>
      told_in_;  // when, and in which set, the wording that is told was used
  const ReadFile* file_ = nullptr;
  std::vector<AskedTally*> of_file_;  // by question; null where none was answered yet
};

}  // namespace kiosk::batch
