#include "kiosk/stick/packages.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <string>
#include <vector>

#include "kiosk/base/file.h"
#include "kiosk/stick/folder_port.h"
#include "tests/support/temp_folder.h"

namespace kiosk::packages_test {

using kiosk::tests::TempFolder;
using stick::Inbox;

namespace {

/// A stick in the port, as somebody filled it, and the inbox of a station.
class Brought {
 public:
  Brought() {
    std::filesystem::create_directories(stick());
    std::filesystem::create_directories(inbox());
  }
  void put(const std::string& name, const std::string& text) const { std::ofstream{stick() / name} << text; }
  void put_package(const std::string& name) const {
    put(name, "package");
    put(name + ".minisig", "signature");
  }
  std::vector<std::string> found() const {
    stick::FolderPort port{stick()};
    const auto found = stick::find_packages(port);
    REQUIRE(found);
    return *found;
  }
  bool takes(const std::string& version) const {
    stick::FolderPort port{stick()};
    return stick::take_package(port, version, inbox());
  }
  bool is_asked() const { return std::filesystem::exists(inbox() / Inbox::asked); }
  std::string in_inbox(const char* name) const {
    const auto text = read_file(inbox() / name, 1U << 20U);
    return text ? *text : "";
  }
  std::filesystem::path stick() const { return temp_ / "stick"; }
  std::filesystem::path inbox() const { return temp_ / "inbox"; }

 private:
  TempFolder temp_;
};

}  // namespace

TEST_CASE("a program for the kiosk is found by its name, with its signature beside it, and nothing else is") {
  const Brought brought;
  brought.put_package("kiosk_1.3.0_amd64.deb");
  brought.put_package("kiosk_1.4.0~rc1+b2_arm64.deb");
  brought.put("kiosk_1.5.0_amd64.deb", "nobody signed it");
  for (const char* name :
       {"other_1.0_amd64.deb", "kiosk_amd64.deb", "kiosk__amd64.deb", "kiosk_1 0_amd64.deb",
        "kiosk_1.0_amd64.txt", ".kiosk_1.0_amd64.deb", "kiosk_1111111111111111111111111111111_amd64.deb"}) {
    brought.put_package(name);
  }
  std::filesystem::create_directory(brought.stick() / "kiosk_6_amd64.deb");
  brought.put("kiosk_6_amd64.deb.minisig", "of a folder");
  CHECK(brought.found() == std::vector<std::string>{"1.3.0", "1.4.0~rc1+b2"});
}

TEST_CASE("a package is in the inbox whole, with its signature, before anybody is asked to install it") {
  const Brought brought;
  brought.put_package("kiosk_1.3.0_amd64.deb");
  CHECK(brought.takes("1.3.0"));
  CHECK(brought.in_inbox(Inbox::package) == "package");
  CHECK(brought.in_inbox(Inbox::signature) == "signature");
  CHECK(brought.is_asked());
}

TEST_CASE("nobody is asked to install what is not there, is too large to be one, or leads elsewhere") {
  const Brought brought;
  brought.put_package("kiosk_1.3.0_amd64.deb");
  REQUIRE(brought.takes("1.3.0"));  // what was asked before is no longer
  SECTION("it is not there any more") { CHECK_FALSE(brought.takes("1.4.0")); }
  SECTION("it is larger than any") {
    std::filesystem::resize_file(brought.stick() / "kiosk_1.3.0_amd64.deb", (std::uintmax_t{64} << 20U) + 1);
    CHECK_FALSE(brought.takes("1.3.0"));
  }
  SECTION("its signature is") {
    std::filesystem::resize_file(brought.stick() / "kiosk_1.3.0_amd64.deb.minisig", 4097);
    CHECK_FALSE(brought.takes("1.3.0"));
  }
  SECTION("it is a link out of the stick") {
    std::filesystem::remove(brought.stick() / "kiosk_1.3.0_amd64.deb");
    std::filesystem::create_symlink("/etc/passwd", brought.stick() / "kiosk_1.3.0_amd64.deb");
    CHECK_FALSE(brought.takes("1.3.0"));
  }
  SECTION("there is no inbox") {
    std::filesystem::rename(brought.inbox(), brought.inbox().string() + "-gone");
    CHECK_FALSE(brought.takes("1.3.0"));
  }
  CHECK_FALSE(brought.is_asked());
}

}  // namespace kiosk::packages_test
