#pragma once

#include "kiosk/batch/gather.h"

namespace kiosk::batch {

/// Puts the files of all gathered batches into the folder `batches`, each under the name that a station gives
/// it; what is there already is not written again. Each is checked once more on its way. Fails when one
/// cannot be read or written, or has changed.
Result<Done, GatherError> copy_batches(const Gathered& gathered, const Folder& batches);

}  // namespace kiosk::batch
