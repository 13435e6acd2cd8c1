#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

#include "kiosk/stick/export.h"

namespace kiosk::stick {

/// What the thread of an export tells the one that waits for it, which hears from it four times a second even
/// while it waits for the stick.
class Telling {
 public:
  static constexpr std::chrono::milliseconds beat{250};

  /// In the thread of the export: hands `progress` over, and waits for what is said to it. False once it is
  /// cancelled.
  bool tell(const Progress& progress);

  /// No more is told.
  void end();

  /// In the thread that waits: hands everything to `listener` until the end, also where that throws.
  void listen(const Tell& listener);

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  Progress newest_;
  bool unheard_ = false;
  bool cancelled_ = false;
  bool ended_ = false;
  bool nobody_listens_ = false;
};

}  // namespace kiosk::stick
