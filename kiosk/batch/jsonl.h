#pragma once

#include "kiosk/batch/format.h"

namespace kiosk::batch {

/// Answers for a program: one JSON object a line, words exactly as they were written.
///
///     {"format":"kiosk-feedback","version":1,"station":"UTR-01","sets":[{"set":"omgevingswet","hash":"…"}]}
///     {"question":"d1","kind":"choice","chosen":["a"],"dont_know":false,"shown":["b","a"],
///      "language":"nl","day":"2026-11-23","hash":"…"}
///     {"question":"d1","kind":"words","words":"…","language":"nl","day":"2026-11-23","hash":"…"}
///     {"end":true,"count":2,"hash":"<of all lines before>"}
///
/// An answer's kind is "choice", "dont_know" or "words"; its hash is that of the set it was given under.
extern const Format jsonl;

}  // namespace kiosk::batch
