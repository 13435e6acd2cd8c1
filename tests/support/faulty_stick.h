#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "kiosk/base/random.h"
#include "kiosk/stick/port.h"
#include "tests/support/temp_folder.h"

namespace kiosk::tests {

/// What a stick is asked to do, as far as it can go wrong.
enum class Call { make_folder, create, write, sync, sync_folder, rename, remove, date, read, mount, unmount };

/// What goes wrong.
enum class Fault {
  none,
  fails,          ///< EIO, once
  keeps_failing,  ///< EIO, from then on
  is_full,        ///< ENOSPC, from then on for what takes room
  cuts,           ///< takes or gives only half, without an error
  lies,           ///< says that all is well, and holds one other bit
  forgets,        ///< says that all is well, and holds zeros
  pulled,         ///< the stick is gone from here on
};

/// What is left on a stick that was pulled out.
enum class Left {
  synced_alone,  ///< nothing that was not synced
  names,         ///< every name, and of what was not synced since it got its name nothing: an empty file
  everything,
  something,  ///< by chance
};

/// A stick with a file system of our own (FUSE), which does wrong at one call, and keeps apart what it has
/// taken and what it would still have after it was pulled out. Only root can have one.
class FaultyStick {
 public:
  FaultyStick();
  ~FaultyStick();
  FaultyStick(const FaultyStick&) = delete;
  FaultyStick& operator=(const FaultyStick&) = delete;

  /// Why this machine cannot have one; nothing where it can.
  static std::optional<std::string> missing_here();

  /// From now on calls are counted from 0, and number `at` goes wrong.
  void goes_wrong(std::size_t at, Fault fault);
  /// What is left if it is pulled out. `seed`: for chance.
  void leaves(Left left, std::uint64_t seed);
  /// All the calls since then.
  std::vector<Call> calls() const;
  bool was_pulled() const;
  /// It is put in again, with what was left, and nothing goes wrong any more.
  void put_in_again();

  bool mount();
  /// 0, or an errno: EBUSY while a file is open. What is let go of is as good as synced.
  int unmount();
  const std::filesystem::path& path() const { return folder_.path(); }

  /// What it holds, by path from its root ("feedback/codeboek.csv"); of ordinary files.
  std::map<std::string, std::string> files() const;
  /// Puts something there, as if another computer had.
  void put(const std::string& path, const std::string& content);

 private:
  friend struct FaultyStickCalls;
  struct File {
    std::string now;
    std::string synced;
    bool is_folder = false;
    bool is_sound = true;  ///< synced under its present name
  };
  using Names = std::map<std::string, std::shared_ptr<File>>;

  /// Counts a call, and tells what is to go wrong with it.
  Fault meet(Call call);
  void pull();
  void sync_all();

  TempFolder folder_{TempFolder::in_memory()};
  mutable std::mutex mutex_;
  Names now_;
  Names synced_;
  std::vector<Call> calls_;
  std::size_t at_ = SIZE_MAX;
  Fault fault_ = Fault::none;
  Left left_ = Left::synced_alone;
  std::uint64_t seed_ = 0;
  bool pulled_ = false;
  bool mounted_ = false;
  std::thread thread_;
};

/// The port of such a stick.
class FaultyPort : public stick::Port {
 public:
  /// Without `remounts` the stick stays mounted all the time, as a folder that stands in for one.
  FaultyPort(FaultyStick& stick, bool remounts) : stick_{stick}, remounts_{remounts} {}
  ~FaultyPort() override;

  stick::InPort now() const override;
  void watch(std::function<void()> /*changed*/) override {}
  Result<std::filesystem::path, stick::PortError> mount(Access access) override;
  Result<Done, stick::PortError> unmount() override;
  Result<Done, stick::PortError> power_off() override { return Done{}; }

 private:
  FaultyStick& stick_;
  bool remounts_;
};

}  // namespace kiosk::tests
