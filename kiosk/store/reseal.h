#pragma once

#include <filesystem>

#include "kiosk/store/lmdb.h"

/// Writing a store's file anew. LMDB gives away more than it holds: in a page of values of many sizes they
/// lie in the order in which they came, pages of earlier transactions still show what the last visitor
/// changed, and what was removed is there until something else is written over it (all measured). In a file
/// that was written in one go, in the order of random keys, nothing of that is left.
namespace kiosk::store {

/// Writes `file` anew: a fresh file beside it (`.new`), in key order, synced and compared row by row with the
/// old; then it takes the old one's name, and the old one (`.old` meanwhile) is overwritten and given back. A
/// crash at any point leaves the old or the new under the name, and finish_reseal() ends what was begun. The
/// caller is alone with the folder. Fails when there is no room for both, or the disk fails: the old one
/// stands then.
Result<Done, StoreError> reseal_file(const std::filesystem::path& file, std::size_t map_bytes);

/// Ends a reseal that a crash cut short: wipes what it left beside `file`. For when a store is opened to
/// write.
Result<Done, StoreError> finish_reseal(const std::filesystem::path& file);

}  // namespace kiosk::store
