#include "kiosk/visit/typing.h"

namespace kiosk::visit {

namespace {

bool starts_sentence(std::string_view words) {
  const std::size_t last = words.find_last_not_of(' ');
  if (last == std::string_view::npos) return true;
  const bool spaced = last + 1 < words.size();
  return spaced && std::string_view{".!?"}.find(words[last]) != std::string_view::npos;
}

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

}  // namespace kiosk::visit
