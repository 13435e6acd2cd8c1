#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "kiosk/base/file.h"
#include "kiosk/batch/sealing.h"
#include "kiosk/stick/export.h"
#include "kiosk/stick/folder_port.h"
#include "kiosk/store/status.h"
#include "tests/store/given.h"
#include "tests/support/temp_folder.h"

namespace kiosk::stick::given {

/// Of the store's file, as LMDB cuts it on every machine of ours.
inline constexpr std::size_t page_bytes = 4096;

/// store::given::small_survey as an organiser would write it: whoever reads a batch reads this.
inline const std::string small_source = R"(id = "small"
stage = "live"
languages = ["nl", "en"]
title = { nl = "Klein", en = "Small" }

[[question]]
id = "keep"
kind = "themes"
tone = "keep"
tag = { nl = "Behouden", en = "Keep" }
text = { nl = "Wat gaat goed?", en = "What is good?" }
pick = 3
own_words = true
[[question.option]]
id = "fast"
nl = "NL fast"
en = "fast"
[[question.option]]
id = "open"
nl = "NL open"
en = "open"
[[question.option]]
id = "near"
nl = "NL near"
en = "near"

[[question]]
id = "role"
kind = "open"
tag = { nl = "Rol", en = "Role" }
text = { nl = "Welke rol?", en = "Which role?" }
)";

inline std::optional<survey::Survey> read_small(const store::KeptSet& set) {
  if (set.source.empty()) return std::nullopt;  // it rotted
  return store::given::small_survey(set.source);
}

/// What is in `file`, which is no more than 64 MiB; "(not there)" where it cannot be read.
inline std::string content(const std::filesystem::path& file) {
  const auto read = read_file(file, std::size_t{1} << 26U);
  return read ? *read : "(not there)";
}

inline bool goes_on(const Progress&) { return true; }

/// An export of what is in `store` now.
inline Result<Exported, ExportError> bring_out(store::Store& store, const store::ReadSet& read_set,
                                               const SigningKey& key, Port& port, const Tell& tell,
                                               const std::vector<std::string>& recipients = {}) {
  const tests::TempFolder scratch;
  auto snapshot = store.snapshot();
  if (!snapshot) return ExportError{.kind = ExportError::Kind::store, .sentence = snapshot.error().text()};
  return export_answers(std::move(*snapshot), read_set, key, port, {scratch.path(), recipients}, tell);
}

/// The same, to a folder that stands in for the stick.
inline Result<Exported, ExportError> copy_out(store::Store& store, const store::ReadSet& read_set,
                                              const SigningKey& key, const std::filesystem::path& stick,
                                              const Tell& tell = goes_on,
                                              const std::vector<std::string>& recipients = {}) {
  FolderPort port{stick};
  return bring_out(store, read_set, key, port, tell, recipients);
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
    set = *store->keep_set(store::given::small_survey(small_source));
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

  Result<Exported, ExportError> bring_out(Port& port, const Tell& tell = goes_on) {
    return given::bring_out(*store, read_small, key(), port, tell);
  }

  /// The id of a sealed text that says this.
  store::Id id_of(const std::string& words) {
    store::Id id{};
    auto snapshot = store->snapshot();
    const auto seals = snapshot->seals();
    static_cast<void>(snapshot->each_sealed_text(seals->at(0).batch, [&](const store::OwnWords& text) {
      if (text.words == words) id = text.id;
      return true;
    }));
    return id;
  }

  bool save(const survey::Answer& answer) {
    return static_cast<bool>(store->save(set, answer, {{20780}, 0}, store::draw_receipt(answer, random)));
  }

 private:
  std::optional<SigningKey> key_;
};

}  // namespace kiosk::stick::given
