#include "kiosk/ui/icon.h"

#include <cmath>
#include <numbers>

namespace kiosk::ui {

namespace {

/// Part of an ellipse round `centre`; angles in degrees, 0 to the right, growing clockwise as the screen
/// does.
Stroke arc(IconPoint centre, double rx, double ry, double from, double to) {
  constexpr int steps = 24;
  Stroke stroke;
  for (int i = 0; i <= steps; ++i) {
    const double angle = (from + (to - from) * i / steps) * std::numbers::pi / 180;
    stroke.push_back({centre.x + rx * std::cos(angle), centre.y + ry * std::sin(angle)});
  }
  return stroke;
}

Stroke circle(IconPoint centre, double r) { return arc(centre, r, r, 0, 360); }

Stroke joined(std::initializer_list<Stroke> parts) {
  Stroke whole;
  for (const Stroke& part : parts) whole.insert(whole.end(), part.begin(), part.end());
  return whole;
}

std::vector<Stroke> finger() {
  // A pointing hand, one line round: up the index finger, over its tip, along the knuckles, round the wrist.
  return {joined({{{8.2, 14.6}, {8.2, 4.9}},
                  arc({9.9, 4.9}, 1.7, 1.7, 180, 360),
                  {{11.6, 4.9}, {11.6, 10.4}, {16.9, 11.3}},
                  arc({16.8, 13.3}, 2.0, 2.0, -85, 0),
                  {{18.8, 13.3}, {18.2, 18.4}, {16.6, 21.6}, {9.6, 21.6}, {5.2, 16.4}},
                  arc({6.3, 15.2}, 1.6, 1.6, 140, 270),
                  {{6.3, 13.6}, {8.2, 14.6}}})};
}

std::vector<Stroke> scales() {
  return {{{12, 4}, {12, 20}},
          {{8, 20}, {16, 20}},
          {{5, 7}, {12, 5.4}, {19, 7}},
          joined({{{5, 7}, {2.2, 13.4}}, arc({5, 13.4}, 2.8, 2.6, 180, 0), {{7.8, 13.4}, {5, 7}}}),
          joined({{{19, 7}, {16.2, 13.4}}, arc({19, 13.4}, 2.8, 2.6, 180, 0), {{21.8, 13.4}, {19, 7}}})};
}

std::vector<Stroke> speech() {
  return {joined({arc({6.5, 7}, 3, 3, 180, 270),
                  arc({17.5, 7}, 3, 3, 270, 360),
                  arc({17.5, 13}, 3, 3, 0, 90),
                  {{12, 16}, {7.5, 20.4}, {7.5, 16}},
                  arc({6.5, 13}, 3, 3, 90, 180),
                  {{3.5, 7}}})};
}

/// Standing up: the plug with its two contacts, and the body below it.
std::vector<Stroke> usb_stick() {
  return {{{8.4, 9}, {8.4, 2.6}, {15.6, 2.6}, {15.6, 9}},
          {{10.9, 5.4}, {10.9, 6}},
          {{13.1, 5.4}, {13.1, 6}},
          joined({{{6, 9}, {18, 9}, {18, 19}},
                  arc({15.6, 19}, 2.4, 2.4, 0, 90),
                  arc({8.4, 19}, 2.4, 2.4, 90, 180),
                  {{6, 9}}})};
}

/// A disc of which one half is filled: by arcs so near each other that none shows, straight as their pieces
/// are.
std::vector<Stroke> half_disc() {
  std::vector<Stroke> strokes{circle({12, 12}, 9)};
  for (const double radius : {8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0, 0.4}) {
    strokes.push_back(joined({arc({12, 12}, radius, radius, -90, 90), {{12, 12 - radius}}}));
  }
  return strokes;
}

/// In quarters, each as fine as another icon's circle: it is shown large.
std::vector<Stroke> clock() {
  std::vector<Stroke> strokes{{{12, 6.6}, {12, 12}, {15.8, 14.2}}};
  for (const double from : {0.0, 90.0, 180.0, 270.0}) strokes.push_back(arc({12, 12}, 9, 9, from, from + 90));
  return strokes;
}

const Stroke shift_outline{{12, 3.6},  {4, 12},    {8.4, 12}, {8.4, 18},
                           {15.6, 18}, {15.6, 12}, {20, 12},  {12, 3.6}};

}  // namespace

Icon mirrored(Icon icon) {
  if (icon == Icon::arrow_left) return Icon::arrow_right;
  if (icon == Icon::arrow_right) return Icon::arrow_left;
  return icon;
}

std::vector<Stroke> strokes_of(Icon icon) {
  switch (icon) {
    case Icon::arrow_left:
      return {{{20, 12}, {4.5, 12}}, {{11, 5.5}, {4.5, 12}, {11, 18.5}}};
    case Icon::arrow_right:
      return {{{4, 12}, {19.5, 12}}, {{13, 5.5}, {19.5, 12}, {13, 18.5}}};
    case Icon::arrow_up:
      return {{{12, 20}, {12, 4.5}}, {{5.5, 11}, {12, 4.5}, {18.5, 11}}};
    case Icon::plus:
      return {{{12, 4.5}, {12, 19.5}}, {{4.5, 12}, {19.5, 12}}};
    case Icon::minus:
      return {{{4.5, 12}, {19.5, 12}}};
    case Icon::check:
      return {{{4.5, 12.8}, {9.8, 18}, {19.8, 7}}};
    case Icon::cross:
      return {{{5.5, 5.5}, {18.5, 18.5}}, {{18.5, 5.5}, {5.5, 18.5}}};
    case Icon::pencil:
      return {{{4, 20}, {5.2, 15.4}, {16.2, 4.4}, {19.6, 7.8}, {8.6, 18.8}, {4, 20}},
              {{13.6, 7}, {17, 10.4}}};
    case Icon::globe:
      return {circle({12, 12}, 9), arc({12, 12}, 4, 9, 0, 360), {{3, 12}, {21, 12}}};
    case Icon::finger:
      return finger();
    case Icon::scales:
      return scales();
    case Icon::speech:
      return speech();
    case Icon::shift:
      return {shift_outline};
    case Icon::shift_locked:
      return {shift_outline, {{8.4, 21.4}, {15.6, 21.4}}};
    case Icon::backspace:
      return {{{8.4, 5.5}, {20.5, 5.5}, {20.5, 18.5}, {8.4, 18.5}, {3, 12}, {8.4, 5.5}},
              {{11, 9.4}, {16.2, 14.6}},
              {{16.2, 9.4}, {11, 14.6}}};
    case Icon::pause:
      return {{{8.5, 5}, {8.5, 19}}, {{15.5, 5}, {15.5, 19}}};
    case Icon::contrast:
      return half_disc();
    case Icon::lower:
      return {{{12, 3.5}, {12, 15.5}}, {{6.5, 10.5}, {12, 16}, {17.5, 10.5}}, {{5, 20.5}, {19, 20.5}}};
    case Icon::stick:
      return usb_stick();
    case Icon::info:
      return {{{12, 4.6}, {12, 5.2}}, {{9.6, 10.6}, {12, 10.6}, {12, 19.4}}, {{8.8, 19.4}, {15.2, 19.4}}};
    case Icon::clock:
      return clock();
  }
  return {};
}

}  // namespace kiosk::ui
