#include "kiosk/app/port_events.h"

#include "kiosk/base/overloaded.h"

namespace kiosk::app {

namespace {

using stick::Unusable;
using visit::ExportOutcome;
using visit::ExportPhase;
using visit::StickTrouble;

StickTrouble trouble_of(Unusable why) {
  switch (why) {
    case Unusable::other_system:
      return StickTrouble::other_system;
    case Unusable::several_parts:
      return StickTrouble::several_parts;
    case Unusable::several_sticks:
      return StickTrouble::several_sticks;
    case Unusable::read_only:
      return StickTrouble::read_only;
    case Unusable::dirty:
      return StickTrouble::dirty;
    case Unusable::odd_size:
      return StickTrouble::odd_size;
    case Unusable::hostile:
      return StickTrouble::hostile;
    case Unusable::unreadable:
      break;
  }
  return StickTrouble::unreadable;
}

ExportPhase phase_of(stick::Progress::Phase phase) {
  using Phase = stick::Progress::Phase;
  switch (phase) {
    case Phase::planning:
      return ExportPhase::planning;
    case Phase::writing:
      return ExportPhase::writing;
    case Phase::tables:
      return ExportPhase::tables;
    case Phase::syncing:
      return ExportPhase::syncing;
    case Phase::reading_back:
      return ExportPhase::reading_back;
    case Phase::ejecting:
      break;
  }
  return ExportPhase::ejecting;
}

ExportOutcome outcome_of(stick::ExportError::Kind kind) {
  using Kind = stick::ExportError::Kind;
  switch (kind) {
    case Kind::no_port:
    case Kind::no_stick:
      return ExportOutcome::no_stick;
    case Kind::unusable:
      return ExportOutcome::unusable;
    case Kind::not_allowed:
      return ExportOutcome::not_allowed;
    case Kind::read_only:
      return ExportOutcome::read_only;
    case Kind::full:
      return ExportOutcome::full;
    case Kind::refused:
      return ExportOutcome::refused;
    case Kind::pulled_out:
      return ExportOutcome::pulled_out;
    case Kind::differs:
      return ExportOutcome::differs;
    case Kind::stays_open:
      return ExportOutcome::stays_open;
    case Kind::cancelled:
      return ExportOutcome::cancelled;
    case Kind::store:
      return ExportOutcome::store;
    case Kind::cannot_seal:
      return ExportOutcome::cannot_seal;
    case Kind::failed:
      break;
  }
  return ExportOutcome::failed;
}

visit::SetsFound sets_in(const Exporter::FoundSets& found) {
  visit::SetsFound event;
  for (const stick::QuestionFile& file : found.files)
    event.on_stick.push_back({file.name, file.text, file.pictures});
  return event;
}

}  // namespace

visit::Stick stick_in(const stick::InPort& in_port) {
  using Kind = stick::InPort::Kind;
  visit::Stick stick{.there = true, .label = in_port.label, .free_bytes = in_port.free};
  switch (in_port.kind) {
    case Kind::no_port:
      return {.trouble = StickTrouble::no_port};
    case Kind::empty:
      return {};
    case Kind::looking:
      stick.looking = true;
      break;
    case Kind::stick:
      break;
    case Kind::unusable:
      stick.trouble = trouble_of(in_port.why);
      break;
  }
  return stick;
}

visit::StaffEvent staff_event(const Exporter::Event& event) {
  return std::visit(
      Overloaded{
          [](const Exporter::PortChanged& e) -> visit::StaffEvent {
            return visit::StickChanged{stick_in(e)};
          },
          [](const Exporter::Underway& e) -> visit::StaffEvent {
            return visit::ExportMoved{phase_of(e.phase), e.answers, e.of};
          },
          [](const Exporter::TriedOut& e) -> visit::StaffEvent {
            return visit::TrialEnded{visit::Trial::stick,
                                     e.works ? visit::TrialResult::passed : visit::TrialResult::failed};
          },
          [](const Exporter::FoundSets& e) -> visit::StaffEvent { return sets_in(e); },
          [](const Exporter::FoundPackages& e) -> visit::StaffEvent {
            return visit::PackagesFound{e.versions};
          },
          [](const Exporter::TookPackage& e) -> visit::StaffEvent { return visit::PackageTaken{e.taken}; },
          [](const Exporter::Ended& e) -> visit::StaffEvent {
            if (!e) return visit::ExportEnded{.outcome = outcome_of(e.error().kind)};
            return visit::ExportEnded{.outcome = ExportOutcome::safe,
                                      .answers = e->answers,
                                      .left_open = e->open,
                                      .left_out = e->left_out};
          },
      },
      event);
}

}  // namespace kiosk::app
