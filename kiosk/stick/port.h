#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "kiosk/base/result.h"

namespace kiosk::stick {

/// Why what is in the port cannot take answers. Each has a sentence of its own on the screen.
enum class Unusable {
  other_system,    ///< neither FAT nor exFAT: not formatted, or for another kind of computer
  several_parts,   ///< more than one partition: nobody could say in which the answers are
  several_sticks,  ///< more than one stick in the ports of the station
  read_only,       ///< locked by its switch, or by itself because it wears out
  dirty,           ///< pulled out too soon before; usable all the same after Port::use_anyway()
  odd_size,        ///< tells a size that no stick has, or has hardly any room
  unreadable,      ///< broken: the system cannot make anything of it
  hostile,         ///< not what it says it is, or the system would not mount it the way it was asked to
};

/// What is in the port.
struct InPort {
  enum class Kind {
    no_port,   ///< nothing here can find a stick (udisks2 is not there, or went away)
    empty,     ///< no stick
    looking,   ///< something was put in and is being looked at; for some seconds
    stick,     ///< one that can take answers
    unusable,  ///< something that cannot: `why`
  };
  Kind kind = Kind::no_port;
  Unusable why{};           ///< where it is unusable
  std::string label = {};   ///< of a stick, as it calls itself, fit for a screen; may be empty
  std::uint64_t free = 0;   ///< bytes, of a stick
  std::uint64_t total = 0;  ///< bytes, of a stick
  std::string detail = {};  ///< why it is unusable or no port, for the log, never for the screen
  unsigned insertion = 0;   ///< the how-manyeth thing in this port it is: another number, another stick

  friend bool operator==(const InPort&, const InPort&) = default;
};

/// A step with a stick that did not go well.
struct PortError {
  enum class Kind {
    no_port,      ///< nothing here can find a stick
    gone,         ///< no stick is there (any more)
    unusable,     ///< `why`
    not_allowed,  ///< this user may not; the station is not set up as it should be
    busy,         ///< something still has it open
    failed,       ///< it does not answer, or answers with something else
  };
  Kind kind = Kind::failed;
  Unusable why{};
  std::string detail = {};  ///< for a terminal and the log, never for the screen
};

/// Where a stick can be put in. All but now(), holds(), watch() and use_anyway() wait for the stick, at most
/// for some tens of seconds, and are for one thread at a time: that of the export.
class Port {
 public:
  enum class Access { read, write };

  Port() = default;
  Port(const Port&) = delete;
  Port& operator=(const Port&) = delete;
  virtual ~Port() = default;

  /// What is in it now. From any thread, at once.
  virtual InPort now() const = 0;

  /// Whether the stick that was put in as `insertion` is in it now. From any thread, at once.
  bool holds(unsigned insertion) const {
    const InPort is = now();
    return is.kind == InPort::Kind::stick && is.insertion == insertion;
  }

  /// The same, after a step with it failed: what is pulled out fails sooner than the system tells that it is
  /// gone (a read ends in EIO at once, udisks2 tells later), so this waits for that, for some seconds.
  virtual bool still_holds(unsigned insertion) const { return holds(insertion); }

  /// Has `changed` called whenever now() tells something else, from a thread of the port's own, at any moment
  /// until the port ends. It must return at once, and may call now(). Once in the life of a port.
  virtual void watch(std::function<void()> changed) = 0;

  /// A stick that is unusable for being dirty is to be used as it is, until it is pulled out. From any
  /// thread.
  virtual void use_anyway() {}

  /// Makes the stick's files reachable; tells the folder in which they are. What somebody else had mounted is
  /// let go of first.
  virtual Result<std::filesystem::path, PortError> mount(Access access) = 0;

  /// Ends that, when all is written: no file in it may be open. After it the system remembers nothing of what
  /// is on the stick.
  virtual Result<Done, PortError> unmount() = 0;

  /// Takes the power off the port, so that the stick's light goes out. Where a port cannot, it does nothing.
  virtual Result<Done, PortError> power_off() = 0;
};

}  // namespace kiosk::stick
