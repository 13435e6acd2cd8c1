#include "kiosk/app/worker.h"

#include <utility>

namespace kiosk::app {

Worker::Worker(Performer performer, std::function<void()> wake, ClosingTime closing_time)
    : performer_{std::move(performer)},
      wake_{std::move(wake)},
      closing_time_{std::move(closing_time)},
      thread_{[this] { work(); }} {}

Worker::~Worker() { end(); }

void Worker::end() {
  if (!thread_.joinable()) return;
  {
    const std::scoped_lock lock{mutex_};
    ending_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void Worker::perform(visit::Effect effect) {
  {
    const std::scoped_lock lock{mutex_};
    effects_.push_back(std::move(effect));
  }
  changed_.notify_one();
}

std::optional<visit::Event> Worker::take() {
  const std::scoped_lock lock{mutex_};
  if (events_.empty()) return std::nullopt;
  visit::Event event = std::move(events_.front());
  events_.pop_front();
  return event;
}

void Worker::work() {
  std::unique_lock lock{mutex_};
  while (true) {
    const auto closing_time = closing_time_ ? closing_time_() : performer_.closing_time();
    const bool woken =
        changed_.wait_until(lock, closing_time, [this] { return ending_ || !effects_.empty(); });
    if (woken && effects_.empty()) return;
    std::optional<visit::Effect> effect;
    if (woken) {
      effect = std::move(effects_.front());
      effects_.pop_front();
    }
    lock.unlock();
    std::optional<visit::Event> event = effect ? performer_.perform(*effect) : performer_.close_day();
    lock.lock();
    if (!event) continue;
    events_.push_back(std::move(*event));
    wake_();
  }
}

}  // namespace kiosk::app
