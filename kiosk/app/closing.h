#pragma once

#include <filesystem>

#include "kiosk/app/station.h"
#include "kiosk/batch/sealing.h"
#include "kiosk/store/status.h"

/// Closing over the open answers, as staff, the clock and an export do.
namespace kiosk::app {

/// The store in `folder`, to write to. Staff who name the wrong folder do not get a new store in it.
Result<store::Store, store::StoreError> open_existing(const std::filesystem::path& folder);

struct Closed {
  batch::Sealed sealed;
  bool resealed =
      false;  ///< false: another process has the store open, and the traces of the order are still there
};

/// Seals the open answers where there are enough of them, or `close_event` says that it is over, then writes
/// the store anew.
Result<Closed, store::StoreError> seal_and_reseal(store::Store& store, const Station& station,
                                                  bool close_event);

/// The key with which the station of this store signs: in `station.key` beside the answers, made when it is
/// first needed.
Result<SigningKey, IoError> station_key(const std::filesystem::path& folder);

/// Reads the text of a set that was kept in a store.
std::optional<survey::Survey> read_kept(const store::KeptSet& kept);

}  // namespace kiosk::app
