#include "kiosk/store/open_batch.h"

#include <algorithm>

#include "kiosk/store/counts.h"
#include "kiosk/store/standings.h"

namespace kiosk::store {

namespace {

StoreError damaged() { return {StoreError::Kind::corrupt, 0, {}, {}}; }

std::uint64_t Counts::*count_of(Outcome outcome) {
  return outcome == Outcome::chosen ? &Counts::choices : &Counts::dont_know;
}

/// Counts a row, and that it is marked where it is.
Result<Done, StoreError> count_row(Transaction& transaction, const Tables& tables, const TagKey& tag_key,
                                   const SetId& set, std::uint16_t question, std::uint64_t Counts::*which,
                                   const Circumstances& given, int by) {
  auto counted = change_count(transaction, tables.counts, tag_key, set, question, which, by);
  if (!counted || given.flags == 0) return counted;
  return change_count(transaction, tables.counts, tag_key, set, question, &Counts::marked, by);
}

using Change = void (*)(Scores&, const Vote&);

Result<Done, StoreError> change_standing(Transaction& transaction, const Tables& tables,
                                         const TagKey& tag_key, const SetId& set, std::uint16_t question,
                                         Change change, const Vote& vote) {
  auto standing = standing_of(transaction, tables.standings, tag_key, set, question);
  if (!standing) return standing.error();
  change(standing->live, vote);
  return put_standing(transaction, tables.standings, tag_key, set, question, *standing);
}

}  // namespace

/// Values are sorted and begin with the id, so the record is the first that is not before the id followed by
/// zeros.
Result<std::optional<Record>, StoreError> OpenBatch::find(const Id& id) {
  Record lowest{};
  std::copy(id.begin(), id.end(), lowest.begin());
  auto cursor = transaction_.cursor(tables_.answers);
  if (!cursor) return cursor.error();
  const auto found = cursor->at_or_after(set_, lowest);
  if (!found) return found.error();
  if (!*found || (*found)->value.size() != sizeof(Record)) return std::optional<Record>{};
  const Bytes value = (*found)->value;
  if (!std::equal(id.begin(), id.end(), value.begin())) return std::optional<Record>{};
  Record record{};
  std::copy(value.begin(), value.end(), record.begin());
  return std::optional<Record>{record};
}

Result<bool, StoreError> OpenBatch::add_choice(const survey::Answer& answer, const Circumstances& given,
                                               const Id& id) {
  const auto there = find(id);
  if (!there) return there.error();
  if (*there) return false;
  Choice choice;
  choice.id = id;
  choice.outcome = answer.dont_know ? Outcome::dont_know : Outcome::chosen;
  choice.reason = answer.reason;
  choice.question = answer.question;
  choice.given = given;
  choice.language = answer.language;
  choice.options = answer.options;
  choice.points = answer.points;
  choice.segment = answer.segment;
  choice.order = answer.order;
  const auto put = transaction_.put_new(tables_.answers, Shape::many, set_, encode(choice, tag_key_));
  if (!put) return put.error();
  const auto counted =
      count_row(transaction_, tables_, tag_key_, set_, answer.question, count_of(choice.outcome), given, 1);
  if (!counted) return counted.error();
  return true;
}

Result<bool, StoreError> OpenBatch::add_words(const survey::Answer& answer, const Circumstances& given,
                                              const Id& id) {
  OwnWords text;
  text.id = id;
  text.set = set_;
  text.question = answer.question;
  text.given = given;
  text.language = answer.language;
  text.words = answer.words;
  auto put = transaction_.put_new(tables_.texts, Shape::single, id, encode(text, tag_key_));
  if (!put || !*put) return put;
  const auto counted =
      count_row(transaction_, tables_, tag_key_, set_, answer.question, &Counts::texts, given, 1);
  if (!counted) return counted.error();
  return true;
}

Result<Done, StoreError> OpenBatch::add(const survey::Answer& answer, const Circumstances& given,
                                        const survey::Receipt& receipt) {
  bool is_new = false;
  if (receipt.words) {
    const auto added = add_words(answer, given, *receipt.words);
    if (!added) return added.error();
    is_new = *added;
  }
  if (receipt.choice) {
    const auto added = add_choice(answer, given, *receipt.choice);
    if (!added) return added.error();
    is_new = *added;
  }
  if (!is_new || given.flags != 0) return Done{};
  return change_standing(transaction_, tables_, tag_key_, set_, answer.question, store::add,
                         {answer.dont_know, answer.options, answer.points});
}

Result<Done, StoreError> OpenBatch::remove_choice(const Id& id) {
  const auto record = find(id);
  if (!record) return record.error();
  if (!*record) return Done{};
  const auto choice = decode(**record, tag_key_);
  if (!choice) return damaged();
  const auto removed = transaction_.remove(tables_.answers, set_, **record);
  if (!removed) return removed.error();
  auto counted = count_row(transaction_, tables_, tag_key_, set_, choice->question, count_of(choice->outcome),
                           choice->given, -1);
  if (!counted || choice->given.flags != 0) return counted;
  return change_standing(transaction_, tables_, tag_key_, set_, choice->question, store::remove,
                         {choice->outcome == Outcome::dont_know, choice->options, choice->points});
}

Result<Done, StoreError> OpenBatch::remove_words(const Id& id, bool alone) {
  const auto stored = transaction_.get(tables_.texts, id);
  if (!stored) return stored.error();
  if (!*stored) return Done{};
  const auto text = decode(id, **stored, tag_key_);
  if (!text) return damaged();
  const auto removed = transaction_.remove(tables_.texts, id);
  if (!removed) return removed.error();
  auto counted =
      count_row(transaction_, tables_, tag_key_, text->set, text->question, &Counts::texts, text->given, -1);
  if (!counted || !alone || text->given.flags != 0) return counted;
  return change_standing(transaction_, tables_, tag_key_, text->set, text->question, store::remove, {});
}

Result<Done, StoreError> OpenBatch::remove(const survey::Receipt& receipt) {
  if (receipt.choice) {
    if (const auto removed = remove_choice(*receipt.choice); !removed) return removed.error();
  }
  if (receipt.words) return remove_words(*receipt.words, !receipt.choice);
  return Done{};
}

Result<Done, StoreError> OpenBatch::publish(std::uint16_t question) {
  auto standing = standing_of(transaction_, tables_.standings, tag_key_, set_, question);
  if (!standing) return standing.error();
  if (!publish_if_grown(*standing, step_)) return Done{};
  return put_standing(transaction_, tables_.standings, tag_key_, set_, question, *standing);
}

}  // namespace kiosk::store
