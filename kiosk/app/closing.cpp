#include "kiosk/app/closing.h"

#include "kiosk/survey/reader.h"

namespace kiosk::app {

Result<SigningKey, IoError> station_key(const std::filesystem::path& folder) {
  return SigningKey::open_or_make(folder / "station.key");
}

/// The sets in a store were good when they were kept; one that can no longer be read is told by status.
std::optional<survey::Survey> read_kept(const store::KeptSet& kept) {
  auto survey = survey::read_survey(kept.source, "the question set kept in the store");
  if (!survey) return std::nullopt;
  return *survey;
}

Result<store::Store, store::StoreError> open_existing(const std::filesystem::path& folder) {
  {
    const auto there = store::Store::open_to_read(folder);
    if (!there) return there.error();
  }  // closed before it is opened again: two of one file in a process break each other's locks
  return store::Store::open(folder);
}

Result<Closed, store::StoreError> seal_and_reseal(store::Store& store, const Station& station,
                                                  bool close_event) {
  const auto key = station_key(store.folder());
  if (!key) {
    return store::StoreError{store::StoreError::Kind::other, key.error().code,
                             "read or make the station's key", key.error().path};
  }
  auto sealed = batch::seal(store, read_kept, {station.id, *key, station.privacy.least, close_event});
  if (!sealed) return sealed.error();
  const auto resealed = store.reseal();
  if (!resealed) return resealed.error();
  return Closed{std::move(*sealed), *resealed};
}

}  // namespace kiosk::app
