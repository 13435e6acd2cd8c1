#pragma once

#include "kiosk/visit/scene.h"

/// The coarse group that a visitor said to belong to, which goes to the disk with the other answers of the
/// visit. Words never carry it: few write, and a group and a style of writing name somebody.
namespace kiosk::visit {

/// The questions of a visit that begins at `first`, in their order. Which group somebody belongs to is asked
/// before all others, so that every answer can carry it.
std::vector<std::size_t> path_from(const survey::Survey& survey, std::size_t first);

/// What the answer to `question` carries: 1 for the first option of the question that asks for the group, and
/// so on; 0 where nothing is known, and for that question itself.
std::uint8_t segment_for(const survey::Survey& survey, const Visit& visit, std::size_t question);

/// An answer on disk that carries another group than the visitor named since: its question. Nothing where all
/// do.
std::optional<std::size_t> stale_segment(const survey::Survey& survey, const Visit& visit);

}  // namespace kiosk::visit
