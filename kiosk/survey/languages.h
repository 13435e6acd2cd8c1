#pragma once

#include <string_view>
#include <vector>

#include "kiosk/survey/table_reader.h"

namespace kiosk::survey {

/// The most languages that a set or a station can have.
inline constexpr std::size_t most_languages = 16;

/// `languages = ["nl", "en"]`: each once, the first is the default. `called` is what has them, for messages:
/// "the set". Empty where they are missing or wrong, which is noted.
std::vector<Language> read_languages(TableReader& reader, Findings& findings, std::string_view called,
                                     Need need);

}  // namespace kiosk::survey
