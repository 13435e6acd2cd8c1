#pragma once

#include <optional>
#include <string>

#include "kiosk/batch/format.h"
#include "kiosk/batch/gather.h"
#include "kiosk/batch/tally.h"

namespace kiosk::batch {

/// rapport.html: one page with everything in it, no script and no request, which proves itself by its last
/// line as a table does: `<!-- einde;answers;hash -->`.
extern const Format report_format;

/// The whole page, in `language` ("nl", else English); without one in the default language of the question
/// set of which there are most answers. The same batches always make the same page: nothing in it tells when
/// it was made. What it does not tell of small groups stands in small_cells.h.
std::string report_page(const Gathered& gathered, const Tally& tally,
                        const std::optional<survey::Language>& language);

}  // namespace kiosk::batch
