#pragma once

#include "kiosk/visit/scene.h"

/// What plus and minus do to the points of a weigh.
namespace kiosk::visit {

/// One point more for an interest, of those that are left; where none is, a note says so.
Move give_point(const Scene& scene, Asking asking, std::size_t option);

/// One point less for it, where it has any.
Move take_point(const Scene& scene, Asking asking, std::size_t option);

}  // namespace kiosk::visit
