#include "kiosk/app/station.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <utility>

#include "kiosk/app/station_controls.h"
#include "kiosk/app/time_of_day.h"
#include "kiosk/app/timetable_reader.h"
#include "kiosk/base/password.h"
#include "kiosk/batch/sealed_texts.h"
#include "kiosk/survey/languages.h"
#include "kiosk/survey/table_reader.h"

namespace kiosk::app {

namespace {

using survey::Bounds;
using survey::Findings;
using survey::Need;
using survey::Table;
using survey::TableReader;

struct Limit {
  const char* name;
  Time visit::Timings::*timing;
  Bounds bounds;  // in seconds
};

// Idle and countdown: what guidance for voting machines and kiosks allows; 20 s is the least that WCAG 2.2.1
// accepts. The rest: what a visitor at a lobby's kiosk can bear.
constexpr std::array<Limit, 10> limits{{
    {"slide", &visit::Timings::slide, {4, 60, "s"}},
    {"idle", &visit::Timings::idle, {30, 300, "s"}},
    {"idle_writing", &visit::Timings::idle_writing, {60, 600, "s"}},
    {"still_there", &visit::Timings::still_there, {20, 45, "s"}},
    {"choice", &visit::Timings::choice, {0.3, 3, "s"}},
    {"busy", &visit::Timings::busy, {0.1, 1, "s"}},
    {"results", &visit::Timings::results, {8, 120, "s"}},
    {"thanks", &visit::Timings::thanks, {4, 30, "s"}},
    {"language", &visit::Timings::language, {20, 300, "s"}},
    {"store_check", &visit::Timings::store_check, {2, 300, "s"}},
}};

void read_timings(const Table& table, Findings& findings, visit::Timings& timings) {
  TableReader reader{table, findings, "[timings]"};
  for (const Limit& limit : limits) {
    const auto seconds = reader.number(limit.name, limit.bounds);
    if (seconds) timings.*limit.timing = std::chrono::round<Time>(std::chrono::duration<double>{*seconds});
  }
  reader.refuse_the_rest();
}

void read_privacy(const Table& table, Findings& findings, Privacy& privacy) {
  TableReader reader{table, findings, "[privacy]"};
  static const std::vector<std::string> times{"day", "daypart", "none"};
  constexpr std::array kept{KeptTime::day, KeptTime::day_part, KeptTime::none};
  if (const auto time = reader.one_of("time", times, Need::optional)) privacy.time = kept.at(*time);
  if (const auto least = reader.whole_number("least", {5, 1000, ""})) {
    privacy.least = static_cast<std::uint64_t>(*least);
  }
  if (const auto time = reader.text("seal_at", Need::optional)) {
    const auto minutes = time_of_day(*time);
    if (minutes) {
      privacy.seal_at = *minutes;
    } else {
      reader.refuse("seal_at", "'" + *time + "' is no time of day", R"(write it as "22:30")");
    }
  }
  reader.refuse_the_rest();
}

void read_staff(const Table& table, Findings& findings, std::optional<std::string>& pin) {
  TableReader reader{table, findings, "[staff]"};
  pin = reader.text("pin", Need::optional);
  if (pin && !is_kept_secret(*pin)) {
    reader.refuse("pin", "this is no PIN as the kiosk keeps it", "set one with: kiosk pin --station FILE");
  }
  reader.refuse_the_rest();
}

void read_export(const Table& table, Findings& findings, std::vector<std::string>& recipients) {
  TableReader reader{table, findings, "[export]"};
  const auto* list = reader.list("recipients", Need::optional, R"(["age1…"])");
  for (const survey::Value& value : list != nullptr ? *list : survey::List{}) {
    const auto* recipient = std::get_if<std::string>(&value.is);
    if (recipient != nullptr && batch::is_recipient(*recipient)) {
      recipients.push_back(*recipient);
      continue;
    }
    const std::string written = recipient == nullptr ? value.kind() : "'" + *recipient + "'";
    findings.add(value.place, written + " is no public key of age",
                 "copy the whole line that begins with age1 and that age-keygen shows");
  }
  reader.refuse_the_rest();
}

/// Stands in the names of files, so it is kept to what every file system and spreadsheet takes.
bool is_station_id(const std::string& id) {
  constexpr std::string_view allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-";
  return id.size() <= 24 && !id.starts_with("-") && id.find_first_not_of(allowed) == std::string::npos;
}

}  // namespace

Result<Station, std::vector<Problem>> read_station(std::string_view text, const std::string& file) {
  const auto table = survey::parse_toml(text, file);
  if (!table) return table.error();
  Findings findings{file, text};
  TableReader reader{*table, findings, "the station"};
  Station station;
  station.id = reader.text("id", Need::optional).value_or(station.id);
  if (!is_station_id(station.id)) {
    reader.refuse("id", "'" + station.id + "' cannot be an id",
                  "use 1 to 24 of A-Z, a-z, 0-9 and -, not - first");
  }
  auto languages = survey::read_languages(reader, findings, "the station", Need::optional);
  if (!languages.empty()) station.languages = std::move(languages);
  station.show_results = reader.yes_or_no("show_results").value_or(station.show_results);
  station.motion = reader.yes_or_no("motion").value_or(station.motion);
  if (const Table* panel = reader.table("panel", Need::optional)) {
    TableReader measures{*panel, findings, "[panel]"};
    station.diagonal_inch =
        measures.number("diagonal_inch", {10, 100, "inch"}).value_or(station.diagonal_inch);
    station.bottom_mm = measures.number("bottom_mm", {0, 1500, "mm"}).value_or(station.bottom_mm);
    station.mounting.picture = read_rotation(measures).value_or(station.mounting.picture);
    measures.refuse_the_rest();
  }
  if (const Table* touch = reader.table("touch", Need::optional)) {
    read_touch(*touch, findings, station.mounting);
  }
  if (const Table* keys = reader.table("keys", Need::optional)) read_keys(*keys, findings, station.keys);
  if (const Table* timings = reader.table("timings", Need::optional)) {
    read_timings(*timings, findings, station.timings);
  }
  if (const Table* hours = reader.table("hours", Need::optional)) {
    read_timetable(*hours, findings, station.timetable);
  }
  if (const Table* privacy = reader.table("privacy", Need::optional)) {
    read_privacy(*privacy, findings, station.privacy);
  }
  if (const Table* staff = reader.table("staff", Need::optional)) read_staff(*staff, findings, station.pin);
  if (const Table* sealed = reader.table("export", Need::optional)) {
    read_export(*sealed, findings, station.recipients);
  }
  reader.refuse_the_rest();
  if (!findings.none()) return findings.in_order();
  return station;
}

}  // namespace kiosk::app
