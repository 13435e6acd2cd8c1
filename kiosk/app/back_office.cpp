#include "kiosk/app/back_office.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "kiosk/app/closing.h"
#include "kiosk/app/incidents.h"
#include "kiosk/app/upgrades.h"
#include "kiosk/app/writings.h"
#include "kiosk/base/clock.h"
#include "kiosk/base/overloaded.h"

namespace kiosk::app {

namespace {

using visit::Complaint;
using visit::Trial;
using visit::TrialResult;

constexpr std::size_t writings_at_once = 200;  // staff tire sooner; the next come when they look again

store::SetId set_of(const survey::Survey& survey) { return short_digest(survey.source); }

store::TextState state_of(visit::Decision decision) {
  switch (decision) {
    case visit::Decision::show:
      return store::TextState::shown;
    case visit::Decision::hide:
      return store::TextState::hidden;
    case visit::Decision::erase:
      break;
  }
  return store::TextState::erased;
}

store::TextReason reason_of(visit::Grounds grounds) {
  switch (grounds) {
    case visit::Grounds::none:
      return store::TextReason::none;
    case visit::Grounds::personal:
      return store::TextReason::personal;
    case visit::Grounds::abuse:
      return store::TextReason::abuse;
    case visit::Grounds::nonsense:
      return store::TextReason::nonsense;
    case visit::Grounds::request:
      return store::TextReason::request;
    case visit::Grounds::other:
      break;
  }
  return store::TextReason::other;
}

std::vector<Complaint> complaints_of(const store::Status& status) {
  std::vector<Complaint> complaints;
  const auto say_if = [&](bool so, Complaint complaint) {
    if (so) complaints.push_back(complaint);
  };
  const bool map_full = status.map_used_percent >= store::Store::full_at_percent;
  say_if(map_full, Complaint::store_full);
  say_if(!map_full && !status.takes_answers, Complaint::disk_full);
  say_if(status.damaged > 0, Complaint::damaged_answers);
  say_if(!status.set_aside.empty(), Complaint::store_set_aside);
  say_if(!map_full && status.map_fills_up(), Complaint::store_filling);
  say_if(status.takes_answers && status.disk_fills_up(), Complaint::disk_filling);
  return complaints;
}

/// The answers to each question of the set that is in use.
std::vector<std::uint64_t> by_question(const store::Status& status, const survey::Survey& survey) {
  std::vector<std::uint64_t> answers(survey.questions.size());
  const std::string hash = hex(set_of(survey));
  for (const store::Status::Set& set : status.sets) {
    if (set.hash != hash) continue;
    const std::size_t count = std::min(answers.size(), set.questions.size());
    for (std::size_t i = 0; i < count; ++i) answers[i] = set.questions[i].counts.answers();
  }
  return answers;
}

}  // namespace

BackOffice::BackOffice(std::filesystem::path folder, const survey::Survey& survey, Station station,
                       QuestionSets sets, StartExporting start_exporting)
    : folder_{std::move(folder)},
      survey_{survey},
      station_{std::move(station)},
      start_exporting_{std::move(start_exporting)},
      sets_{std::move(sets)},
      pin_{folder_ / "pin.tries", station_.pin},
      exported_{folder_ / "exported"} {}

bool BackOffice::is_closed() const {
  std::error_code unknown;  // then visitors are let in: it is no more than a wish of staff
  return std::filesystem::exists(folder_ / "out-of-service", unknown);
}

/// Where the wish cannot be kept on disk it holds until the next start.
void BackOffice::keep_service(bool out_of_order) const {
  const std::filesystem::path mark = folder_ / "out-of-service";
  (void)(out_of_order ? write_atomically(mark, "") : remove_name(mark));
}

visit::Health BackOffice::health(store::Store* store) {
  visit::Health health;
  health.complaints = {Complaint::not_readable};
  health.incidents = incidents_now(folder_, today(), exported_.last());
  if (store == nullptr) return health;
  const auto status = store::status_of(*store, read_kept);
  auto snapshot = store->snapshot();
  if (!status || !snapshot) return health;
  const auto unread = count_unread(*snapshot);
  if (!unread) return health;
  health.answers = by_question(*status, survey_);
  health.all = status->answers;
  health.open = status->open;
  health.to_export = status->open;
  for (const store::Seal& seal : status->batches) {
    if (!exported_.holds(seal.batch)) health.to_export += seal.answers + seal.texts;
  }
  health.unread_texts = *unread;
  health.exported_on = exported_.last();
  health.store_percent =
      std::max(status->map_used_percent, status->disk_fills_up() ? status->disk_used_percent : 0);
  health.free_bytes = status->disk_free_bytes;
  health.complaints = complaints_of(*status);
  return health;
}

std::optional<visit::Event> BackOffice::begin_export(store::Store* store) {
  const auto ended = [](visit::ExportOutcome outcome) {
    return visit::StaffEvent{visit::ExportEnded{.outcome = outcome}};
  };
  if (store == nullptr) return ended(visit::ExportOutcome::store);
  // Where nothing can be sealed, what was sealed before can still be taken away.
  const auto closed = seal_and_reseal(*store, station_, false);
  auto key = station_key(folder_);
  auto snapshot = store->snapshot();
  if (!key || !snapshot) return ended(visit::ExportOutcome::store);
  const auto seals = snapshot->seals();
  if (!seals) return ended(visit::ExportOutcome::store);
  if (seals->empty()) {
    return visit::StaffEvent{visit::ExportEnded{
        .outcome = closed ? visit::ExportOutcome::nothing_yet : visit::ExportOutcome::store,
        .left_open = closed ? closed->sealed.left_open : 0}};
  }
  under_way_.clear();
  for (const store::Seal& seal : *seals) under_way_.push_back(seal.batch);
  const bool started =
      start_exporting_ && start_exporting_({std::move(*snapshot),
                                            std::move(*key),
                                            read_kept,
                                            {.scratch = folder_, .recipients = station_.recipients}});
  if (!started) return ended(visit::ExportOutcome::failed);
  return std::nullopt;
}

visit::Event BackOffice::decide(const visit::Decide& effect, store::Store* store) {
  if (store == nullptr) return visit::StoreFailed{"the store is not open"};
  const auto decided = store->decide(effect.id, state_of(effect.decision), reason_of(effect.grounds));
  if (!decided) return visit::StoreFailed{decided.error().text()};
  return visit::StaffEvent{visit::DecisionKept{}};
}

TrialResult BackOffice::try_out(Trial trial, store::Store* store) const {
  const auto result = [](bool passed) { return passed ? TrialResult::passed : TrialResult::failed; };
  switch (trial) {
    case Trial::storage:
      return result(store != nullptr && store->check());
    case Trial::room:
      return result(store != nullptr && store->check_room());
    case Trial::clock: {
      return result(!clock_is_behind(today(), exported_.last()));
    }
    case Trial::touch:
    case Trial::letters:
    case Trial::stick:
      break;
  }
  return TrialResult::left_out;
}

/// Where the store cannot be asked under what people answered, the set in use is all that is known of that.
visit::SetsTold BackOffice::sets(const visit::AskSets& effect, store::Store* store) const {
  std::vector<survey::Survey> used{survey_};
  auto snapshot =
      store == nullptr ? Result<store::Snapshot, store::StoreError>{store::StoreError{}} : store->snapshot();
  auto kept = snapshot ? snapshot->sets() : snapshot.error();
  if (kept) {
    for (const store::KeptSet& one : *kept) {
      if (auto set = read_kept(one)) used.push_back(std::move(*set));
    }
  }
  return {sets_.offered(effect.on_stick, survey_, used)};
}

std::optional<visit::Event> BackOffice::perform(const visit::StaffEffect& effect, store::Store* store) {
  using Outcome = std::optional<visit::Event>;
  const auto told = [](visit::StaffEvent event) { return Outcome{std::move(event)}; };
  return match(
      Overloaded{
          [&](const visit::AskForPin&) { return told(pin_.ask()); },
          [&](const visit::TryPin& e) { return told(pin_.judge(e.digits)); },
          [&](const visit::AskHealth&) { return told(visit::HealthTold{health(store)}); },
          [&](const visit::StartExport&) { return begin_export(store); },
          [&](const visit::NoteExported&) -> Outcome {
            // Where it cannot be kept, staff see them as not exported: they export again, and lose nothing.
            (void)exported_.add(std::exchange(under_way_, {}), today());
            return std::nullopt;
          },
          [&](const visit::AskWritings&) -> Outcome {
            auto snapshot = store == nullptr ? Result<store::Snapshot, store::StoreError>{store::StoreError{}}
                                             : store->snapshot();
            if (!snapshot) return told(visit::WritingsTold{});
            auto writings = unread_writings(*snapshot, set_of(survey_), writings_at_once);
            return told(visit::WritingsTold{writings ? std::move(*writings) : std::vector<visit::Writing>{}});
          },
          [&](const visit::Decide& e) { return Outcome{decide(e, store)}; },
          [&](const visit::WipeErased&) -> Outcome {
            if (store != nullptr) (void)store->reseal();  // else at closing time, as every day
            return std::nullopt;
          },
          [&](const visit::TryOut& e) {
            return told(visit::TrialEnded{e.trial, try_out(e.trial, store)});
          },
          [&](const visit::KeepService& e) -> Outcome {
            keep_service(e.out_of_order);
            return std::nullopt;
          },
          [&](const visit::AskSets& e) { return told(sets(e, store)); },
          [&](const visit::TrySet& e) { return told(visit::SetTried{sets_.faults_of(*e.set)}); },
          [&](const visit::KeepSet& e) {
            return told(visit::SetKept{static_cast<bool>(sets_.keep(e.offered))});
          },
          [&](const visit::AskUpgrade&) { return told(visit::UpgradeTold{last_upgrade(told_by_installer)}); },
          []() -> Outcome { return std::nullopt; },  // for others than the store
      },
      effect);
}

}  // namespace kiosk::app
