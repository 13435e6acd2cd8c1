#pragma once

#include <optional>
#include <string>

#include "kiosk/screens/screens.h"

/// What more than one screen is built from.
namespace kiosk::screens {

/// One screen's view of the context: its language and looks chosen.
struct Page {
  const Context& context;
  const visit::Comfort& comfort;

  const survey::Survey& survey() const { return context.survey; }
  const LanguagePack& pack() const { return context.languages[comfort.language]; }
  const survey::Language& tag() const { return pack().phrases.language(); }
  bool portrait() const { return context.portrait; }

  /// Is everything that can be tapped to be in the lowest part? Lying panels are low enough.
  bool low() const { return comfort.lower && portrait(); }

  /// Are letters large on a lying panel? Then what only helps gives way to them.
  bool crowded() const { return !portrait() && comfort.size != visit::TextSize::normal; }

  /// One of three numbers, by the size of the text.
  double by_size(double normal, double large, double largest) const;

  /// Of words that only help: beside large letters of what is asked and answered they may not take the room.
  ui::Style aside() const {
    return comfort.size == visit::TextSize::normal ? ui::Style::body : ui::Style::caption;
  }

  std::string say(survey::Phrase phrase) const { return pack().phrases.in(phrase); }
  /// A phrase with one number, in the form that the language has for it.
  std::string say(survey::Phrase phrase, long n) const;
  /// A phrase with two numbers.
  std::string say(survey::Phrase phrase, long n, long of) const;
  /// A number by itself.
  std::string say(long n) const;
  /// The same with one digit behind the point.
  std::string say_tenths(double n) const;
  /// The organiser's words in this page's language, or in the set's own where they are missing.
  const std::string& say(const survey::Words& words) const;
};

/// Space round things, in mm, from the pictures of the design.
inline constexpr double margin = 12.2;
inline constexpr double gap = 6.1;

/// The strong and the soft colour of a question's tone.
struct ToneInk {
  ui::Ink strong;
  ui::Ink soft;
};
ToneInk ink_of(survey::Tone tone);

enum class Weight : std::uint8_t { main, plain };

/// A button of the navigation row, or a larger one of the same kind.
struct ButtonLook {
  Weight weight = Weight::plain;
  std::optional<ui::Icon> before{};
  std::optional<ui::Icon> after{};
  ui::Style style = ui::Style::button;
  double radius_mm = 7.7;
};
ui::Node button(std::string label, visit::Event on_tap, const ButtonLook& look);

/// The row at the foot of a question: buttons side by side, the last one wider where it is the main one.
ui::Node nav_row(const Page& page, std::vector<ui::Node> buttons);

/// Logo and title at the start, `end` at the end.
ui::Node header(const Page& page, ui::Node end);

/// The same with other words for a title.
ui::Node titled_header(const Page& page, std::string title, ui::Node end);

/// "Question 2 of 6", and whether the answer before it is on disk.
ui::Node progress(const Page& page, const visit::Visit& visit, bool saved);

/// Logo and title at the start, how far the visit has come at the end; on a lying panel with large letters
/// also the language of the question where it is not the visitor's.
ui::Node question_header(const Page& page, const visit::Visit& visit, bool saved);

/// The language of the question where the visitor's own is missing.
std::optional<ui::Node> language_chip(const Page& page, const survey::Question& question);

/// What kind of question this is, and in which language where that is not the visitor's.
ui::Node chips(const Page& page, const survey::Question& question);

/// Chips and a heading: below each other, or side by side on a lying panel.
std::vector<ui::Node> titled(const Page& page, const survey::Question& question, std::string title);

/// The line that explains what just happened, or did not, while it lasts.
std::optional<ui::Node> note(const Page& page, const survey::Question& question, const visit::Asking& asking);

/// The same as small words, where there is no room for a line of its own.
std::optional<ui::Node> small_note(const Page& page, const survey::Question& question,
                                   const visit::Asking& asking);

/// Chips, question and hint; a note takes the place of the hint while it lasts.
ui::Node question_head(const Page& page, const survey::Question& question, const visit::Asking& asking);

/// A whole screen within the margins: `upper` is for reading, everything that can be tapped is in `lower`.
ui::Node whole(const Page& page, std::vector<ui::Node> upper, std::vector<ui::Node> lower,
               std::optional<ui::Node> bar);

/// The same for a screen of which `lower` fills what room there is: where the page is to be low it keeps to
/// the lowest part, and otherwise to `reach` of the height where that is given.
ui::Node whole_or_low(const Page& page, std::vector<ui::Node> upper, std::vector<ui::Node> lower,
                      ui::Node bar, std::optional<double> reach = {});

/// The screen with its top corner, where the logo stands, for staff: held for 5 s it asks for the PIN. Too
/// long for anyone who is not told to find it.
ui::Node with_staff_corner(ui::Node screen);

/// A disc with an icon in it.
ui::Node disc(double diameter_mm, ui::Ink fill, ui::Icon icon, double icon_mm, ui::Ink ink);

/// A piece of the button or card around it.
ui::Node part_text(std::string words, ui::Style style, ui::Ink ink);

}  // namespace kiosk::screens
