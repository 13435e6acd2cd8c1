#include "kiosk/store/error.h"

#include <fmt/core.h>

#include <cstring>

namespace kiosk::store {

namespace {

struct Told {
  const char* what;
  const char* remedy;
};

Told told(StoreError::Kind kind) {
  switch (kind) {
    case StoreError::Kind::full:
      return {"the store is full", "export the answers, then start a new store"};
    case StoreError::Kind::disk_full:
      return {"the disk is full", "make room on the disk; nothing that was saved is lost"};
    case StoreError::Kind::io:
      return {"the disk failed", "export the answers if that still works, and replace the disk"};
    case StoreError::Kind::panic:
      return {"the last write may or may not be on disk", "start the kiosk again"};
    case StoreError::Kind::corrupt:
      return {"the store is damaged", "keep the file as it is and have somebody look at it"};
    case StoreError::Kind::busy:
      return {"other programs hold the store", "close them and try again"};
    case StoreError::Kind::missing:
      return {"there is no store here", "give the folder that the kiosk stores its answers in"};
    case StoreError::Kind::version:
      return {"the store was made by another version of the kiosk",
              "export the answers with that version, then move answers.mdb elsewhere and start again"};
    case StoreError::Kind::other:
      break;
  }
  return {nullptr, "check that the folder is there and may be written to"};
}

}  // namespace

std::string StoreError::text() const {
  const Told known = told(kind);
  const char* system = code > 0 ? strerrordesc_np(code) : nullptr;  // LMDB's own codes are negative
  const std::string fallback = system != nullptr ? system : fmt::format("error {}", code);
  return fmt::format("could not {} in {}: {}; {}", doing, path.string(),
                     known.what != nullptr ? std::string{known.what} : fallback, known.remedy);
}

}  // namespace kiosk::store
