// fingers SOCKET WxH: fingers on a real X server's touch panel of that many px. Reads what they do, one a
// line:
//   down 1 540 960
//   move 1 560 960
//   up 1 560 960
// with a finger's number and a point in px; says "ready" when it can begin. The server's inputtest driver
// listens at SOCKET; its protocol is xf86-input-inputtest-protocol.h, version 1.1, in the machine's own byte
// order.
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <sstream>
#include <string>

namespace {

struct Header {
  std::uint32_t length;
  std::uint32_t type;
};

struct Version {  // both of the client and of the server
  Header header;
  std::uint16_t major;
  std::uint16_t minor;
};

struct Valuators {
  std::uint32_t has_unaccelerated = 0;
  std::array<std::uint8_t, 8> mask{};  // a bit for each that is set
  std::array<double, 64> values{};
  std::array<double, 64> unaccelerated{};
};

struct TouchEvent {
  Header header;
  std::uint32_t finger;
  std::uint32_t kind;
  Valuators at;
};
static_assert(sizeof(Version) == 12 && sizeof(TouchEvent) == 1056, "what the driver reads");

constexpr std::uint32_t client_version = 0;
constexpr std::uint32_t touch = 6;
constexpr std::uint32_t begins = 18;  // XI_TouchBegin, XI_TouchUpdate, XI_TouchEnd
constexpr std::uint32_t updates = 19;
constexpr std::uint32_t ends = 20;
constexpr double axis_max = 0xffff;

template <class Message>
bool tell(int server, const Message& message) {
  return write(server, &message, sizeof message) == static_cast<ssize_t>(sizeof message);
}

int connect_to(const std::string& path) {
  const int server = socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (server < 0 || path.size() >= sizeof address.sun_path) return -1;
  std::copy(path.begin(), path.end(), address.sun_path);
  if (connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) return -1;
  Version answer{};
  const bool agreed = tell(server, Version{{sizeof(Version), client_version}, 1, 1}) &&
                      read(server, &answer, sizeof answer) == static_cast<ssize_t>(sizeof answer);
  return agreed ? server : -1;
}

}  // namespace

int main(int argc, char** argv) {
  int w = 0;
  int h = 0;
  char by = 0;
  if (argc != 3 || !(std::istringstream{argv[2]} >> w >> by >> h) || by != 'x') {
    std::cerr << "fingers SOCKET WxH\n";
    return 2;
  }
  const int server = connect_to(argv[1]);
  if (server < 0) {
    std::perror("fingers: no touch panel listens");
    return 1;
  }
  std::cout << "ready" << std::endl;
  std::string does;
  std::uint32_t finger = 0;
  double x = 0;
  double y = 0;
  while (std::cin >> does >> finger >> x >> y) {
    TouchEvent event{{sizeof(TouchEvent), touch},
                     finger,
                     does == "down" ? begins
                     : does == "up" ? ends
                                    : updates,
                     {}};
    event.at.mask[0] = 0b11;
    event.at.values[0] = (x + 0.5) / w * axis_max;
    event.at.values[1] = (y + 0.5) / h * axis_max;
    if (!tell(server, event)) {
      std::perror("fingers: the touch panel is gone");
      return 1;
    }
  }
  return 0;
}
