#pragma once

#include <filesystem>

namespace kiosk::store {

/// Do the two first pages of an LMDB file fit each other? LMDB takes the one with the higher number for the
/// newer, without a checksum: one flipped bit there, and answers that were thanked for are gone without a
/// word. True where there is nothing to judge: no file, or less than two pages. Found this way is every flip
/// of one bit in the numbers but bit 1, where it makes the older page the next one in turn.
///
///     page 0 (even) and page 1 (odd), each:     at 40: page size, 4 bytes
///     header 16 | magic, version, map, tables | last page, 8 | number of the transaction, 8 |
///               16                            136            144                           152
bool meta_pages_agree(const std::filesystem::path& file);

}  // namespace kiosk::store
