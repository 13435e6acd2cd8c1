#pragma once

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "kiosk/app/setup.h"
#include "kiosk/store/store.h"

namespace kiosk::bench {

/// The value of what must not fail here; ends the program where it did.
template <class T, class E>
T must(Result<T, E> result) {
  if (result) return std::move(*result);
  if constexpr (requires { result.error().text(); }) {
    std::fprintf(stderr, "%s\n", result.error().text().c_str());
  } else {
    std::fprintf(stderr, "%s\n", result.error().text.c_str());
  }
  std::exit(1);
}

/// The question set that ships.
inline survey::Survey shipped_set() { return must(app::load({})).survey; }

/// A choice for the first question that asks, by chance.
inline survey::Answer choice(const survey::Survey& survey, Random& random) {
  survey::Answer answer;
  answer.question = static_cast<std::uint16_t>(survey::asked_from(survey, 0).front());
  const std::size_t count = survey.questions[answer.question].options.size();
  answer.options = std::uint64_t{1} << random.below(count);
  answer.order = random.number();
  answer.language = survey.default_language();
  answer.order = survey::number_of(survey::order_from(answer.order, count));
  return answer;
}

inline const store::Circumstances some_day{.when = {20'781, DayPart::none}, .flags = 0};

}  // namespace kiosk::bench
