#pragma once

#include <optional>

#include "kiosk/batch/sealing.h"
#include "kiosk/stick/export.h"
#include "kiosk/stick/folder_port.h"
#include "kiosk/store/status.h"
#include "tests/store/given.h"
#include "tests/support/temp_folder.h"

namespace kiosk::stick::given {

inline std::optional<survey::Survey> read_small(const store::KeptSet& set) {
  if (set.source.empty()) return std::nullopt;  // it rotted
  return store::given::small_survey(set.source);
}

/// An export to a folder that stands in for the stick.
inline Result<Exported, ExportError> copy_out(
    store::Store& store, const store::ReadSet& read_set, const SigningKey& key,
    const std::filesystem::path& stick, const Tell& tell = [](const Progress&) { return true; }) {
  FolderPort port{stick};
  auto snapshot = store.snapshot();
  if (!snapshot) return ExportError{.kind = ExportError::Kind::store, .sentence = snapshot.error().text()};
  return export_answers(std::move(*snapshot), read_set, key, port, tell);
}

/// A store in which three visitors left: a choice with words, "don't know", and words alone.
struct FilledStore {
  tests::TempFolder folder;
  Random random = Random::seeded(1);
  std::optional<store::Store> store;
  store::SetId set{};

  FilledStore() {
    auto opened_key = SigningKey::open_or_make(folder / "station.key");
    if (opened_key) key_.emplace(std::move(*opened_key));
    auto opened = store::Store::open(folder.path());
    if (opened) store = std::move(*opened);
    set = *store->keep_set(store::given::small_survey());
    save(store::given::chosen(0b101, "=meer; \"groen\"\n"));
    save(store::given::dont_know());
    save(store::given::wrote("kaders"));
  }

  const SigningKey& key() const { return *key_; }

  /// Closes over what is open, as at the end of an event.
  batch::Sealed seal() {
    const auto sealed = batch::seal(*store, read_small, {"UTR-01", *key_, 10, true});
    return sealed ? *sealed : batch::Sealed{};
  }

  bool save(const survey::Answer& answer) {
    return static_cast<bool>(store->save(set, answer, {{20780}, 0}, store::draw_receipt(answer, random)));
  }

 private:
  std::optional<SigningKey> key_;
};

}  // namespace kiosk::stick::given
