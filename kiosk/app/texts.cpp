#include "kiosk/app/texts.h"

#include <fmt/core.h>

#include <array>
#include <cstdio>
#include <utility>
#include <vector>

#include "kiosk/app/closing.h"
#include "kiosk/app/fail.h"
#include "kiosk/base/digest.h"
#include "kiosk/store/hints.h"
#include "kiosk/store/store.h"

namespace kiosk::app {

namespace {

using store::OwnWords;
using store::TextReason;
using store::TextState;

constexpr std::array reasons{
    std::pair{"personal", TextReason::personal}, std::pair{"abuse", TextReason::abuse},
    std::pair{"nonsense", TextReason::nonsense}, std::pair{"request", TextReason::request},
    std::pair{"other", TextReason::other}};

const char* name(TextState state) {
  switch (state) {
    case TextState::unread:
      return "new";
    case TextState::shown:
      return "shown";
    case TextState::hidden:
      return "hidden";
    case TextState::erased:
      break;
  }
  return "erased";
}

std::string name(TextReason reason) {
  for (const auto& [word, code] : reasons) {
    if (code == reason) return fmt::format(" ({})", word);
  }
  return {};
}

Result<std::vector<OwnWords>, store::StoreError> all_texts(store::Store& store) {
  auto snapshot = store.snapshot();
  if (!snapshot) return snapshot.error();
  std::vector<OwnWords> texts;
  const auto keep = [&texts](const OwnWords& text) {
    texts.push_back(text);
    return true;
  };
  if (const auto seen = snapshot->each_text(keep); !seen) return seen.error();
  const auto seals = snapshot->seals();
  if (!seals) return seals.error();
  for (const store::Seal& seal : *seals) {
    if (const auto seen = snapshot->each_sealed_text(seal.batch, keep); !seen) return seen.error();
  }
  return texts;
}

/// On one line, whatever a visitor wrote.
std::string on_one_line(const std::string& words) {
  std::string line;
  for (const char byte : words) line += static_cast<unsigned char>(byte) < 0x20 ? ' ' : byte;
  return line;
}

int list(const std::vector<OwnWords>& texts) {
  for (const OwnWords& text : texts) {
    std::string told;
    for (const store::Hint hint : store::hints(text.words)) told += fmt::format(" [{}]", store::name(hint));
    fmt::print("{}  {}{}{}  {}\n", hex(text.id).substr(0, 12), name(text.state), name(text.reason), told,
               on_one_line(text.words));
  }
  return 0;
}

/// The one text whose id begins so; a sentence where there is none, or more than one.
Result<store::Id, std::string> find(const std::vector<OwnWords>& texts, const std::string& beginning) {
  std::optional<store::Id> found;
  for (const OwnWords& text : texts) {
    if (!hex(text.id).starts_with(beginning)) continue;
    if (found) return fmt::format("more than one text begins with {}; give more of its id", beginning);
    found = text.id;
  }
  if (!found) return fmt::format("there is no text {}; kiosk texts lists them", beginning);
  return *found;
}

/// Erased words are gone only when the file was written anew.
int wipe(store::Store& store) {
  const auto resealed = store.reseal();
  if (!resealed) return fail(resealed.error().text());
  fmt::print("{}", *resealed
                       ? "It is gone from the store.\n"
                       : "A kiosk is running on this store: at its closing time the last traces of it go.\n");
  fmt::print("Export again to replace the file of texts on a stick.\n");
  return 0;
}

struct Decision {
  std::string text;
  TextState state = TextState::shown;
};

std::optional<Decision> decision_in(const TextsOptions& options) {
  if (options.show) return Decision{*options.show, TextState::shown};
  if (options.hide) return Decision{*options.hide, TextState::hidden};
  if (options.erase) return Decision{*options.erase, TextState::erased};
  return std::nullopt;
}

int decide(store::Store& store, const std::vector<OwnWords>& texts, const Decision& decision,
           const std::string& word) {
  TextReason reason = TextReason::none;
  for (const auto& [name, code] : reasons) {
    if (word == name && decision.state != TextState::shown) reason = code;
  }
  const auto id = find(texts, decision.text);
  if (!id) return fail(id.error());
  const auto decided = store.decide(*id, decision.state, reason);
  if (!decided) return fail(decided.error().text());
  if (!*decided) return fail(fmt::format("the text {} was erased before", decision.text));
  fmt::print("{}: {}{}\n", hex(*id).substr(0, 12), name(decision.state), name(reason));
  return decision.state == TextState::erased ? wipe(store) : 0;
}

}  // namespace

int texts(const TextsOptions& options) {
  const auto decision = decision_in(options);
  auto store = decision ? open_existing(options.store) : store::Store::open_to_read(options.store);
  if (!store) return fail(store.error().text());
  const auto all = all_texts(*store);
  if (!all) return fail(all.error().text());
  return decision ? decide(*store, *all, *decision, options.reason) : list(*all);
}

}  // namespace kiosk::app
