#pragma once

#include <filesystem>

namespace kiosk::store {

/// Do the two first pages of an LMDB file fit each other, and what they point to? LMDB takes the one with the
/// higher number of a transaction for the newer, without a checksum: one flipped bit there, and answers that
/// were thanked for are gone without a word. The numbers follow each other, and each is known from elsewhere
/// too: a transaction notes the pages that it gave up under its own number, in the tree that its page points
/// to. True where there is nothing to judge: no file, or less than two pages.
bool meta_pages_agree(const std::filesystem::path& file);

}  // namespace kiosk::store
