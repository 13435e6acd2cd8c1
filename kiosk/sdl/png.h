#pragma once

#include <string_view>

#include "kiosk/sdl/handles.h"
#include "kiosk/ui/geometry.h"

namespace kiosk::sdl {

/// The largest picture that is read, in px a side: it has to be in memory whole.
inline constexpr int largest_png_side = 4096;

/// How large the picture in a PNG file is, by the first bytes of it alone. Fails, and says why, where they
/// are not those of a PNG, or of one larger than what is read.
Result<ui::Size, SdlError> png_size(std::string_view bytes);

/// A PNG file as a picture of 32 bits a pixel, with what shows through. Fails, and says why, where the bytes
/// are no PNG, are damaged, or are of a larger picture.
Result<Picture, SdlError> read_png(std::string_view bytes);

/// The picture in another size: each new pixel is the mean of those that it stands for, so that thin lines of
/// a large logo stay. Null if memory is short. Costs a look at every pixel.
Picture scaled(const SDL_Surface& picture, ui::Size size);

/// A picture of read_png() or scaled() with round corners. Null stays null.
Picture rounded(Picture picture, int radius);

}  // namespace kiosk::sdl
