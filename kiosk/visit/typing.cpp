#include "kiosk/visit/typing.h"

#include <algorithm>
#include <utility>

#include "kiosk/base/utf8.h"

namespace kiosk::visit {

namespace {

bool starts_sentence(std::string_view words) {
  const std::size_t last = words.find_last_not_of(' ');
  if (last == std::string_view::npos) return true;
  const bool spaced = last + 1 < words.size();
  return spaced && std::string_view{".!?"}.find(words[last]) != std::string_view::npos;
}

Draft& draft_of(Asking& asking) { return asking.visit.turns[question_of(asking.visit)].draft; }

}  // namespace

bool next_is_capital(const Typing& typing, std::string_view words) {
  switch (typing.shift) {
    case Typing::Shift::automatic:
      return starts_sentence(words);
    case Typing::Shift::small:
      return false;
    case Typing::Shift::once:
    case Typing::Shift::locked:
      return true;
  }
  return false;
}

Typing::Shift press_shift(const Typing& typing, std::string_view words) {
  switch (typing.shift) {
    case Typing::Shift::automatic:
      return starts_sentence(words) ? Typing::Shift::small : Typing::Shift::once;
    case Typing::Shift::small:
      return Typing::Shift::once;
    case Typing::Shift::once:
      return Typing::Shift::locked;
    case Typing::Shift::locked:
      return starts_sentence(words) ? Typing::Shift::small : Typing::Shift::automatic;
  }
  return Typing::Shift::automatic;
}

Move type(const Scene& scene, Asking asking, const std::string& text) {
  Draft& draft = draft_of(asking);
  const survey::Question& question = scene.rules.survey.questions[question_of(asking.visit)];
  asking.typing.alternatives.clear();
  if (utf8::length(draft.words) + utf8::length(text) > static_cast<std::size_t>(question.longest_text)) {
    asking.note = Note::text_full;
    asking.note_since = scene.now.time;
    return {std::move(asking)};
  }
  draft.words += text;
  asking.typing.cleared.reset();
  asking.note = Note::none;
  const bool letter = text != " ";
  if (letter && asking.typing.shift != Typing::Shift::locked) asking.typing.shift = Typing::Shift::automatic;
  return {std::move(asking)};
}

Move erase(Asking asking, std::size_t bytes) {
  std::string& words = draft_of(asking).words;
  words.resize(words.size() - std::min(bytes, words.size()));
  asking.note = Note::none;
  return {std::move(asking)};
}

Move clear(Asking asking) {
  asking.typing.cleared = std::exchange(draft_of(asking).words, {});
  asking.typing.shift = Typing::Shift::automatic;
  asking.note = Note::none;
  return {std::move(asking)};
}

Move undo_clear(Asking asking) {
  if (asking.typing.cleared) draft_of(asking).words = *std::exchange(asking.typing.cleared, std::nullopt);
  return {std::move(asking)};
}

Move offer(Asking asking, const std::vector<std::string>& alternatives) {
  asking.typing.alternatives = alternatives;
  return {std::move(asking)};
}

Move press_shift_key(Asking asking) {
  asking.typing.shift = press_shift(asking.typing, draft_of(asking).words);
  return {std::move(asking)};
}

Move turn_page(Asking asking, const std::string& page) {
  asking.typing.page = page;
  asking.typing.alternatives.clear();
  return {std::move(asking)};
}

}  // namespace kiosk::visit
