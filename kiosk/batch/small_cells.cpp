#include "kiosk/batch/small_cells.h"

#include <cstddef>

#include "kiosk/store/published.h"

namespace kiosk::batch {

namespace {

struct Slot {
  std::uint64_t number = 0;
  bool hidden = false;
};
using Slots = std::vector<Slot*>;

/// Hides more of a row or column of which the sum is known, until nobody can subtract their way to a hidden
/// number. Tells whether it hid anything.
bool hide_complement(const Slots& line) {
  std::size_t hidden = 0;
  std::uint64_t together = 0;
  for (const Slot* slot : line) {
    if (!slot->hidden) continue;
    ++hidden;
    together += slot->number;
  }
  bool hid = false;
  while (hidden > 0 && hidden < line.size() && (hidden < 2 || together < store::smallest_cell)) {
    Slot* next = nullptr;
    for (Slot* slot : line) {
      if (!slot->hidden && (next == nullptr || slot->number < next->number)) next = slot;
    }
    next->hidden = true;
    together += next->number;
    ++hidden;
    hid = true;
  }
  return hid;
}

}  // namespace

std::vector<Cell> hide_small(const std::vector<std::uint64_t>& numbers) {
  return hide_small(std::vector<std::vector<std::uint64_t>>{numbers}, true).front();
}

std::vector<std::vector<Cell>> hide_small(const std::vector<std::vector<std::uint64_t>>& table,
                                          bool rows_add_up) {
  std::vector<std::vector<Slot>> slots;
  std::vector<Slots> lines;
  for (const auto& row : table) {
    slots.emplace_back();
    for (const std::uint64_t number : row) slots.back().push_back({number, number < store::smallest_cell});
  }
  for (std::size_t i = 0; rows_add_up && i < slots.size(); ++i) {
    lines.emplace_back();
    for (Slot& slot : slots[i]) lines.back().push_back(&slot);
  }
  const std::size_t width = slots.empty() ? 0 : slots.front().size();
  for (std::size_t column = 0; slots.size() > 1 && column < width; ++column) {
    lines.emplace_back();
    for (auto& row : slots) lines.back().push_back(&row[column]);
  }
  for (bool again = true; again;) {
    again = false;
    for (const Slots& line : lines) again = hide_complement(line) || again;
  }
  std::vector<std::vector<Cell>> cells;
  for (const auto& row : slots) {
    cells.emplace_back();
    for (const Slot& slot : row) cells.back().push_back(slot.hidden ? Cell{} : Cell{slot.number});
  }
  return cells;
}

}  // namespace kiosk::batch
