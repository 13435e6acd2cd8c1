#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "kiosk/ui/focus.h"
#include "kiosk/ui/transcript.h"
#include "tests/faces/face.h"

// Checks 20 to 22, 26, 37 and 39: what does a visitor hear who does not see the screen?

namespace kiosk::faces {

using ui::Box;
using ui::Role;

namespace {

/// Do both mean the same? Of two keys with one letter, as on a page and over a held key, both type it.
bool same(const visit::Event& a, const visit::Event& b) {
  if (a.index() != b.index()) return false;
  const auto* typed = std::get_if<visit::Typed>(&a);
  return typed == nullptr || typed->text == std::get<visit::Typed>(b).text;
}

void have_names(const Face& face, Faults& faults) {
  std::map<std::string, const Box*> named;  // by name and by what they are, which is said as well
  for (const Box* box : targets(face.frame)) {
    const std::string name = ui::plain(box->label);
    if (name.empty()) faults.add(20, face, fmt::format("a {} has no name", ui::name_of(box->role)));
    const auto [other, first] = named.emplace(ui::name_of(box->role) + name, box);
    if (!first && !(box->role == Role::key && same(*box->on_tap, *other->second->on_tap))) {
      faults.add(20, face, fmt::format("two are called \"{}\"", name));
    }
    const bool can_be_tapped = box->role == Role::button || box->role == Role::checkbox ||
                               box->role == Role::radio || box->role == Role::key;
    if (!can_be_tapped) faults.add(20, face, fmt::format("\"{}\" is a {}", name, ui::name_of(box->role)));
  }
}

/// A picture that says something has a name; all others stand in something that has one, or decorate.
void pictures_have_names(const Face& face, Faults& faults) {
  for (const Box& box : face.frame.boxes) {
    const bool says = box.role != Role::group && box.role != Role::part;
    if ((box.icon || box.role == Role::image) && says && box.label.empty()) {
      faults.add(21, face, fmt::format("a {} has no name", ui::name_of(box.role)));
    }
    if (says && ui::plain(box.label).empty() && box.role != Role::textbox) {
      faults.add(21, face, fmt::format("a {} says nothing", ui::name_of(box.role)));
    }
  }
}

const Box* focused(const ui::Frame& frame) {
  const auto found =
      std::find_if(frame.boxes.begin(), frame.boxes.end(), [](const Box& box) { return box.focused; });
  return found == frame.boxes.end() ? nullptr : &*found;
}

/// "next" as often as there are targets, and once more; at each of them "choose" does what a tap does.
void keys_go_round(const Face& face, Faults& faults) {
  ui::Frame frame = face.frame;
  const auto all = targets(frame);
  ui::Focus focus;
  focus.shown(frame);
  std::set<const Box*> visited;
  const Box* first = nullptr;
  for (std::size_t i = 0; i < all.size(); ++i) {
    focus.press(frame, ui::KeyAction::next);
    focus.mark(frame);
    const Box* box = focused(frame);
    if (box == nullptr) return faults.add(22, face, "the focus is nowhere");
    if (i == 0) first = box;
    visited.insert(box);
    const auto chosen = focus.press(frame, ui::KeyAction::choose);
    if (!chosen || !same(*chosen, *box->on_tap)) {
      faults.add(22, face, fmt::format("choosing \"{}\" does something else than tapping it", box->label));
    }
  }
  if (visited.size() != all.size()) {
    faults.add(22, face, fmt::format("{} of {} targets are visited", visited.size(), all.size()));
  }
  focus.press(frame, ui::KeyAction::next);
  focus.mark(frame);
  if (focused(frame) != first) faults.add(22, face, "the focus does not come round");
}

void speaks_the_language(const Face& face, Faults& faults) {
  if (face.frame.language != face.kiosk.setup().languages[face.comfort.language].phrases.language()) {
    faults.add(26, face, "the screen says that it is in " + face.frame.language);
  }
}

void not_knowing_is_last(const Face& face, Faults& faults) {
  const std::string& words =
      face.kiosk.setup().languages[face.comfort.language].phrases.in(survey::Phrase::dont_know);
  bool passed = false;
  for (const Box* box : targets(face.frame)) {
    if (passed && is_answer(face.frame, *box))
      faults.add(37, face, "an answer stands after \"" + words + '"');
    passed = passed || ui::plain(box->label) == words;
  }
}

void results_come_after(const Face& face, Faults& faults) {
  // At the outcome of an hour the room has answered.
  if (face.frame.screen == "results" || face.frame.screen == "outcome") return;
  for (const Box& box : face.frame.boxes) {
    if (box.role == Role::key || box.role == Role::part) continue;
    if (box.label.find('%') != std::string::npos || box.label.find("٪") != std::string::npos) {
      faults.add(39, face, fmt::format("before answering a visitor reads \"{}\"", box.label));
    }
  }
}

}  // namespace

std::vector<Check> name_checks() {
  return {
      {20, "all that can be tapped says what it is and does, and no two say the same", have_names},
      {21, "no picture keeps something from a visitor who does not see it", pictures_have_names},
      {22, "one key goes round through everything, and choosing does what tapping does", keys_go_round},
      {26, "a screen is read in the language that it is written in", speaks_the_language},
      {37, "not knowing is no answer among others: it stands after them", not_knowing_is_last},
      {39, "nobody sees what others chose before choosing", results_come_after},
  };
}

}  // namespace kiosk::faces
