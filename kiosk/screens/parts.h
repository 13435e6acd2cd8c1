#pragma once

#include <optional>
#include <string>

#include "kiosk/screens/screens.h"

/// What more than one screen is built from.
namespace kiosk::screens {

/// One screen's view of the context: its language chosen.
struct Page {
  const Context& context;
  std::size_t language;

  const survey::Survey& survey() const { return context.survey; }
  const survey::Language& tag() const { return context.survey.languages[language]; }
  const LanguagePack& pack() const { return context.languages[language]; }
  bool portrait() const { return context.portrait; }

  std::string say(survey::Phrase phrase) const { return pack().phrases.in(phrase); }
  /// A phrase with one number, in the form that the language has for it.
  std::string say(survey::Phrase phrase, int n) const;
  /// The organiser's words in this page's language.
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
  ui::Style style = ui::Style::answer;
  double radius_mm = 7.7;
};
ui::Node button(std::string label, visit::Event on_tap, const ButtonLook& look);

/// The row at the foot of a question: buttons side by side, the last one wider where it is the main one.
ui::Node nav_row(const Page& page, std::vector<ui::Node> buttons);

/// Logo and title at the start, `end` at the end.
ui::Node header(const Page& page, ui::Node end);

/// "Question 2 of 6", and whether the answer before it is on disk.
ui::Node progress(const Page& page, const visit::Visit& visit, visit::Note note);

/// The chip that says what kind of question this is.
ui::Node tag_chip(const Page& page, const survey::Question& question);

/// Chip, question and hint; a note takes the place of the hint while it lasts.
ui::Node question_head(const Page& page, const survey::Question& question, const visit::Asking& asking);

/// The row at the very bottom: what a visitor can do on any screen.
enum class Utility : std::uint8_t { language, stop };
ui::Node utility_bar(const Page& page, const std::vector<Utility>& utilities);

/// A whole screen: `body` within the margins, the utility bar under it where there is one.
ui::Node whole(const Page& page, std::vector<ui::Node> body, std::optional<ui::Node> bar);

/// A disc with an icon in it.
ui::Node disc(double diameter_mm, ui::Ink fill, ui::Icon icon, double icon_mm, ui::Ink ink);

}  // namespace kiosk::screens
