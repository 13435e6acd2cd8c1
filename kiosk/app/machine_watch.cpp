#include "kiosk/app/machine_watch.h"

#include <utility>

#include "kiosk/app/fail.h"

namespace kiosk::app {

using namespace std::chrono_literals;

namespace {
constexpr Time between_sights = 10s;
}  // namespace

MachineWatch::MachineWatch(MachineMonitor monitor, Look look, std::function<void()> wake)
    : monitor_{std::move(monitor)}, look_{std::move(look)}, wake_{std::move(wake)}, thread_{[this] {
        work();
      }} {}

MachineWatch::~MachineWatch() {
  {
    const std::scoped_lock lock{mutex_};
    ending_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void MachineWatch::may_look(Time now) {
  if (now < due_) return;
  due_ = now + between_sights;
  {
    const std::scoped_lock lock{mutex_};
    wanted_ = true;
  }
  changed_.notify_one();
}

bool MachineWatch::touch_is_gone() const {
  const std::scoped_lock lock{mutex_};
  return touch_is_gone_;
}

void MachineWatch::work() {
  std::unique_lock lock{mutex_};
  while (true) {
    changed_.wait(lock, [this] { return ending_ || wanted_; });
    if (ending_) return;
    wanted_ = false;
    lock.unlock();
    for (const std::string& line : monitor_.look(look_())) complain(line);
    lock.lock();
    const bool gone = monitor_.touch_is_gone();
    if (std::exchange(touch_is_gone_, gone) == gone) continue;
    lock.unlock();
    wake_();
    lock.lock();
  }
}

}  // namespace kiosk::app
