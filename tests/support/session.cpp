#include "tests/support/session.h"

// The linker gives these names to who calls main() and to Catch's own (--wrap=main): to compile Catch's
// runner a second time, for another main(), took 12 s.
#if defined(__clang__)
#pragma clang diagnostic ignored "-Wreserved-identifier"
#endif
extern "C" {
int __real_main(int argc, char** argv);
int __wrap_main(int argc, char** argv) { return kiosk::main_of_tests(argc, argv); }
}

int kiosk::run_tests(int argc, char** argv) { return __real_main(argc, argv); }
