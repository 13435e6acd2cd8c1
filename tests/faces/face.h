#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "kiosk/app/every_screen.h"
#include "kiosk/app/session.h"
#include "kiosk/sdl/fonts.h"
#include "kiosk/sdl/library.h"

/// What the tests in this folder look at: every screen of the shipped set, as it is put on a panel.
namespace kiosk::faces {

/// The shipped set with all languages, and the kiosk's own letters. The same on every machine: nothing of it
/// is the system's.
class Kiosk {
 public:
  Kiosk();
  explicit Kiosk(app::Setup (*change)(app::Setup));

  const app::Setup& setup() const { return setup_; }
  sdl::Fonts& fonts() { return *fonts_; }
  std::size_t language(const std::string& tag) const;

  /// Where on the glass a line of text leaves ink: what is seen of it, not the room that it was given.
  ui::Rect ink_of(const ui::PlacedLine& line);
  bool has_all_letters(const std::string& words);

 private:
  sdl::TextLibrary library_;
  std::unique_ptr<sdl::Fonts> fonts_;
  app::Setup setup_;
  std::unordered_map<std::string, ui::Rect> inks_;  // from the top left corner of a line's letters
  std::unordered_map<std::string, bool> whole_;
};

/// One screen as one visitor sees it.
struct Face {
  Kiosk& kiosk;
  ui::Panel panel;
  const visit::Comfort& comfort;
  const app::Example& example;
  ui::Frame frame;
};

/// "themes-behouden, de, XL, 24 inch upright, low": enough to find it in the contact sheet.
std::string place_of(const Face& face);

/// `button "Verder"`; of many words the first.
std::string name_of(const ui::Box& box);

/// Every size of text for these languages.
std::vector<visit::Comfort> comforts(const Kiosk& kiosk, const std::vector<std::string>& languages,
                                     const std::vector<visit::TextSize>& sizes, bool lower = false);

extern const std::vector<std::string> all_languages;
extern const std::vector<visit::TextSize> all_sizes;
extern const std::vector<visit::Contrast> all_looks;

ui::Panel upright(double inch = 24);
ui::Panel lying(double inch = 24);

/// Lays out every screen for every one of these visitors, once, and shows it to `look`.
void each_face(Kiosk& kiosk, const ui::Panel& panel, const std::vector<visit::Comfort>& comforts,
               const std::function<void(const Face&)>& look);

/// Has this screen, laid out in the normal look, to be laid out anew in another one? In most the same names
/// stand for other colours, and that is all (contrast_test.cpp shows it): that saves half of the work.
bool differs_by_more_than_colour(const ui::Frame& frame, visit::Contrast contrast);

/// The same in every look.
void each_look(Kiosk& kiosk, const ui::Panel& panel, const std::vector<visit::Comfort>& comforts,
               const std::function<void(const Face&)>& look);

/// The example of that name.
app::Example example(const Kiosk& kiosk, const visit::Comfort& comfort, const std::string& name);

/// The boxes that a finger or a key can mean one by one: not those as large as the screen.
std::vector<const ui::Box*> targets(const ui::Frame& frame);

/// Is it one of the things that a visitor answers with?
bool is_answer(const ui::Frame& frame, const ui::Box& box);

/// What is wrong, by check: where it was seen first, and on how many screens more.
class Faults {
 public:
  void add(int check, const Face& face, const std::string& what);
  /// One line a fault; empty if check `number` found none.
  std::string of(int number) const;

 private:
  struct Seen {
    std::string where;
    int times = 0;
  };
  std::map<int, std::map<std::string, Seen>> faults_;
};

/// One of the 48 checks of the design, as far as it can be made on a frame.
struct Check {
  int number;
  const char* means;  ///< for a visitor
  void (*look)(const Face& face, Faults& faults);
};

std::vector<Check> target_checks();
std::vector<Check> letter_checks();
std::vector<Check> name_checks();
std::vector<Check> finger_checks();

}  // namespace kiosk::faces
