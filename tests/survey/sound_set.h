#pragma once

#include <string>

/// A question set without fault, with one question of each kind.
inline const std::string sound_head = R"(id = "lobby"
stage = "live"
languages = ["nl", "en"]
title = { nl = "Lobby", en = "Lobby" }

)";
inline const std::string sound_questions = R"([[question]]
id = "keep"
kind = "themes"
tone = "keep"
tag = { nl = "Houden" }
text = { nl = "Wat is goed?", en = "What is good?" }
pick = 2
own_words = true

[[question.option]]
id = "desk"
nl = "De balie"

[[question.option]]
id = "coffee"
nl = "De koffie"

[[question]]
id = "light"
kind = "dilemma"
tag = { nl = "Dilemma" }
text = { nl = "Licht" }

[[question.option]]
id = "bright"
nl = "Fel"

[[question.option]]
id = "soft"
nl = "Zacht"

[[question]]
id = "more"
kind = "open"
tag = { nl = "Open" }
text = { nl = "Nog iets?" }
longest_text = 100
)";
inline const std::string sound_set = sound_head + sound_questions;
