#pragma once

#include <thread>

#include "kiosk/base/file.h"
#include "kiosk/stick/port.h"

namespace kiosk::stick {

/// A folder stands in for the stick, in a demo, in tests and for whoever mounts sticks by hand. The stick is
/// "in" while the folder is there. Nothing is mounted or unmounted.
class FolderPort : public Port {
 public:
  explicit FolderPort(std::filesystem::path folder) : folder_{std::move(folder)} {}
  ~FolderPort() override;

  InPort now() const override;
  /// Tells of the folder that comes or goes, where the one above it is there.
  void watch(std::function<void()> changed) override;
  Result<std::filesystem::path, PortError> mount(Access access) override;
  Result<Done, PortError> unmount() override;
  Result<Done, PortError> power_off() override;

 private:
  std::filesystem::path folder_;
  Fd ending_;  // an eventfd
  std::thread watching_;
};

}  // namespace kiosk::stick
