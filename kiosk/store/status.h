#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/store/store.h"

namespace kiosk::store {

/// Reads the text of a kept set; nothing where it cannot be read any more.
using ReadSet = std::function<std::optional<survey::Survey>(const KeptSet&)>;

/// How a store is doing: sums only, never an answer.
struct Status {
  struct Question {
    std::string id;
    Counts counts;
  };
  struct Set {
    std::string id;    ///< as the set calls itself; empty where its text cannot be read
    std::string hash;  ///< of its text, in hex
    std::vector<Question> questions;
  };

  /// What happened to the machine of late; the store itself knows of none.
  struct Incident {
    std::string what;  ///< "touch_gone"
    Day day = 0;
    std::string sentence;  ///< a day stands after it
  };

  std::filesystem::path folder;
  std::vector<Set> sets;
  std::uint64_t answers = 0;  ///< all there are
  std::uint64_t open = 0;     ///< those that no batch has closed over
  std::uint64_t sealed = 0;   ///< those in sealed batches
  std::uint64_t sealed_batches = 0;
  std::vector<Seal> batches;           ///< the seals, in order of their random names
  std::uint64_t damaged = 0;           ///< answers that are not as they were written: kept, and in no export
  std::vector<std::string> set_aside;  ///< names of damaged stores beside this one
  int map_used_percent = 0;
  int disk_used_percent = 0;
  std::uint64_t disk_free_bytes = 0;
  bool takes_answers = true;          ///< false: the store or its disk is so full that visitors are told so
  std::vector<std::string> problems;  ///< sentences: what is wrong, what to do
  std::vector<Incident> incidents;    ///< no reason to call the store unhealthy

  /// From 70 % on, so that there is time to do something about it.
  bool map_fills_up() const;
  /// The same, unless there is more room left than answers ever need.
  bool disk_fills_up() const;

  bool healthy() const { return problems.empty(); }
};

/// Asks a store how it is doing. Counts cost the same for any number of answers; every answer is read to see
/// whether it is as it was written, and nothing of it is told: 0.1 s for a million (packaging/bench).
Result<Status, StoreError> status_of(Store& store, const ReadSet& read_set);

/// `status` as JSON, its names in a fixed order.
std::string as_json(const Status& status);

/// `status` as lines for a person.
std::string as_text(const Status& status);

}  // namespace kiosk::store
