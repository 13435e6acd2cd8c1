#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/store/error.h"

/// A damaged store steps aside for a new one. Nothing of it is deleted or written over: what can still be
/// read of it is there for whoever looks at it.
namespace kiosk::store {

/// Gives the store `name` in `folder` ("answers.mdb") the first free name of "answers.damaged-1.mdb", "-2",
/// …, which says nothing of when that was, and syncs the folder; returns the new name. What a reseal that was
/// cut short had left of the file before goes with it, as ".old". Fails with busy while another process has
/// the store open, and when the folder cannot be written; the store stands where it stood then. No Store of
/// this process may have it open.
Result<std::filesystem::path, StoreError> set_aside(const std::filesystem::path& folder,
                                                    const std::string& name);

/// The names of all that was set aside in `folder`, sorted.
std::vector<std::string> aside_in(const std::filesystem::path& folder);

}  // namespace kiosk::store
