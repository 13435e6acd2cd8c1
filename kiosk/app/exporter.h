#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <variant>
#include <vector>

#include "kiosk/stick/export.h"
#include "kiosk/stick/packages.h"
#include "kiosk/stick/port.h"
#include "kiosk/stick/question_files.h"

namespace kiosk::app {

/// What is to be exported, and how. Where its store ends, this has to have ended before.
struct ExportOrder {
  store::Snapshot snapshot;
  SigningKey key;
  store::ReadSet read_set;
  stick::ExportOptions options;
};

/// One thread that watches the port and brings answers onto a stick, so that visitors go on answering
/// meanwhile.
class Exporter {
 public:
  /// Something else is in the port.
  using PortChanged = stick::InPort;
  /// The export went on. Only the newest waits in take().
  using Underway = stick::Progress;
  /// The export came to its end.
  using Ended = Result<stick::Exported, stick::ExportError>;
  /// The stick was tried out.
  struct TriedOut {
    bool works;
  };
  /// What may be question sets was read; nothing where the stick could not be.
  struct FoundSets {
    std::vector<stick::QuestionFile> files;
  };
  /// The versions of programs for the kiosk on the stick; none where it could not be read.
  struct FoundPackages {
    std::vector<std::string> versions;
  };
  /// Whether the one that was asked for is in the inbox.
  struct TookPackage {
    bool taken;
  };
  using Event = std::variant<PortChanged, Underway, Ended, TriedOut, FoundSets, FoundPackages, TookPackage>;

  /// `wake` is called from threads of the exporter and of the port whenever an event waits in take(). `inbox`
  /// is where packages go (stick/packages.h).
  Exporter(std::unique_ptr<stick::Port> port, std::function<void()> wake, std::filesystem::path inbox = {});
  /// Cancels an export, and waits until it has let go of the stick.
  ~Exporter();
  Exporter(const Exporter&) = delete;
  Exporter& operator=(const Exporter&) = delete;

  /// Begins to export; false where it is at it already, and nothing happens. The store of the order outlives
  /// the exporter.
  bool start(ExportOrder order);

  /// Begins to try the stick out (see round_trip.h); false where it is at something already.
  bool try_out();

  /// Begins to read the question sets on the stick; false where it is at something already.
  bool find_sets();

  /// Begins to look for programs for the kiosk on the stick; false where it is at something already.
  bool find_packages();

  /// Begins to copy the one of that version into the inbox; false where it is at something already.
  bool take_package(std::string version);

  /// Ends an export as soon as it can; Ended tells of it (with cancelled, or done where it was too late).
  void cancel();

  /// As stick::Port.
  stick::InPort now() const { return port_->now(); }
  void use_anyway() { port_->use_anyway(); }

  /// The next event, if any.
  std::optional<Event> take();

 private:
  /// What is done with the stick other than an export; its outcome is an event.
  using Task = std::function<Event(stick::Port&)>;

  void work();
  bool begin(Task task);
  void export_now(ExportOrder order);
  void tell(Event event);

  std::function<void()> wake_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<ExportOrder> order_;
  Task task_;
  std::deque<Event> events_;
  bool exporting_ = false;
  bool cancelled_ = false;
  bool ending_ = false;
  std::filesystem::path inbox_;
  std::unique_ptr<stick::Port> port_;  // calls what stands above it from its own thread
  std::thread thread_;
};

}  // namespace kiosk::app
