#include "kiosk/store/seal.h"

#include <algorithm>
#include <cassert>

#include "kiosk/store/bytes.h"

namespace kiosk::store {

namespace {

constexpr unsigned char seal_version = 1;
constexpr auto seal_last_part = static_cast<unsigned char>(DayPart::evening);
constexpr std::size_t seal_set_at = 8;
constexpr std::size_t key_at = 40;
constexpr std::size_t hash_at = 72;
constexpr std::size_t signature_at = 104;
constexpr std::size_t station_at = 168;
constexpr std::size_t station_bytes = 24;
constexpr std::size_t seal_tag_at = 192;
constexpr std::size_t seal_tag_bytes = 8;

template <class Target>
void copy_to(Target& target, Bytes bytes, std::size_t at) {
  std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(at), target.size(), target.begin());
}

std::array<unsigned char, 32> key_in(const BatchId& batch, const Id& id) {
  std::array<unsigned char, 32> key{};
  std::copy(batch.begin(), batch.end(), key.begin());
  std::copy(id.begin(), id.end(), key.begin() + sizeof(BatchId));
  return key;
}

}  // namespace

std::vector<unsigned char> encode(const Seal& seal, const TagKey& key) {
  std::vector<unsigned char> bytes(seal_tag_at);
  const std::span room{bytes};
  bytes[0] = seal_version;
  put_number(room, 2, seal.from.day);
  put_number(room, 4, seal.to.day);
  bytes[6] = static_cast<unsigned char>(seal.from.part);
  bytes[7] = static_cast<unsigned char>(seal.to.part);
  std::copy(seal.set.begin(), seal.set.end(), bytes.begin() + seal_set_at);
  put_number(room, 24, seal.answers);
  put_number(room, 32, seal.texts);
  std::copy(seal.key.begin(), seal.key.end(), bytes.begin() + key_at);
  std::copy(seal.hash.begin(), seal.hash.end(), bytes.begin() + hash_at);
  std::copy(seal.signature.begin(), seal.signature.end(), bytes.begin() + signature_at);
  assert(seal.station.size() <= station_bytes);
  std::copy(seal.station.begin(), seal.station.end(), bytes.begin() + station_at);
  const auto tag = tag_of(seal.batch, bytes, key);
  bytes.insert(bytes.end(), tag.begin(), tag.end());
  return bytes;
}

Result<Seal, Damage> decode_seal(const BatchId& batch, Bytes bytes, const TagKey& key) {
  if (bytes.size() != seal_tag_at + seal_tag_bytes) return Damage::size;
  const auto tag = tag_of(batch, bytes.first(seal_tag_at), key);
  if (!std::equal(tag.begin(), tag.end(), bytes.begin() + seal_tag_at)) return Damage::tag;
  if (bytes[0] != seal_version) return Damage::version;
  if (bytes[1] != 0 || bytes[6] > seal_last_part || bytes[7] > seal_last_part) return Damage::content;
  Seal seal;
  seal.batch = batch;
  seal.from = {get_number<Day>(bytes, 2), static_cast<DayPart>(bytes[6])};
  seal.to = {get_number<Day>(bytes, 4), static_cast<DayPart>(bytes[7])};
  seal.answers = get_number<std::uint64_t>(bytes, 24);
  seal.texts = get_number<std::uint64_t>(bytes, 32);
  copy_to(seal.set, bytes, seal_set_at);
  copy_to(seal.key, bytes, key_at);
  copy_to(seal.hash, bytes, hash_at);
  copy_to(seal.signature, bytes, signature_at);
  const Bytes station = bytes.subspan(station_at, station_bytes);
  const auto end = std::find(station.begin(), station.end(), 0);
  if (!std::all_of(end, station.end(), [](unsigned char byte) { return byte == 0; })) return Damage::content;
  seal.station.assign(station.begin(), end);
  return seal;
}

Result<Seen, StoreError> Closing::each_choice(const TakeChoice& take) {
  return store::each_choice(transaction_, tables_.answers, tag_key_, set_, take);
}

Result<Seen, StoreError> Closing::each_text(const TakeText& take) {
  return store::each_text(transaction_, tables_.texts, tag_key_, {},
                          [&](const OwnWords& text) { return text.set != set_ || take(text); });
}

/// Copies all, then removes the whole of the set and puts back what stays: LMDB 0.9.24 is not to be trusted
/// with many single removals from one key (ITS#9376, ITS#9461, ITS#9500).
Result<Done, StoreError> Closing::move_choices(const BatchId& batch, const SealChoice& sealed) {
  std::vector<std::vector<unsigned char>> staying;
  auto cursor = transaction_.cursor(tables_.answers);
  if (!cursor) return cursor.error();
  for (auto row = cursor->first_of(set_);; row = cursor->next_of_same()) {
    if (!row) return row.error();
    if (!*row) break;
    const Bytes value = (*row)->value;
    const auto open = decode(value, tag_key_);
    const auto choice = open ? sealed(*open) : std::nullopt;
    if (!choice) {
      staying.emplace_back(value.begin(), value.end());
      continue;
    }
    const auto moved =
        transaction_.put_new(tables_.sealed_answers, Shape::many, batch, encode(*choice, tag_key_));
    if (!moved) return moved.error();
  }
  if (const auto removed = transaction_.remove(tables_.answers, set_); !removed) return removed.error();
  for (const auto& value : staying) {
    const auto put = transaction_.put_new(tables_.answers, Shape::many, set_, value);
    if (!put) return put.error();
  }
  return Done{};
}

Result<Done, StoreError> Closing::move_texts(const BatchId& batch) {
  std::vector<Id> moving;
  const auto found = each_text([&](const OwnWords& text) {
    moving.push_back(text.id);
    return true;
  });
  if (!found) return found.error();
  for (const Id& id : moving) {
    const auto stored = transaction_.get(tables_.texts, id);
    if (!stored) return stored.error();
    const std::vector<unsigned char> bytes{(*stored)->begin(), (*stored)->end()};  // writing moves pages
    const auto put = transaction_.put_new(tables_.sealed_texts, Shape::single, key_in(batch, id), bytes);
    if (!put) return put.error();
    if (const auto removed = transaction_.remove(tables_.texts, id); !removed) return removed.error();
  }
  return Done{};
}

Result<Done, StoreError> Closing::close(const Seal& seal, const SealChoice& sealed) {
  if (const auto moved = move_choices(seal.batch, sealed); !moved) return moved.error();
  if (const auto moved = move_texts(seal.batch); !moved) return moved.error();
  return transaction_.put(tables_.batches, seal.batch, encode(seal, tag_key_));
}

}  // namespace kiosk::store
