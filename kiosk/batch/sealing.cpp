#include "kiosk/batch/sealing.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "kiosk/base/random.h"
#include "kiosk/batch/small_groups.h"

namespace kiosk::batch {

namespace {

using store::StoreError;

constexpr std::size_t piece_bytes = std::size_t{256} << 10U;

std::span<const unsigned char> bytes_of(const std::string& text) {
  return {reinterpret_cast<const unsigned char*>(text.data()), text.size()};
}

auto in_time(const When& when) { return std::tuple{when.day, when.part}; }

/// What is to be known of open answers before they can be sealed.
struct Found {
  std::uint64_t answers = 0;
  std::uint64_t texts = 0;
  std::optional<When> from;
  When to;
  SmallGroups groups;

  void saw(const When& when) {
    if (!from || in_time(when) < in_time(*from)) from = when;
    if (in_time(to) < in_time(when)) to = when;
  }
};

Result<Found, StoreError> look(store::Closing& closing, Legend& legend) {
  Found found;
  const auto choices = closing.each_choice([&](const store::Choice& choice) {
    if (!legend.row(choice)) return true;
    ++found.answers;
    found.saw(choice.given.when);
    found.groups.count(choice);
    return true;
  });
  if (!choices) return choices.error();
  found.groups.decide();
  const auto texts = closing.each_text([&](const store::OwnWords& text) {
    ++found.texts;
    found.saw(text.given.when);
    return true;
  });
  if (!texts) return texts.error();
  return found;
}

bool enough(const Found& found, const Sealing& sealing) {
  const std::uint64_t least = sealing.close_event ? 1 : sealing.least;
  return std::max(found.answers, found.texts) >= least;
}

/// Seals the open answers of one set; nothing where there are too few.
Result<std::optional<store::Seal>, StoreError> seal_set(store::Store& store, const store::KeptSet& kept,
                                                        const survey::Survey& survey,
                                                        const Sealing& sealing) {
  std::optional<store::Seal> made;
  Legend legend{kept.id, survey};
  const auto close = [&](store::Closing& closing) -> Result<bool, StoreError> {
    const auto found = look(closing, legend);
    if (!found) return found.error();
    if (!enough(*found, sealing)) return false;

    store::Seal seal;
    Random::system().fill(seal.batch);
    seal.station = sealing.station;
    seal.set = kept.id;
    seal.from = *found->from;
    seal.to = found->to;
    seal.answers = found->answers;
    seal.texts = found->texts;
    seal.key = sealing.key.public_key();
    Hasher hasher;
    const auto written = write_batch(
        head_of(seal, survey, kept.source), legend,
        [&](const store::TakeChoice& take) {
          return closing.each_choice(
              [&](const store::Choice& choice) { return take(found->groups.sealed(choice)); });
        },
        [&](std::string_view piece) {
          hasher.take(piece);
          return true;
        });
    if (!written) return written.error();
    seal.hash = hasher.so_far();
    seal.signature = sealing.key.sign(bytes_of(signed_part(seal.hash)));
    const auto closed = closing.close(seal, [&](const store::Choice& choice) -> std::optional<store::Choice> {
      if (!legend.row(choice)) return std::nullopt;
      return found->groups.sealed(choice);
    });
    if (!closed) return closed.error();
    made = seal;
    return true;
  };
  if (const auto done = store.seal(kept.id, close); !done) return done.error();
  return made;
}

}  // namespace

Head head_of(const store::Seal& seal, const survey::Survey& survey, const std::string& source) {
  Head head;
  head.station = seal.station;
  head.key = seal.key;
  head.batch = seal.batch;
  head.set = survey.id;
  head.hash = hex(seal.set);
  head.source = source;
  head.from = seal.from;
  head.to = seal.to;
  head.answers = seal.answers;
  return head;
}

Result<Done, StoreError> write_batch(const Head& head, Legend& legend, const EachChoice& each,
                                     const TakePiece& take) {
  std::string waiting = batch_opening(head);
  bool wanted = true;
  const auto seen = each([&](const store::Choice& choice) {
    const auto row = legend.row(choice);
    if (!row) return true;
    add_line(waiting, *row);
    if (waiting.size() < piece_bytes) return true;
    wanted = take(waiting);
    waiting.clear();
    return wanted;
  });
  if (!seen) return seen.error();
  if (wanted) take(waiting);
  return Done{};
}

Result<Sealed, StoreError> seal(store::Store& store, const store::ReadSet& read_set, const Sealing& sealing) {
  std::vector<store::KeptSet> sets;
  {
    auto snapshot = store.snapshot();
    if (!snapshot) return snapshot.error();
    auto kept = snapshot->sets();
    if (!kept) return kept.error();
    sets = std::move(*kept);
  }
  Sealed sealed;
  for (const store::KeptSet& kept : sets) {
    const auto survey = read_set(kept);
    if (!survey) continue;
    const auto made = seal_set(store, kept, *survey, sealing);
    if (!made) return made.error();
    if (*made) sealed.batches.push_back(**made);
  }
  auto snapshot = store.snapshot();
  if (!snapshot) return snapshot.error();
  const auto stored = snapshot->stored();
  if (!stored) return stored.error();
  const auto damaged = snapshot->damaged();
  if (!damaged) return damaged.error();
  sealed.damaged = damaged->open;
  sealed.left_open = stored->open - damaged->open;
  return sealed;
}

}  // namespace kiosk::batch
