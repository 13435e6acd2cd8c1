#pragma once

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <array>
#include <cstdlib>
#include <stdexcept>
#include <string>

#include "kiosk/base/file.h"
#include "tests/support/temp_folder.h"

namespace kiosk::tests {

/// What systemd is to a program of its own: an environment and a socket that it listens on. One at a time.
class Notified {
 public:
  /// `watchdog_usec` as systemd writes it; null where it waits for no sign of life.
  explicit Notified(const char* watchdog_usec) : socket_{::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)} {
    const std::string path = (folder_ / "notify").string();
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    if (::bind(socket_.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
      throw std::runtime_error{"no socket for what is told"};
    ::setenv("NOTIFY_SOCKET", path.c_str(), 1);
    if (watchdog_usec != nullptr) ::setenv("WATCHDOG_USEC", watchdog_usec, 1);
  }
  Notified(const Notified&) = delete;
  Notified& operator=(const Notified&) = delete;
  ~Notified() {
    ::unsetenv("NOTIFY_SOCKET");
    ::unsetenv("WATCHDOG_USEC");
  }

  /// The next that was told, which has at most so long to come; empty where nothing did.
  std::string told(int within_ms = 0) const {
    pollfd awaited{socket_.number(), POLLIN, 0};
    if (::poll(&awaited, 1, within_ms) != 1) return {};
    std::array<char, 256> text{};
    const auto length = ::recv(socket_.number(), text.data(), text.size(), 0);
    return length < 0 ? std::string{} : std::string{text.data(), static_cast<std::size_t>(length)};
  }

 private:
  TempFolder folder_;
  Fd socket_;
};

}  // namespace kiosk::tests
