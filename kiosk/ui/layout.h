#pragma once

#include "kiosk/ui/frame.h"

namespace kiosk::ui {

/// The glass: how many px, and how large one is.
struct Panel {
  Size size;
  double mm_per_px = 0.2767;  ///< a 24 inch panel of 1920 by 1080

  bool portrait() const { return size.h > size.w; }
};

/// A panel of `diagonal_inch` with so many px. One of less than 22 inch is used from nearer by: it is laid
/// out as one of 22 inch, so that everything on it is smaller by the same factor.
Panel panel_of(Size size, double diagonal_inch);

/// What the screens folder says is on screen now.
struct Screen {
  std::string name{};  ///< "attract", "themes", ...
  std::string key{};   ///< name and question: a touch that began under one key does nothing under another
  std::string language{};
  visit::TextSize text_size = visit::TextSize::normal;
  visit::Contrast contrast = visit::Contrast::normal;
  bool at_once = false;  ///< it comes without any motion
  Node root{};
};

/// Puts a screen on a panel. Text that does not fit shrinks in steps, all text of one Style alike, down to
/// the smallest size of that style; what stands on Pages goes to more of them before it is hard to read (see
/// rather_paged_than_below()), and where the smallest is not enough; what does not fit even then is in
/// Frame::misfits. Pure; texts that the typesetter has seen before are not
/// measured again.
Frame layout(const Screen& screen, const Panel& panel, Typesetter& typesetter);

}  // namespace kiosk::ui
