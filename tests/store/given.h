#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "kiosk/base/digest.h"
#include "kiosk/store/store.h"

namespace kiosk::store::given {

/// A set of one themes question ("keep", with three options and own words) and one open question ("role").
inline survey::Survey small_survey(const std::string& source = "id = \"small\"") {
  survey::Survey survey;
  survey.id = "small";
  survey.languages = {"nl", "en"};
  survey.source = source;
  survey::Question keep;
  keep.id = "keep";
  keep.kind = survey::Kind::themes;
  keep.text.by_language = {{"nl", "Wat gaat goed?"}, {"en", "What is good?"}};
  for (const char* id : {"fast", "open", "near"}) {
    keep.options.push_back({id, {{{"nl", std::string{"NL "} + id}, {"en", id}}}});
  }
  keep.own_words = true;
  survey::Question role;
  role.id = "role";
  role.text.by_language = {{"nl", "Welke rol?"}};
  survey.questions = {keep, role};
  return survey;
}

inline survey::Answer chosen(std::uint64_t options, const std::string& words = {}) {
  survey::Answer answer;
  answer.language = "nl";
  answer.options = options;
  answer.words = words;
  return answer;
}

inline survey::Answer dont_know() {
  survey::Answer answer;
  answer.language = "nl";
  answer.dont_know = true;
  return answer;
}

inline survey::Answer wrote(const std::string& words) {
  survey::Answer answer;
  answer.language = "nl";
  answer.question = 1;
  answer.words = words;
  return answer;
}

/// All that a store holds, open and sealed, by random id in hex, in words; and whether its counts say the
/// same.
struct Contents {
  std::map<std::string, std::string> by_id;
  std::uint64_t damaged = 0;
  bool counts_match = false;
};

inline Result<Contents, StoreError> contents(Store& store) {
  auto snapshot = store.snapshot();
  if (!snapshot) return snapshot.error();
  Contents all;
  std::map<std::pair<SetId, std::uint16_t>, Counts> recounted;
  const auto choice_in = [&](const SetId& set) {
    return [&all, &recounted, set](const Choice& choice) {
      const bool knows = choice.outcome == Outcome::chosen;
      all.by_id[hex(choice.id)] = std::to_string(choice.question) + " " +
                                  (knows ? std::to_string(choice.options) : std::string{"dont_know"});
      Counts& counts = recounted[{set, choice.question}];
      counts.marked += choice.given.flags != 0 ? 1U : 0U;
      ++(knows ? counts.choices : counts.dont_know);
      return true;
    };
  };
  const auto take_text = [&](const OwnWords& text) {
    all.by_id[hex(text.id)] = std::to_string(text.question) + " \"" + text.words + "\"";
    ++recounted[{text.set, text.question}].texts;
    recounted[{text.set, text.question}].marked += text.given.flags != 0 ? 1U : 0U;
    return true;
  };
  std::vector<Result<Seen, StoreError>> parts;
  const auto sets = snapshot->sets();
  if (!sets) return sets.error();
  for (const KeptSet& set : *sets) parts.push_back(snapshot->each_choice(set.id, choice_in(set.id)));
  parts.push_back(snapshot->each_text(take_text));
  const auto seals = snapshot->seals();
  if (!seals) return seals.error();
  for (const Seal& seal : *seals) {
    parts.push_back(snapshot->each_sealed_choice(seal.batch, choice_in(seal.set)));
    parts.push_back(snapshot->each_sealed_text(seal.batch, take_text));
  }
  for (const auto& seen : parts) {
    if (!seen) return seen.error();
    all.damaged += seen->damaged;
  }

  const auto counts = snapshot->counts();
  if (!counts) return counts.error();
  all.counts_match = true;
  for (const QuestionCounts& told : *counts) {
    Counts& counted = recounted[{told.set, told.question}];
    counted.skipped = told.counts.skipped;
    all.counts_match = all.counts_match && counted == told.counts;
  }
  all.counts_match = all.counts_match && recounted.size() == counts->size();
  return all;
}

/// What is held, sorted, without the ids.
inline std::vector<std::string> held(Store& store) {
  const auto all = contents(store);
  std::vector<std::string> answers;
  if (!all || !all->counts_match || all->damaged > 0) return {"the store is not sound"};
  for (const auto& [id, answer] : all->by_id) answers.push_back(answer);
  std::sort(answers.begin(), answers.end());
  return answers;
}

}  // namespace kiosk::store::given
