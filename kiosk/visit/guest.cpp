#include "kiosk/visit/guest.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "kiosk/base/utf8.h"

namespace kiosk::visit {

std::size_t question_of(const Visit& visit) { return (visit.first + visit.position) % visit.turns.size(); }

bool has_answered(const Visit& visit) {
  return std::any_of(visit.turns.begin(), visit.turns.end(),
                     [](const Turn& turn) { return turn.held.has_value(); });
}

namespace guest {

namespace {

Turn& turn_of(Asking& asking) { return asking.visit.turns[question_of(asking.visit)]; }

const survey::Question& question_in(const Rules& rules, const Asking& asking) {
  return rules.survey.questions[question_of(asking.visit)];
}

/// Puts the question at the visit's position on screen.
Asking arrive(const Rules& rules, Visit visit, const Now& now, Note note = Note::none) {
  Asking asking{.visit = std::move(visit), .note = note, .note_since = now.time, .touched = now.time};
  const survey::Question& question = question_in(rules, asking);
  Turn& turn = turn_of(asking);
  if (!turn.order) turn.order = survey::order_from(now.luck, question.options.size());
  asking.writing = question.kind == survey::Kind::open;
  return asking;
}

Step advance(const Rules& rules, Visit visit, const Now& now, Note note) {
  if (++visit.position == visit.turns.size()) return stop(rules, std::move(visit), now);
  return {arrive(rules, std::move(visit), now, note), {}};
}

Step tell(Asking asking, Note note, const Now& now) {
  asking.note = note;
  asking.note_since = now.time;
  return {std::move(asking), {}};
}

Step save(const Rules& rules, Asking asking, const Now& now) {
  const std::size_t question = question_of(asking.visit);
  const Turn& turn = turn_of(asking);
  Save save{.answer = {.question = static_cast<std::uint16_t>(question),
                       .dont_know = turn.draft.dont_know,
                       .reason = survey::Reason::none,
                       .options = turn.draft.options,
                       .order = survey::number_of(*turn.order),
                       .language = rules.survey.languages[asking.visit.language],
                       .words = turn.draft.words},
            .replaces = std::nullopt};
  if (turn.held) save.replaces = turn.held->receipt;
  asking.note = Note::none;
  return {Saving{.asking = std::move(asking), .since = now.time}, {std::move(save)}};
}

Step withdraw(Asking asking, const Now& now) {
  const Withdraw effect{question_of(asking.visit), turn_of(asking).held->receipt};
  return {Saving{.asking = std::move(asking), .since = now.time, .withdrawing = true}, {effect}};
}

std::string without_outer_spaces(const std::string& words) {
  const std::size_t first = words.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return words.substr(first, words.find_last_not_of(' ') - first + 1);
}

}  // namespace

Step begin(const Rules& rules, const Attract& attract, std::size_t question, const Now& now) {
  Visit visit{.first = question,
              .position = 0,
              .language = attract.language,
              .turns = std::vector<Turn>(rules.survey.questions.size())};
  return {arrive(rules, std::move(visit), now), {}};
}

Step toggle(const Rules& rules, Asking asking, std::size_t option, const Now& now) {
  const survey::Question& question = question_in(rules, asking);
  Draft& draft = turn_of(asking).draft;
  const std::uint64_t bit = std::uint64_t{1} << option;
  const bool adds = (draft.options & bit) == 0;
  if (adds && std::popcount(draft.options) >= question.pick_at_most) {
    return tell(std::move(asking), Note::too_many, now);
  }
  draft.options ^= bit;
  asking.note = Note::none;
  return {std::move(asking), {}};
}

Step choose(Asking asking, std::size_t option, const Now& now) {
  turn_of(asking).draft = Draft{.options = std::uint64_t{1} << option, .dont_know = false, .words = {}};
  asking.chosen_at = now.time;
  asking.note = Note::none;
  return {std::move(asking), {}};
}

Step did_not_know(const Rules& rules, Asking asking, const Now& now) {
  turn_of(asking).draft = Draft{.options = 0, .dont_know = true, .words = {}};
  asking.chosen_at.reset();
  return save(rules, std::move(asking), now);
}

Step skip(const Rules& rules, Asking asking, const Now& now) {
  Turn& turn = turn_of(asking);
  if (turn.held) return {std::move(asking), {}};  // an answer that was thanked for is not lost to a hasty tap
  turn.draft = {};
  turn.skipped = true;
  return advance(rules, std::move(asking.visit), now, Note::none);
}

Step confirm(const Rules& rules, Asking asking, const Now& now) {
  asking.chosen_at.reset();
  Turn& turn = turn_of(asking);
  turn.draft.words = without_outer_spaces(turn.draft.words);
  if (turn.draft.empty()) {
    const bool open = question_in(rules, asking).kind == survey::Kind::open;
    if (asking.writing && !open) {
      asking.writing = false;  // nothing was written: back to the themes
      return {std::move(asking), {}};
    }
    if (turn.held) return withdraw(std::move(asking), now);
    if (open) return skip(rules, std::move(asking), now);
    return tell(std::move(asking), Note::choose_first, now);
  }
  if (turn.held && turn.held->confirmed == turn.draft) {
    return advance(rules, std::move(asking.visit), now, Note::none);
  }
  return save(rules, std::move(asking), now);
}

Step go_back(const Rules& rules, Asking asking, const Now& now) {
  asking.note = Note::none;
  if (asking.chosen_at) {  // the side was tapped, not confirmed: back to what is on disk
    Turn& turn = turn_of(asking);
    turn.draft = turn.held ? turn.held->confirmed : Draft{};
  }
  if (asking.writing && question_in(rules, asking).kind != survey::Kind::open) {
    asking.writing = false;
    return {std::move(asking), {}};
  }
  if (asking.visit.position == 0) return stop(rules, std::move(asking.visit), now);
  --asking.visit.position;
  return {arrive(rules, std::move(asking.visit), now), {}};
}

Step type(const Rules& rules, Asking asking, const std::string& text, const Now& now) {
  Draft& draft = turn_of(asking).draft;
  const auto longest = static_cast<std::size_t>(question_in(rules, asking).longest_text);
  if (utf8::length(draft.words) + utf8::length(text) > longest)
    return tell(std::move(asking), Note::text_full, now);
  draft.words += text;
  asking.typing.cleared.reset();
  asking.note = Note::none;
  const bool letter = text != " ";
  if (letter && asking.typing.shift != Typing::Shift::locked) asking.typing.shift = Typing::Shift::automatic;
  return {std::move(asking), {}};
}

Step erase(Asking asking, std::size_t bytes) {
  std::string& words = turn_of(asking).draft.words;
  words.resize(words.size() - std::min(bytes, words.size()));
  asking.note = Note::none;
  return {std::move(asking), {}};
}

Step clear(Asking asking) {
  asking.typing.cleared = std::exchange(turn_of(asking).draft.words, {});
  asking.typing.shift = Typing::Shift::automatic;
  asking.note = Note::none;
  return {std::move(asking), {}};
}

Step undo_clear(Asking asking) {
  if (asking.typing.cleared)
    turn_of(asking).draft.words = *std::exchange(asking.typing.cleared, std::nullopt);
  return {std::move(asking), {}};
}

Step saved(const Rules& rules, Saving saving, const survey::Receipt& receipt, const Now& now) {
  Turn& turn = turn_of(saving.asking);
  turn.held = Held{receipt, turn.draft};
  turn.skipped = false;
  return advance(rules, std::move(saving.asking.visit), now, Note::saved);
}

Step withdrawn(const Rules& rules, Saving saving, const Now& now) {
  Turn& turn = turn_of(saving.asking);
  turn.held.reset();
  turn.skipped = true;
  return advance(rules, std::move(saving.asking.visit), now, Note::none);
}

Step stop(const Rules& rules, Visit visit, const Now& now) {
  if (!has_answered(visit)) return leave(rules, visit, now);
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(rules.timings.thanks);
  for (Turn& turn : visit.turns) {
    if (!turn.held) turn.draft = {};  // what was not confirmed is not kept
  }
  return {
      Thanks{.visit = std::move(visit), .since = now.time, .seconds_left = static_cast<int>(seconds.count())},
      {}};
}

std::optional<std::size_t> first_unanswered(const Visit& visit) {
  for (std::size_t position = 0; position < visit.turns.size(); ++position) {
    if (!visit.turns[(visit.first + position) % visit.turns.size()].held) return position;
  }
  return std::nullopt;
}

Step say_more(const Rules& rules, Visit visit, const Now& now) {
  const std::optional<std::size_t> position = first_unanswered(visit);
  if (!position) return leave(rules, visit, now);
  visit.position = *position;
  return {arrive(rules, std::move(visit), now), {}};
}

Step leave(const Rules& rules, const Visit& visit, const Now& now) {
  CountSkips skips;
  for (std::size_t question = 0; question < visit.turns.size(); ++question) {
    if (visit.turns[question].skipped) skips.questions.push_back(static_cast<std::uint16_t>(question));
  }
  Step step{Attract{.question = (visit.first + 1) % rules.survey.questions.size(), .since = now.time}, {}};
  if (!skips.questions.empty()) step.effects.emplace_back(std::move(skips));
  return step;
}

}  // namespace guest
}  // namespace kiosk::visit
