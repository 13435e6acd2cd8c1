#pragma once

#include "kiosk/visit/visit.h"

namespace kiosk::visit {

/// One question, or info, of a set as the next visitor would first see it, with the options in the set's own
/// order: for whoever looks at a set that is not in use.
State first_sight(const survey::Survey& survey, std::size_t question);

}  // namespace kiosk::visit
