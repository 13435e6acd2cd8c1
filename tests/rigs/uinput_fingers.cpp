// uinput_fingers WxH: plugs a touch panel of that many px into the kernel that it runs on (uinput, as root),
// and fingers onto it. Reads what they do as fingers.cpp does, and pulls the panel out at the end:
//   down 1 540 960
//   move 1 560 960
//   up 1 560 960
#include <fcntl.h>
#include <linux/uinput.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <iostream>
#include <sstream>
#include <string>

namespace {

constexpr int most_fingers = 10;

bool add_axis(int panel, std::uint16_t axis, int largest) {
  uinput_abs_setup setup{};
  setup.code = axis;
  setup.absinfo.maximum = largest;
  return ioctl(panel, UI_ABS_SETUP, &setup) == 0;
}

bool plug_in(int panel, int w, int h) {
  uinput_setup setup{};
  setup.id.bustype = BUS_USB;
  setup.id.vendor = 0x4b49;
  setup.id.product = 0x4f53;
  const std::string name = "panel of a test";
  name.copy(std::data(setup.name), sizeof setup.name - 1);
  return ioctl(panel, UI_SET_EVBIT, EV_ABS) == 0 && ioctl(panel, UI_SET_EVBIT, EV_KEY) == 0 &&
         ioctl(panel, UI_SET_KEYBIT, BTN_TOUCH) == 0 &&
         ioctl(panel, UI_SET_PROPBIT, INPUT_PROP_DIRECT) == 0 && add_axis(panel, ABS_X, w - 1) &&
         add_axis(panel, ABS_Y, h - 1) && add_axis(panel, ABS_MT_SLOT, most_fingers - 1) &&
         add_axis(panel, ABS_MT_TRACKING_ID, 0xffff) && add_axis(panel, ABS_MT_POSITION_X, w - 1) &&
         add_axis(panel, ABS_MT_POSITION_Y, h - 1) && ioctl(panel, UI_DEV_SETUP, &setup) == 0 &&
         ioctl(panel, UI_DEV_CREATE) == 0;
}

void tell(int panel, std::uint16_t type, std::uint16_t code, int value) {
  input_event event{};
  event.type = type;
  event.code = code;
  event.value = value;
  if (write(panel, &event, sizeof event) != static_cast<ssize_t>(sizeof event)) std::perror("uinput_fingers");
}

}  // namespace

int main(int argc, char** argv) {
  int w = 0;
  int h = 0;
  char by = 0;
  if (argc != 2 || !(std::istringstream{argv[1]} >> w >> by >> h) || by != 'x') {
    std::cerr << "uinput_fingers WxH\n";
    return 2;
  }
  const int panel = open("/dev/uinput", O_WRONLY | O_CLOEXEC);
  if (panel < 0 || !plug_in(panel, w, h)) {
    std::perror("uinput_fingers: no panel can be plugged in");
    return 1;
  }
  std::cout << "ready" << std::endl;
  std::string does;
  int finger = 0;
  int x = 0;
  int y = 0;
  int touching = 0;
  int contact = 0;
  while (std::cin >> does >> finger >> x >> y) {
    tell(panel, EV_ABS, ABS_MT_SLOT, finger % most_fingers);
    if (does == "down") tell(panel, EV_ABS, ABS_MT_TRACKING_ID, ++contact);
    if (does == "up") {
      tell(panel, EV_ABS, ABS_MT_TRACKING_ID, -1);
    } else {
      tell(panel, EV_ABS, ABS_MT_POSITION_X, x);
      tell(panel, EV_ABS, ABS_MT_POSITION_Y, y);
      tell(panel, EV_ABS, ABS_X, x);
      tell(panel, EV_ABS, ABS_Y, y);
    }
    touching += does == "down" ? 1 : does == "up" ? -1 : 0;
    tell(panel, EV_KEY, BTN_TOUCH, touching > 0 ? 1 : 0);
    tell(panel, EV_SYN, SYN_REPORT, 0);
  }
  ioctl(panel, UI_DEV_DESTROY);
  return 0;
}
