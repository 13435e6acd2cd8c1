// Simulated visitors at the real screens, one after the other, until the program is killed: the other half of
// kill_test.cpp. What they confirm goes to a real store by the way that the kiosk takes.
//
//   answering_visitors FOLDER SEED
//
// Before each change of the store it tells what is about to come and go, after it what the kiosk will thank
// for; tabs between. Never an answer, only the random ids under which its parts stand:
//
//   ?	choice	words	-77…    two parts come to stand, one is removed
//   !	1f…	ab…             it is done: these came to stand
//   =                       it is closing time: what is open is sealed, the file is written anew; and again
//   "=" after it # …                     something failed; the program ends

#include <unistd.h>

#include <cstdlib>
#include <string>

#include "kiosk/app/perform.h"
#include "kiosk/app/session.h"
#include "kiosk/app/setup.h"
#include "kiosk/app/simulated_visitor.h"
#include "kiosk/base/digest.h"
#include "tests/support/fixed_letters.h"

using namespace kiosk;

namespace {

/// In one piece and past every buffer: what is told is out, whatever happens next.
void tell(const std::string& line) {
  const std::string whole = line + "\n";
  if (::write(STDOUT_FILENO, whole.data(), whole.size()) != static_cast<ssize_t>(whole.size())) std::_Exit(3);
}

[[noreturn]] void give_up(const std::string& why) {
  tell("# " + why);
  std::_Exit(4);
}

std::string ids(const survey::Receipt& receipt, const char* sign) {
  std::string told;
  if (receipt.choice) told += sign + hex(*receipt.choice);
  if (receipt.words) told += sign + hex(*receipt.words);
  return told;
}

void tell_before(const visit::Effect& effect) {
  if (const auto* save = std::get_if<visit::Save>(&effect)) {
    const survey::Answer& answer = save->answer;
    std::string line = "?";
    if (answer.dont_know || answer.options != 0) line += "\tchoice";
    if (!answer.words.empty()) line += "\twords";
    if (save->replaces) line += ids(*save->replaces, "\t-");
    tell(line);
  }
  if (const auto* withdraw = std::get_if<visit::Withdraw>(&effect)) tell("?" + ids(withdraw->receipt, "\t-"));
}

void tell_after(const visit::Event& outcome) {
  if (const auto* failed = std::get_if<visit::StoreFailed>(&outcome)) give_up(failed->reason);
  if (const auto* saved = std::get_if<visit::Saved>(&outcome)) tell("!" + ids(saved->receipt, "\t"));
  if (std::holds_alternative<visit::Withdrawn>(outcome)) tell("!");
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) return 2;
  const auto setup = app::load({});
  if (!setup) give_up(setup.error().text);
  app::Performer performer{words[1], setup->survey, setup->station, {}};
  tell_after(performer.open());

  app::Session session{*setup, visit::Attract{}};
  given::FixedLetters letters;
  const ui::Panel panel = ui::panel_of({1080, 1920}, setup->station.diagonal_inch);
  Random dice = Random::seeded(std::strtoull(words[2], nullptr, 10));
  app::SimulatedVisitor visitor{session, letters, panel, dice, [&](const visit::Effect& effect) {
                                  tell_before(effect);
                                  auto outcome = performer.perform(effect);
                                  if (outcome) tell_after(*outcome);
                                  return outcome;
                                }};
  while (visitor.visit()) {
    if (dice.below(3) != 0) continue;
    tell("=");
    if (const auto outcome = performer.close_day()) tell_after(*outcome);
    tell("=");
  }
  give_up("out of order");
}
