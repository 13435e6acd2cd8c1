#pragma once

#include <filesystem>
#include <string>

#include "kiosk/base/time.h"

namespace kiosk::app {

/// A file that somebody is writing, looked at now and then: editors put another file in its place, so that it
/// is its name that is watched.
class WatchedFile {
 public:
  /// As it is now is what it is compared with. It need not be there.
  explicit WatchedFile(std::filesystem::path file);

  /// When has_changed() has to be asked again, by the clock that it is asked with.
  Time due() const { return due_; }

  /// Is it another one than when this was last true? Looks at most every 300 ms: sooner than a person who
  /// saves it looks up.
  bool has_changed(Time now);

 private:
  std::filesystem::path file_;
  std::string seen_;  // what tells one state of it from another
  Time due_{};
};

}  // namespace kiosk::app
