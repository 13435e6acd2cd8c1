#include "kiosk/sdl/x_server.h"

#include <X11/Xlib.h>

#include <cstdio>
#include <cstdlib>

// Compiled alone: X's headers take words such as Status and None from every file after this.

namespace kiosk::sdl {

namespace {

int tell(Display* display) {
  static_cast<void>(std::fprintf(
      stderr, "kiosk: the display %s is gone: its X server ended; start the kiosk again when it is back\n",
      DisplayString(display)));
  // Without what is done at an exit: the worker goes on until then, and every answer thanked for is on disk.
  std::_Exit(1);
}

}  // namespace

void tell_when_x_server_ends() { XSetIOErrorHandler(tell); }

}  // namespace kiosk::sdl
