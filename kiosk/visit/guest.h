#pragma once

#include "kiosk/visit/update.h"

/// The steps of a visitor's way: one function for each thing that can happen, called by update() alone.
namespace kiosk::visit::guest {

Step begin(const Rules& rules, const Attract& attract, std::size_t question, const Now& now);
Step toggle(const Rules& rules, Asking asking, std::size_t option, const Now& now);
Step choose(Asking asking, std::size_t option, const Now& now);
Step did_not_know(const Rules& rules, Asking asking, const Now& now);
Step skip(const Rules& rules, Asking asking, const Now& now);
Step confirm(const Rules& rules, Asking asking, const Now& now);
Step go_back(const Rules& rules, Asking asking, const Now& now);
Step type(const Rules& rules, Asking asking, const std::string& text, const Now& now);
Step erase(Asking asking, std::size_t bytes);
Step clear(Asking asking);
Step undo_clear(Asking asking);

/// The answer is on disk: hold on to its receipt and go on.
Step saved(const Rules& rules, Saving saving, const survey::Receipt& receipt, const Now& now);

/// The answer is off the disk again: the question counts as skipped.
Step withdrawn(const Rules& rules, Saving saving, const Now& now);

/// The visitor is done: thanks if anything was saved, else straight to the attract cycle.
Step stop(const Rules& rules, Visit visit, const Now& now);

/// Back to the first question without an answer.
Step say_more(const Rules& rules, Visit visit, const Now& now);

/// Forgets the visit and shows the attract cycle, from the question after the one that this visit began at.
Step leave(const Rules& rules, const Visit& visit, const Now& now);

/// The question to go on with after the thank-you; nothing when all have an answer.
std::optional<std::size_t> first_unanswered(const Visit& visit);

}  // namespace kiosk::visit::guest
