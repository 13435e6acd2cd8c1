#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// A newer program for the kiosk, which staff bring on a stick. Whether it is what it says is for others to
/// judge: the kiosk itself may not install anything.
namespace kiosk::visit {

/// What became of the last one that was brought, each with its own sentence on the screen.
struct Upgrade {
  enum class Outcome : std::uint8_t {
    none,     ///< nobody ever brought one
    working,  ///< it is being judged or installed
    installed,
    no_key,         ///< this station knows nobody whose programs it may take
    forged,         ///< not signed with the key that this station knows, or changed since
    other_program,  ///< signed, but not a kiosk for such a machine
    not_newer,      ///< signed, but no newer than what runs here
    lacks,          ///< it needs what this machine does not have
    went_back,      ///< it did not start: the one before runs again
    broken,         ///< neither could be put back in order
  };
  Outcome outcome = Outcome::none;
  std::string version{};     ///< of what was brought; empty where nothing can be believed of it
  std::uint64_t number = 0;  ///< which attempt it was: another one has another

  friend bool operator==(const Upgrade&, const Upgrade&) = default;
};

/// A newer program may be on the stick.
struct UpgradePage {
  enum class Stage : std::uint8_t {
    looking,
    offering,    ///< what `found` says
    taking,      ///< it is copied from the stick
    not_taken,   ///< that failed
    installing,  ///< the stick is no longer needed
    ended,       ///< `last` says how
  };
  Stage stage = Stage::looking;
  std::vector<std::string> found{};  ///< versions, as the names of the files say: nobody looked into them
  bool without_stick = false;        ///< there was none to look at: that one comes is worth a look
  std::optional<Upgrade> last{};     ///< once it was told

  /// Which of several is meant nobody can know; and by the last one it is known when this one is done.
  bool can_begin() const { return stage == Stage::offering && found.size() == 1 && last; }
};

}  // namespace kiosk::visit
