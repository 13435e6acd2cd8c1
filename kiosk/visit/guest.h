#pragma once

#include "kiosk/visit/scene.h"

/// The steps of a visitor's way: one function for each thing that can happen, called by step() alone.
namespace kiosk::visit::guest {

/// Was what is tapped now tapped sooner than anyone can read the question?
bool is_hurried(const Scene& scene, const Asking& asking);

/// Stays at the question, with a line that says why.
Move tell(const Scene& scene, Asking asking, Note note);

Move begin(const Scene& scene, std::size_t question);
Move toggle(const Scene& scene, Asking asking, std::size_t option);
Move choose(const Scene& scene, Asking asking, std::size_t option);
Move did_not_know(const Scene& scene, Asking asking);
Move skip(const Scene& scene, Asking asking);
Move confirm(const Scene& scene, Asking asking);
Move go_back(const Scene& scene, Asking asking);
Move open_words(const Scene& scene, Asking asking);

/// The answer is on disk: hold on to its receipt, and show what others chose or go on.
Move saved(const Scene& scene, Saving saving, const survey::Receipt& receipt);

/// The answer is off the disk again: the question counts as skipped.
Move withdrawn(const Scene& scene, Saving saving);

/// Why the visitor did not know goes to the disk beside the answer.
Move give_reason(const Scene& scene, Answered answered, survey::Reason reason);

/// Room to explain a choice that is on disk.
Move explain(const Scene& scene, Answered answered);

/// From an answered question to the next one, or back to itself.
Move go_on(const Scene& scene, Answered answered);
Move return_to(const Scene& scene, Answered answered);

/// The visitor is done: thanks if anything was saved, else straight to the attract cycle.
Move stop(const Scene& scene, Visit visit);

/// Back to the first question without an answer.
Move say_more(const Scene& scene, Visit visit);

/// Forgets the visit and shows the attract cycle, from what comes after the question that this visit began
/// at.
Move leave(const Scene& scene, const Visit& visit);

/// The position in the path of the question to go on with after the thank-you; nothing when all have an
/// answer.
std::optional<std::size_t> first_unanswered(const Visit& visit);

}  // namespace kiosk::visit::guest
