#include "kiosk/store/standings.h"

#include <array>

#include "kiosk/store/bytes.h"
#include "kiosk/store/counts.h"

namespace kiosk::store {

namespace {

constexpr std::size_t numbers = 2 + survey::most_options;
constexpr std::size_t scores_bytes = numbers * sizeof(std::uint64_t);
using Value = std::array<unsigned char, 2 * scores_bytes>;

void put_scores(std::span<unsigned char> bytes, const Scores& scores) {
  put_number(bytes, 0, scores.opinions);
  put_number(bytes, 8, scores.dont_know);
  for (std::size_t i = 0; i < scores.options.size(); ++i) put_number(bytes, 16 + 8 * i, scores.options[i]);
}

Scores get_scores(Bytes bytes) {
  Scores scores;
  scores.opinions = get_number<std::uint64_t>(bytes, 0);
  scores.dont_know = get_number<std::uint64_t>(bytes, 8);
  for (std::size_t i = 0; i < scores.options.size(); ++i) {
    scores.options[i] = get_number<std::uint64_t>(bytes, 16 + 8 * i);
  }
  return scores;
}

}  // namespace

Result<Standing, StoreError> standing_of(Transaction& transaction, Table standings, const SetId& set,
                                         std::uint16_t question) {
  const auto stored = transaction.get(standings, key_of(set, question));
  if (!stored) return stored.error();
  if (!*stored) return Standing{};
  const Bytes bytes = **stored;
  if (bytes.size() != sizeof(Value)) return StoreError{StoreError::Kind::corrupt, 0, "count an answer", {}};
  return Standing{get_scores(bytes.first(scores_bytes)), get_scores(bytes.subspan(scores_bytes))};
}

Result<Done, StoreError> put_standing(Transaction& transaction, Table standings, const SetId& set,
                                      std::uint16_t question, const Standing& standing) {
  Value value{};
  put_scores(std::span{value}.first(scores_bytes), standing.live);
  put_scores(std::span{value}.subspan(scores_bytes), standing.published);
  return transaction.put(standings, key_of(set, question), value);
}

}  // namespace kiosk::store
