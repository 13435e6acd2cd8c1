#pragma once

#include <optional>

#include "kiosk/store/status.h"
#include "tests/store/given.h"
#include "tests/support/temp_folder.h"

namespace kiosk::stick::given {

inline std::optional<survey::Survey> read_small(const store::KeptSet& set) {
  return store::given::small_survey(set.source);
}

/// A store in which three visitors left: a choice with words, "don't know", and words alone.
struct FilledStore {
  tests::TempFolder folder;
  Random random = Random::seeded(1);
  std::optional<store::Store> store;
  store::SetId set{};

  FilledStore() {
    auto opened = store::Store::open(folder.path());
    if (opened) store = std::move(*opened);
    set = *store->keep_set(store::given::small_survey());
    save(store::given::chosen(0b101, "=meer; \"groen\"\n"));
    save(store::given::dont_know());
    save(store::given::wrote("kaders"));
  }

  bool save(const survey::Answer& answer) {
    return static_cast<bool>(store->save(set, answer, {{20780}, 0}, store::draw_receipt(answer, random)));
  }
};

}  // namespace kiosk::stick::given
