#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/batch/jsonl.h"
#include "kiosk/batch/row.h"
#include "kiosk/survey/survey.h"

namespace kiosk::batch {

class JsonScanner;

/// The question sets of batches, each read once however many batches have it.
class Surveys {
 public:
  /// The set with this text, its words without soft hyphens; null where it is no good question set. `hash` is
  /// that of the text.
  std::shared_ptr<const survey::Survey> of(const std::string& hash, const std::string& source);

 private:
  std::map<std::string, std::shared_ptr<const survey::Survey>> by_hash_;
};

/// One answer of a batch file, in words and in numbers.
struct Line {
  Row row;                          ///< its views are good until the next line
  std::string_view set;             ///< what the question set calls itself
  std::uint16_t question = 0;       ///< position in Survey::questions
  std::uint64_t options = 0;        ///< bit i: option i was chosen
  survey::Points points{};          ///< of a weigh, by option
  std::vector<std::uint8_t> order;  ///< all options, first shown first
  Day day = 0;                      ///< 0: not kept
};

/// What a batch file, or one of its texts, is: all of it checked.
struct ReadFile {
  const Format* format = nullptr;  ///< batch_format or texts_format
  Head head;
  std::shared_ptr<const survey::Survey> survey;
  std::uint64_t decided = 0;  ///< of texts: those that staff decided about, besides the erased ones
  std::uint64_t hidden = 0;   ///< of these: those that are hidden
  Digest digest{};            ///< two files that are the same byte for byte, and no others, have the same

  bool has_words() const;
};

/// Takes a line. Returns false to have no more.
using TakeLine = std::function<bool(const Line&)>;

/// Reads a sealed batch, or its texts, from pieces of any size. No more of it than one line is ever in
/// memory, whatever it holds. Every line must be the very bytes that a kiosk writes for an answer that fits
/// the question set in the first line; hash, count and signature must fit. That is known at the end only:
/// what is done with lines before that must be undone when the end is not good.
class BatchReader {
 public:
  /// Both are used until the end.
  BatchReader(Surveys& surveys, TakeLine take);

  /// Takes the next piece. Returns false when no more is wanted: something is wrong, or `take` had enough.
  bool take(std::string_view piece);

  /// The first line, as soon as it was read and makes sense; else null.
  const Head* head() const { return file_.survey ? &file_.head : nullptr; }

  /// What the file is; or why it is not good, as half a sentence: "cut short; export again". Once, at the
  /// end.
  Result<ReadFile, std::string> finish();

 private:
  void end_line();
  void read_opening();
  void read_answer();
  bool read_choice(JsonScanner& scanner);
  bool read_words(JsonScanner& scanner);
  bool read_circumstances(JsonScanner& scanner);
  bool read_chosen(JsonScanner& scanner, const survey::Question& asked);
  bool read_points(JsonScanner& scanner);
  bool read_segment(JsonScanner& scanner);
  bool read_shown(JsonScanner& scanner, const survey::Question& asked);
  bool read_day(JsonScanner& scanner);
  bool enter_question(std::string_view id);
  void refuse(std::string why);

  Surveys& surveys_;
  TakeLine take_;
  ReadFile file_;
  Hasher hasher_;        // of all lines before the closing one
  std::string line_;     // so far
  std::string opening_;  // its key is what the signature is checked with
  std::string closing_;
  std::uint64_t rows_ = 0;
  std::string refused_;  // why; empty while all is well
  bool enough_ = false;
  Line answer_;
  std::string words_;     // of the answer
  std::string day_text_;  // of the last answer that had one: there are few days and many answers
  Day day_ = 0;
};

}  // namespace kiosk::batch
