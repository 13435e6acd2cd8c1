#include "kiosk/stick/telling.h"

namespace kiosk::stick {

bool Telling::tell(const Progress& progress) {
  std::unique_lock lock{mutex_};
  newest_ = progress;
  if (!nobody_listens_) {
    unheard_ = true;
    changed_.notify_all();
    changed_.wait(lock, [this] { return !unheard_ || nobody_listens_; });
  }
  return !cancelled_;
}

void Telling::end() {
  const std::scoped_lock lock{mutex_};
  ended_ = true;
  changed_.notify_all();
}

void Telling::listen(const Tell& listener) {
  /// A listener that throws must not leave the export waiting for it.
  struct Leaves {
    Telling& telling;
    ~Leaves() {
      const std::scoped_lock lock{telling.mutex_};
      telling.nobody_listens_ = true;
      telling.cancelled_ = telling.cancelled_ || !telling.ended_;
      telling.changed_.notify_all();
    }
  };
  const Leaves leaves{*this};
  std::unique_lock lock{mutex_};
  while (true) {
    changed_.wait_for(lock, beat, [this] { return unheard_ || ended_; });
    if (ended_) return;
    const Progress heard = newest_;
    const bool was_told = unheard_;
    lock.unlock();
    const bool goes_on = listener(heard);
    lock.lock();
    cancelled_ = cancelled_ || !goes_on;
    if (!was_told) continue;
    unheard_ = false;
    changed_.notify_all();
  }
}

}  // namespace kiosk::stick
