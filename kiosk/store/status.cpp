#include "kiosk/store/status.h"

#include <fmt/core.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "kiosk/base/clock.h"
#include "kiosk/base/digest.h"
#include "kiosk/base/file.h"
#include "kiosk/store/aside.h"

namespace kiosk::store {

namespace {

constexpr int warn_at_percent = 70;

/// With so much free it is not the store that will fill the disk: a full one, and the copy that resealing
/// makes.
constexpr std::uint64_t more_than_ever_needed = std::uint64_t{3} << 30U;

int percent_used(std::uint64_t free, std::uint64_t all) {
  return all == 0 ? 100 : static_cast<int>(100 - std::min(free, all) * 100 / all);
}

/// Every question of the set, also those nobody came to yet; a set that cannot be read has numbers for names.
Status::Set set_status(const KeptSet& kept, const std::optional<survey::Survey>& survey,
                       const std::vector<QuestionCounts>& counts) {
  Status::Set set{survey ? survey->id : std::string{}, hex(kept.id), {}};
  if (survey) {
    for (const survey::Question& question : survey->questions) set.questions.push_back({question.id, {}});
  }
  for (const QuestionCounts& row : counts) {
    if (row.set != kept.id) continue;
    while (set.questions.size() <= row.question) {
      set.questions.push_back({fmt::format("#{}", set.questions.size() + 1), {}});
    }
    set.questions[row.question].counts = row.counts;
  }
  return set;
}

void find_problems(Status& status, std::uint64_t stored) {
  for (const Status::Set& set : status.sets) {
    if (!set.id.empty()) continue;
    status.problems.push_back(fmt::format(
        "the text of question set {} cannot be read; use the version of the kiosk that it was stored with",
        set.hash));
  }
  if (stored != status.answers) {
    status.problems.push_back(fmt::format(
        "the store holds {} answers, but {} were counted; keep the file and have somebody look at it", stored,
        status.answers));
  }
  if (status.damaged > 0) {
    status.problems.push_back(
        fmt::format("{} of the answers are damaged; they stay in the store and out of every export: keep the "
                    "file and have "
                    "somebody look at it",
                    status.damaged));
  }
  for (const std::string& name : status.set_aside) {
    status.problems.push_back(
        fmt::format("a damaged store was set aside as {}; keep the file and have somebody look at it", name));
  }
}

void find_little_room(Status& status) {
  if (status.map_used_percent >= Store::full_at_percent) {
    status.problems.push_back(
        fmt::format("the store is {} % full and takes no more answers; export them and start a new store",
                    status.map_used_percent));
  } else if (status.map_fills_up()) {
    status.problems.push_back(fmt::format(
        "the store is {} % full and takes no more at {} %; export the answers and start a new store",
        status.map_used_percent, Store::full_at_percent));
  } else if (!status.takes_answers) {
    status.problems.push_back(
        fmt::format("the disk has {} MiB left and the store takes no more answers; make room on the disk",
                    status.disk_free_bytes >> 20U));
  } else if (status.disk_fills_up()) {
    status.problems.push_back(fmt::format("the disk is {} % full and has {} MiB left; make room on it",
                                          status.disk_used_percent, status.disk_free_bytes >> 20U));
  }
}

}  // namespace

bool Status::map_fills_up() const { return map_used_percent >= warn_at_percent; }

bool Status::disk_fills_up() const {
  return disk_used_percent >= warn_at_percent && disk_free_bytes < more_than_ever_needed;
}

Result<Status, StoreError> status_of(Store& store, const ReadSet& read_set) {
  auto snapshot = store.snapshot();
  if (!snapshot) return snapshot.error();
  const auto sets = snapshot->sets();
  if (!sets) return sets.error();
  const auto counts = snapshot->counts();
  if (!counts) return counts.error();
  const auto stored = snapshot->stored();
  if (!stored) return stored.error();
  auto seals = snapshot->seals();
  if (!seals) return seals.error();

  Status status;
  status.folder = store.folder();
  for (const KeptSet& kept : *sets) status.sets.push_back(set_status(kept, read_set(kept), *counts));
  for (const QuestionCounts& row : *counts) status.answers += row.counts.answers();
  status.open = stored->open;
  status.sealed = stored->sealed;
  status.batches = std::move(*seals);
  status.sealed_batches = status.batches.size();
  const auto damaged = snapshot->damaged();
  if (!damaged) return damaged.error();
  status.damaged = damaged->open + damaged->sealed;
  if (const auto standings = snapshot->check_standings(); !standings) {
    if (standings.error().kind != StoreError::Kind::corrupt) return standings.error();
    status.problems.emplace_back(
        "what visitors see of each other's answers is damaged; keep the file and have somebody look at it");
  }
  status.set_aside = aside_in(store.folder());
  status.map_used_percent = store.used_percent();
  const auto free = free_space(store.folder());
  const auto all = disk_size(store.folder());
  if (!free || !all)
    return StoreError{StoreError::Kind::io, free ? all.error().code : free.error().code,
                      "find the free space", store.folder()};
  status.disk_free_bytes = *free;
  status.disk_used_percent = percent_used(*free, *all);
  status.takes_answers = static_cast<bool>(store.check_room());
  find_problems(status, stored->open + stored->sealed);
  find_little_room(status);
  return status;
}

std::string as_json(const Status& status) {
  using Json = nlohmann::ordered_json;
  Json sets = Json::array();
  for (const Status::Set& set : status.sets) {
    Json questions = Json::array();
    for (const auto& [id, counts] : set.questions) {
      questions.push_back({{"id", id},
                           {"answers", counts.answers()},
                           {"choices", counts.choices},
                           {"dont_know", counts.dont_know},
                           {"texts", counts.texts},
                           {"skipped", counts.skipped},
                           {"marked", counts.marked}});
    }
    sets.push_back({{"set", set.id}, {"hash", set.hash}, {"questions", questions}});
  }
  Json batches = Json::array();
  for (const Seal& seal : status.batches) {
    Json batch = {{"batch", hex(seal.batch)},
                  {"hash", hex(seal.set)},
                  {"answers", seal.answers},
                  {"texts", seal.texts}};
    if (seal.from.day != 0) batch.update({{"from", iso_date(seal.from.day)}, {"to", iso_date(seal.to.day)}});
    batch["key"] = hex(seal.key);
    batches.push_back(std::move(batch));
  }
  Json incidents = Json::array();
  for (const auto& [what, day, sentence] : status.incidents)
    incidents.push_back({{"what", what}, {"day", iso_date(day)}});
  const Json all = {{"store", status.folder.string()},
                    {"sets", sets},
                    {"answers", status.answers},
                    {"open", status.open},
                    {"sealed", status.sealed},
                    {"sealed_batches", status.sealed_batches},
                    {"batches", batches},
                    {"damaged", status.damaged},
                    {"set_aside", status.set_aside},
                    {"map_used_percent", status.map_used_percent},
                    {"disk_used_percent", status.disk_used_percent},
                    {"disk_free_bytes", status.disk_free_bytes},
                    {"takes_answers", status.takes_answers},
                    {"healthy", status.healthy()},
                    {"problems", status.problems},
                    {"incidents", incidents}};
  // A folder's name may be any bytes: those that are no UTF-8 are replaced, where dump() would throw.
  return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string as_text(const Status& status) {
  std::string text = fmt::format("store      {}\nanswers    {} ({} open, {} sealed batches)\n",
                                 status.folder.string(), status.answers, status.open, status.sealed_batches);
  text += fmt::format("room       {} % of the store used, {} MiB free on the disk\n", status.map_used_percent,
                      status.disk_free_bytes >> 20U);
  for (const Status::Set& set : status.sets) {
    text += fmt::format("\nset        {} {}\n", set.id.empty() ? "?" : set.id, set.hash);
    text += fmt::format("  {:<24} {:>9} {:>9} {:>9} {:>9} {:>9} {:>9}\n", "question", "answers", "choices",
                        "dont_know", "texts", "skipped", "marked");
    for (const auto& [id, counts] : set.questions) {
      text += fmt::format("  {:<24} {:>9} {:>9} {:>9} {:>9} {:>9} {:>9}\n", id, counts.answers(),
                          counts.choices, counts.dont_know, counts.texts, counts.skipped, counts.marked);
    }
  }
  text += status.healthy() ? "\nhealthy\n" : "\n";
  for (const std::string& problem : status.problems) text += fmt::format("problem: {}\n", problem);
  for (const auto& [what, day, sentence] : status.incidents)
    text += fmt::format("incident: {} {}\n", sentence, iso_date(day));
  return text;
}

}  // namespace kiosk::store
