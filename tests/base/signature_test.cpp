#include "kiosk/base/signature.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "kiosk/base/digest.h"
#include "tests/support/temp_folder.h"

using namespace kiosk;

TEST_CASE("a station signs with the same key after every start") {
  const tests::TempFolder folder;
  const auto path = folder / "station.key";
  const auto made = SigningKey::open_or_make(path);
  const auto again = SigningKey::open_or_make(path);
  REQUIRE((made && again));
  CHECK(made->public_key() == again->public_key());
  const std::array<unsigned char, 3> message{1, 2, 3};
  const Signature signature = made->sign(message);
  CHECK(is_signed(message, signature, again->public_key()));
  struct stat about {};
  REQUIRE(::stat(path.c_str(), &about) == 0);
  CHECK((about.st_mode & 0777U) == 0600U);
}

TEST_CASE("another message, another signature or another key does not pass") {
  const tests::TempFolder folder;
  const auto one = SigningKey::open_or_make(folder / "one");
  const auto other = SigningKey::open_or_make(folder / "other");
  const std::array<unsigned char, 3> message{1, 2, 3};
  const std::array<unsigned char, 3> changed{1, 2, 4};
  Signature signature = one->sign(message);
  CHECK_FALSE(is_signed(changed, signature, one->public_key()));
  CHECK_FALSE(is_signed(message, signature, other->public_key()));
  signature[63] ^= 1;
  CHECK_FALSE(is_signed(message, signature, one->public_key()));
}

TEST_CASE("a file that is no key is left as it is") {
  const tests::TempFolder folder;
  for (const char* text : {"", "kiosk-station-key 1 00\n", "boodschappen", "kiosk-station-key 2 "}) {
    std::ofstream{folder / "station.key"} << text;
    const auto opened = SigningKey::open_or_make(folder / "station.key");
    REQUIRE_FALSE(opened);
    CHECK(opened.error().text() == "could not read the key " + (folder / "station.key").string() +
                                       ": it is no key of a station; put back the one it had");
    CHECK(*read_file(folder / "station.key", 100) == text);
  }
}

TEST_CASE("bytes are read from hex only as hex() writes them") {
  CHECK(from_hex<2>("00ff") == std::array<unsigned char, 2>{0x00, 0xFF});
  for (const char* text : {"", "00f", "00FF", "00fg", "00ff0", " 0ff"}) CHECK_FALSE(from_hex<2>(text));
}
