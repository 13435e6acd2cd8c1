#include "kiosk/app/worker.h"

#include <utility>

namespace kiosk::app {

namespace {

// A million answers are written anew in a second or two, where the disk is not slow.
constexpr std::chrono::minutes longest_work{5};

/// Staff's wishes and closing time: what makes nobody wait who taps.
bool may_take_long(const std::optional<visit::Effect>& effect) {
  return !effect || std::holds_alternative<visit::StaffEffect>(*effect);
}

}  // namespace

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

void Worker::look() {
  {
    const std::scoped_lock lock{mutex_};
    look_wanted_ = true;
  }
  changed_.notify_one();
}

std::optional<StoreLook> Worker::take_look() {
  const std::scoped_lock lock{mutex_};
  return std::exchange(look_, std::nullopt);
}

bool Worker::is_at_long_work() const {
  const std::scoped_lock lock{mutex_};
  return long_work_since_ && std::chrono::steady_clock::now() - *long_work_since_ < longest_work;
}

std::optional<visit::Event> Worker::take() {
  const std::scoped_lock lock{mutex_};
  if (events_.empty()) return std::nullopt;
  visit::Event event = std::move(events_.front());
  events_.pop_front();
  return event;
}

void Worker::call_out(std::unique_lock<std::mutex>& lock) const {
  lock.unlock();
  wake_();
  lock.lock();
}

void Worker::work() {
  std::unique_lock lock{mutex_};
  while (true) {
    const auto closing_time = closing_time_ ? closing_time_() : performer_.closing_time();
    const bool woken = changed_.wait_until(lock, closing_time,
                                           [this] { return ending_ || look_wanted_ || !effects_.empty(); });
    if (woken && std::exchange(look_wanted_, false)) {
      lock.unlock();
      StoreLook look{performer_.look()};
      lock.lock();
      look_ = std::move(look);
      call_out(lock);
      continue;
    }
    if (woken && effects_.empty()) return;
    std::optional<visit::Effect> effect;
    if (woken) {
      effect = std::move(effects_.front());
      effects_.pop_front();
    }
    if (may_take_long(effect)) long_work_since_ = std::chrono::steady_clock::now();
    lock.unlock();
    std::optional<visit::Event> event = effect ? performer_.perform(*effect) : performer_.close_day();
    lock.lock();
    long_work_since_.reset();
    if (!event) continue;
    events_.push_back(std::move(*event));
    call_out(lock);
  }
}

}  // namespace kiosk::app
