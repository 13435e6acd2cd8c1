#include "kiosk/stick/round_trip.h"

#include <array>
#include <functional>
#include <string>

#include "kiosk/base/digest.h"
#include "kiosk/base/folder.h"
#include "kiosk/base/random.h"

namespace kiosk::stick {

namespace {

constexpr const char* trial_name = "kiosk-test.tmp";

/// Some kilobytes that nobody can know: a stick that gives back what it likes is found out.
std::string random_text() {
  std::array<unsigned char, 4096> bytes{};
  Random::system().fill(bytes);
  return hex(bytes);
}

/// Does something in the stick's folder, and lets go of the stick whatever came of it.
bool in_stick(Port& port, Port::Access access, const std::function<bool(const Folder&)>& act) {
  const auto path = port.mount(access);
  if (!path) return false;
  bool done = false;
  {
    const auto folder = Folder::open(*path);
    done = folder && act(*folder);
  }
  return static_cast<bool>(port.unmount()) && done;
}

bool write(const Folder& folder, const std::string& text) {
  auto file = folder.create(trial_name);
  return file && file->append(text) && file->finish();
}

bool reads(const Folder& folder, const std::string& text) {
  std::string read;
  const auto done = folder.read_uncached_while(trial_name, [&](std::string_view piece) {
    read += piece;
    return read.size() <= text.size();
  });
  return done && read == text;
}

}  // namespace

bool round_trip(Port& port) {
  const std::string text = random_text();
  const bool written =
      in_stick(port, Port::Access::write, [&](const Folder& folder) { return write(folder, text); });
  const bool same = written && in_stick(port, Port::Access::read,
                                        [&](const Folder& folder) { return reads(folder, text); });
  const bool removed = in_stick(port, Port::Access::write, [](const Folder& folder) {
    return static_cast<bool>(folder.remove(trial_name)) && static_cast<bool>(folder.sync_disk());
  });
  return same && removed;
}

}  // namespace kiosk::stick
