#pragma once

#include <array>
#include <catch2/catch.hpp>
#include <string>

#include "kiosk/survey/keyboard.h"
#include "kiosk/survey/phrases.h"
#include "tests/survey/fault.h"

/// The languages that the kiosk is delivered with.
inline constexpr std::array<const char*, 7> delivered_languages{"nl", "en", "de", "fr", "tr", "uk", "ar"};

/// The kiosk's own words in one of them.
inline kiosk::survey::Phrases delivered_phrases(const std::string& language) {
  const std::string file = std::string{KIOSK_SOURCE_DIR} + "/config/languages/" + language + ".toml";
  const auto phrases = kiosk::survey::read_phrases(text_of(file), file);
  INFO((phrases ? std::string{} : kiosk::describe(phrases.error())));
  REQUIRE(static_cast<bool>(phrases));
  CHECK(phrases->language() == language);
  return *phrases;
}

/// Its keys.
inline kiosk::survey::Keyboard delivered_keyboard(const std::string& language) {
  const std::string file = std::string{KIOSK_SOURCE_DIR} + "/config/keyboards/" + language + ".toml";
  const auto keyboard = kiosk::survey::read_keyboard(text_of(file), file);
  INFO((keyboard ? std::string{} : kiosk::describe(keyboard.error())));
  REQUIRE(static_cast<bool>(keyboard));
  CHECK(keyboard->language == language);
  return *keyboard;
}
