#pragma once

#include <optional>

#include "kiosk/screens/parts.h"

/// The screens that staff see: data in, a tree of nodes out. In Dutch or English, always in the normal size
/// and colours.
namespace kiosk::screens {

/// What the staff's screens are made from.
struct Counter {
  const Page& page;
  const visit::State& state;
  const visit::Staff& staff;

  const survey::StaffPhrases& phrases() const { return page.context.staff[staff.english ? 1 : 0]; }
  bool portrait() const { return page.portrait(); }

  std::string say(survey::StaffPhrase phrase) const { return phrases().in(phrase); }
  /// A phrase with one number, in the form that the language has for it.
  std::string say(survey::StaffPhrase phrase, std::uint64_t n) const;
  /// A phrase with two numbers.
  std::string say(survey::StaffPhrase phrase, std::uint64_t n, std::uint64_t of) const;
  /// A number by itself.
  std::string say(std::uint64_t n) const;
  /// A date as people write it.
  std::string date(Day day) const;
};

/// The screen for what staff are doing.
ui::Node staff_screen(const Counter& counter);

/// What makes it another screen than the one before.
std::string staff_screen_key(const visit::Staff& staff);

// ---- One for each page ----

ui::Node pin_pad(const Counter& counter, const visit::PinPage& pin);
ui::Node no_pin(const Counter& counter);
ui::Node staff_home(const Counter& counter);
ui::Node export_progress(const Counter& counter);
ui::Node review_texts(const Counter& counter, const visit::TextsPage& texts);
ui::Node try_out(const Counter& counter, const visit::TrialsPage& tried);
ui::Node touch_squares(const Counter& counter, const visit::TrialsPage& tried);
ui::Node wiping(const Counter& counter, const visit::CleaningPage& cleaning);
ui::Node power(const Counter& counter);
ui::Node question_sets(const Counter& counter, const visit::SetsPage& sets);
/// The hour of a work form, to be led.
ui::Node lead_the_hour(const Counter& counter);
/// A newer program for the kiosk, from a stick.
ui::Node upgrade(const Counter& counter, const visit::UpgradePage& upgrade);
ui::Node look_at_set(const Counter& counter, const visit::LookPage& look);

// ---- What more than one of them is built from ----

/// Mark and title at the start, `end` at the end.
ui::Node staff_header(const Counter& counter, ui::Node end);

/// The language that is not spoken now, to change to.
ui::Node language_button(const Counter& counter);

/// The seconds until the screen locks itself.
ui::Node locks_in(const Counter& counter);

/// What staff must not overlook, as many lines of it as `most`; nothing where all is well.
std::optional<ui::Node> staff_alert(const Counter& counter, const visit::Health& health, std::size_t most);

/// Of how many things it tells.
std::size_t alerts(const Counter& counter, const visit::Health& health);

/// A heading.
ui::Node staff_title(std::string words);

/// A line of lesser weight.
ui::Node staff_line(std::string words);

/// A bar of which `part` (0 to 1) is filled.
ui::Node bar(double part, ui::Ink ink, double height_mm);

/// A button of the usual height.
ui::Node staff_button(const Counter& counter, std::string label, visit::Event on_tap,
                      Weight weight = Weight::plain);

/// Nodes of one width, `columns` in a row.
std::vector<ui::Node> rows_of(std::vector<ui::Node> nodes, std::size_t columns, double apart_mm);

/// Buttons, two in a row, and more on a lying screen.
ui::Node staff_buttons(const Counter& counter, std::vector<ui::Node> buttons, std::size_t columns_lying = 3);

}  // namespace kiosk::screens
