#pragma once

#include <optional>

#include "kiosk/screens/parts.h"

/// What a question looks like that nobody is answering yet.
namespace kiosk::screens {

/// What the slide says: a question with a promise under it, or an info.
ui::Node slide_words(const Page& page, const survey::Question& slide);

/// The picture of an info, where it has one. It gives way to words: it is smaller, or not there.
std::optional<ui::Node> slide_picture(const Page& page, const survey::Question& slide);

/// The large button that begins a visit at `question`.
ui::Node start_button(const Page& page, const survey::Question& slide, std::size_t question);

}  // namespace kiosk::screens
