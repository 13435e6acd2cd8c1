#include "tests/support/session.h"

#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

namespace kiosk {

int run_tests(int argc, char** argv) { return Catch::Session().run(argc, argv); }

}  // namespace kiosk
