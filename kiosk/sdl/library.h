#pragma once

#include <utility>

#include "kiosk/sdl/handles.h"

namespace kiosk::sdl {

/// SDL_ttf, started; stopped when it goes. One at a time, outliving every Font.
class TextLibrary {
 public:
  static Result<TextLibrary, SdlError> start();
  TextLibrary(TextLibrary&& other) noexcept : owns_{std::exchange(other.owns_, false)} {}
  TextLibrary& operator=(TextLibrary&&) = delete;
  TextLibrary(const TextLibrary&) = delete;
  TextLibrary& operator=(const TextLibrary&) = delete;
  ~TextLibrary();

 private:
  TextLibrary() = default;
  bool owns_ = true;
};

/// SDL with a screen and its events, started; stopped when it goes. One at a time, outliving every window.
class VideoLibrary {
 public:
  /// Fails where there is no display.
  static Result<VideoLibrary, SdlError> start();
  VideoLibrary(VideoLibrary&& other) noexcept : owns_{std::exchange(other.owns_, false)} {}
  VideoLibrary& operator=(VideoLibrary&&) = delete;
  VideoLibrary(const VideoLibrary&) = delete;
  VideoLibrary& operator=(const VideoLibrary&) = delete;
  ~VideoLibrary();

 private:
  VideoLibrary() = default;
  bool owns_ = true;
};

}  // namespace kiosk::sdl
