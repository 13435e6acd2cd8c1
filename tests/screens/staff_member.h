#pragma once

#include <algorithm>
#include <string>
#include <utility>

#include "tests/support/visitor.h"

namespace kiosk::given {

/// Somebody of the staff; what the world answers is said by the test.
struct StaffMember : Visitor {
  using Visitor::Visitor;

  void told(visit::StaffEvent event) { happens(visit::Event{std::move(event)}); }

  void call() {
    hold_corner(std::chrono::seconds{5});
    told(visit::PinJudged{.says = visit::PinJudged::Says::may_try, .tries_left = 5});
  }
  void enter(const std::string& pin) {
    for (const char digit : pin) tap(std::string{digit});
    tap("verder");
  }
  void come_in() {
    call();
    enter("280519");
    told(visit::PinJudged{.says = visit::PinJudged::Says::right});
    told(visit::HealthTold{{.answers = {7, 5, 0, 0, 0, 0}, .all = 12, .to_export = 12, .open = 12}});
  }
  void stick_comes() {
    told(visit::StickChanged{{.there = true, .label = "KANTOOR", .free_bytes = 14'000'000'000}});
  }

  template <class Effect>
  int times_asked() const {
    return static_cast<int>(std::count_if(asked().begin(), asked().end(), [](const visit::Effect& effect) {
      const auto* staff = std::get_if<visit::StaffEffect>(&effect);
      return staff != nullptr && std::holds_alternative<Effect>(*staff);
    }));
  }
};

}  // namespace kiosk::given
