#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/base/time.h"
#include "kiosk/survey/survey.h"
#include "kiosk/visit/comfort.h"
#include "kiosk/visit/hours.h"
#include "kiosk/visit/staff_events.h"

/// One visit is a state machine without a clock, dice or disk: update.h turns a State and an Event into the
/// next State and the Effects that the world is asked for. Read this file first.
namespace kiosk::visit {

// ---- What a visitor is doing ----

/// What the visitor has put in for one question, confirmed or not.
struct Draft {
  std::uint64_t options = 0;  ///< bit i: option i is chosen, or has points
  bool dont_know = false;
  survey::Reason reason = survey::Reason::none;  ///< with dont_know
  std::string words{};
  survey::Points points{};  ///< of a weigh

  bool empty() const { return options == 0 && !dont_know && words.empty(); }
  friend bool operator==(const Draft&, const Draft&) = default;
};

/// An answer that is on disk: what to name when it is replaced, and what it says.
struct Held {
  survey::Receipt receipt;
  Draft confirmed;
  std::uint8_t segment = 0;  ///< which group it carries; see survey::Answer
};

/// One question in this visit.
struct Turn {
  std::optional<survey::Order> order;  ///< drawn when the question first comes on screen, then kept
  Draft draft;
  std::optional<Held> held;
  bool skipped = false;
};

/// One visitor, from the first tap to the return to the attract cycle. All of it is forgotten then.
struct Visit {
  std::vector<std::size_t> path{};  ///< the questions of this visit, in their order, from the one it began at
  std::size_t position = 0;         ///< in the path: the question on screen
  std::size_t began = 0;            ///< the question that was tapped in the attract cycle
  std::vector<Turn> turns{};        ///< by question of the set
};

/// The question on screen.
std::size_t question_of(const Visit& visit);

/// Has this visitor an answer on disk, so that thanks are due?
bool has_answered(const Visit& visit);

/// What the keyboard on screen is showing.
struct Typing {
  enum class Shift {
    automatic,  ///< a capital at the start of a sentence
    small,      ///< the next letter is small, though a sentence starts
    once,       ///< the next letter is a capital
    locked,     ///< all letters are capitals
  };
  Shift shift = Shift::automatic;
  std::string page = "letters";
  std::optional<std::string> cleared;     ///< what "clear all" took away, until something is typed
  std::vector<std::string> alternatives;  ///< what a key that is held down offers instead of its letter
};

/// A line that explains what just happened, or did not.
enum class Note { none, saved, too_many, choose_first, text_full, divide_first, all_divided };

// ---- State ----

/// Nobody is there. The questions and infos go round, one at a time.
struct Attract {
  std::size_t slide = 0;  ///< position in Survey::questions
  Time since{};
  Time comfort_since{};  ///< when someone last changed the language or looks, and then perhaps walked on
};

/// A question is on screen.
struct Asking {
  Visit visit{};
  bool writing = false;  ///< the keyboard is open
  Typing typing{};
  Note note = Note::none;
  Time note_since{};
  std::optional<Time> chosen_at{};  ///< a side of a dilemma was tapped and may still be changed
  std::size_t page = 0;             ///< how often "more" was tapped, where not all options fit at once
  Time touched{};                   ///< the last sign of life
  Time since{};                     ///< when the question came on screen
  bool hurried = false;             ///< what is chosen was tapped sooner than anyone can read it
};

/// An answer is on its way to the disk, or off it.
struct Saving {
  Asking asking{};
  Time since{};
  bool slow = false;                      ///< it takes long enough to say so
  bool withdrawing = false;               ///< everything was deselected: an answer comes off the disk
  std::optional<std::size_t> carrying{};  ///< not the question on screen: an answer that gets another group
  bool new_choice = false;  ///< not only words or a reason beside a choice that was on disk already
};

/// The choice is on disk. What others chose, or why the visitor does not know; and room to explain.
struct Answered {
  Visit visit{};
  Time since{};
  std::size_t page = 0;  ///< how often "more" was tapped, where not all results fit at once
};

/// The answers are on disk and the visitor is told so.
struct Thanks {
  Visit visit{};
  Time since{};
  int seconds_left = 0;
};

/// Nobody touched the screen for a while: the words are hidden and a countdown runs.
struct StillThere {
  Asking asking{};
  Time since{};
  int seconds_left = 0;
  int seconds_in_all = 0;  ///< of the countdown, as the station has set it
};

/// Answers cannot be kept now, so none are asked for.
struct OutOfOrder {
  std::string reason{};      ///< for staff and the log; never an answer
  bool answer_lost = false;  ///< the visitor in front of the screen confirmed one that was not saved
  bool by_staff = false;     ///< staff took the station out of use, and bring it back
  bool untouchable = false;  ///< the touch panel is gone
  Time since{};
};

/// See Event.
class Doing
    : public std::variant<Attract, Asking, Saving, Answered, Thanks, StillThere, OutOfOrder, Staff, Closed> {
 public:
  using variant::variant;
  Doing();
  Doing(const Doing&);
  Doing(Doing&&) noexcept;
  Doing& operator=(const Doing&);
  Doing& operator=(Doing&&) noexcept;
  ~Doing();
};

/// A facilitator leads a work form: one question after the other, each for some minutes, then the outcome.
struct Guided {
  std::size_t phase = 0;    ///< position in survey::phases_of(); behind the last: the outcome
  Time ends{};              ///< when the time of the phase is over, or the outcome on screen makes place
  int seconds_left = 0;     ///< until then
  std::size_t outcome = 0;  ///< of how many-th question with an outcome that is on screen
  std::size_t page = 0;     ///< how often "more" was tapped there
};

struct State {
  Doing doing{};
  Comfort comfort{};
  bool choosing_language = false;  ///< the list of languages is on screen, over what was there
  survey::Published published{};   ///< what may be shown of the answers so far
  Stick stick{};                   ///< what is in the port
  Exporting exporting{};           ///< goes on whatever is on screen
  std::optional<Guided> guided{};  ///< goes on too
  Hours hours{};                   ///< of the station
  bool dark = false;               ///< the glass gives no light until somebody touches it
  std::optional<Time> stirred{};   ///< the last sign of life, if there was one
  bool touch_gone = false;         ///< the touch panel that was there is gone
};

// ---- Events ----
// An event of a question names it, so that a tap meant for one question can never answer another.

struct Ticked {};   ///< time passed
struct Touched {};  ///< a finger came down, wherever
struct Began {
  std::size_t question;
};
struct LanguagesOpened {};
struct LanguagesClosed {};
struct LanguageChosen {
  std::size_t language;
};
struct SizeChosen {
  TextSize size;
};
struct ContrastChosen {
  Contrast contrast;
};
struct LowerChosen {
  bool lower;
};
struct UsedKeys {};  ///< a key or a switch was pressed, whichever
struct MoreShown {
  std::size_t question;
};
struct Toggled {
  std::size_t question;
  std::size_t option;
};
struct Chose {
  std::size_t question;
  std::size_t option;
};
struct PointGiven {
  std::size_t question;
  std::size_t option;
};
struct PointTaken {
  std::size_t question;
  std::size_t option;
};
struct DidNotKnow {
  std::size_t question;
};
struct Reasoned {
  std::size_t question;
  survey::Reason reason;
};
struct Skipped {
  std::size_t question;
};
struct WentOn {
  std::size_t question;
};
struct Confirmed {
  std::size_t question;
};
struct WentBack {
  std::size_t question;
};
struct OpenedWords {
  std::size_t question;
};
struct Typed {
  std::size_t question;
  std::string text;
};
struct Erased {
  std::size_t question;
  std::size_t bytes;  ///< the length of the last character as a person counts it; the screen knows
};
struct Cleared {
  std::size_t question;
};
struct ClearUndone {
  std::size_t question;
};
struct AlternativesOffered {
  std::size_t question;
  std::vector<std::string> alternatives;
};
struct ShiftPressed {};
struct PageTurned {
  std::string page;
};
struct Stopped {};
struct StayedHere {};
struct SaidMore {};
struct Finished {};
struct Saved {
  std::size_t question;
  survey::Receipt receipt;
  survey::Published published{};
};
struct Withdrawn {
  std::size_t question;
  survey::Published published{};
};
struct StoreWorks {
  survey::Published published{};
  std::string warning{};  ///< for staff and the log: what had to be done for it; may be empty
};
struct StoreFailed {
  std::string reason;
};
/// The touch panel that was there is gone, or is there again.
struct TouchTold {
  bool gone;
};

/// One of these. A class of its own, so that the copies, moves and end of so large a variant are compiled
/// once (variants.cpp) and not for every box that carries one: that was half of the time of a build.
class Event
    : public std::variant<Ticked, Touched, UsedKeys, Began, LanguagesOpened, LanguagesClosed, LanguageChosen,
                          SizeChosen, ContrastChosen, LowerChosen, MoreShown, Toggled, Chose, PointGiven,
                          PointTaken, DidNotKnow, Reasoned, Skipped, WentOn, Confirmed, WentBack, OpenedWords,
                          Typed, Erased, Cleared, ClearUndone, AlternativesOffered, ShiftPressed, PageTurned,
                          Stopped, StayedHere, SaidMore, Finished, Saved, Withdrawn, StoreWorks, StoreFailed,
                          StaffEvent, HoursTold, TouchTold> {
 public:
  using variant::variant;
  Event();
  Event(const Event&);
  Event(Event&&) noexcept;
  Event& operator=(const Event&);
  Event& operator=(Event&&) noexcept;
  ~Event();
};

// ---- Effects ----

/// Put this answer on disk, in place of an earlier one of this visit. Comes back as Saved or StoreFailed.
struct Save {
  survey::Answer answer;
  std::optional<survey::Receipt> replaces;
  bool hurried = false;  ///< all that leaves the visit of how fast it was tapped
};

/// Take an answer off the disk: its visitor deselected everything. Comes back as Withdrawn or StoreFailed.
struct Withdraw {
  std::size_t question;
  survey::Receipt receipt;
};

/// Count that a visitor left these questions unanswered with "skip". Nothing waits for it.
struct CountSkips {
  std::vector<std::uint16_t> questions;
};

/// See whether the store works again. Comes back as StoreWorks or StoreFailed.
struct CheckStore {};

/// See Event.
class Effect : public std::variant<Save, Withdraw, CountSkips, CheckStore, StaffEffect> {
 public:
  using variant::variant;
  Effect();
  Effect(const Effect&);
  Effect(Effect&&) noexcept;
  Effect& operator=(const Effect&);
  Effect& operator=(Effect&&) noexcept;
  ~Effect();
};

}  // namespace kiosk::visit
