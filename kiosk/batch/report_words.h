#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "kiosk/base/time.h"

namespace kiosk::batch {

/// What is counted: one, or any other number of it.
struct Counted {
  std::string_view one;
  std::string_view more;
  std::string_view of(std::uint64_t number) const { return number == 1 ? one : more; }
};

/// All fixed words of the report in one language; `{}` is where something is filled in.
struct ReportWords {
  std::string_view language;  ///< its tag
  char thousands;             ///< stands between groups of three digits
  std::array<std::string_view, 12> months;
  std::array<std::string_view, 4> parts;    ///< of a day; the first: not kept
  std::array<std::string_view, 5> reasons;  ///< of "don't know"; the first: none told

  std::string_view kicker;
  std::string_view until;  ///< between two dates
  std::string_view no_days;
  std::string_view nothing_yet;

  std::string_view in_short;
  Counted answers;
  Counted questions;
  Counted own_words;
  Counted days;
  Counted stations;
  std::string_view most_chosen;  ///< question, label, percent, number of answers
  std::string_view heaviest;     ///< question, label, points on average, of how many, number of answers
  std::string_view two_sides;    ///< question, percent A, percent B, percent "don't know"
  std::string_view too_few;      ///< of a question
  std::string_view contents;

  std::string_view reading;
  std::string_view not_a_sample;
  std::string_view more_than_once;
  std::string_view margin_means;

  Counted of_answers;          ///< number
  std::string_view pick_most;  ///< number
  std::string_view wordings;   ///< number
  std::string_view average;
  std::string_view gave_any;
  std::string_view divided;  ///< number
  std::string_view by_segment;
  std::string_view segment;
  std::string_view no_segment;
  std::string_view option;
  std::string_view count;
  std::string_view percent;
  std::string_view margin;
  std::string_view from_to;  ///< low, high
  std::string_view dont_know;
  std::string_view fewer;         ///< in place of a small number
  std::string_view hidden;        ///< in place of a number that would give a small one away
  std::string_view adds_up_over;  ///< below a chart of themes
  std::string_view why_dont_know;
  std::string_view no_choices;  ///< of an open question

  std::string_view order;
  std::string_view shown_first;    ///< "A"
  std::string_view chose;          ///< "A"
  std::string_view order_matters;  ///< side, percent when first, percent when second
  std::string_view order_matters_not;
  std::string_view order_unknown;

  std::string_view when_title;
  std::string_view when_says;
  std::string_view day;
  std::string_view total;
  std::string_view day_unknown;
  std::string_view by_language;
  std::string_view by_station;
  std::string_view station;
  std::string_view language_name;

  std::string_view marked_title;
  std::string_view marked_says;
  std::string_view marked_none;
  std::string_view marked_few;   ///< points
  std::string_view marked_most;  ///< the same, where nearly all are marked
  std::string_view with;
  std::string_view without;
  std::string_view points;

  std::string_view words_title;
  std::string_view words_says;
  std::string_view words_grouped;
  std::string_view words_other;
  std::string_view words_unread;
  std::string_view words_unread_mark;
  std::string_view words_unread_all;
  std::string_view words_hidden;  ///< number
  std::string_view words_more;    ///< number
  std::string_view words_none;

  std::string_view method;
  std::string_view method_count;
  std::string_view method_small;
  std::string_view method_margin;
  std::string_view method_anonymous;
  std::string_view method_sealed;
  std::string_view method_files;
  std::string_view batches;
  std::string_view period;
};

/// "nl" and "en"; English for every other language.
const ReportWords& report_words(std::string_view language);

/// "1.234" or "1,234"
std::string told(std::uint64_t number, const ReportWords& words);

/// "3,2" or "3.2": one digit behind the point.
std::string told(double number, const ReportWords& words);

/// "23 november 2026"
std::string told(Day day, const ReportWords& words);

/// The name of a language, in the language of the report where that is known; else its tag.
std::string_view name_of_language(std::string_view tag, const ReportWords& words);

}  // namespace kiosk::batch
