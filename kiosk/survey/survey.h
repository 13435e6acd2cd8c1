#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/survey/image.h"

namespace kiosk::survey {

/// A BCP 47 language tag: "nl", "en".
using Language = std::string;

/// One text in several languages, side by side.
struct Words {
  std::map<Language, std::string> by_language;

  /// The text in `language`; where that is missing, in `fallback`; empty where both are missing.
  const std::string& in(const Language& language, const Language& fallback) const;
};

/// `info` asks nothing: it tells something between the questions of the attract cycle. Of the options of a
/// `choice` or a `scale` one is chosen; those of a scale are its points, from one end to the other. Over
/// those of a `weigh` a number of points is divided.
enum class Kind { themes, dilemma, open, info, choice, scale, weigh };

/// Which of the theme's accents a question wears: colour, icon and mood, never its meaning.
enum class Tone { keep, improve, dilemma, open };

/// What a visitor can tap as an answer. The id is what is stored; the label may be reworded at any time.
struct Option {
  std::string id;
  Words label;
  bool last = false;  ///< "something else": after all that are not, in every order
};

/// What an info shows beside its words.
struct Picture {
  std::string file;  ///< its name, beside the set's own
  Words shows;       ///< what is to be seen, for whoever cannot see it
  int line = 0;      ///< where in the set's text the file is named; for messages
  int column = 1;
  std::shared_ptr<const Image> image{};  ///< null until whoever may read files put it there
};

/// One question. `options` are the themes of a themes question, the two sides of a dilemma, what to choose
/// from in a choice, the points of a scale, the interests of a weigh; empty for the other kinds.
struct Question {
  std::string id;
  Kind kind = Kind::open;
  Tone tone = Tone::open;
  Words tag;                       ///< one or two words on a chip above the question
  Words text;                      ///< the question itself; the title of an info
  Words hint;                      ///< one line under it, or all that an info has to say; may be empty
  std::optional<Picture> picture;  ///< info
  std::vector<Option> options;
  int pick_at_most = 1;      ///< themes: how many may be chosen
  bool own_words = false;    ///< themes, choice, scale, weigh: may the visitor write as well
  int minutes = 0;           ///< how long it takes where a facilitator leads; 0: nobody does
  bool segment = false;      ///< choice: to which group the visitor belongs; other answers carry it
  bool fixed_order = false;  ///< every visitor sees the options in the order of the set
  int longest_text = 280;    ///< characters (code points) of free text, where there is any
  std::string long_because;  ///< why its texts are longer than advised, as its writer says; else empty
  int line = 0;              ///< of the set's text on which it begins; for messages
};

enum class Stage { draft, test, live };

/// A question set: read from one file, never changed afterwards.
struct Survey {
  std::string id;
  Stage stage = Stage::live;
  Words title;
  std::vector<Language> languages;  ///< the first is the default; at least one
  std::vector<Question> questions;  ///< at least one
  std::string source;               ///< the whole text it was read from: it travels with the answers

  const Language& default_language() const { return languages.front(); }
};

/// Is there something to answer?
inline bool asks(const Question& question) { return question.kind != Kind::info; }

/// Is one option chosen by one tap, which is then saved?
inline bool takes_one(const Question& question) {
  return question.kind == Kind::dilemma || question.kind == Kind::choice || question.kind == Kind::scale;
}

/// Does every opinion count for exactly one option, so that the numbers add up?
inline bool chooses_one(const Question& question) {
  return takes_one(question) || (question.kind == Kind::themes && question.pick_at_most == 1);
}

/// May a visitor write a few words to what was chosen, once it is saved? Sides of a dilemma can always be
/// explained.
inline bool can_explain(const Question& question) {
  return question.kind == Kind::dilemma || (takes_one(question) && question.own_words);
}

/// The questions that ask something, by position, in their order, round from `first` on (or from the next one
/// that asks). Empty where none does.
std::vector<std::size_t> asked_from(const Survey& survey, std::size_t first);

/// The question that asks to which group the visitor belongs; nothing where none does.
std::optional<std::size_t> segment_question(const Survey& survey);

/// The questions of a work form that a facilitator leads, in their order: all but the one that asks for the
/// group. Empty where the set is no such form.
std::vector<std::size_t> phases_of(const Survey& survey);

/// Every text of a set that a visitor may see, in every language, in the order of the questions.
std::vector<const std::string*> all_wording(const Survey& survey);

/// In which order options were on screen: option numbers (positions in Question::options), first shown first.
using Order = std::vector<std::uint8_t>;

/// The `number`-th order of `count` options: all `count`! orders, numbered from 0 (Lehmer code); `number` may
/// be any 64-bit number, it is taken modulo `count`!. For 12 options the bias of 64 random bits is below
/// 2^-35.
Order order_from(std::uint64_t number, std::size_t count);

/// The number of an order: order_from(number_of(order), order.size()) == order.
std::uint64_t number_of(const Order& order);

/// In which order a visitor sees the options of a question, as `luck` has it: any one of themes, sides and a
/// choice, with the last ones last; a scale from either end; the set's own where that is fixed.
Order order_of(const Question& question, std::uint64_t luck);

/// The most options a question can have: their orders must be countable in 64 bits with a negligible bias.
inline constexpr std::size_t most_options = 12;

/// Why someone chose neither side of a dilemma. Stored by number: never change the existing ones.
enum class Reason : std::uint8_t { none = 0, both = 1, neither = 2, too_little = 3, other = 4 };

/// How many points a visitor divides over the interests of a weigh, and over how many of those at most.
inline constexpr unsigned points_to_divide = 10;
inline constexpr std::size_t fewest_interests = 3;
inline constexpr std::size_t most_interests = 6;

/// How many points each interest got, by option; all zero for other kinds of question.
using Points = std::array<std::uint8_t, most_interests>;

/// How many points were given in all.
unsigned given_in(const Points& points);

/// The interests that got at least one: bit i for option i.
std::uint64_t options_with(const Points& points);

/// What a visitor confirmed for one question. No visitor, no time.
struct Answer {
  std::uint16_t question = 0;    ///< position in Survey::questions
  bool dont_know = false;        ///< "weet ik niet": an answer, other than skipping
  Reason reason = Reason::none;  ///< with dont_know: why, if the visitor said so
  std::uint64_t options = 0;     ///< bit i: option i was chosen, or got points
  Points points{};               ///< of a weigh: all of points_to_divide
  std::uint64_t order = 0;       ///< number_of the order in which the options were shown
  std::uint8_t segment = 0;      ///< to which group the visitor belongs: 1 for the first option; 0: not said
  Language language;             ///< what the screen spoke
  std::string words;             ///< own words; stored apart from the rest, under an id of its own

  friend bool operator==(const Answer&, const Answer&) = default;
};

/// What the store gives back for a saved answer: the random ids under which its parts stand. Lives in memory
/// for the rest of the visit, so that going back can replace the answer, and is forgotten with the visit.
struct Receipt {
  using Id = std::array<unsigned char, 16>;
  std::optional<Id> choice;  ///< the record, unless the answer was words only
  std::optional<Id> words;   ///< the free text, if there was any

  friend bool operator==(const Receipt&, const Receipt&) = default;
};

/// What may be shown of the answers to one question: a published sum, which moves only in steps that hide who
/// answered last.
struct Tally {
  std::uint64_t answers = 0;    ///< choices and "don't know" together
  std::uint64_t dont_know = 0;  ///< of these
  std::vector<std::optional<std::uint64_t>>
      options{};  ///< by option; nothing where the number is too small to show
  std::vector<std::optional<std::uint64_t>>
      points{};  ///< of a weigh, by option: all that it got; nothing where too few gave it any

  friend bool operator==(const Tally&, const Tally&) = default;
};

/// By question of a set; nothing where too few have answered.
using Published = std::vector<std::optional<Tally>>;

}  // namespace kiosk::survey
