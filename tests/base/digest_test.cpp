#include "kiosk/base/digest.h"

#include <catch2/catch.hpp>

using namespace kiosk;

TEST_CASE("a hash is BLAKE2b-256, as b2sum -l 256 prints it") {
  Hasher hasher;
  CHECK(hex(hasher.so_far()) == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
  hasher.take("ab");
  hasher.take("c");
  CHECK(hex(hasher.so_far()) == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

TEST_CASE("asking for the hash so far does not disturb it") {
  Hasher asked;
  Hasher silent;
  for (const char* piece : {"one", "two"}) {
    asked.take(piece);
    static_cast<void>(asked.so_far());
    silent.take(piece);
  }
  CHECK(asked.so_far() == silent.so_far());
}

TEST_CASE("another comma in a question set is another set") {
  CHECK(short_digest("a, b") == short_digest("a, b"));
  CHECK(short_digest("a, b") != short_digest("a b"));
}
