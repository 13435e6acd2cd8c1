#pragma once

#include <atomic>
#include <memory>
#include <utility>

namespace kiosk::store {

/// How many snapshots look at an open store, in whichever thread: its file is neither closed nor written anew
/// under them.
class Lookers {
 public:
  /// One of them; it looks until it ends. What it looks through ends before it does.
  class Looker {
   public:
    explicit Looker(std::shared_ptr<Lookers> all) : all_{std::move(all)} { all_->count_.fetch_add(1); }
    Looker(Looker&& other) noexcept = default;
    Looker& operator=(Looker&&) = delete;
    ~Looker() {
      if (all_) all_->count_.fetch_sub(1);
    }

    /// The store needs its file for itself: it cannot take answers until this ends.
    bool is_in_the_way() const { return all_->in_the_way_.load(); }

   private:
    std::shared_ptr<Lookers> all_;
  };

  /// Is nobody looking? To be asked in the thread that makes them: then none can come meanwhile.
  bool none() const { return count_.load() == 0; }

  /// Tells those that look to end soon, or that they may go on.
  void are_in_the_way(bool so) { in_the_way_.store(so); }

 private:
  std::atomic<int> count_ = 0;
  std::atomic<bool> in_the_way_ = false;
};

}  // namespace kiosk::store
