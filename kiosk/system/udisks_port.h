#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "kiosk/base/file.h"
#include "kiosk/system/udisks_objects.h"

namespace sdbus {
class IConnection;
}

namespace kiosk::system {

/// The USB ports of the station, through udisks2 on the system bus. A stick that comes in is checked (was it
/// pulled out too soon?), mounted to be read only and unmounted again, to know how much room it has; that
/// takes some seconds. Mounted with nosuid, nodev, noexec, and nosymfollow where udisks2 allows it; one that
/// turns out to be mounted otherwise counts as hostile. Where the bus or udisks2 is not there, or goes away,
/// this is no port, until it is there again.
class UdisksPort : public stick::Port {
 public:
  explicit UdisksPort(UdisksRules rules = {});
  ~UdisksPort() override;

  stick::InPort now() const override;
  bool still_holds(unsigned insertion) const override;
  void watch(std::function<void()> changed) override;
  void use_anyway() override;
  Result<std::filesystem::path, stick::PortError> mount(Access access) override;
  Result<Done, stick::PortError> unmount() override;
  Result<Done, stick::PortError> power_off() override;

 private:
  void work();
  void wait_for_news(sdbus::IConnection* connection) const;
  void look(sdbus::IConnection& connection);
  void settle(sdbus::IConnection& connection);
  stick::InPort examine(sdbus::IConnection& connection, const Sighting& sighting) const;
  void show(const stick::InPort& in_port);
  Sighting sighted() const;
  bool is_ending() const;
  void wake();

  UdisksRules rules_;
  Fd woken_;                  // an eventfd: the thread has something to do
  mutable std::mutex mutex_;  // over what stands below
  mutable std::condition_variable shown_;
  std::function<void()> changed_;
  Sighting sighting_;
  stick::InPort in_port_;
  unsigned insertions_ = 0;
  bool use_anyway_ = false;
  bool ending_ = false;
  mutable std::mutex stick_;                                         // over mounting: one at a time
  std::optional<std::chrono::steady_clock::time_point> settled_at_;  // of the thread alone
  std::thread thread_;
};

}  // namespace kiosk::system
