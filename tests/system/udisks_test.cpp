#include <sys/statvfs.h>

#include <chrono>
#include <condition_variable>
#include <fstream>
#include <iostream>

#include <catch2/catch.hpp>

#include "kiosk/stick/verify_folder.h"
#include "kiosk/system/udisks_port.h"
#include "tests/stick/given.h"
#include "tests/support/program.h"
#include "tests/support/session.h"

// The real udisksd, started by udisks_test.sh. Images on loop devices stand in for sticks: ext4, since the
// kernel of a machine that tests may lack FAT, and exFAT through FUSE.

using namespace kiosk;
using namespace kiosk::stick;
using namespace kiosk::stick::given;
using kiosk::system::UdisksPort;
using std::chrono::seconds;

namespace {

std::filesystem::path place;  // given on the command line

std::string run(const std::vector<std::string>& words) {
  const auto ended = tests::run_to_end(words, place);
  INFO(words[0] << ": " << ended.err);
  CHECK(ended.status == 0);
  std::string out = ended.out;
  while (!out.empty() && out.back() == '\n') out.pop_back();
  return out;
}

/// An image that was formatted on a computer.
std::filesystem::path image(const char* name, std::uintmax_t mebibytes,
                            const std::vector<std::string>& format) {
  const auto path = place / name;
  std::filesystem::remove(path);
  std::ofstream{path} << "";
  std::filesystem::resize_file(path, mebibytes << 20U);
  if (!format.empty()) {
    std::vector<std::string> words = format;
    words.push_back(path.string());
    run(words);
  }
  return path;
}

std::filesystem::path ext4(const char* name = "ext4", const char* label = "ANTWOORDEN") {
  return image(name, 32, {"/sbin/mkfs.ext4", "-q", "-L", label, "-m", "0", "-E", "root_owner=0:0"});
}

/// An image in a port, until it is pulled out.
class PutIn {
 public:
  explicit PutIn(const std::filesystem::path& image, const std::vector<std::string>& more = {}) {
    std::vector<std::string> words{"/sbin/losetup", "--find", "--show"};
    words.insert(words.end(), more.begin(), more.end());
    words.push_back(image.string());
    device_ = run(words);
  }
  ~PutIn() { pull_out(); }
  PutIn(const PutIn&) = delete;
  PutIn& operator=(const PutIn&) = delete;

  void pull_out() {
    if (!device_.empty()) run({"/sbin/losetup", "--detach", device_});
    device_.clear();
  }

 private:
  std::string device_;
};

/// The ports of the station, and whoever waits for news from them.
class Station {
 public:
  Station() : port{{.file_systems = {"vfat", "exfat", "ext4"}, .images = place}} {
    port.watch([this] {
      const std::scoped_lock lock{mutex_};
      changed_.notify_all();
    });
  }

  /// What is in the port once it is of this kind; waits for that.
  InPort until(InPort::Kind kind) {
    std::unique_lock lock{mutex_};
    changed_.wait_for(lock, seconds{30}, [&] { return port.now().kind == kind; });
    return port.now();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;

 public:
  UdisksPort port;  // ends first
};

}  // namespace

TEST_CASE("a stick is found, mounted strictly, written, unmounted and read again") {
  const auto stick = ext4();
  Station station;
  CHECK(station.until(InPort::Kind::empty).kind == InPort::Kind::empty);
  PutIn in{stick};
  const InPort found = station.until(InPort::Kind::stick);
  REQUIRE(found.kind == InPort::Kind::stick);
  CHECK(found.label == "ANTWOORDEN");
  CHECK(found.total > std::uint64_t{20} << 20U);
  CHECK(found.free > std::uint64_t{20} << 20U);
  const auto folder = station.port.mount(Port::Access::write);
  REQUIRE(folder);
  struct statvfs how {};
  REQUIRE(::statvfs(folder->c_str(), &how) == 0);
  for (const unsigned long flag : {1UL * ST_NOSUID, 1UL * ST_NODEV, 1UL * ST_NOEXEC})
    CHECK((how.f_flag & flag) != 0);
  std::ofstream{*folder / "brief"} << "hallo";
  {
    const std::ifstream open{*folder / "brief"};
    const std::ofstream more{*folder / "nog een"};
  }
  REQUIRE(station.port.unmount());
  CHECK_FALSE(std::filesystem::exists(*folder / "brief"));
  const auto again = station.port.mount(Port::Access::read);
  REQUIRE(again);
  CHECK(*read_file(*again / "brief", 100) == "hallo");
  REQUIRE(::statvfs(again->c_str(), &how) == 0);
  CHECK((how.f_flag & ST_RDONLY) != 0);
  REQUIRE(station.port.unmount());
  CHECK(station.port.now() == found);
  in.pull_out();
  CHECK(station.until(InPort::Kind::empty).kind == InPort::Kind::empty);
  const auto none = station.port.mount(Port::Access::write);
  REQUIRE_FALSE(none);
  CHECK(none.error().kind == PortError::Kind::gone);
}

TEST_CASE("all answers go onto a stick through udisks2, and come back whole on another computer") {
  FilledStore filled;
  filled.seal();
  const PutIn in{ext4()};
  Station station;
  REQUIRE(station.until(InPort::Kind::stick).kind == InPort::Kind::stick);
  const auto exported = filled.bring_out(station.port);
  if (!exported) FAIL(exported.error().sentence);
  CHECK(exported->answers == 4);
  CHECK_FALSE(exported->powered_off);  // a loop device has no power
  const auto folder = station.port.mount(Port::Access::read);
  REQUIRE(folder);
  CHECK(all_good(*verify_folder(*folder)));
  REQUIRE(station.port.unmount());
}

TEST_CASE("an exFAT stick takes the answers too, unless it is mounted otherwise than asked", "[exfat]") {
  FilledStore filled;
  filled.seal();
  const PutIn in{image("exfat", 32, {"/sbin/mkfs.exfat", "-L", "FOTOS"})};
  Station station;
  const std::string known = *read_file("/proc/filesystems", 100'000);
  if (known.find("exfat") == std::string::npos) {
    // Debian's exFAT through FUSE leaves "noexec" out: whatever is on such a stick could be run.
    const InPort found = station.until(InPort::Kind::unusable);
    CHECK(found.kind == InPort::Kind::unusable);
    CHECK(found.why == Unusable::hostile);
    CHECK(std::filesystem::is_empty("/media/root"));
    return;
  }
  REQUIRE(station.until(InPort::Kind::stick).label == "FOTOS");
  const auto exported = filled.bring_out(station.port);
  if (!exported) FAIL(exported.error().sentence);
}

TEST_CASE("a stick that cannot be used says why") {
  Station station;
  Unusable why{};
  std::filesystem::path stick;
  std::vector<std::string> more;
  SECTION("it was never formatted") {
    stick = image("raw", 8, {});
    why = Unusable::other_system;
  }
  SECTION("it is formatted for another system") {
    stick = image("swap", 8, {"/sbin/mkswap", "-q"});
    why = Unusable::other_system;
  }
  SECTION("it is locked") {
    stick = ext4();
    more = {"--read-only"};
    why = Unusable::read_only;
  }
  SECTION("it was pulled out of a computer too soon") {
    stick = image("dirty", 64, {"/sbin/mkfs.vfat", "-F", "32", "-n", "VUIL"});
    std::fstream bytes{stick, std::ios::in | std::ios::out | std::ios::binary};
    bytes.seekp(0x41);
    bytes.put(1);  // FAT32: the volume was not let go of
    why = Unusable::dirty;
  }
  const PutIn in{stick, more};
  const InPort found = station.until(InPort::Kind::unusable);
  CHECK(found.kind == InPort::Kind::unusable);
  CHECK(found.why == why);
  const auto mounted = station.port.mount(Port::Access::write);
  REQUIRE_FALSE(mounted);
  CHECK(mounted.error().kind == PortError::Kind::unusable);
  CHECK(mounted.error().why == why);
}

TEST_CASE("two sticks at once are one too many, until one is pulled out") {
  const PutIn one{ext4("one")};
  Station station;
  REQUIRE(station.until(InPort::Kind::stick).kind == InPort::Kind::stick);
  PutIn other{ext4("other")};
  CHECK(station.until(InPort::Kind::unusable).why == Unusable::several_sticks);
  other.pull_out();
  CHECK(station.until(InPort::Kind::stick).kind == InPort::Kind::stick);
}

TEST_CASE("while something on it is open a stick is not let go of") {
  const PutIn in{ext4()};
  Station station;
  REQUIRE(station.until(InPort::Kind::stick).kind == InPort::Kind::stick);
  const auto folder = station.port.mount(Port::Access::write);
  REQUIRE(folder);
  std::optional<std::ofstream> open{std::in_place, *folder / "open"};
  const auto busy = station.port.unmount();
  REQUIRE_FALSE(busy);
  CHECK(busy.error().kind == PortError::Kind::busy);
  open.reset();
  CHECK(station.port.unmount());
}

int kiosk::main_of_tests(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "udisks_tests FOLDER: where images can be made\n";
    return 2;
  }
  place = argv[1];
  return run_tests(argc - 1, argv + 1);
}
