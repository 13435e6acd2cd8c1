#pragma once

#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <X11/extensions/Xdamage.h>
#include <poll.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <optional>

namespace kiosk::bench {

/// An X screen with a finger on it, and the moments in which something on it changes.
class WatchedScreen {
 public:
  using Clock = std::chrono::steady_clock;

  /// `name` is what DISPLAY would say.
  explicit WatchedScreen(const char* name) : display_{XOpenDisplay(name)} {
    int errors = 0;
    if (display_ == nullptr || XDamageQueryExtension(display_, &damage_event_, &errors) == 0) {
      std::fprintf(stderr, "no display %s with XDamage\n", XDisplayName(name));
      std::exit(1);
    }
    XDamageCreate(display_, DefaultRootWindow(display_), XDamageReportRawRectangles);
    XSync(display_, False);
  }
  WatchedScreen(const WatchedScreen&) = delete;
  WatchedScreen& operator=(const WatchedScreen&) = delete;
  ~WatchedScreen() { XCloseDisplay(display_); }

  struct Changes {
    double first_ms = 0;  ///< from `since` to the first change
    double last_ms = 0;   ///< and to the last before it was quiet
  };

  /// What changes until nothing does for `quiet_ms`; nothing where nothing did within `patience_ms`.
  std::optional<Changes> changes(Clock::time_point since, int quiet_ms, int patience_ms) {
    std::optional<Changes> seen;
    while (wait(seen ? quiet_ms : patience_ms)) {
      XEvent event;
      XNextEvent(display_, &event);
      if (event.type != damage_event_ + XDamageNotify) continue;
      const double ms = std::chrono::duration<double, std::milli>{Clock::now() - since}.count();
      if (!seen) seen = Changes{ms, ms};
      seen->last_ms = ms;
    }
    return seen;
  }

  /// Lets a person's moment pass, and forgets what changed in it.
  void look(int ms) {
    const auto until = Clock::now() + std::chrono::milliseconds{ms};
    while (Clock::now() < until) {
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now());
      if (!wait(static_cast<int>(left.count()) + 1)) break;
      XEvent event;
      XNextEvent(display_, &event);
    }
  }

  void point(int x, int y) { flush(XTestFakeMotionEvent(display_, -1, x, y, 0)); }
  void press() { flush(XTestFakeButtonEvent(display_, 1, True, 0)); }
  void release() { flush(XTestFakeButtonEvent(display_, 1, False, 0)); }

 private:
  void flush(int /*sent*/) { XFlush(display_); }

  /// Is there an event within `ms`?
  bool wait(int ms) {
    if (XPending(display_) > 0) return true;
    pollfd connection{ConnectionNumber(display_), POLLIN, 0};
    while (::poll(&connection, 1, ms) > 0) {
      if (XPending(display_) > 0) return true;  // else it was a part of one
    }
    return false;
  }

  Display* display_;
  int damage_event_ = 0;
};

}  // namespace kiosk::bench
