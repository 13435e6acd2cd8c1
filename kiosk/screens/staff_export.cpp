#include <array>
#include <string>
#include <utility>

#include "kiosk/screens/message.h"
#include "kiosk/screens/staff.h"

namespace kiosk::screens {

using survey::StaffPhrase;
using ui::Align;
using ui::Ink;
using ui::mm;
using ui::Node;
using ui::Role;
using ui::share;
using ui::Style;
using visit::ExportOutcome;

namespace {

constexpr std::array<StaffPhrase, visit::export_phases> phases{
    StaffPhrase::planning, StaffPhrase::writing,      StaffPhrase::tables,
    StaffPhrase::syncing,  StaffPhrase::reading_back, StaffPhrase::ejecting};

StaffPhrase sentence(ExportOutcome outcome) {
  switch (outcome) {
    case ExportOutcome::nothing_yet:
      return StaffPhrase::nothing_yet;
    case ExportOutcome::cancelled:
      return StaffPhrase::export_cancelled;
    case ExportOutcome::no_stick:
      return StaffPhrase::export_no_stick;
    case ExportOutcome::unusable:
      return StaffPhrase::unusable;
    case ExportOutcome::not_allowed:
      return StaffPhrase::not_allowed;
    case ExportOutcome::pulled_out:
      return StaffPhrase::pulled_out;
    case ExportOutcome::read_only:
      return StaffPhrase::export_read_only;
    case ExportOutcome::full:
      return StaffPhrase::export_full;
    case ExportOutcome::refused:
      return StaffPhrase::refused;
    case ExportOutcome::differs:
      return StaffPhrase::differs;
    case ExportOutcome::stays_open:
      return StaffPhrase::stays_open;
    case ExportOutcome::cannot_seal:
      return StaffPhrase::cannot_seal;
    case ExportOutcome::store:
      return StaffPhrase::store_failed;
    case ExportOutcome::safe:
    case ExportOutcome::failed:
      break;
  }
  return StaffPhrase::export_failed;
}

/// One part of the export: done, under way, or still to come.
Node phase_row(const Counter& counter, std::size_t phase) {
  const auto now = static_cast<std::size_t>(counter.state.exporting.phase);
  const bool done = phase < now;
  const Ink ink = done ? Ink::keep : phase == now ? Ink::ink : Ink::muted;
  Node sign;
  sign.width = mm(12);
  if (done) sign = ui::picture(ui::Icon::check, 12, Ink::keep);
  if (phase == now) sign = ui::picture(ui::Icon::arrow_right, 12, Ink::ink);
  Node words = ui::text(
      Role::text,
      {.words = counter.say(phases.at(phase)), .style = Style::tag, .bold = phase <= now, .ink = ink});
  words.width = share();
  Node row = ui::row(8, {std::move(sign), std::move(words)});
  ui::stack_of(row).across = Align::centre;
  return row;
}

Node under_way(const Counter& counter) {
  const visit::Exporting& exporting = counter.state.exporting;
  const double part =
      exporting.of == 0 ? 0 : static_cast<double>(exporting.done) / static_cast<double>(exporting.of);
  Node counted = ui::row(
      4, {ui::text(Role::text, {.words = counter.say(StaffPhrase::done_of, exporting.done, exporting.of),
                                .style = Style::caption,
                                .bold = true}),
          ui::space(share()),
          ui::text(Role::text,
                   {.words = counter.say(StaffPhrase::percent, static_cast<std::uint64_t>(100 * part)),
                    .style = Style::caption,
                    .bold = true})});
  std::string title = counter.say(StaffPhrase::exporting);
  if (!counter.state.stick.label.empty()) title += ": " + counter.state.stick.label;
  std::vector<Node> upper{staff_header(counter, locks_in(counter)),
                          ui::space(mm(counter.portrait() ? 40 : 8, 6)),
                          staff_title(std::move(title)),
                          ui::space(mm(4, 2)),
                          staff_line(counter.say(StaffPhrase::keep_it_in)),
                          ui::space(mm(counter.portrait() ? 20 : 8, 4)),
                          bar(part, Ink::keep, 16),
                          ui::space(mm(4, 2)),
                          std::move(counted),
                          ui::space(mm(counter.portrait() ? 20 : 6, 4))};
  std::vector<Node> rows;
  for (std::size_t phase = 0; phase < phases.size(); ++phase) rows.push_back(phase_row(counter, phase));
  upper.push_back(ui::column(counter.portrait() ? 8 : 3, std::move(rows)));
  upper.push_back(ui::space(share()));
  Node back = staff_button(counter, counter.say(StaffPhrase::back), visit::HomeOpened{});
  back.is_back = true;
  std::vector<Node> buttons{std::move(back)};
  if (!exporting.cancelling) {
    buttons.push_back(staff_button(counter, counter.say(StaffPhrase::stop_export), visit::ExportCancelled{}));
  }
  return whole(counter.page, std::move(upper), {nav_row(counter.page, std::move(buttons))}, std::nullopt);
}

/// Where trying again may be all there is to do. Otherwise it can be done too, but is not what is advised.
bool again_helps(ExportOutcome outcome) {
  switch (outcome) {
    case ExportOutcome::cancelled:
    case ExportOutcome::no_stick:
    case ExportOutcome::pulled_out:
    case ExportOutcome::read_only:
    case ExportOutcome::full:
    case ExportOutcome::failed:
    case ExportOutcome::stays_open:
      return true;
    case ExportOutcome::safe:
    case ExportOutcome::nothing_yet:
    case ExportOutcome::unusable:
    case ExportOutcome::not_allowed:
    case ExportOutcome::refused:
    case ExportOutcome::differs:
    case ExportOutcome::store:
    case ExportOutcome::cannot_seal:
      break;
  }
  return false;
}

Node done(const Counter& counter, ExportOutcome outcome) {
  const visit::Exporting& exporting = counter.state.exporting;
  const bool safe = outcome == ExportOutcome::safe;
  std::vector<std::string> lines;
  if (safe) {
    lines.push_back(counter.say(StaffPhrase::safe_text, exporting.answers));
    if (exporting.left_open > 0) lines.push_back(counter.say(StaffPhrase::left_open, exporting.left_open));
    if (exporting.left_out > 0) lines.push_back(counter.say(StaffPhrase::left_out, exporting.left_out));
  } else {
    lines.push_back(counter.say(sentence(outcome)));
    if (outcome != ExportOutcome::store) lines.push_back(counter.say(StaffPhrase::answers_stay));
  }
  const double size = counter.portrait() ? 70 : 40;
  Node sign = safe ? disc(size, Ink::keep_soft, ui::Icon::check, size * 0.6, Ink::keep)
                   : disc(size, Ink::improve_soft, ui::Icon::cross, size * 0.6, Ink::improve);
  Node back = staff_button(counter, counter.say(StaffPhrase::back), visit::HomeOpened{});
  back.is_back = true;
  std::vector<Node> buttons{std::move(back)};
  if (!safe && counter.state.stick.usable()) {
    buttons.push_back(staff_button(counter, counter.say(StaffPhrase::again), visit::ExportAsked{},
                                   again_helps(outcome) ? Weight::main : Weight::plain));
  }
  return whole(counter.page,
               {staff_header(counter, locks_in(counter)),
                message(std::move(sign), counter.say(safe ? StaffPhrase::safe : StaffPhrase::not_done),
                        std::move(lines), counter.portrait() ? 14 : 6)},
               {nav_row(counter.page, std::move(buttons))}, std::nullopt);
}

}  // namespace

Node export_progress(const Counter& counter) {
  const auto& outcome = counter.state.exporting.outcome;
  return outcome ? done(counter, *outcome) : under_way(counter);
}

}  // namespace kiosk::screens
