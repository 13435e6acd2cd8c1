#include "kiosk/app/perform.h"

#include <utility>

#include "kiosk/app/closing.h"
#include "kiosk/base/overloaded.h"

namespace kiosk::app {

namespace {

const visit::Event not_open = visit::StoreFailed{"the store is not open"};

}  // namespace

Performer::Performer(std::filesystem::path folder, const survey::Survey& survey, Station station,
                     std::filesystem::path program, StartExporting start_exporting,
                     std::optional<QuestionSets> sets)
    : opening_{.folder = std::move(folder),
               .options = {.file = store::file_for(survey.stage), .step = station.privacy.least},
               .program = std::move(program)},
      survey_{survey},
      station_{std::move(station)},
      closing_times_{closing_times(station_.timetable, station_.privacy.seal_at)},
      back_office_{opening_.folder, survey_, station_,
                   sets ? std::move(*sets) : QuestionSets{opening_.folder, {}, opening_.program},
                   std::move(start_exporting)} {}

visit::Event Performer::failed(const store::StoreError& error) {
  doubted_ = doubted_ || error.kind == store::StoreError::Kind::corrupt;
  if (in_use_) in_use_->stay(doubted_);
  return visit::StoreFailed{error.text()};
}

visit::Event Performer::open() {
  visit::Event outcome = try_to_open();
  if (doubted_) outcome = try_to_open();  // damage was met: look again, from a distance
  return outcome;
}

visit::Event Performer::try_to_open() {
  std::string warning;
  if (doubted_ && store_) {
    if (const auto closed = store_->close(); !closed) return visit::StoreFailed{closed.error().text()};
    store_.reset();
  }
  if (store_) {
    if (const auto works = store_->check(); !works) return failed(works.error());
  } else if (const auto opened = open_store(warning); !opened) {
    return failed(opened.error());
  }
  const Result<store::SetId, store::StoreError> set = store_->keep_set(survey_);
  if (!set) return failed(set.error());
  set_ = *set;
  if (const auto room = store_->check_room(); !room) return failed(room.error());
  return visit::StoreWorks{published(), std::move(warning)};
}

Result<Done, store::StoreError> Performer::open_store(std::string& warning) {
  const auto& [folder, options, program] = opening_;
  if (!in_use_) {
    doubted_ = InUse::is_marked(folder, options.file);
    // It is there before the store is: a name in a folder that is not there yet is made with it.
    if (const auto made = store::make_store_folder(folder); !made) return made.error();
    in_use_.emplace(folder, options.file);
    back_office_.take_room();
  }
  auto opened = open_for_visitors(opening_, doubted_);
  if (!opened) return opened.error();
  doubted_ = false;
  in_use_->stay(false);
  store_ = std::move(opened->store);
  if (opened->set_aside) {
    warning = "the store was damaged; it is kept as " + opened->set_aside->string() +
              ", and a new one was begun: have somebody look at it";
  }
  return Done{};
}

store::Circumstances Performer::circumstances_of(const visit::Save& effect) {
  const auto rhythm = effect.hurried ? store::Rhythm::hurried : store::Rhythm::calm;
  const auto options = survey_.questions[effect.answer.question].options.size();
  return {when(station_.privacy.time), guard_.flags_of(rhythm, store::place_of(effect.answer, options))};
}

Result<Done, store::StoreError> Performer::save_once(const visit::Save& effect,
                                                     const store::Circumstances& given,
                                                     const survey::Receipt& receipt) {
  return store_->save(set_, effect.answer, given, receipt, effect.replaces);
}

/// Results that cannot be read are no reason to withhold the thanks: then there are none to show.
survey::Published Performer::published() {
  const auto published = store_->published(set_, survey_);
  return published ? *published : survey::Published{};
}

std::optional<visit::Event> Performer::save(const visit::Save& effect) {
  // The ids are drawn once: a save whose outcome is unknown is done again under the same ids and cannot
  // double.
  const survey::Receipt receipt = store::draw_receipt(effect.answer, random_);
  const store::Circumstances given = circumstances_of(effect);
  const Result<Done, store::StoreError> first = save_once(effect, given, receipt);
  if (first) return visit::Saved{effect.answer.question, receipt, published()};
  if (!store_->check()) return failed(first.error());
  const Result<Done, store::StoreError> second = save_once(effect, given, receipt);
  if (!second) return failed(second.error());
  return visit::Saved{effect.answer.question, receipt, published()};
}

std::optional<visit::Event> Performer::look() {
  if (!store_) return std::nullopt;
  if (const auto read = store_->published(set_, survey_); !read) return failed(read.error());
  if (const auto room = store_->check_room(); !room) return failed(room.error());
  return std::nullopt;
}

std::optional<visit::Event> Performer::close_day() {
  if (!store_) return std::nullopt;
  const auto sealed = seal_and_reseal(*store_, station_, false);
  is_read_ = sealed && !sealed->resealed;
  if (sealed || store_->check()) return std::nullopt;
  return failed(sealed.error());
}

std::chrono::system_clock::time_point Performer::closing_time() const {
  constexpr std::chrono::minutes soon{1};
  if (is_read_) return std::chrono::system_clock::now() + soon;
  return next(closing_times_);
}

std::optional<visit::Event> Performer::perform(const visit::Effect& effect) {
  if (std::holds_alternative<visit::CheckStore>(effect)) return open();
  if (const auto* asked = std::get_if<visit::StaffEffect>(&effect)) {
    return back_office_.perform(*asked, store_ ? &*store_ : nullptr);
  }
  if (!store_) return not_open;
  return match(Overloaded{
                   [&](const visit::Save& e) { return save(e); },
                   [&](const visit::Withdraw& e) -> std::optional<visit::Event> {
                     const auto done = store_->withdraw(set_, e.receipt);
                     if (!done) return failed(done.error());
                     return visit::Withdrawn{e.question, published()};
                   },
                   [&](const visit::CountSkips& e) -> std::optional<visit::Event> {
                     const auto done = store_->count_skips(set_, e.questions);
                     if (!done) return failed(done.error());
                     return std::nullopt;
                   },
                   []() -> std::optional<visit::Event> { return std::nullopt; },
               },
               effect);
}

}  // namespace kiosk::app
