#pragma once

#include "kiosk/batch/row.h"
#include "tests/batch/sealed.h"

/// Answers of partners who weighed interests.
namespace kiosk::batch::given {

inline const std::string weighed_source = R"(id = "casus"
languages = ["nl"]
title.nl = "Casus"

[[question]]
id = "groep"
kind = "choice"
segment = true
tag.nl = "Vooraf"
text.nl = "Bij welke groep hoort u?"
[[question.option]]
id = "gemeente"
nl = "Gemeente"
[[question.option]]
id = "waterschap"
nl = "Waterschap"
[[question.option]]
id = "bewoner"
nl = "Bewoner"

[[question]]
id = "wegen"
kind = "weigh"
tag.nl = "Wegen"
text.nl = "Wat weegt het zwaarst?"
[[question.option]]
id = "wonen"
nl = "Wonen"
[[question.option]]
id = "natuur"
nl = "Natuur"
[[question.option]]
id = "weg"
nl = "Bereikbaar"

[[question]]
id = "uitkomst"
kind = "choice"
order = "fixed"
tag.nl = "Uitkomst"
text.nl = "Wat doen we?"
[[question.option]]
id = "ja"
nl = "Ja"
[[question.option]]
id = "nee"
nl = "Nee"
)";

inline survey::Survey weighed_survey() { return *survey::read_survey(weighed_source, "casus.toml"); }

inline Row weighed_row(std::vector<std::string_view> chosen, std::vector<std::uint8_t> points,
                       std::string_view segment = {}) {
  Row row;
  row.question = "wegen";
  row.chosen = std::move(chosen);
  row.points = std::move(points);
  row.shown = {"wonen", "natuur", "weg"};
  row.language = "nl";
  row.day = "2026-11-23";
  row.segment = segment;
  return row;
}

inline Row outcome_row(std::string_view chosen, std::string_view segment) {
  Row row = weighed_row({chosen}, {}, segment);
  row.question = "uitkomst";
  row.shown = {"ja", "nee"};
  return row;
}

inline Head head_of_weighed() {
  Head head = head_of_batch(1);
  head.set = "casus";
  head.source = weighed_source;
  head.hash = hex(short_digest(head.source));
  return head;
}

}  // namespace kiosk::batch::given
