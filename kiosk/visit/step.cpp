#include "kiosk/visit/step.h"

#include <utility>

#include "kiosk/base/overloaded.h"
#include "kiosk/visit/guest.h"
#include "kiosk/visit/passing.h"
#include "kiosk/visit/staff_flow.h"
#include "kiosk/visit/typing.h"
#include "kiosk/visit/weighing.h"

// A table sees one kind of event at a time and one thing that is going on, never all pairs of both: compiling
// those took five times as long. The cases move out of what was going on: exactly one of them is called.

namespace kiosk::visit {

namespace {

/// The question that was on screen when `event` was meant for it.
std::optional<std::size_t> question_meant(const Event& event) {
  return std::visit(
      [](const auto& e) -> std::optional<std::size_t> {
        if constexpr (requires { e.question; }) return e.question;
        return std::nullopt;
      },
      event);
}

/// Of what does not fit on one page.
template <class Shown>
Move show_more(Shown shown) {
  ++shown.page;
  return {std::move(shown)};
}

Move fail(const Scene& scene, const std::string& reason, bool answer_lost) {
  return {OutOfOrder{.reason = reason, .answer_lost = answer_lost, .since = scene.now.time}};
}

Move at(const Scene& scene, Attract was, const Event& event) {
  return match(Overloaded{
                   [&](const Began& e) { return guest::begin(scene, e.question); },
                   [&](const StoreFailed& e) { return fail(scene, e.reason, false); },
                   [&](const StaffEvent& e) -> Move {
                     if (!std::holds_alternative<StaffCalled>(e)) return {was};
                     return staff::call(scene, false, std::nullopt);
                   },
                   [&]() -> Move { return {was}; },
               },
               event);
}

Move at(const Scene& scene, Asking was, const Event& event) {
  const std::optional<std::size_t> meant = question_meant(event);
  if (meant && *meant != question_of(was.visit)) return {std::move(was)};
  if (meant || std::holds_alternative<Touched>(event)) was.touched = scene.now.time;
  return match(Overloaded{
                   [&](const MoreShown&) { return show_more(std::move(was)); },
                   [&](const Toggled& e) { return guest::toggle(scene, std::move(was), e.option); },
                   [&](const Chose& e) { return guest::choose(scene, std::move(was), e.option); },
                   [&](const PointGiven& e) { return give_point(scene, std::move(was), e.option); },
                   [&](const PointTaken& e) { return take_point(scene, std::move(was), e.option); },
                   [&](const DidNotKnow&) { return guest::did_not_know(scene, std::move(was)); },
                   [&](const Skipped&) { return guest::skip(scene, std::move(was)); },
                   [&](const Confirmed&) { return guest::confirm(scene, std::move(was)); },
                   [&](const WentBack&) { return guest::go_back(scene, std::move(was)); },
                   [&](const OpenedWords&) { return guest::open_words(scene, std::move(was)); },
                   [&](const Typed& e) { return type(scene, std::move(was), e.text); },
                   [&](const Erased& e) { return erase(std::move(was), e.bytes); },
                   [&](const Cleared&) { return clear(std::move(was)); },
                   [&](const ClearUndone&) { return undo_clear(std::move(was)); },
                   [&](const AlternativesOffered& e) { return offer(std::move(was), e.alternatives); },
                   [&](const ShiftPressed&) { return press_shift_key(std::move(was)); },
                   [&](const PageTurned& e) { return turn_page(std::move(was), e.page); },
                   [&](const Stopped&) { return guest::stop(scene, std::move(was.visit)); },
                   [&](const StoreFailed& e) { return fail(scene, e.reason, false); },
                   [&]() -> Move { return {std::move(was)}; },
               },
               event);
}

Move at(const Scene& scene, Saving was, const Event& event) {
  return match(
      Overloaded{
          [&](const Saved& e) { return guest::saved(scene, std::move(was), e.receipt); },
          [&](const Withdrawn&) { return guest::withdrawn(scene, std::move(was)); },
          [&](const StoreFailed& e) { return fail(scene, e.reason, !was.withdrawing && !was.carrying); },
          [&]() -> Move { return {std::move(was)}; },
      },
      event);
}

Move at(const Scene& scene, Answered was, const Event& event) {
  const std::optional<std::size_t> meant = question_meant(event);
  if (meant && *meant != question_of(was.visit)) return {std::move(was)};
  return match(Overloaded{
                   [&](const Touched&) -> Move {
                     was.since = scene.now.time;
                     return {std::move(was)};
                   },
                   [&](const MoreShown&) { return show_more(std::move(was)); },
                   [&](const Reasoned& e) { return guest::give_reason(scene, std::move(was), e.reason); },
                   [&](const OpenedWords&) { return guest::explain(scene, std::move(was)); },
                   [&](const WentOn&) { return guest::go_on(scene, std::move(was)); },
                   [&](const WentBack&) { return guest::return_to(scene, std::move(was)); },
                   [&](const Stopped&) { return guest::stop(scene, std::move(was.visit)); },
                   [&](const StoreFailed& e) { return fail(scene, e.reason, false); },
                   [&]() -> Move { return {std::move(was)}; },
               },
               event);
}

Move at(const Scene& scene, Thanks was, const Event& event) {
  return match(Overloaded{
                   [&](const SaidMore&) { return guest::say_more(scene, std::move(was.visit)); },
                   [&](const Finished&) { return guest::leave(scene, was.visit); },
                   [&](const StoreFailed& e) { return fail(scene, e.reason, false); },
                   [&]() -> Move { return {std::move(was)}; },
               },
               event);
}

Move at(const Scene& scene, StillThere was, const Event& event) {
  return match(Overloaded{
                   [&](const Touched&) -> Move {
                     was.since = scene.now.time;
                     was.seconds_left = was.seconds_in_all;
                     return {std::move(was)};
                   },
                   [&](const StayedHere&) -> Move {
                     was.asking.touched = scene.now.time;
                     return {std::move(was.asking)};
                   },
                   [&](const Stopped&) { return guest::stop(scene, std::move(was.asking.visit)); },
                   [&](const StoreFailed& e) { return fail(scene, e.reason, false); },
                   [&]() -> Move { return {std::move(was)}; },
               },
               event);
}

Move at(const Scene& scene, OutOfOrder was, const Event& event) {
  return match(Overloaded{
                   [&](const StoreWorks&) -> Move {
                     if (!was.by_staff) return {Attract{.since = scene.now.time}};
                     was.reason.clear();
                     return {std::move(was)};
                   },
                   [&](const StoreFailed& e) -> Move {
                     was.reason = e.reason;
                     return {std::move(was)};
                   },
                   [&](const StaffEvent& e) -> Move {
                     if (!std::holds_alternative<StaffCalled>(e)) return {std::move(was)};
                     std::optional<std::string> reason;
                     if ((!was.by_staff && !was.untouchable) || !was.reason.empty())
                       reason = std::move(was.reason);
                     return staff::call(scene, was.by_staff, std::move(reason));
                   },
                   [&]() -> Move { return {std::move(was)}; },
               },
               event);
}

Move at(const Scene& scene, Staff was, const Event& event) {
  return match(Overloaded{
                   [&](const StaffEvent& e) { return staff::step(scene, std::move(was), e); },
                   [&](const Touched&) { return staff::touch(scene, std::move(was)); },
                   [&](const StoreFailed& e) -> Move {
                     was.broken = e.reason;
                     return {std::move(was)};
                   },
                   [&](const StoreWorks&) -> Move {
                     was.broken.reset();
                     return {std::move(was)};
                   },
                   [&]() -> Move { return {std::move(was)}; },
               },
               event);
}

Move at(const Scene& scene, Closed was, const Event& event) {
  return match(Overloaded{
                   [&](const StoreFailed& e) { return fail(scene, e.reason, false); },
                   [&](const StaffEvent& e) -> Move {
                     if (!std::holds_alternative<StaffCalled>(e)) return {was};
                     return staff::call(scene, false, std::nullopt);
                   },
                   [&]() -> Move { return {was}; },
               },
               event);
}

}  // namespace

Move step(const Scene& scene, Doing doing, const Event& event) {
  const bool ticked = std::holds_alternative<Ticked>(event);
  return std::visit(
      [&](auto& was) { return ticked ? tick(scene, std::move(was)) : at(scene, std::move(was), event); },
      doing);
}

}  // namespace kiosk::visit
