#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/store/record.h"
#include "kiosk/store/words.h"
#include "kiosk/survey/survey.h"

namespace kiosk::batch {

/// One answer in the words of its question set: what every table, file and batch is made from. It holds no
/// random id: that has served once it has put the rows in order. Views point into the Legend, the survey and
/// the answer.
struct Row {
  /// `sealed` is no answer: it says in a table that there are words which are not in it.
  enum class Kind { choice, dont_know, words, sealed };

  Kind kind = Kind::choice;
  std::string_view set;                  ///< the hash of the set's text, in hex
  std::string_view question;             ///< its id
  std::string_view question_text;        ///< in the set's default language
  std::vector<std::string_view> chosen;  ///< ids of options, in the order of the set
  std::vector<std::string_view> labels;  ///< of those, in the set's default language
  std::vector<std::uint8_t> points;      ///< that those got, of a weigh; else empty
  std::string_view reason;               ///< "both", "neither", "too_little", "other"; may be empty
  std::vector<std::string_view> shown;   ///< ids of all options, first shown first; empty for words
  std::string_view words;
  std::string_view state;               ///< of words: "unread", "shown", "hidden"
  std::string_view language;            ///< in which the question was answered
  std::string_view day;                 ///< "2026-11-23"; empty where it was not kept
  std::string_view part;                ///< "morning", "afternoon", "evening"; empty where it was not kept
  std::vector<std::string_view> flags;  ///< "hasty", "burst"
  std::string_view segment;             ///< id of the group of the visitor; empty where it is not known
};

/// "choice", "dont_know", "words", "sealed"
std::string_view name(Row::Kind kind);

/// Translates what the store holds into rows, for one question set. Ends after its rows, before its survey.
class Legend {
 public:
  Legend(const store::SetId& set, const survey::Survey& survey);

  /// The row of an answer; nothing where it does not fit the set (a question or option that it has not).
  std::optional<Row> row(const store::Choice& choice);
  std::optional<Row> row(const store::OwnWords& text);

  const survey::Survey& survey() const { return *survey_; }

 private:
  std::optional<Row> begin_row(std::uint16_t question, const survey::Language& language,
                               const store::Circumstances& given);
  bool put_segment(Row& row, const store::Choice& choice) const;

  const survey::Survey* survey_;
  std::string set_;
  std::map<Day, std::string> days_;  // written once: there are few days and many answers
};

}  // namespace kiosk::batch
