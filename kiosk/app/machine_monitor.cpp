#include "kiosk/app/machine_monitor.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <utility>

#include "kiosk/app/exported.h"
#include "kiosk/base/clock.h"
#include "kiosk/base/file.h"

namespace kiosk::app {

namespace {

using IncidentKind = visit::Incident::Kind;

// Whoever sets a clock right sets it to the minute, and what NTP puts right in a machine that is on is less.
// The finest time that is kept with an answer is the part of the day.
constexpr std::chrono::minutes least_jump{1};

// Thousandths of a degree below the critical point that the machine names. So close it does not come by work
// that a kiosk does: it is shut in, in the sun, or its fan stands still.
constexpr int hot_within = 5'000;
constexpr int cool_beyond = 10'000;

constexpr const char* touch_mark = "touch-panel";

/// The one that is closest to its own critical point.
const system::Temperature& hottest(const std::vector<system::Temperature>& all) {
  return *std::min_element(all.begin(), all.end(), [](const auto& one, const auto& other) {
    return one.critical - one.now < other.critical - other.now;
  });
}

}  // namespace

bool Lasting::changes(bool now) {
  doubted_ = now != on_ && !doubted_;
  if (now == on_ || doubted_) return false;
  on_ = now;
  return true;
}

MachineMonitor::MachineMonitor(std::filesystem::path folder)
    : folder_{std::move(folder)}, incidents_{folder_} {
  std::error_code unknown;
  had_touch_ = std::filesystem::exists(folder_ / touch_mark, unknown);
}

std::vector<std::string> MachineMonitor::look(const MachineSight& sight) {
  lines_.clear();
  look_at_clock(sight);
  look_at_touch(sight);
  look_at_picture(sight);
  look_at_warmth(sight);
  return std::move(lines_);
}

void MachineMonitor::tell(IncidentKind kind, std::string sentence, const MachineSight& sight) {
  auto line = limits_.at(static_cast<std::size_t>(kind)).line(std::move(sentence), sight.up);
  if (line) lines_.push_back(std::move(*line));
}

void MachineMonitor::look_at_clock(const MachineSight& sight) {
  using std::chrono::seconds;
  const auto before = std::exchange(wall_lead_, sight.wall_lead);
  if (!before) return tell_if_behind(sight);
  const auto jump = std::chrono::round<seconds>(sight.wall_lead - *before);
  if (std::chrono::abs(jump) < least_jump) return;
  incidents_.note(IncidentKind::clock_set, sight.today);
  tell(IncidentKind::clock_set,
       fmt::format("the clock was set {} by {} s and says {}; answers get this date, see whether it is right",
                   jump > seconds{0} ? "forward" : "back", std::chrono::abs(jump).count(),
                   iso_date(sight.today)),
       sight);
  tell_if_behind(sight);
}

void MachineMonitor::tell_if_behind(const MachineSight& sight) {
  if (!clock_is_behind(sight.today, ExportedBatches{folder_ / "exported"}.last())) return;
  tell(IncidentKind::clock_behind,
       fmt::format("the clock is behind: it says {}, which is past; set it, since answers get its date",
                   iso_date(sight.today)),
       sight);
}

void MachineMonitor::look_at_touch(const MachineSight& sight) {
  if (!sight.touchscreens) return;
  const bool there = *sight.touchscreens > 0;
  if (there && !std::exchange(had_touch_, true)) (void)write_atomically(folder_ / touch_mark, "");
  if (touch_gone_.changes(had_touch_ && !there)) {
    tell(IncidentKind::touch_gone,
         there
             ? "the touch panel is there again"
             : fmt::format("the touch panel is gone, and the kiosk out of order until it is there again; see "
                           "to its plug, or remove {} where no touch panel belongs any more",
                           (folder_ / touch_mark).string()),
         sight);
  }
  if (touch_gone_.is_on() && sight.open) incidents_.note(IncidentKind::touch_gone, sight.today);
}

void MachineMonitor::look_at_picture(const MachineSight& sight) {
  if (!sight.picture) return;
  had_picture_ = had_picture_ || *sight.picture;
  if (picture_gone_.changes(had_picture_ && !*sight.picture)) {
    tell(IncidentKind::picture_gone,
         *sight.picture ? "a panel takes the picture again"
                        : "no panel takes the picture; see whether it is on, and to its plug",
         sight);
  }
  if (picture_gone_.is_on() && sight.open) incidents_.note(IncidentKind::picture_gone, sight.today);
}

void MachineMonitor::look_at_warmth(const MachineSight& sight) {
  if (sight.temperatures.empty()) return;
  const system::Temperature& most = hottest(sight.temperatures);
  const int left = most.critical - most.now;
  if (too_hot_.changes(left <= (too_hot_.is_on() ? cool_beyond : hot_within))) {
    constexpr int degree = 1'000;
    const std::string warmth = fmt::format("{} is at {} °C, and critical at {}", most.sensor,
                                           most.now / degree, most.critical / degree);
    tell(IncidentKind::too_hot,
         too_hot_.is_on() ? "the machine is too hot: " + warmth + "; free its openings, keep the sun off it"
                          : "the machine has cooled down: " + warmth,
         sight);
  }
  if (too_hot_.is_on()) incidents_.note(IncidentKind::too_hot, sight.today);
}

}  // namespace kiosk::app
