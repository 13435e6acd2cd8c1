#include "kiosk/app/exporter.h"

#include <utility>

#include "kiosk/stick/round_trip.h"

namespace kiosk::app {

Exporter::Exporter(std::unique_ptr<stick::Port> port, std::function<void()> wake, std::filesystem::path inbox)
    : wake_{std::move(wake)}, inbox_{std::move(inbox)}, port_{std::move(port)}, thread_{[this] { work(); }} {
  port_->watch([this] { tell(port_->now()); });
}

Exporter::~Exporter() {
  {
    const std::scoped_lock lock{mutex_};
    ending_ = true;
    cancelled_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

bool Exporter::start(ExportOrder order) {
  {
    const std::scoped_lock lock{mutex_};
    if (exporting_) return false;
    exporting_ = true;
    cancelled_ = false;
    order_.emplace(std::move(order));
  }
  changed_.notify_one();
  return true;
}

void Exporter::cancel() {
  const std::scoped_lock lock{mutex_};
  cancelled_ = true;
}

std::optional<Exporter::Event> Exporter::take() {
  const std::scoped_lock lock{mutex_};
  if (events_.empty()) return std::nullopt;
  Event event = std::move(events_.front());
  events_.pop_front();
  return event;
}

void Exporter::tell(Event event) {
  {
    const std::scoped_lock lock{mutex_};
    const auto is_progress = [](const Event& one) { return std::holds_alternative<Underway>(one); };
    if (is_progress(event)) std::erase_if(events_, is_progress);
    events_.push_back(std::move(event));
  }
  wake_();
}

bool Exporter::try_out() {
  return begin([](stick::Port& port) { return TriedOut{stick::round_trip(port)}; });
}

bool Exporter::find_sets() {
  return begin([](stick::Port& port) {
    auto files = stick::read_question_files(port);
    return files ? FoundSets{std::move(*files)} : FoundSets{};
  });
}

bool Exporter::find_packages() {
  return begin([](stick::Port& port) {
    auto versions = stick::find_packages(port);
    return versions ? FoundPackages{std::move(*versions)} : FoundPackages{};
  });
}

bool Exporter::take_package(std::string version) {
  return begin([this, version = std::move(version)](stick::Port& port) {
    return TookPackage{stick::take_package(port, version, inbox_)};
  });
}

bool Exporter::begin(Task task) {
  {
    const std::scoped_lock lock{mutex_};
    if (exporting_) return false;
    exporting_ = true;
    task_ = std::move(task);
  }
  changed_.notify_one();
  return true;
}

void Exporter::export_now(ExportOrder order) {
  auto ended = stick::export_answers(std::move(order.snapshot), order.read_set, order.key, *port_,
                                     order.options, [this](const stick::Progress& progress) {
                                       tell(progress);
                                       const std::scoped_lock asked{mutex_};
                                       return !cancelled_;
                                     });
  {
    const std::scoped_lock lock{mutex_};
    exporting_ = false;
  }
  tell(std::move(ended));
}

void Exporter::work() {
  std::unique_lock lock{mutex_};
  while (true) {
    changed_.wait(lock, [this] { return ending_ || order_ || task_; });
    if (ending_) return;
    if (const Task task = std::exchange(task_, nullptr)) {
      lock.unlock();
      Event outcome = task(*port_);
      lock.lock();
      exporting_ = false;
      lock.unlock();
      tell(std::move(outcome));
    } else {
      ExportOrder order = std::move(*order_);
      order_.reset();
      lock.unlock();
      export_now(std::move(order));
    }
    lock.lock();
  }
}

}  // namespace kiosk::app
