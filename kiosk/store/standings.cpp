#include "kiosk/store/standings.h"

#include <algorithm>
#include <array>

#include "kiosk/store/bytes.h"
#include "kiosk/store/counts.h"

namespace kiosk::store {

namespace {

constexpr std::size_t numbers = 2 + survey::most_options + survey::most_interests;
constexpr std::size_t points_at = 16 + 8 * survey::most_options;
constexpr std::size_t scores_bytes = numbers * sizeof(std::uint64_t);
constexpr std::size_t standings_tag_at = 2 * scores_bytes;
using StandingsValue = std::array<unsigned char, standings_tag_at + 8>;

void put_scores(std::span<unsigned char> bytes, const Scores& scores) {
  put_number(bytes, 0, scores.opinions);
  put_number(bytes, 8, scores.dont_know);
  for (std::size_t i = 0; i < scores.options.size(); ++i) put_number(bytes, 16 + 8 * i, scores.options[i]);
  for (std::size_t i = 0; i < scores.points.size(); ++i)
    put_number(bytes, points_at + 8 * i, scores.points[i]);
}

Scores get_scores(Bytes bytes) {
  Scores scores;
  scores.opinions = get_number<std::uint64_t>(bytes, 0);
  scores.dont_know = get_number<std::uint64_t>(bytes, 8);
  for (std::size_t i = 0; i < scores.options.size(); ++i) {
    scores.options[i] = get_number<std::uint64_t>(bytes, 16 + 8 * i);
  }
  for (std::size_t i = 0; i < scores.points.size(); ++i) {
    scores.points[i] = get_number<std::uint64_t>(bytes, points_at + 8 * i);
  }
  return scores;
}

}  // namespace

Result<Standing, Damage> decode_standing(const KeyValue& row, const TagKey& tag_key) {
  if (row.value.size() != sizeof(StandingsValue)) return Damage::size;
  const auto tag = tag_of(row.key, row.value.first(standings_tag_at), tag_key);
  if (!std::equal(tag.begin(), tag.end(), row.value.begin() + standings_tag_at)) return Damage::tag;
  return Standing{get_scores(row.value.first(scores_bytes)),
                  get_scores(row.value.subspan(scores_bytes, scores_bytes))};
}

Result<Standing, StoreError> standing_of(Transaction& transaction, Table standings, const TagKey& tag_key,
                                         const SetId& set, std::uint16_t question) {
  const auto key = key_of(set, question);
  const auto stored = transaction.get(standings, key);
  if (!stored) return stored.error();
  if (!*stored) return Standing{};
  const auto standing = decode_standing({key, **stored}, tag_key);
  if (!standing) return StoreError{StoreError::Kind::corrupt, 0, "count an answer", {}};
  return *standing;
}

Result<Done, StoreError> put_standing(Transaction& transaction, Table standings, const TagKey& tag_key,
                                      const SetId& set, std::uint16_t question, const Standing& standing) {
  const auto key = key_of(set, question);
  StandingsValue value{};
  put_scores(std::span{value}.first(scores_bytes), standing.live);
  put_scores(std::span{value}.subspan(scores_bytes), standing.published);
  const auto tag = tag_of(key, std::span{value}.first(standings_tag_at), tag_key);
  std::copy(tag.begin(), tag.end(), value.begin() + standings_tag_at);
  return transaction.put(standings, key, value);
}

}  // namespace kiosk::store
