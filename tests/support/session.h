#pragma once

namespace kiosk {

/// What a program has in place of main() when there is something to do before its tests, or when they cannot
/// run here. Gives what main() is to give.
int main_of_tests(int argc, char** argv);

/// Runs the tests of this program as Catch's own main() does. Gives what that gives.
int run_tests(int argc, char** argv);

}  // namespace kiosk
