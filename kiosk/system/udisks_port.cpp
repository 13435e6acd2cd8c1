#include "kiosk/system/udisks_port.h"

#include <poll.h>
#include <sdbus-c++/sdbus-c++.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>

#include "kiosk/system/udisks_calls.h"

namespace kiosk::system {

namespace {

using stick::InPort;
using stick::PortError;
using stick::Unusable;

constexpr int look_again_for_a_bus_ms = 5000;
constexpr std::chrono::milliseconds between_tries{250};
constexpr int most_tries = 20;
// A stick comes in pieces, the whole of it first and then its partition, and is told of meanwhile.
constexpr std::chrono::milliseconds until_settled{700};
// Milliseconds on a kiosk; an emulated one, twenty times slower, took 3 s (tests/deep/appliance.sh).
constexpr std::chrono::milliseconds until_noticed{5000};

/// A connection of one's own: those of sdbus-c++ are for one thread at a time.
std::unique_ptr<sdbus::IConnection> system_bus() {
  try {
    return sdbus::createSystemBusConnection();
  } catch (const sdbus::Error&) {
    return nullptr;
  }
}

/// Calls `news` at anything that udisks2 says, and when it comes or goes.
bool listen(sdbus::IConnection& connection, const std::function<void()>& news) {
  try {
    for (const char* match : {"type='signal',sender='org.freedesktop.UDisks2'",
                              "type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',"
                              "arg0='org.freedesktop.UDisks2'"}) {
      connection.addMatch(
          match, [news](sdbus::Message&) { news(); }, sdbus::floating_slot);
    }
    return true;
  } catch (const sdbus::Error&) {
    return false;
  }
}

/// False once the connection is lost.
bool hear(sdbus::IConnection& connection) {
  try {
    while (connection.processPendingRequest()) {
    }
    return true;
  } catch (const sdbus::Error&) {
    return false;
  }
}

PortError no_bus() { return {PortError::Kind::no_port, {}, "there is no system bus"}; }

/// What a stick that cannot be looked into is.
InPort shown(const PortError& error, const Sighting& sighting) {
  InPort in_port{.kind = InPort::Kind::unusable,
                 .why = Unusable::unreadable,
                 .label = sighting.label,
                 .detail = error.detail};
  if (error.kind == PortError::Kind::unusable) in_port.why = error.why;
  if (error.kind == PortError::Kind::no_port || error.kind == PortError::Kind::not_allowed)
    in_port.kind = InPort::Kind::no_port;
  if (error.kind == PortError::Kind::gone) in_port.kind = InPort::Kind::empty;
  return in_port;
}

}  // namespace

UdisksPort::UdisksPort(UdisksRules rules)
    : rules_{std::move(rules)}, woken_{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)}, thread_{[this] {
        work();
      }} {}

UdisksPort::~UdisksPort() {
  {
    const std::scoped_lock lock{mutex_};
    ending_ = true;
  }
  wake();
  thread_.join();
}

InPort UdisksPort::now() const {
  const std::scoped_lock lock{mutex_};
  return in_port_;
}

bool UdisksPort::still_holds(unsigned insertion) const {
  std::unique_lock lock{mutex_};
  return !shown_.wait_for(lock, until_noticed, [&] {
    return in_port_.kind != InPort::Kind::stick || in_port_.insertion != insertion;
  });
}

void UdisksPort::watch(std::function<void()> changed) {
  const std::scoped_lock lock{mutex_};
  changed_ = std::move(changed);
}

void UdisksPort::use_anyway() {
  {
    const std::scoped_lock lock{mutex_};
    use_anyway_ = true;
  }
  wake();
}

void UdisksPort::wake() {
  const std::uint64_t one = 1;
  static_cast<void>(::write(woken_.number(), &one, sizeof one));
}

bool UdisksPort::is_ending() const {
  const std::scoped_lock lock{mutex_};
  return ending_;
}

Sighting UdisksPort::sighted() const {
  const std::scoped_lock lock{mutex_};
  return sighting_;
}

void UdisksPort::work() {
  std::unique_ptr<sdbus::IConnection> connection;
  bool news = false;
  while (!is_ending()) {
    if (!connection) {
      connection = system_bus();
      if (connection && !listen(*connection, [&news] { news = true; })) connection.reset();
      news = true;
    }
    if (connection && news) {
      news = false;
      look(*connection);
    }
    if (!connection) show({.kind = InPort::Kind::no_port});
    if (connection && settled_at_ && std::chrono::steady_clock::now() >= *settled_at_) settle(*connection);
    if (!connection || !news) wait_for_news(connection.get());
    std::uint64_t times = 0;
    if (::read(woken_.number(), &times, sizeof times) > 0) news = true;
    if (connection && !hear(*connection)) connection.reset();
  }
}

void UdisksPort::wait_for_news(sdbus::IConnection* connection) const {
  std::array<pollfd, 2> awaited{pollfd{woken_.number(), POLLIN, 0}, pollfd{-1, 0, 0}};
  int at_most = look_again_for_a_bus_ms;
  if (connection != nullptr) {
    const auto bus = connection->getEventLoopPollData();
    awaited[1] = {bus.fd, bus.events, 0};
    at_most = bus.getPollTimeout();
  }
  if (connection != nullptr && settled_at_) {
    using std::chrono::milliseconds;
    const auto left = std::chrono::ceil<milliseconds>(*settled_at_ - std::chrono::steady_clock::now());
    const auto soon = static_cast<int>(std::max<milliseconds::rep>(left.count(), 0));
    at_most = at_most < 0 ? soon : std::min(at_most, soon);
  }
  ::poll(awaited.data(), awaited.size(), at_most);
}

/// Looks at what udisks2 knows now. A stick that is in already is not examined again: it may be in use.
void UdisksPort::look(sdbus::IConnection& connection) {
  const auto objects = udisks_objects(connection);
  const Sighting sighting = objects ? look_for_stick(*objects, rules_) : Sighting{};
  bool is_news = false;
  {
    const std::scoped_lock lock{mutex_};
    const bool overruled =
        use_anyway_ && in_port_.why == Unusable::dirty && in_port_.kind == InPort::Kind::unusable;
    const bool is_other = sighting.identity != sighting_.identity;
    if (is_other) use_anyway_ = false;
    if (is_other && sighting.kind != InPort::Kind::empty) ++insertions_;
    is_news = overruled || !sighting.is_same(sighting_);
    sighting_ = sighting;
  }
  if (!objects || sighting.kind == InPort::Kind::empty) {
    settled_at_.reset();
    return show(objects ? InPort{.kind = InPort::Kind::empty} : InPort{.detail = objects.error().detail});
  }
  if (!is_news) return;
  settled_at_ = std::chrono::steady_clock::now() + until_settled;
  show({.kind = InPort::Kind::looking, .label = sighting.label});
}

/// What was told of a stick has not changed for a while.
void UdisksPort::settle(sdbus::IConnection& connection) {
  settled_at_.reset();
  const Sighting sighting = sighted();
  if (sighting.kind == InPort::Kind::unusable)
    return show({.kind = InPort::Kind::unusable, .why = sighting.why, .label = sighting.label});
  show(examine(connection, sighting));
}

/// How much room it has is known only of a stick that is mounted. To be read only: nothing is written to it.
InPort UdisksPort::examine(sdbus::IConnection& connection, const Sighting& sighting) const {
  const std::scoped_lock one_at_a_time{stick_};
  if (sighting.is_mounted) {  // by somebody else, in a way of their own
    if (const auto freed = system::unmount(connection, sighting); !freed)
      return shown(freed.error(), sighting);
  }
  bool asks = true;
  {
    const std::scoped_lock lock{mutex_};
    asks = !use_anyway_;
  }
  if (asks) {
    const auto sound = is_sound(connection, sighting);
    if (!sound) return shown(sound.error(), sighting);
    if (!*sound) return {.kind = InPort::Kind::unusable, .why = Unusable::dirty, .label = sighting.label};
  }
  const auto path = system::mount(connection, sighting, Access::read);
  if (!path) return shown(path.error(), sighting);
  const auto free = free_space(*path);
  const auto total = disk_size(*path);
  if (const auto freed = system::unmount(connection, sighting); !freed) return shown(freed.error(), sighting);
  if (!free || !total) return {.kind = InPort::Kind::unusable, .why = Unusable::unreadable};
  return {.kind = InPort::Kind::stick, .label = sighting.label, .free = *free, .total = *total};
}

void UdisksPort::show(const InPort& in_port) {
  std::function<void()> changed;
  {
    const std::scoped_lock lock{mutex_};
    InPort told = in_port;
    told.insertion = insertions_;
    if (told == in_port_) return;
    in_port_ = told;
    changed = changed_;
  }
  shown_.notify_all();
  if (changed) changed();
}

Result<std::filesystem::path, PortError> UdisksPort::mount(Access access) {
  const std::scoped_lock one_at_a_time{stick_};
  const InPort in_port = now();
  if (in_port.kind == InPort::Kind::no_port) return PortError{PortError::Kind::no_port, {}, {}};
  if (in_port.kind == InPort::Kind::unusable) return PortError{PortError::Kind::unusable, in_port.why, {}};
  if (in_port.kind != InPort::Kind::stick) return PortError{PortError::Kind::gone, {}, {}};
  const auto connection = system_bus();
  if (!connection) return no_bus();
  return system::mount(*connection, sighted(), access);
}

/// Somebody may still look at what was just written, for a moment. Never lazily: that would be no proof.
Result<Done, PortError> UdisksPort::unmount() {
  const std::scoped_lock one_at_a_time{stick_};
  const auto connection = system_bus();
  if (!connection) return no_bus();
  const Sighting sighting = sighted();
  if (sighting.block.empty()) return PortError{PortError::Kind::gone, {}, {}};
  auto done = system::unmount(*connection, sighting);
  for (int tries = 1; !done && done.error().kind == PortError::Kind::busy && tries < most_tries; ++tries) {
    pollfd nothing{-1, 0, 0};
    ::poll(&nothing, 1, between_tries.count());
    done = system::unmount(*connection, sighting);
  }
  return done;
}

Result<Done, PortError> UdisksPort::power_off() {
  const std::scoped_lock one_at_a_time{stick_};
  const auto connection = system_bus();
  if (!connection) return no_bus();
  return system::power_off(*connection, sighted());
}

}  // namespace kiosk::system
