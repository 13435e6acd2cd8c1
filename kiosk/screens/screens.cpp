#include "kiosk/screens/screens.h"

#include <fmt/format.h>

#include <utility>

#include "kiosk/base/overloaded.h"
#include "kiosk/screens/guest.h"
#include "kiosk/screens/staff.h"
#include "kiosk/visit/guided.h"

namespace kiosk::screens {

namespace {

/// A screen's name, what makes it another one than the screen before, and what is on it.
struct Shown {
  std::string name;
  std::string of;
  ui::Node root;
};

Shown asking_screen(const Page& page, const visit::Asking& asking, bool busy) {
  const std::size_t number = visit::question_of(asking.visit);
  const std::string of = fmt::format(" {}", number);
  if (asking.writing) return {"words", of, own_words(page, asking, busy)};
  if (page.survey().questions[number].kind == survey::Kind::dilemma) {
    return {"dilemma", fmt::format("{} page {}", of, asking.page), dilemma(page, asking, busy)};
  }
  if (survey::takes_one(page.survey().questions[number])) {
    return {"choice", fmt::format("{} page {}", of, asking.page), choice(page, asking, busy)};
  }
  if (page.survey().questions[number].kind == survey::Kind::weigh) {
    return {"weigh", fmt::format("{} page {}", of, asking.page), weigh(page, asking, busy)};
  }
  return {"themes", fmt::format("{} page {}", of, asking.page), themes(page, asking, busy)};
}

Shown answered_screen(const Page& page, const visit::Answered& answered, const survey::Published& published) {
  const std::size_t number = visit::question_of(answered.visit);
  const std::string of = fmt::format(" {}", number);
  if (answered.visit.turns[number].draft.dont_know) return {"why", of, why(page, answered)};
  const bool known = page.context.show_results && number < published.size() && published[number];
  return {"results", fmt::format("{} page {}", of, answered.page),
          results(page, answered, known ? &*published[number] : nullptr)};
}

Shown guided_screen(const Page& page, const visit::Guided& guided, const survey::Published& published) {
  if (const auto question = visit::question_at(page.survey(), guided)) {
    return {"guided", fmt::format(" {}", *question),
            with_staff_corner(guided_question(page, guided, *question))};
  }
  return {"outcome", fmt::format(" {} page {}", guided.outcome, guided.page),
          with_staff_corner(guided_outcome(page, guided, published))};
}

Shown shown(const Page& page, const visit::State& state) {
  if (state.dark) return {"dark", "", dark_glass()};
  using visit::OutOfOrder;
  using visit::StillThere;
  const bool over =
      std::holds_alternative<StillThere>(state.doing) || std::holds_alternative<OutOfOrder>(state.doing);
  if (state.choosing_language && !over) return {"languages", "", languages(page)};
  return std::visit(Overloaded{
                        [&](const visit::Attract& s) -> Shown {
                          if (state.guided) return guided_screen(page, *state.guided, state.published);
                          return {"attract", "", with_staff_corner(attract(page, s, state.published))};
                        },
                        [&](const visit::Asking& s) { return asking_screen(page, s, false); },
                        [&](const visit::Saving& s) { return asking_screen(page, s.asking, s.slow); },
                        [&](const visit::Answered& s) { return answered_screen(page, s, state.published); },
                        [&](const visit::Thanks& s) -> Shown {
                          return {"thanks", "", thanks(page, s)};
                        },
                        [&](const StillThere& s) -> Shown {
                          return {"still_there", "", still_there(page, s)};
                        },
                        [&](const OutOfOrder& s) -> Shown {
                          return {"out_of_order", "", with_staff_corner(out_of_order(page, s))};
                        },
                        [&](const visit::Staff& s) -> Shown {
                          return {"staff", " " + staff_screen_key(s), staff_screen({page, state, s})};
                        },
                        [&](const visit::Closed& s) -> Shown {
                          return {"closed", "", with_staff_corner(closed(page, s))};
                        },
                    },
                    state.doing);
}

/// Nobody sees it come, or somebody waits for the light.
bool comes_at_once(const visit::State& state) {
  return state.dark || std::holds_alternative<visit::Attract>(state.doing) ||
         std::holds_alternative<visit::Closed>(state.doing);
}

const survey::Language& language_of(const Page& page, const visit::State& state) {
  const auto* staff = std::get_if<visit::Staff>(&state.doing);
  if (staff == nullptr) return page.tag();
  return page.context.staff[staff->english ? 1 : 0].language();
}

}  // namespace

ui::Screen show(const Context& context, const visit::State& state) {
  const Page page{context, state.comfort};
  Shown screen = shown(page, state);
  return {.name = screen.name,
          .key = screen.name + std::move(screen.of),
          .language = language_of(page, state),
          .text_size = state.comfort.size,
          .contrast = state.comfort.contrast,
          .at_once = comes_at_once(state),
          .root = std::move(screen.root)};
}

}  // namespace kiosk::screens
