#include "kiosk/app/incidents.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <string_view>

#include "kiosk/base/file.h"

namespace kiosk::app {

namespace {

using visit::Incident;

constexpr std::string_view incidents_begin = "kiosk-incidents 1\n";
constexpr std::size_t most_incident_bytes = 4096;
constexpr int days_told = 7;

constexpr std::array by_weight{Incident::Kind::clock_behind, Incident::Kind::touch_gone,
                               Incident::Kind::picture_gone, Incident::Kind::too_hot,
                               Incident::Kind::clock_set};

/// "touch_gone 20784"; nothing for anything else.
std::optional<Incident> incident_in(std::string_view line) {
  const std::size_t space = std::min(line.find(' '), line.size());
  const auto kind = std::find_if(by_weight.begin(), by_weight.end(),
                                 [&](Incident::Kind each) { return line.substr(0, space) == name_of(each); });
  if (kind == by_weight.end() || space == line.size()) return std::nullopt;
  const std::string_view number = line.substr(space + 1);
  Day day = 0;
  const auto read = std::from_chars(number.data(), number.data() + number.size(), day);
  if (read.ec != std::errc{} || read.ptr != number.data() + number.size()) return std::nullopt;
  return Incident{*kind, day};
}

}  // namespace

Incidents::Incidents(const std::filesystem::path& folder) : file_{folder / "incidents"} {
  const auto text = read_file(file_, most_incident_bytes);
  if (!text || !text->starts_with(incidents_begin)) return;
  std::string_view rest = std::string_view{*text}.substr(incidents_begin.size());
  while (!rest.empty() && last_.size() < by_weight.size()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    if (const auto incident = incident_in(rest.substr(0, end))) last_.push_back(*incident);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

void Incidents::note(Incident::Kind kind, Day day) {
  const auto of_kind = [&](const Incident& each) { return each.kind == kind; };
  const auto known = std::find_if(last_.begin(), last_.end(), of_kind);
  if (known != last_.end() && known->day == day) return;
  std::erase_if(last_, of_kind);
  last_.push_back({kind, day});
  std::string text{incidents_begin};
  for (const Incident& each : last_)
    text += std::string{name_of(each.kind)} + " " + std::to_string(each.day) + "\n";
  (void)write_atomically(file_, text);
}

std::vector<Incident> Incidents::lately(Day today) const {
  std::vector<Incident> told;
  for (const Incident::Kind kind : by_weight) {
    for (const Incident& each : last_) {
      if (each.kind == kind && std::abs(each.day - today) <= days_told) told.push_back(each);
    }
  }
  return told;
}

const char* name_of(Incident::Kind kind) {
  switch (kind) {
    case Incident::Kind::clock_behind:
      return "clock_behind";
    case Incident::Kind::touch_gone:
      return "touch_gone";
    case Incident::Kind::picture_gone:
      return "picture_gone";
    case Incident::Kind::too_hot:
      return "too_hot";
    case Incident::Kind::clock_set:
      break;
  }
  return "clock_set";
}

std::string sentence_of(Incident::Kind kind) {
  switch (kind) {
    case Incident::Kind::clock_behind:
      return "the clock is behind, and answers get its date; set it. It says";
    case Incident::Kind::touch_gone:
      return "the touch panel was gone; see to its plug. Last on";
    case Incident::Kind::picture_gone:
      return "no panel took the picture; see to its plug. Last on";
    case Incident::Kind::too_hot:
      return "the machine was close to its critical temperature; give it air. Last on";
    case Incident::Kind::clock_set:
      break;
  }
  return "the clock was set; see whether it is right. Last on";
}

std::vector<Incident> incidents_now(const std::filesystem::path& folder, Day today,
                                    std::optional<Day> exported_on) {
  std::vector<Incident> all = Incidents{folder}.lately(today);
  if (clock_is_behind(today, exported_on)) all.insert(all.begin(), {Incident::Kind::clock_behind, today});
  return all;
}

bool clock_is_behind(Day today, std::optional<Day> exported_on) {
  constexpr Day this_was_written = 20'782;  // 2026-11-25
  return today < this_was_written || (exported_on && today < *exported_on);
}

}  // namespace kiosk::app
