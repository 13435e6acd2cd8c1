#include "kiosk/visit/weighing.h"

#include <utility>

#include "kiosk/visit/guest.h"

namespace kiosk::visit {

namespace {

/// Which interest an event of a weigh is about; nothing where the question on screen is another kind.
std::uint8_t* points_of(const Scene& scene, Asking& asking, std::size_t option) {
  const std::size_t number = question_of(asking.visit);
  const survey::Question& question = scene.rules.survey.questions[number];
  if (question.kind != survey::Kind::weigh || option >= question.options.size()) return nullptr;
  return &asking.visit.turns[number].draft.points.at(option);
}

Move changed(const Scene& scene, Asking asking) {
  Draft& draft = asking.visit.turns[question_of(asking.visit)].draft;
  draft.options = survey::options_with(draft.points);
  asking.hurried = guest::is_hurried(scene, asking);
  asking.note = Note::none;
  return {std::move(asking)};
}

}  // namespace

Move give_point(const Scene& scene, Asking asking, std::size_t option) {
  std::uint8_t* const points = points_of(scene, asking, option);
  if (points == nullptr) return {std::move(asking)};
  const Draft& draft = asking.visit.turns[question_of(asking.visit)].draft;
  if (survey::given_in(draft.points) >= survey::points_to_divide) {
    return guest::tell(scene, std::move(asking), Note::all_divided);
  }
  ++*points;
  return changed(scene, std::move(asking));
}

Move take_point(const Scene& scene, Asking asking, std::size_t option) {
  std::uint8_t* const points = points_of(scene, asking, option);
  if (points == nullptr || *points == 0) return {std::move(asking)};
  --*points;
  return changed(scene, std::move(asking));
}

}  // namespace kiosk::visit
