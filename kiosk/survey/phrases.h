#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/problem.h"
#include "kiosk/base/result.h"
#include "kiosk/survey/plural.h"
#include "kiosk/survey/staff_phrase.h"
#include "kiosk/survey/survey.h"

namespace kiosk::survey {

/// Everything that the kiosk itself says to a visitor, whatever the question set.
enum class Phrase {
  start,
  begin,
  promise,
  progress,  ///< two numbers: which question, of how many
  saved,
  back,
  skip,
  next,
  send,
  clear,
  undo_clear,
  dont_know,
  stop,
  own_words,
  your_words,
  no_names,
  characters_left,  ///< a number
  text_full,
  too_many,  ///< a number: how many may be chosen
  choose_first,
  saving,
  thanks_title,
  thanks_text,
  say_more,
  done,
  closes_in,  ///< a number of seconds
  still_there,
  still_there_text,  ///< a number of seconds
  yes_still_there,
  out_of_order,
  out_of_order_text,
  touch_gone,
  last_answer_not_saved,
  space,
  shift,
  backspace,
  letters,
  numbers,
  accents,
  chosen,
  test_set,
  predecessors,  ///< a number of people
  more_options,  ///< two numbers: the first that is shown, of how many
  text_size,
  contrast,
  lower,
  choose_language,
  size_normal,
  size_large,
  size_largest,
  contrast_normal,
  contrast_dark,
  contrast_yellow,
  why_dont_know,
  why_hint,
  reason_both,
  reason_neither,
  reason_too_little,
  reason_other,
  explain_choice,
  results_title,
  results_waiting_title,
  results_waiting,  ///< a number of answers
  results_base,     ///< a number of answers
  percent,          ///< a number
  your_choice,
  next_question,
  shift_locked,
  read_on,  ///< two numbers: which part, of how many
  only_in_language,
  try_later,
  points_left,  ///< a number of points
  all_divided,
  take_first,
  divide_first,  ///< a number of points
  one_more,
  one_less,
  points,  ///< a number
  average_points,
  your_points,  ///< a number
  guided_step,  ///< two numbers: which, of how many
  time_is_up,
  guided_over,
  guided_outcome,  ///< two numbers: which, of how many
  closed,
  opens_monday,  ///< each of these: a time of day
  opens_tuesday,
  opens_wednesday,
  opens_thursday,
  opens_friday,
  opens_saturday,
  opens_sunday,
  opens_today,
  opens_tomorrow,
};

inline constexpr std::size_t phrase_count = static_cast<std::size_t>(Phrase::opens_tomorrow) + 1;

constexpr std::size_t count_of(Phrase /*tells which*/) { return phrase_count; }
constexpr std::size_t count_of(StaffPhrase /*tells which*/) { return staff_phrase_count; }

/// The phrases of one language: of a visitor's screens (Which is Phrase) or of those of staff.
template <class Which>
class PhrasesOf {
 public:
  /// One phrase as it is written, with {n} and {m} where numbers come: its form for each plural category.
  /// Only `other` is always there; another one is empty where it is no different.
  using Forms = std::array<std::string, plural_names.size()>;

  const Language& language() const { return language_; }

  /// What its speakers call the language: "Nederlands".
  const std::string& own_name() const { return own_name_; }

  /// Which forms the language has: those that the file says, in the order of the enum. `other` is among them.
  const std::vector<PluralCategory>& categories() const { return categories_; }

  /// All forms of a phrase as they are written, by category.
  const Forms& forms(Which phrase) const { return forms_.at(static_cast<std::size_t>(phrase)); }

  /// A phrase without numbers.
  const std::string& in(Which phrase) const;

  /// A phrase with one number, written as the language writes it; `category` is the one that the language has
  /// for that number.
  std::string in(Which phrase, std::string_view number, PluralCategory category) const;

  /// A phrase with two numbers.
  std::string in(Which phrase, std::string_view number, std::string_view of) const;

  /// Reads the phrases of one language. `file` is its name in messages: nothing is opened. Fails with
  /// everything that is wrong: a phrase missing or unknown, a form missing that the file says its language
  /// has, a number missing from one or too many in it.
  static Result<PhrasesOf, std::vector<Problem>> read(std::string_view text, const std::string& file);

 private:
  Language language_;
  std::string own_name_;
  std::vector<PluralCategory> categories_;
  std::array<Forms, count_of(Which{})> forms_;
};

using Phrases = PhrasesOf<Phrase>;
using StaffPhrases = PhrasesOf<StaffPhrase>;

inline Result<Phrases, std::vector<Problem>> read_phrases(std::string_view text, const std::string& file) {
  return Phrases::read(text, file);
}

}  // namespace kiosk::survey
