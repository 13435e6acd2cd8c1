#pragma once

#include "kiosk/store/page_file.h"

namespace kiosk::store {

/// Do all pages hold together that `meta` leads to? LMDB does not ask, and ends the process over a page that
/// does not, or gives out one page twice and writes over answers with it. True where each page is what its
/// place says, its nodes fill it, every tree holds as many rows and pages as it tells, and no page is in two
/// places or both in use and free, nor freed by a transaction that is still to come. What else stands in the
/// rows is not looked at, nor its order. Costs a look at the head of every page: some 5 ms for a million
/// answers.
bool pages_are_sound(const pages::PageFile& file, const pages::Meta& meta);

}  // namespace kiosk::store
