#include "kiosk/visit/guest.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "kiosk/visit/guided.h"
#include "kiosk/visit/segment.h"

namespace kiosk::visit {

std::size_t question_of(const Visit& visit) { return visit.path[visit.position]; }

bool has_answered(const Visit& visit) {
  return std::any_of(visit.turns.begin(), visit.turns.end(),
                     [](const Turn& turn) { return turn.held.has_value(); });
}

namespace guest {

namespace {

/// The screen of a question takes no tap in its first 300 ms, and then nobody has read and chosen within
/// another 300 ms: reaching for a place that one knows takes a practised finger that long.
constexpr Time nobody_reads_in = 600ms;

Turn& turn_of(Visit& visit) { return visit.turns[question_of(visit)]; }

const survey::Question& question_in(const Scene& scene, const Visit& visit) {
  return scene.rules.survey.questions[question_of(visit)];
}

/// All scales of a visit begin at the same end: who has read one expects it of the next.
survey::Order draw_order(const Scene& scene, const Visit& visit, const survey::Question& question) {
  std::uint64_t luck = scene.now.luck;
  for (std::size_t i = 0; question.kind == survey::Kind::scale && i < visit.turns.size(); ++i) {
    const auto& order = visit.turns[i].order;
    if (scene.rules.survey.questions[i].kind == question.kind && order) luck = order->front() == 0 ? 0 : 1;
  }
  return survey::order_of(question, luck);
}

/// Puts the question at the visit's position on screen.
Asking arrive(const Scene& scene, Visit visit, Note note = Note::none) {
  Asking asking{.visit = std::move(visit),
                .note = note,
                .note_since = scene.now.time,
                .touched = scene.now.time,
                .since = scene.now.time};
  const survey::Question& question = question_in(scene, asking.visit);
  Turn& turn = turn_of(asking.visit);
  if (!turn.order) turn.order = draw_order(scene, asking.visit, question);
  asking.writing = question.kind == survey::Kind::open;
  return asking;
}

Move advance(const Scene& scene, Visit visit, Note note) {
  if (visit.position + 1 == visit.path.size()) return stop(scene, std::move(visit));
  ++visit.position;
  return {arrive(scene, std::move(visit), note)};
}

bool chooses_the_same(const Draft& one, const Draft& other) {
  return one.options == other.options && one.points == other.points && one.dont_know == other.dont_know;
}

/// What goes to the disk for one question of a visit, in place of what is there.
Save save_of(const Scene& scene, const Visit& visit, std::size_t question, const Draft& draft) {
  const Turn& turn = visit.turns[question];
  Save save{.answer = {.question = static_cast<std::uint16_t>(question),
                       .dont_know = draft.dont_know,
                       .reason = draft.reason,
                       .options = draft.options,
                       .points = draft.points,
                       .order = survey::number_of(*turn.order),
                       .segment = segment_for(scene.rules.survey, visit, question),
                       .language = scene.rules.languages[scene.comfort.language],
                       .words = draft.words},
            .replaces = std::nullopt};
  if (turn.held) save.replaces = turn.held->receipt;
  return save;
}

Move save(const Scene& scene, Asking asking) {
  const Turn& turn = turn_of(asking.visit);
  Save save = save_of(scene, asking.visit, question_of(asking.visit), turn.draft);
  save.hurried = asking.hurried;
  const bool new_choice = !turn.held || !chooses_the_same(turn.held->confirmed, turn.draft);
  asking.note = Note::none;
  return {Saving{.asking = std::move(asking), .since = scene.now.time, .new_choice = new_choice},
          {std::move(save)}};
}

Move withdraw(const Scene& scene, Asking asking) {
  const Withdraw effect{question_of(asking.visit), turn_of(asking.visit).held->receipt};
  return {Saving{.asking = std::move(asking), .since = scene.now.time, .withdrawing = true}, {effect}};
}

std::string without_outer_spaces(const std::string& words) {
  const std::size_t first = words.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return words.substr(first, words.find_last_not_of(' ') - first + 1);
}

/// Does the keyboard lie over another screen, that "back" returns to?
bool writes_beside(const Scene& scene, const Asking& asking) {
  return asking.writing && question_in(scene, asking.visit).kind != survey::Kind::open;
}

/// Are points still to be divided before this can be an answer? Also beside words: who writes alone would
/// count among those who weighed.
bool lacks_points(const Scene& scene, const Asking& asking) {
  return question_in(scene, asking.visit).kind == survey::Kind::weigh &&
         survey::given_in(asking.visit.turns[question_of(asking.visit)].draft.points) <
             survey::points_to_divide;
}

/// From the keyboard to the screen that it was opened from, with nothing new sent.
Move close_words(const Scene& scene, Asking asking) {
  if (survey::takes_one(question_in(scene, asking.visit))) {
    Turn& turn = turn_of(asking.visit);
    if (turn.held) turn.draft = turn.held->confirmed;  // an explanation that was not sent is not kept
    return {Answered{.visit = std::move(asking.visit), .since = scene.now.time}};
  }
  asking.writing = false;
  return {std::move(asking)};
}

/// Is there something to show of what others answered, or to ask besides?
bool has_more_to_show(const Scene& scene, const Visit& visit) {
  const std::size_t number = question_of(visit);
  const survey::Question& question = scene.rules.survey.questions[number];
  if (question.kind == survey::Kind::dilemma) return true;  // why not, or room to explain
  if (visit.turns[number].draft.options == 0) return false;
  const bool published = number < scene.published.size() && scene.published[number].has_value();
  return survey::can_explain(question) || (scene.rules.show_results && published);
}

}  // namespace

bool is_hurried(const Scene& scene, const Asking& asking) {
  return scene.now.time < asking.since + nobody_reads_in;
}

Move tell(const Scene& scene, Asking asking, Note note) {
  asking.note = note;
  asking.note_since = scene.now.time;
  return {std::move(asking)};
}

Move begin(const Scene& scene, std::size_t question) {
  const survey::Survey& survey = scene.rules.survey;
  Visit visit{.path = scene.guided ? guided_path(survey, question) : path_from(survey, question),
              .position = 0,
              .began = question,
              .turns = std::vector<Turn>(scene.rules.survey.questions.size())};
  return {arrive(scene, std::move(visit))};
}

Move toggle(const Scene& scene, Asking asking, std::size_t option) {
  const survey::Question& question = question_in(scene, asking.visit);
  Draft& draft = turn_of(asking.visit).draft;
  const std::uint64_t bit = std::uint64_t{1} << option;
  const bool adds = (draft.options & bit) == 0;
  if (adds && std::popcount(draft.options) >= question.pick_at_most) {
    return tell(scene, std::move(asking), Note::too_many);
  }
  draft.options ^= bit;
  asking.hurried = is_hurried(scene, asking);
  asking.note = Note::none;
  return {std::move(asking)};
}

Move choose(const Scene& scene, Asking asking, std::size_t option) {
  Draft& draft = turn_of(asking.visit).draft;
  const std::uint64_t bit = std::uint64_t{1} << option;
  if (draft.options != bit) draft = Draft{.options = bit};  // what was written explained the other side
  asking.chosen_at = scene.now.time;
  asking.hurried = is_hurried(scene, asking);
  asking.note = Note::none;
  return {std::move(asking)};
}

Move did_not_know(const Scene& scene, Asking asking) {
  turn_of(asking.visit).draft = Draft{.dont_know = true};
  asking.hurried = is_hurried(scene, asking);
  return confirm(scene, std::move(asking));
}

Move skip(const Scene& scene, Asking asking) {
  Turn& turn = turn_of(asking.visit);
  if (turn.held) return {std::move(asking)};  // an answer that was thanked for is not lost to a hasty tap
  turn.draft = {};
  turn.skipped = true;
  return advance(scene, std::move(asking.visit), Note::none);
}

Move confirm(const Scene& scene, Asking asking) {
  asking.chosen_at.reset();
  Turn& turn = turn_of(asking.visit);
  turn.draft.words = without_outer_spaces(turn.draft.words);
  const bool unchanged = turn.held && turn.held->confirmed == turn.draft;
  if (writes_beside(scene, asking) && turn.draft.words.empty() && (!turn.held || unchanged)) {
    return close_words(scene, std::move(asking));  // nothing was written
  }
  if (turn.draft.empty() && turn.held) return withdraw(scene, std::move(asking));
  if (lacks_points(scene, asking)) {
    asking.writing = false;  // what is written waits beside the points
    return tell(scene, std::move(asking), Note::divide_first);
  }
  if (turn.draft.empty()) {
    if (question_in(scene, asking.visit).kind == survey::Kind::open) return skip(scene, std::move(asking));
    return tell(scene, std::move(asking), Note::choose_first);
  }
  if (!unchanged) return save(scene, std::move(asking));
  if (!asking.writing && has_more_to_show(scene, asking.visit)) {
    return {Answered{.visit = std::move(asking.visit), .since = scene.now.time}};
  }
  return advance(scene, std::move(asking.visit), Note::none);
}

Move go_back(const Scene& scene, Asking asking) {
  asking.note = Note::none;
  if (asking.chosen_at) {  // the side was tapped, not confirmed: back to what is on disk
    Turn& turn = turn_of(asking.visit);
    turn.draft = turn.held ? turn.held->confirmed : Draft{};
  }
  if (writes_beside(scene, asking)) return close_words(scene, std::move(asking));
  if (asking.visit.position == 0) return stop(scene, std::move(asking.visit));
  --asking.visit.position;
  return {arrive(scene, std::move(asking.visit))};
}

Move open_words(const Scene& /*scene*/, Asking asking) {
  asking.writing = true;
  asking.note = Note::none;
  asking.typing = {};
  return {std::move(asking)};
}

Move saved(const Scene& scene, Saving saving, const survey::Receipt& receipt) {
  Visit& visit = saving.asking.visit;
  const std::size_t question = saving.carrying.value_or(question_of(visit));
  Turn& turn = visit.turns[question];
  turn.held = Held{receipt, saving.carrying ? turn.held->confirmed : turn.draft,
                   segment_for(scene.rules.survey, visit, question)};
  turn.skipped = false;
  if (const auto stale = stale_segment(scene.rules.survey, visit)) {
    Save again = save_of(scene, visit, *stale, visit.turns[*stale].held->confirmed);
    saving.carrying = stale;
    return {std::move(saving), {std::move(again)}};
  }
  if (saving.new_choice && has_more_to_show(scene, visit)) {
    return {Answered{.visit = std::move(visit), .since = scene.now.time}};
  }
  return advance(scene, std::move(visit), Note::saved);
}

Move withdrawn(const Scene& scene, Saving saving) {
  Turn& turn = turn_of(saving.asking.visit);
  turn.held.reset();
  turn.skipped = true;
  return advance(scene, std::move(saving.asking.visit), Note::none);
}

Move give_reason(const Scene& scene, Answered answered, survey::Reason reason) {
  Draft& draft = turn_of(answered.visit).draft;
  if (!draft.dont_know) return {std::move(answered)};
  if (draft.reason == reason) return go_on(scene, std::move(answered));
  draft.reason = reason;
  return confirm(scene, Asking{.visit = std::move(answered.visit), .touched = scene.now.time});
}

Move explain(const Scene& scene, Answered answered) {
  return open_words(scene, Asking{.visit = std::move(answered.visit), .touched = scene.now.time});
}

Move go_on(const Scene& scene, Answered answered) {
  return advance(scene, std::move(answered.visit), Note::none);
}

Move return_to(const Scene& scene, Answered answered) { return {arrive(scene, std::move(answered.visit))}; }

Move stop(const Scene& scene, Visit visit) {
  if (!has_answered(visit)) return leave(scene, visit);
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(paced(scene.comfort, scene.timings().thanks));
  for (Turn& turn : visit.turns) {
    if (!turn.held) turn.draft = {};  // what was not confirmed is not kept
  }
  return {Thanks{
      .visit = std::move(visit), .since = scene.now.time, .seconds_left = static_cast<int>(seconds.count())}};
}

std::optional<std::size_t> first_unanswered(const Visit& visit) {
  for (std::size_t position = 0; position < visit.path.size(); ++position) {
    if (!visit.turns[visit.path[position]].held) return position;
  }
  return std::nullopt;
}

Move say_more(const Scene& scene, Visit visit) {
  const std::optional<std::size_t> position = first_unanswered(visit);
  if (!position) return leave(scene, visit);
  visit.position = *position;
  return {arrive(scene, std::move(visit))};
}

Move leave(const Scene& scene, const Visit& visit) {
  CountSkips skips;
  for (std::size_t question = 0; question < visit.turns.size(); ++question) {
    if (visit.turns[question].skipped) skips.questions.push_back(static_cast<std::uint16_t>(question));
  }
  const std::size_t next = (visit.began + 1) % scene.rules.survey.questions.size();
  Move move{Attract{.slide = next, .since = scene.now.time}};
  if (!skips.questions.empty()) move.effects.emplace_back(std::move(skips));
  return move;
}

}  // namespace guest
}  // namespace kiosk::visit
