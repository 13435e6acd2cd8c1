#include "kiosk/app/exporter.h"

#include <catch2/catch.hpp>
#include <chrono>

#include "kiosk/stick/folder_port.h"
#include "kiosk/stick/verify_folder.h"
#include "tests/stick/given.h"

namespace kiosk::exporter_test {

using namespace kiosk;
using namespace kiosk::app;
using namespace kiosk::stick::given;
using namespace std::chrono_literals;
using tests::TempFolder;

namespace {

/// The loop of a kiosk, as far as an exporter sees it.
class Loop {
 public:
  void wake() {
    const std::scoped_lock lock{mutex_};
    ++woken_;
    changed_.notify_one();
  }
  /// Everything up to the end of an export; what is left is there to see.
  std::vector<Exporter::Event> until_ended(Exporter& exporter) {
    std::vector<Exporter::Event> events;
    const auto deadline = std::chrono::steady_clock::now() + 30s;
    while (events.empty() || !std::holds_alternative<Exporter::Ended>(events.back())) {
      auto event = exporter.take();
      if (event) {
        events.push_back(std::move(*event));
        continue;
      }
      std::unique_lock lock{mutex_};
      if (!changed_.wait_until(lock, deadline, [this] { return woken_ > 0; })) break;
      woken_ = 0;
    }
    return events;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int woken_ = 0;
};

/// A stick that waits at its first mounting until it may go on.
class HeldPort : public stick::FolderPort {
 public:
  using FolderPort::FolderPort;
  Result<std::filesystem::path, stick::PortError> mount(Access access) override {
    reached.set_value_once();
    may_go_on.wait();
    return FolderPort::mount(access);
  }

  class Once {
   public:
    void set_value_once() {
      const std::scoped_lock lock{mutex_};
      set_ = true;
      changed_.notify_all();
    }
    void wait() {
      std::unique_lock lock{mutex_};
      changed_.wait_for(lock, 30s, [this] { return set_; });
    }

   private:
    std::mutex mutex_;
    std::condition_variable changed_;
    bool set_ = false;
  };
  Once reached;
  Once may_go_on;
};

ExportOrder all_of(FilledStore& filled) {
  return {std::move(*filled.store->snapshot()),
          std::move(*SigningKey::open_or_make(filled.folder / "station.key")),
          read_small,
          {.scratch = filled.folder.path()}};
}

}  // namespace

TEST_CASE("staff start an export, and visitors go on answering until it tells that it is done") {
  FilledStore filled;
  filled.seal();
  const TempFolder stick;
  Loop loop;
  auto port = std::make_unique<HeldPort>(stick.path());
  HeldPort& held = *port;
  Exporter exporter{std::move(port), [&] { loop.wake(); }};
  CHECK(exporter.now().kind == stick::InPort::Kind::stick);
  REQUIRE(exporter.start(all_of(filled)));
  held.reached.wait();
  for (unsigned i = 1; i <= 20; ++i) CHECK(filled.save(store::given::chosen(1 + i % 7)));
  CHECK_FALSE(exporter.start(all_of(filled)));
  CHECK_FALSE(*filled.store->reseal());
  held.may_go_on.set_value_once();
  const auto events = loop.until_ended(exporter);
  REQUIRE_FALSE(events.empty());
  const auto* ended = std::get_if<Exporter::Ended>(&events.back());
  REQUIRE(ended != nullptr);
  REQUIRE(*ended);
  CHECK((*ended)->answers == 4);
  CHECK(stick::all_good(*stick::verify_folder(stick.path())));
  CHECK(*filled.store->reseal());
}

TEST_CASE("staff cancel an export, and can start it again") {
  FilledStore filled;
  filled.seal();
  const TempFolder stick;
  Loop loop;
  auto port = std::make_unique<HeldPort>(stick.path());
  HeldPort& held = *port;
  Exporter exporter{std::move(port), [&] { loop.wake(); }};
  REQUIRE(exporter.start(all_of(filled)));
  held.reached.wait();
  exporter.cancel();
  held.may_go_on.set_value_once();
  const auto events = loop.until_ended(exporter);
  REQUIRE_FALSE(events.empty());
  const auto* ended = std::get_if<Exporter::Ended>(&events.back());
  REQUIRE(ended != nullptr);
  REQUIRE_FALSE(*ended);
  CHECK(ended->error().kind == stick::ExportError::Kind::cancelled);
  REQUIRE(exporter.start(all_of(filled)));
  const auto again = loop.until_ended(exporter);
  REQUIRE_FALSE(again.empty());
  const auto* second = std::get_if<Exporter::Ended>(&again.back());
  REQUIRE(second != nullptr);
  CHECK(*second);
}

TEST_CASE("a kiosk that is switched off during an export lets go of the stick, and of the store") {
  FilledStore filled;
  filled.seal();
  const TempFolder stick;
  Loop loop;
  {
    Exporter exporter{std::make_unique<stick::FolderPort>(stick.path()), [&] { loop.wake(); }};
    REQUIRE(exporter.start(all_of(filled)));
  }
  CHECK(*filled.store->reseal());
}

TEST_CASE("a stick that is put in or taken out is told") {
  const TempFolder place;
  Loop loop;
  const auto folder = place / "stick";
  Exporter exporter{std::make_unique<stick::FolderPort>(folder), [&] { loop.wake(); }};
  CHECK(exporter.now().kind == stick::InPort::Kind::empty);
  const auto next = [&]() -> std::optional<stick::InPort::Kind> {
    const auto deadline = std::chrono::steady_clock::now() + 20s;
    while (std::chrono::steady_clock::now() < deadline) {
      const auto event = exporter.take();
      if (!event) {
        std::this_thread::yield();
        continue;
      }
      if (const auto* changed = std::get_if<Exporter::PortChanged>(&*event)) return changed->kind;
    }
    return std::nullopt;
  };
  std::filesystem::create_directory(folder);
  CHECK(next() == stick::InPort::Kind::stick);
  std::filesystem::remove(folder);
  CHECK(next() == stick::InPort::Kind::empty);
}

}  // namespace kiosk::exporter_test
