#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <memory_resource>
#include <string>
#include <unordered_map>
#include <vector>

#include "kiosk/ui/layout.h"
#include "kiosk/ui/room.h"

/// For layout.cpp and placing.cpp.
namespace kiosk::ui {

using StyleFlags = std::array<bool, static_cast<std::size_t>(Style::count)>;
using StyleScales = std::array<double, static_cast<std::size_t>(Style::count)>;

/// How much room nodes need, with each style of text at a given scale; and which styles turned out too large.
class Ruler {
 public:
  /// All outlive the ruler.
  Ruler(const Screen& screen, const Panel& panel, Typesetter& typesetter, const StyleScales& scales)
      : screen_{screen}, panel_{panel}, typesetter_{typesetter}, scales_{scales} {
    measured_.reserve(usual_sizes);
  }

  int px(double mm) const;
  Face face(const Text& words) const;
  int line_height(const Text& words) const;
  int side(const Picture& picture) const;
  /// How large a picture is shown where there is `room` for it; nothing where that is too small.
  Size size_of_image(const ImagePlace& place, const Size& room) const;
  const text::Paragraph& lines(const Text& words, int width);
  Typesetter& typesetter() { return typesetter_; }

  /// In px, where it may be `width` px wide. The node stays where it is for as long as the ruler. With
  /// `tight` heights that can give way are at their least.
  enum class Height : bool { ample, tight };
  Size measure(const Node& node, int width, Height height = Height::ample);

  /// What each child of a row gets of `room` px, and of a column that is `width` px wide.
  std::vector<int> widths_of(const Stack& stack, int room);
  std::vector<int> heights_of(const Stack& stack, int width, int room);

  /// Notes that a text had no room, at the size that it has now.
  void refuse(const Text& words, const Rect& area);

  /// Notes that what is called `label` sticks out of what holds it.
  void refuse(const std::string& label, const Rect& area) { note(label, area); }

  const StyleFlags& too_large() const { return too_large_; }
  /// What had no room; where nothing else is known, the longest text of where it is crowded.
  const std::vector<Misfit>& misfits() const { return misfits_.empty() ? crowded_ : misfits_; }

 private:
  /// Every node asks its children, and is asked by each node around it: without a memory for what was
  /// measured the work would double with each level of the tree.
  struct Measured {
    const Node* node;
    int width;
    Height height;

    friend bool operator==(const Measured&, const Measured&) = default;
  };
  struct Spread {
    std::size_t operator()(const Measured& key) const {
      const auto numbers = static_cast<std::size_t>(key.width) * 2 + static_cast<std::size_t>(key.height);
      return std::hash<const Node*>{}(key.node) ^ (numbers * std::size_t{0x9E3779B97F4A7C15U});
    }
  };

  static constexpr std::size_t usual_sizes = 512;  // of a screen with twelve things to choose from
  static constexpr std::size_t usual_bytes = 64 * usual_sizes;

  double cap_mm(Style style) const;
  Size measure_anew(const Node& node, int width, Height height);
  int height_of(const Extent& extent, int holds, Height height) const;
  Size measure_text(const Text& words, int width);
  Size measure_stack(const Stack& stack, int width, Height height);
  Wish wish_of(const Extent& extent, int needs, int least) const;
  void refuse(const Stack& crowded);
  void note(std::string words, const Rect& area);

  const Screen& screen_;
  const Panel& panel_;
  Typesetter& typesetter_;
  const StyleScales& scales_;
  // A screen is measured some ten times until it fits: to ask for memory for every size took a tenth of that.
  std::pmr::monotonic_buffer_resource memory_{usual_bytes};
  std::pmr::unordered_map<Measured, Size, Spread> measured_{&memory_};
  StyleFlags too_large_{};
  std::vector<Misfit> misfits_;
  std::vector<Misfit> crowded_;
};

}  // namespace kiosk::ui
