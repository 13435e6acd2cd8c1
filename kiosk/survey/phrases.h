#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/problem.h"
#include "kiosk/base/result.h"
#include "kiosk/survey/survey.h"

namespace kiosk::survey {

/// Everything that the kiosk itself says to a visitor, whatever the question set.
enum class Phrase {
  start,
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
  last_answer_not_saved,
  space,
  shift,
  backspace,
  letters,
  numbers,
  accents,
  chosen,
  test_set,
};

inline constexpr std::size_t phrase_count = static_cast<std::size_t>(Phrase::test_set) + 1;

/// The phrases of one language.
class Phrases {
 public:
  /// One phrase as it is written, with {n} and {m} where numbers come.
  struct Forms {
    std::string other;
    std::string one;  ///< for the number 1; empty where it is no different
  };

  const Language& language() const { return language_; }

  /// What its speakers call the language: "Nederlands".
  const std::string& own_name() const { return own_name_; }

  /// A phrase without numbers.
  const std::string& in(Phrase phrase) const;

  /// A phrase with one number, in its form for that number.
  std::string in(Phrase phrase, long number) const;

  /// A phrase with two numbers.
  std::string in(Phrase phrase, long number, long of) const;

 private:
  friend Result<Phrases, std::vector<Problem>> read_phrases(std::string_view text, const std::string& file);

  const Forms& forms(Phrase phrase) const { return forms_.at(static_cast<std::size_t>(phrase)); }

  Language language_;
  std::string own_name_;
  std::array<Forms, phrase_count> forms_;
};

/// Reads the phrases of one language. `file` is its name in messages: nothing is opened. Fails with
/// everything that is wrong: a phrase missing or unknown, a number missing from one or too many in it.
Result<Phrases, std::vector<Problem>> read_phrases(std::string_view text, const std::string& file);

}  // namespace kiosk::survey
