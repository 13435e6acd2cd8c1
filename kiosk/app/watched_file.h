#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/base/time.h"

namespace kiosk::app {

/// A file that somebody is writing, looked at now and then: editors put another file in its place, so that it
/// is its name that is watched.
class WatchedFile {
 public:
  /// As it is now is what it is compared with. It need not be there.
  explicit WatchedFile(std::filesystem::path file);

  /// Looks at these too, from now on, instead of others that it was told of before. They need not be there
  /// either: that one comes or goes is a change.
  void look_also_at(std::vector<std::filesystem::path> files);

  /// When has_changed() has to be asked again, by the clock that it is asked with.
  Time due() const { return due_; }

  /// Is it another one than when this was last true? Looks at most every 300 ms: sooner than a person who
  /// saves it looks up.
  bool has_changed(Time now);

 private:
  std::string sight() const;

  std::filesystem::path file_;
  std::vector<std::filesystem::path> others_;
  std::string seen_;  // what tells one state of it from another
  Time due_{};
};

}  // namespace kiosk::app
