#pragma once

#include "kiosk/ui/node.h"

namespace kiosk::ui {

/// `node` with a Stack in the place of its Pages, spread over `count` of them: the choices of the page on
/// show in rows, and the way to the next page where there is one, its numbers as `language` writes them.
Node unfold_all(Node node, std::size_t count, const std::string& language);

bool holds_pages(const Node& node);

/// On how many pages can what `node` holds be spread? 1 where there are no Pages in it.
std::size_t most_pages(const Node& node);

}  // namespace kiosk::ui
