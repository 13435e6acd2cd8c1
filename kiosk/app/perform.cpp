#include "kiosk/app/perform.h"

#include <utility>

#include "kiosk/app/closing.h"
#include "kiosk/base/overloaded.h"

namespace kiosk::app {

namespace {

visit::Event failed(const store::StoreError& error) { return visit::StoreFailed{error.text()}; }

const visit::Event not_open = visit::StoreFailed{"the store is not open"};

}  // namespace

Performer::Performer(std::filesystem::path folder, const survey::Survey& survey, Station station)
    : folder_{std::move(folder)}, survey_{survey}, station_{std::move(station)} {}

visit::Event Performer::open() {
  if (!store_) {
    Result<store::Store, store::StoreError> opened =
        store::Store::open(folder_, {.file = store::file_for(survey_.stage), .step = station_.privacy.least});
    if (!opened) return failed(opened.error());
    store_ = std::move(*opened);
  } else if (const auto works = store_->check(); !works) {
    return failed(works.error());
  }
  const Result<store::SetId, store::StoreError> set = store_->keep_set(survey_);
  if (!set) return failed(set.error());
  set_ = *set;
  return visit::StoreWorks{published()};
}

Result<Done, store::StoreError> Performer::save_once(const visit::Save& effect,
                                                     const survey::Receipt& receipt) {
  return store_->save(set_, effect.answer, {when(station_.privacy.time), 0}, receipt, effect.replaces);
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
  const Result<Done, store::StoreError> first = save_once(effect, receipt);
  if (first) return visit::Saved{effect.answer.question, receipt, published()};
  if (!store_->check()) return failed(first.error());
  const Result<Done, store::StoreError> second = save_once(effect, receipt);
  if (!second) return failed(second.error());
  return visit::Saved{effect.answer.question, receipt, published()};
}

std::optional<visit::Event> Performer::close_day() {
  if (!store_) return std::nullopt;
  const auto sealed = seal_and_reseal(*store_, station_, false);
  if (sealed || store_->check()) return std::nullopt;
  return failed(sealed.error());
}

std::optional<visit::Event> Performer::perform(const visit::Effect& effect) {
  if (std::holds_alternative<visit::CheckStore>(effect)) return open();
  if (!store_) return not_open;
  return std::visit(Overloaded{
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
                        [](const visit::CheckStore&) -> std::optional<visit::Event> { return std::nullopt; },
                    },
                    effect);
}

}  // namespace kiosk::app
