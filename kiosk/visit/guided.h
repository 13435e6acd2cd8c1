#pragma once

#include "kiosk/visit/scene.h"

/// The hour of a work form: who leads it steers it from the staff's screen, the clock does the rest.
namespace kiosk::visit {

/// The question that the room is at; nothing at the outcome.
std::optional<std::size_t> question_at(const survey::Survey& survey, const Guided& guided);

/// The questions of which the outcome can be told, in their order.
std::vector<std::size_t> outcomes(const survey::Survey& survey, const survey::Published& published);

/// What a visitor is asked who comes to the screen now: the question of the moment, after the group.
std::vector<std::size_t> guided_path(const survey::Survey& survey, std::size_t question);

/// What the facilitator did. Only of a set that is a work form.
void steer(const Rules& rules, State& state, Steering steering, Time now);

/// What time did: the clock on screen, and the next question where nobody is answering this one.
void run_clock(const Rules& rules, State& state, Time now);

/// Shows the next page of an outcome that does not fit on one.
void turn_outcome(State& state);

/// When the clock says something else.
Time clock_due(const Guided& guided);

}  // namespace kiosk::visit
