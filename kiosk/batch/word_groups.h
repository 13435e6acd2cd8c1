#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/survey/survey.h"

namespace kiosk::batch {

/// Puts remarks under the theme of which they hold a word. Nothing ties a remark to what the same visitor
/// tapped, so words are all there is: a long word of a label, in any language of the set, that neither the
/// question nor another label has, or one that begins alike ("werkgroep" for "werkgroepen").
class WordGroups {
 public:
  WordGroups(const survey::Question& question, const std::vector<survey::Language>& languages);

  /// The option that fits best; nothing where none does.
  std::optional<std::size_t> group_of(std::string_view remark, const survey::Language& language) const;

 private:
  std::vector<std::vector<std::string>> words_;  // by option
};

}  // namespace kiosk::batch
