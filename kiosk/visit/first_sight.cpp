#include "kiosk/visit/first_sight.h"

#include "kiosk/visit/guest.h"

namespace kiosk::visit {

State first_sight(const survey::Survey& survey, std::size_t question) {
  if (!survey::asks(survey.questions[question])) return {.doing = Attract{.slide = question}};
  const Rules rules{survey, survey.languages};
  const State before;
  const Now now;
  const Scene scene{rules, before.comfort, before.published, before.stick, before.exporting, before.guided,
                    now};
  return {.doing = guest::begin(scene, question).doing};
}

}  // namespace kiosk::visit
