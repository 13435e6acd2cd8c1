#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "kiosk/store/store.h"

/// Opening a store so that visitors can go on answering, whatever became of it.
namespace kiosk::app {

/// Says that a kiosk is at work on a store, by a file beside it ("answers.in-use") that goes when the kiosk
/// ends as it should. One that is found at the start tells that the last one did not: it was killed, lost its
/// power, or fell over the store itself.
class InUse {
 public:
  InUse(const std::filesystem::path& folder, const std::string& store);
  InUse(InUse&& other) noexcept : mark_{std::exchange(other.mark_, {})}, stays_{other.stays_} {}
  InUse& operator=(InUse&&) = delete;
  ~InUse();

  /// Damage was met: the mark stays when this goes, so that the next start looks at the store first.
  void stay(bool stays) { stays_ = stays; }

  static bool is_marked(const std::filesystem::path& folder, const std::string& store);

 private:
  std::filesystem::path mark_;
  bool stays_ = false;
};

/// What there is to open it with.
struct Opening {
  std::filesystem::path folder;
  store::StoreOptions options;
  std::filesystem::path program;  ///< this program: looks at a doubted store in a process of its own
};

struct Opened {
  store::Store store;
  std::optional<std::filesystem::path> set_aside;  ///< a damaged store that this one has come in place of
};

/// Opens the store, and sets one aside that is damaged. With `doubted` another process first looks whether it
/// is, which may fall over it. Fails as Store::open and store::set_aside do: a full disk, a lock or a folder
/// that cannot be written sets nothing aside.
Result<Opened, store::StoreError> open_for_visitors(const Opening& opening, bool doubted);

/// What the other process does, as `kiosk examine`; returns its exit status. On a damaged page it ends by a
/// signal, without leaving its memory behind.
int examine(const std::filesystem::path& folder, const std::string& store);

/// The file of the program that runs.
std::filesystem::path this_program();

}  // namespace kiosk::app
