#include <utility>

#include "kiosk/screens/message.h"
#include "kiosk/screens/staff.h"
#include "kiosk/visit/guided.h"

namespace kiosk::screens {

using survey::StaffPhrase;
using ui::mm;
using ui::Node;

namespace {

/// Where the room is, in words.
std::vector<std::string> where(const Counter& counter) {
  const survey::Survey& survey = counter.page.survey();
  const std::uint64_t steps = survey::phases_of(survey).size();
  if (!counter.state.guided) {
    std::uint64_t minutes = 0;
    for (const survey::Question& question : survey.questions)
      minutes += static_cast<std::uint64_t>(question.minutes);
    return {counter.say(StaffPhrase::guided_before, steps, minutes), counter.say(StaffPhrase::guided_says)};
  }
  const visit::Guided& guided = *counter.state.guided;
  const auto question = visit::question_at(survey, guided);
  if (!question) return {counter.say(StaffPhrase::guided_at_outcome)};
  const survey::Language& language = counter.phrases().language();
  return {counter.say(StaffPhrase::guided_at, guided.phase + 1, steps),
          survey.questions[*question].text.in(language, survey.default_language())};
}

}  // namespace

Node lead_the_hour(const Counter& counter) {
  std::vector<Node> buttons;
  const auto add = [&](StaffPhrase phrase, visit::Steering steering, Weight weight = Weight::plain) {
    buttons.push_back(staff_button(counter, counter.say(phrase), visit::GuidedSteered{steering}, weight));
  };
  const auto& guided = counter.state.guided;
  const bool at_question = guided && visit::question_at(counter.page.survey(), *guided);
  if (!guided) add(StaffPhrase::guided_begin, visit::Steering::begin, Weight::main);
  if (at_question) add(StaffPhrase::guided_next, visit::Steering::next, Weight::main);
  if (at_question) add(StaffPhrase::guided_longer, visit::Steering::longer);
  if (guided && guided->phase > 0) add(StaffPhrase::guided_previous, visit::Steering::previous);
  if (guided) add(StaffPhrase::guided_stop, visit::Steering::stop);
  Node back = staff_button(counter, counter.say(StaffPhrase::back), visit::HomeOpened{});
  back.is_back = true;
  buttons.push_back(std::move(back));
  return whole(counter.page,
               {staff_header(counter, locks_in(counter)),
                message(disc(60, ui::Ink::line, ui::Icon::finger, 34, ui::Ink::ink),
                        counter.say(StaffPhrase::guided), where(counter), counter.portrait() ? 14 : 6)},
               {staff_buttons(counter, std::move(buttons))}, std::nullopt);
}

}  // namespace kiosk::screens
