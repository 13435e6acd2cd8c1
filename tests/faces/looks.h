#pragma once

#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "tests/faces/part.h"

namespace kiosk::faces {

/// Checks 9, 10, 11 and 27, on the pixels of every screen that it is shown. Drawing is deterministic: a
/// letter of one size and colour on one ground is the same picture wherever it stands, and so is an icon, an
/// edge, a focus ring, a pressed button. So each is drawn and judged once, however many screens show it: a
/// line of text is, where one of its letters was not seen before.
class Looks {
 public:
  /// `kiosk` outlives it.
  Looks(Kiosk& kiosk, ui::Size glass) : parts_{kiosk, glass} {}

  void judge(const Face& face, Faults& faults);

  /// How many different ones were judged so far.
  struct Counts {
    std::size_t letters = 0;
    std::size_t lines = 0;  ///< in which those letters were looked at
    std::size_t icons = 0;
    std::size_t edges = 0;
    std::size_t rings = 0;
    std::size_t pressed = 0;
  };
  const Counts& counts() const { return counts_; }

 private:
  /// One box of the face that is being looked at.
  struct At {
    const Face& face;
    const ui::Theme& theme;
    std::size_t number;
    const ui::Box& box;
    Faults& faults;
  };
  /// How what a box adds to the picture stands out from what is there without it.
  struct Contrast {
    double most = 1;
    double part_enough = 0;  ///< of all pixels that it changes
  };

  /// Has a line letters that were not seen before, in this look?
  bool has_new_letters(const std::string& words, const std::string& look);
  bool is_new(const std::string& key) { return judged_.insert(key).second; }
  double contrast(std::uint32_t a, std::uint32_t b);
  Contrast compare(const Part& with, const Part& without, double least);
  void letters_stand_out(const At& at);
  void icon_stands_out(const At& at);
  void edge_stands_out(const At& at);
  void focus_ring_stands_out(const At& at);
  void looks_pressed(const At& at);

  struct Known {
    std::uint64_t pair = 0;
    double contrast = 1;  // of black and black
  };
  Parts parts_;
  std::vector<std::size_t>
      painted_;  // of the face that is being looked at, the boxes with a ground of their own
  std::unordered_set<std::string> judged_;
  std::unordered_map<std::string, std::unordered_set<std::uint64_t>> letters_;  // by look
  std::array<Known, 4096> known_{};
  Counts counts_;
};

}  // namespace kiosk::faces
