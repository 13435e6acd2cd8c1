#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>

#include "kiosk/base/boot_clock.h"
#include "kiosk/base/file.h"

namespace kiosk::app {

/// Counts how often the PIN was tried in vain, on disk: neither a restart, a power cut nor another date makes
/// it forget. Five tries are free; then each failure locks for twice as long as the one before, from 30 s to
/// an hour. That leaves 5 + 7 + 24 tries on the first day and 24 on each day after it, and six random digits
/// hold for decades. Only the right PIN sets it back. Nobody can be locked out for more than an hour.
///
/// The file holds two places of 64 bytes, little-endian, written in turn, in blocks that are there already:
/// it works on a full disk, and a write that is torn leaves the other place.
///
///      0 mark "KPT1" | 4 tries in vain (4) | 8 which write this is (8)
///     16 name of the start of the machine (16) | 32 locked until so many seconds after it (8)
///     40 zero (8) | 48 BLAKE2b of the 48 bytes before (16)
///
/// A file that is neither new nor sound counts as one of somebody who tried very often.
class PinTries {
 public:
  using Clock = std::function<BootTime()>;

  /// The count in `file`, which is made where it is missing. Fails when it cannot be made or read: then no
  /// PIN may be tried.
  static Result<PinTries, IoError> open(std::filesystem::path file, Clock clock = boot_time);

  /// How many seconds nobody may try; 0: now. A lock that was running when the machine was switched off
  /// begins anew: how long it was off cannot be known. Waits for the disk then.
  Result<std::uint64_t, IoError> locked_for();

  /// A try begins: it counts as one in vain until forgive() is called. Waits for the disk; only once this
  /// returned without failure may the PIN be looked at.
  Result<Done, IoError> count();

  /// The PIN was right.
  Result<Done, IoError> forgive();

  /// How many more tries in vain are free of a lock.
  int free_tries() const;

 private:
  struct Standing {
    std::uint32_t failures = 0;
    std::uint64_t writes = 0;
    BootTime locked_until{};  ///< seconds 0: not locked
  };

  PinTries(std::filesystem::path file, Clock clock) : file_{std::move(file)}, clock_{std::move(clock)} {}
  Result<Done, IoError> read();
  Result<Done, IoError> write(std::uint32_t failures, BootTime locked_until);
  BootTime lock_from(const BootTime& now, std::uint32_t failures) const;

  std::filesystem::path file_;
  Clock clock_;
  Standing standing_;
};

}  // namespace kiosk::app
