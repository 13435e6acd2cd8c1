#include "kiosk/app/timetable_reader.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/app/time_of_day.h"

namespace kiosk::app {

namespace {

using survey::Findings;
using survey::Need;
using survey::Table;
using survey::TableReader;

constexpr std::array<const char*, days_a_week> weekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                        "friday", "saturday", "sunday"};

/// From the minute after midnight on, and before the other; that may be on the next day.
struct Stretch {
  int from;
  int to;
};

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// "08:30-17:00".
std::optional<Stretch> stretch_in(std::string_view text) {
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const std::string_view end = trimmed(text.substr(dash + 1));
  const auto from = time_of_day(trimmed(text.substr(0, dash)));
  const auto to = end == "24:00" ? minutes_a_day : time_of_day(end);
  if (!from || !to) return std::nullopt;
  return Stretch{*from, *to < *from ? *to + minutes_a_day : *to};
}

/// What one name says: stretches of time with commas between them, or `none`, a word for none of them. What
/// is wrong with it is noted; then there are none.
std::vector<Stretch> stretches_in(TableReader& reader, const char* name, const std::string& text,
                                  const char* none) {
  if (text == none) return {};
  std::vector<Stretch> all;
  for (std::string_view rest = text; true;) {
    const std::size_t comma = rest.find(',');
    const std::string_view part = trimmed(rest.substr(0, comma));
    const auto stretch = stretch_in(part);
    if (!stretch) {
      reader.refuse(name, fmt::format("'{}' is no time from and until", part),
                    fmt::format(R"(write it as "08:30-12:30, 13:30-17:00", or "{}")", none));
      return {};
    }
    if (stretch->from == stretch->to) {
      reader.refuse(name, fmt::format("'{}' ends when it begins", part),
                    R"(write "00:00-24:00" for a whole day)");
      return {};
    }
    if (!all.empty() && stretch->from < all.back().to) {
      reader.refuse(name, fmt::format("'{}' begins before the time in front of it ends", part),
                    "write them in their order, none within another");
      return {};
    }
    all.push_back(*stretch);
    if (comma == std::string_view::npos) return all;
    rest.remove_prefix(comma + 1);
  }
}

void add(Week& week, std::size_t day, const std::vector<Stretch>& stretches) {
  for (const Stretch& stretch : stretches) {
    for (int minute = stretch.from; minute < stretch.to; ++minute) {
      week.set((day * minutes_a_day + static_cast<std::size_t>(minute)) % week.size());
    }
  }
}

/// The days that nothing is said of: they would be open or closed, and who wrote the others knows which.
void refuse_days_left_out(TableReader& reader, const std::vector<const char*>& left_out) {
  if (left_out.empty() || left_out.size() == weekdays.size()) return;
  reader.refuse(left_out.front(),
                fmt::format("[hours] does not say when the kiosk is open on {}", fmt::join(left_out, ", ")),
                R"(add every_day = "closed", or the hours of all other days)");
}

void read_opening_hours(TableReader& reader, Week& open) {
  const auto every_day = reader.text("every_day", Need::optional);
  std::vector<Stretch> on_other_days;
  if (every_day) on_other_days = stretches_in(reader, "every_day", *every_day, "closed");
  Week written;
  std::vector<const char*> left_out;
  for (std::size_t day = 0; day < weekdays.size(); ++day) {
    const char* name = weekdays.at(day);
    const auto text = reader.text(name, Need::optional);
    if (!text) left_out.push_back(name);
    add(written, day, text ? stretches_in(reader, name, *text, "closed") : on_other_days);
  }
  if (!every_day) refuse_days_left_out(reader, left_out);
  if (every_day || left_out.empty()) open = written;
}

}  // namespace

void read_timetable(const Table& table, Findings& findings, Timetable& timetable) {
  TableReader reader{table, findings, "[hours]"};
  const bool was_sound = findings.none();
  read_opening_hours(reader, timetable.open);
  if (was_sound && findings.none() && timetable.open.none()) {
    reader.refuse("every_day", "the kiosk is never open", "give it hours on one day of the week at least");
  }
  static const std::vector<std::string> outside{"closed", "dark"};
  timetable.dark_outside = reader.one_of("outside", outside, Need::optional) == std::size_t{1};
  if (const auto quiet = reader.text("quiet", Need::optional)) {
    const std::vector<Stretch> stretches = stretches_in(reader, "quiet", *quiet, "never");
    for (std::size_t day = 0; day < weekdays.size(); ++day) add(timetable.quiet, day, stretches);
  }
  reader.refuse_the_rest();
}

}  // namespace kiosk::app
