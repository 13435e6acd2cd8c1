#include "kiosk/screens/screens.h"

#include <fmt/format.h>

#include "kiosk/base/overloaded.h"
#include "kiosk/screens/guest.h"

namespace kiosk::screens {

namespace {

ui::Screen asking_screen(const Context& context, const visit::Asking& asking, bool busy) {
  const Page page{context, asking.visit.language};
  const std::size_t number = visit::question_of(asking.visit);
  const survey::Question& question = context.survey.questions[number];
  ui::Screen screen{.language = page.tag()};
  if (asking.writing) {
    screen.name = "words";
    screen.root = own_words(page, asking, busy);
  } else if (question.kind == survey::Kind::dilemma) {
    screen.name = "dilemma";
    screen.root = dilemma(page, asking, busy);
  } else {
    screen.name = "themes";
    screen.root = themes(page, asking, busy);
  }
  screen.key = fmt::format("{} {}", screen.name, number);
  return screen;
}

ui::Screen plain_screen(const char* name, const Page& page, ui::Node root) {
  return {.name = name, .key = name, .language = page.tag(), .root = std::move(root)};
}

}  // namespace

ui::Screen show(const Context& context, const visit::State& state) {
  return std::visit(Overloaded{
                        [&](const visit::Attract& s) {
                          const Page page{context, s.language};
                          return plain_screen("attract", page, attract(page, s));
                        },
                        [&](const visit::Asking& s) { return asking_screen(context, s, false); },
                        [&](const visit::Saving& s) { return asking_screen(context, s.asking, s.slow); },
                        [&](const visit::Thanks& s) {
                          const Page page{context, s.visit.language};
                          return plain_screen("thanks", page, thanks(page, s));
                        },
                        [&](const visit::StillThere& s) {
                          const Page page{context, s.asking.visit.language};
                          return plain_screen("still_there", page, still_there(page, s));
                        },
                        [&](const visit::OutOfOrder& s) {
                          const Page page{context, s.language};
                          return plain_screen("out_of_order", page, out_of_order(page, s));
                        },
                    },
                    state);
}

}  // namespace kiosk::screens
