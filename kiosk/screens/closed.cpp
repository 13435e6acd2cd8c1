#include "kiosk/screens/guest.h"
#include "kiosk/screens/message.h"
#include "kiosk/text/date.h"

namespace kiosk::screens {

using survey::Phrase;
using ui::Ink;
using ui::mm;
using ui::Node;
using ui::share;

Node closed(const Page& page, const visit::Closed& state) {
  const Phrase phrase = opens_on.at(static_cast<std::size_t>(state.until.on));
  const std::string time = text::time_in(page.tag(), state.until.minute);
  const double size = page.portrait() ? 83 : 60;
  return whole(
      page,
      {header(page, ui::space(mm(0))),
       message(disc(size, Ink::line, ui::Icon::clock, size * 0.5, Ink::ink), page.say(Phrase::closed),
               {page.pack().phrases.in(phrase, time, survey::PluralCategory::other)}, 14)},
      {}, std::nullopt);
}

Node dark_glass() {
  Node node;
  node.look = {.fill = Ink::unlit};
  node.width = share();
  node.height = share();
  return node;
}

}  // namespace kiosk::screens
