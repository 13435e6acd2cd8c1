#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/batch/format.h"
#include "kiosk/batch/jsonl.h"

namespace kiosk::batch {

/// What a file says of itself.
struct Verdict {
  enum class Kind {
    good,       ///< whole, and as it was written
    cut_short,  ///< begins as a kiosk's file does, and has no closing line
    altered,    ///< has a closing line, which does not fit what stands before it, or something after it
    not_ours,   ///< not written by a kiosk
  };
  Kind kind = Kind::not_ours;
  std::uint64_t answers = 0;       ///< where it is good
  const Format* format = nullptr;  ///< where it is good
  std::optional<Signer> signer{};  ///< where it is good and signed

  friend bool operator==(const Verdict& a, const Verdict& b) {
    return a.kind == b.kind && a.answers == b.answers;
  }
};

/// Takes a file piece by piece, of any of our formats, and judges it. The file may hold anything: no more of
/// it than one piece and its first line, up to 2 MiB, is ever in memory. A table changed by somebody who also
/// makes a new closing line passes; a batch does not, unless it is signed anew with another key than the
/// station's.
class Verifier {
 public:
  void take(std::string_view piece);

  /// The verdict on all that was taken; once, at the end.
  Verdict finish();

 private:
  void recognise();
  void take_lines(std::string_view piece);
  void end_line();

  std::string head_;                // until the format is known
  const Format* format_ = nullptr;  // then this
  bool not_ours_ = false;
  Hasher hasher_;     // of all lines so far
  std::string line_;  // the line so far; empty and `long_line_` once it is too long to be the closing one
  bool long_line_ = false;
  char last_ = '\0';
  std::uint64_t lines_ = 0;
  std::string
      opening_;  // the opening line; only its beginning where it is longer than any that a kiosk writes
  std::string closing_;  // the closing line
  bool more_after_closing_ = false;
};

/// The verdict on a whole file.
Verdict verify(std::string_view bytes);

}  // namespace kiosk::batch
