#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/survey/findings.h"
#include "kiosk/survey/survey.h"
#include "kiosk/survey/toml_document.h"

namespace kiosk::survey {

/// Must it be there?
enum class Need { required, optional };

/// The least and the most that a number may be, both included.
struct Bounds {
  double least;
  double most;
  const char* unit = "";  ///< "s", "mm": for messages
};

/// Reads one table. What is missing or wrong is noted in the findings, and comes back as nothing; so a reader
/// asks for all that it needs, looks at the findings once at the end, and its writer has all errors in one
/// go.
class TableReader {
 public:
  /// Both must outlive the reader. `called` is what the table is called in messages: "the question 'keep'".
  TableReader(const Table& table, Findings& findings, std::string called);

  /// One line of words to show: not blank, no control characters.
  std::optional<std::string> text(std::string_view name, Need need);

  /// 1 to 40 of a-z, 0-9 and the hyphen.
  std::optional<std::string> id(std::string_view name);

  /// Which of `known`, by position.
  std::optional<std::size_t> one_of(std::string_view name, const std::vector<std::string>& known, Need need);

  std::optional<bool> yes_or_no(std::string_view name);
  std::optional<int> whole_number(std::string_view name, Bounds bounds);
  std::optional<double> number(std::string_view name, Bounds bounds);

  /// `name = { nl = "…", en = "…" }`. The first of `languages` must be there, no other than these may be.
  Words words(std::string_view name, const std::vector<Language>& languages, Need need);

  /// The same, written in this table itself, beside what else it has. Call it after asking for the rest.
  Words words_beside(const std::vector<Language>& languages);

  /// A table in this one; null where it is missing, which is noted when it is required. `example` is one, for
  /// messages.
  const Table* table(std::string_view name, Need need, const std::string& example = "{ … }");

  /// The tables of a list, none where it is missing. `header` is how each begins: "question.option".
  std::vector<const Table*> tables(std::string_view name, std::string_view header);

  /// A list; null where it is missing, which is noted when it is required. `example` is one, for messages.
  const List* list(std::string_view name, Need need = Need::required,
                   const std::string& example = "[\"…\", \"…\"]");

  /// Was it written at all? Says nothing about what.
  bool has(std::string_view name) const { return table_.find(name) != nullptr; }

  /// Notes an error about what is written after `name`, or about the table where that is missing.
  void refuse(std::string_view name, std::string what, std::string remedy);

  /// Notes an error where `name` is written, whatever is written there; nothing where it is not.
  void refuse_any(std::string_view name, std::string what, std::string remedy);

  /// Notes every name that nobody asked for.
  void refuse_the_rest();

  /// Is `text`, which is what `value` says, fit to be shown? Notes what is wrong with it if not.
  bool check_wording(std::string_view called, const Value& value, const std::string& text);

 private:
  const Member* find(std::string_view name, Need need, const std::string& example);
  void refuse_kind(const Member& member, const char* wanted, const std::string& example);
  void refuse_bounds(const Member& member, const std::string& written, Bounds bounds,
                     const char* what_number);

  const Table& table_;
  Findings& findings_;
  std::string called_;
  std::vector<std::string> asked_;
};

}  // namespace kiosk::survey
