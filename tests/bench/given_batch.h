#pragma once

#include <fstream>
#include <string>

#include "kiosk/batch/jsonl.h"
#include "kiosk/batch/row.h"
#include "tests/bench/given_store.h"

namespace kiosk::bench {

/// A sealed batch with so many answers to the first question of the set that ships, as a file `file`.
inline void write_batch_file(const std::filesystem::path& file, long answers, const SigningKey& key) {
  const survey::Survey survey = shipped_set();
  Random random = Random::seeded(1);
  const auto set = short_digest(survey.source);
  batch::Legend legend{set, survey};
  batch::Head head;
  head.station = "UTR-01";
  head.key = key.public_key();
  random.fill(head.batch);
  head.set = survey.id;
  head.hash = hex(set);
  head.source = survey.source;
  head.from = head.to = some_day.when;
  head.answers = static_cast<std::uint64_t>(answers);
  std::ofstream stream{file, std::ios::binary};
  Hasher hasher;
  const auto add = [&](const std::string& text) {
    hasher.take(text);
    stream << text;
  };
  add(batch::batch_opening(head));
  std::string line;
  for (long i = 0; i < answers; ++i) {
    const survey::Answer answer = choice(survey, random);
    store::Choice kept;
    kept.question = answer.question;
    kept.given = some_day;
    kept.language = answer.language;
    kept.options = answer.options;
    kept.order = answer.order;
    line.clear();
    batch::add_line(line, *legend.row(kept));
    add(line);
  }
  const std::string message = batch::signed_part(hasher.so_far());
  const auto* bytes =
      reinterpret_cast<const unsigned char*>(message.data());  // the same bytes, seen unsigned
  stream << batch::signed_closing(head.answers, hasher.so_far(), key.sign({bytes, message.size()}));
}

}  // namespace kiosk::bench
