#pragma once

namespace kiosk {

/// Runs the tests of this program as Catch's own main() does, for programs that have something to do before.
/// Apart, since to compile Catch's runner takes 12 s. Gives what main() is to give.
int run_tests(int argc, char** argv);

}  // namespace kiosk
