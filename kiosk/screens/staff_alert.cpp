#include <string>
#include <utility>

#include "kiosk/screens/staff.h"

namespace kiosk::screens {

using survey::StaffPhrase;
using ui::Align;
using ui::Ink;
using ui::Node;
using ui::Role;
using ui::share;
using ui::Style;

namespace {

StaffPhrase sentence(visit::Complaint complaint) {
  switch (complaint) {
    case visit::Complaint::store_filling:
      return StaffPhrase::store_filling;
    case visit::Complaint::store_full:
      return StaffPhrase::store_full;
    case visit::Complaint::disk_filling:
      return StaffPhrase::disk_filling;
    case visit::Complaint::disk_full:
      return StaffPhrase::disk_full;
    case visit::Complaint::damaged_answers:
      return StaffPhrase::damaged_answers;
    case visit::Complaint::store_set_aside:
      return StaffPhrase::store_set_aside;
    case visit::Complaint::not_readable:
      break;
  }
  return StaffPhrase::not_readable;
}

StaffPhrase sentence(visit::Incident::Kind kind) {
  switch (kind) {
    case visit::Incident::Kind::clock_behind:
      return StaffPhrase::clock_behind;
    case visit::Incident::Kind::touch_gone:
      return StaffPhrase::touch_gone;
    case visit::Incident::Kind::picture_gone:
      return StaffPhrase::picture_gone;
    case visit::Incident::Kind::too_hot:
      return StaffPhrase::too_hot;
    case visit::Incident::Kind::clock_set:
      break;
  }
  return StaffPhrase::clock_set;
}

}  // namespace

std::size_t alerts(const Counter& counter, const visit::Health& health) {
  return health.complaints.size() + health.incidents.size() + (counter.staff.closed ? 1 : 0);
}

std::optional<Node> staff_alert(const Counter& counter, const visit::Health& health, std::size_t most) {
  std::vector<Node> lines;
  const auto add = [&](std::string words) {
    lines.push_back(ui::text(Role::text, {.words = std::move(words), .style = Style::caption, .bold = true}));
  };
  for (const visit::Complaint complaint : health.complaints) add(counter.say(sentence(complaint)));
  if (counter.staff.closed) add(counter.say(StaffPhrase::closed_now));
  for (const auto& [kind, day] : health.incidents) add(counter.say(sentence(kind)) + " " + counter.date(day));
  if (lines.empty()) return std::nullopt;
  if (const std::size_t all = lines.size(); all > most) {
    lines.resize(most);
    add(counter.say(StaffPhrase::more_alerts, all - most));
  }
  Node words = ui::column(2, std::move(lines));
  words.width = share();
  Node node = ui::row(6, {ui::picture(ui::Icon::info, 13, Ink::improve), std::move(words)});
  node.look = {.fill = Ink::improve_soft, .edge = Ink::improve, .edge_mm = 1.1, .radius_mm = 7};
  ui::Stack& stack = ui::stack_of(node);
  stack.across = Align::centre;
  stack.padding = {.start = 8, .top = 4, .end = 8, .bottom = 4};
  return node;
}

}  // namespace kiosk::screens
