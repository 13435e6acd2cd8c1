#include "kiosk/batch/head_reader.h"

#include <chrono>

#include "kiosk/base/clock.h"
#include "kiosk/batch/fields.h"
#include "kiosk/survey/wording.h"

namespace kiosk::batch {

bool is_station(std::string_view id) {
  constexpr std::string_view allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-";
  return !id.empty() && id.size() <= 24 && !id.starts_with("-") &&
         id.find_first_not_of(allowed) == std::string_view::npos;
}

std::optional<Day> day_in(std::string_view iso) {
  constexpr std::size_t size = 10;
  if (iso.size() != size || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  int number[3] = {0, 0, 0};  // NOLINT(modernize-avoid-c-arrays)
  std::size_t which = 0;
  for (const char letter : iso) {
    if (letter == '-') {
      ++which;
      if (which > 2) return std::nullopt;
    } else if (letter >= '0' && letter <= '9') {
      number[which] = 10 * number[which] + (letter - '0');
    } else {
      return std::nullopt;
    }
  }
  const std::chrono::year_month_day date{std::chrono::year{number[0]},
                                         std::chrono::month{static_cast<unsigned>(number[1])},
                                         std::chrono::day{static_cast<unsigned>(number[2])}};
  if (!date.ok()) return std::nullopt;
  const auto days = std::chrono::sys_days{date}.time_since_epoch().count();
  if (days < 1 || days > 0xFFFF) return std::nullopt;
  return static_cast<Day>(days);
}

std::optional<Head> head_in(std::string_view first_line, const Format& format) {
  JsonScanner scanner{first_line};
  std::string_view mark = format.opening_mark;
  mark.remove_suffix(1);  // its comma belongs to the next field
  if (!scanner.skip(mark)) return std::nullopt;
  Fields fields{scanner};
  Head head;
  head.station = fields.plain(R"(,"station":)");
  head.key = fields.bytes<sizeof(PublicKey)>(R"(,"key":)");
  head.batch = fields.bytes<sizeof(store::BatchId)>(R"(,"batch":)");
  head.set = fields.plain(R"(,"set":)");
  head.hash = fields.plain(R"(,"hash":)");
  if (fields.comes(R"(,"from":)")) {
    head.from.day = fields.day(R"(,"from":)");
    head.to.day = fields.day(R"(,"to":)");
  }
  head.answers = fields.number(R"(,"answers":)");
  if (&format == &texts_format) head.erased = fields.number(R"(,"erased":)");
  head.source = fields.text(R"(,"source":)");
  const bool whole = fields.good() && scanner.skip("}\n") && scanner.at_end();
  if (!whole || !is_station(head.station) || !survey::is_id(head.set)) return std::nullopt;
  if (head.hash != hex(short_digest(head.source)) || head.to.day < head.from.day) return std::nullopt;
  return head;
}

}  // namespace kiosk::batch
