#include "tests/system/mock_udisks.h"

#include <poll.h>
#include <sched.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <fstream>
#include <future>
#include <iostream>
#include <thread>

#include <catch2/catch.hpp>

#include "kiosk/stick/verify_folder.h"
#include "kiosk/system/udisks_port.h"
#include "tests/stick/given.h"
#include "tests/support/program.h"
#include "tests/support/session.h"

// A stick that udisks2 tells of, on a machine that has neither.

using namespace kiosk;
using namespace kiosk::stick;
using namespace kiosk::stick::given;
using kiosk::system::UdisksPort;
using std::chrono::seconds;
using tests::MockUdisks;

namespace {

class Station {
 public:
  Station() {
    port.watch([this] {
      const std::scoped_lock lock{mutex_};
      changed_.notify_all();
    });
  }
  InPort until(InPort::Kind kind) {
    std::unique_lock lock{mutex_};
    changed_.wait_for(lock, seconds{20}, [&] { return port.now().kind == kind; });
    return port.now();
  }
  Result<Exported, ExportError> take_away(FilledStore& filled) { return filled.bring_out(port); }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;

 public:
  UdisksPort port;  // ends first
};

sockaddr_un address_of(const std::filesystem::path& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  path.string().copy(&address.sun_path[0], sizeof address.sun_path - 1);
  return address;
}

/// A bus for this process alone.
class Bus {
 public:
  Bus() {
    const auto socket = folder_ / "bus";
    std::ofstream{folder_ / "bus.conf"}
        << "<busconfig><type>session</type><listen>unix:path=" << socket.string() << "</listen>"
        << "<policy context=\"default\"><allow own=\"*\"/><allow send_destination=\"*\"/>"
        << "<allow receive_sender=\"*\"/><allow user=\"*\"/></policy></busconfig>";
    tests::SpawnActions actions;
    process_ = tests::spawn({"/usr/bin/dbus-daemon", "--config-file=" + (folder_ / "bus.conf").string(),
                             "--nofork", "--nopidfile"},
                            tests::own_environment(), actions);
    ::setenv("DBUS_SYSTEM_BUS_ADDRESS", ("unix:path=" + socket.string()).c_str(), 1);
    const auto deadline = std::chrono::steady_clock::now() + seconds{20};
    while (!listens(socket) && std::chrono::steady_clock::now() < deadline) std::this_thread::yield();
  }
  ~Bus() {
    ::kill(process_, SIGTERM);
    tests::status_at_end(process_);
  }
  Bus(const Bus&) = delete;
  Bus& operator=(const Bus&) = delete;

 private:
  static bool listens(const std::filesystem::path& path) {
    const Fd socket{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    const sockaddr_un address = address_of(path);
    return ::connect(socket.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  }

  tests::TempFolder folder_;
  pid_t process_ = 0;
};

}  // namespace

TEST_CASE("without a bus there is no port, and the kiosk runs") {
  const std::string before = std::getenv("DBUS_SYSTEM_BUS_ADDRESS");
  ::setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere", 1);
  Station station;
  CHECK(station.port.now().kind == InPort::Kind::no_port);
  const auto mounted = station.port.mount(Port::Access::write);
  REQUIRE_FALSE(mounted);
  CHECK(mounted.error().kind == PortError::Kind::no_port);
  FilledStore filled;
  filled.seal();
  const auto exported = station.take_away(filled);
  REQUIRE_FALSE(exported);
  CHECK(exported.error().kind == ExportError::Kind::no_port);
  ::setenv("DBUS_SYSTEM_BUS_ADDRESS", before.c_str(), 1);
}

TEST_CASE("where a bus turns it away the kiosk does not ask again at once, and again") {
  const std::string before = std::getenv("DBUS_SYSTEM_BUS_ADDRESS");
  const tests::TempFolder folder;
  const Fd door{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)};
  const sockaddr_un address = address_of(folder / "bus");
  REQUIRE(::bind(door.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  REQUIRE(::listen(door.number(), 4) == 0);
  ::setenv("DBUS_SYSTEM_BUS_ADDRESS", ("unix:path=" + (folder / "bus").string()).c_str(), 1);
  const auto knocks_within = [&](int milliseconds) {
    pollfd knock{door.number(), POLLIN, 0};
    return ::poll(&knock, 1, milliseconds) > 0;
  };
  const Station station;
  REQUIRE(knocks_within(20'000));
  ::close(::accept4(door.number(), nullptr, nullptr, SOCK_CLOEXEC));
  CHECK_FALSE(knocks_within(1'000));
  ::setenv("DBUS_SYSTEM_BUS_ADDRESS", before.c_str(), 1);
}

TEST_CASE("without udisks2 there is no port, until it comes, and when it has gone again") {
  Station station;
  {
    MockUdisks udisks;
    CHECK(station.until(InPort::Kind::empty).kind == InPort::Kind::empty);
    udisks.put_in(1);
    CHECK(station.until(InPort::Kind::stick).kind == InPort::Kind::stick);
  }
  CHECK(station.until(InPort::Kind::no_port).kind == InPort::Kind::no_port);
  MockUdisks again;
  CHECK(station.until(InPort::Kind::empty).kind == InPort::Kind::empty);
}

TEST_CASE("staff put in a stick, take the answers away, and its light goes out") {
  FilledStore filled;
  filled.seal();
  MockUdisks udisks;
  Station station;
  REQUIRE(station.until(InPort::Kind::empty).kind == InPort::Kind::empty);
  udisks.put_in(1);
  const InPort found = station.until(InPort::Kind::stick);
  REQUIRE(found.kind == InPort::Kind::stick);
  CHECK(found.label == "STICK");
  CHECK(found.free > std::uint64_t{30} << 20U);
  const auto exported = station.take_away(filled);
  if (!exported) FAIL(exported.error().sentence);
  CHECK(exported->powered_off);
  CHECK(udisks.powered_off);
  CHECK(all_good(*verify_folder(udisks.medium())));
  udisks.pull_out();
  CHECK(station.until(InPort::Kind::empty).kind == InPort::Kind::empty);
  udisks.put_in(2);
  CHECK(station.until(InPort::Kind::stick).insertion == found.insertion + 1);
}

TEST_CASE("a stick that fails, and is told to be gone only after that, was pulled out") {
  FilledStore filled;
  filled.seal();
  MockUdisks udisks;
  Station station;
  udisks.put_in(1);
  REQUIRE(station.until(InPort::Kind::stick).kind == InPort::Kind::stick);
  udisks.fails_to_unmount = true;
  auto taken_away = std::async(std::launch::async, [&] { return station.take_away(filled); });
  REQUIRE(udisks.failed_to_unmount.reach(1));
  udisks.pull_out();
  const auto exported = taken_away.get();
  REQUIRE_FALSE(exported);
  CHECK(exported.error().kind == ExportError::Kind::pulled_out);
  CHECK_FALSE(udisks.powered_off);
}

TEST_CASE("a stick that was pulled out too soon once is used when staff say so, until it is out") {
  MockUdisks udisks;
  udisks.sound = false;
  Station station;
  udisks.put_in(1);
  CHECK(station.until(InPort::Kind::unusable).why == Unusable::dirty);
  station.port.use_anyway();
  CHECK(station.until(InPort::Kind::stick).kind == InPort::Kind::stick);
  udisks.pull_out();
  CHECK(station.until(InPort::Kind::empty).kind == InPort::Kind::empty);
  udisks.put_in(2);
  CHECK(station.until(InPort::Kind::unusable).why == Unusable::dirty);
}

TEST_CASE("a stick on which things could be run is not used") {
  MockUdisks udisks;
  udisks.forgets_noexec = true;
  Station station;
  udisks.put_in(1);
  CHECK(station.until(InPort::Kind::unusable).why == Unusable::hostile);
}

TEST_CASE("where the kiosk may not use sticks there is no port, and the log says why") {
  MockUdisks udisks;
  udisks.allows = false;
  Station station;
  REQUIRE(station.until(InPort::Kind::empty).kind == InPort::Kind::empty);
  udisks.put_in(1);
  const InPort found = station.until(InPort::Kind::no_port);
  CHECK(found.kind == InPort::Kind::no_port);
  CHECK(found.detail.find("not authorized") != std::string::npos);
}

int kiosk::main_of_tests(int argc, char** argv) {
  constexpr int skipped = 77;
  if (::unshare(CLONE_NEWNS) != 0 || ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) {
    std::cout << "skipped: no mount namespace here (only root has one)\n";
    return skipped;
  }
  if (::access("/usr/bin/dbus-daemon", X_OK) != 0) {
    std::cout << "skipped: there is no dbus-daemon\n";
    return skipped;
  }
  const Bus bus;
  return run_tests(argc, argv);
}
