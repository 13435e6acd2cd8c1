#include "kiosk/app/station.h"

#include "tests/fuzz/findings.h"

// The station's file: refused in words, or every measure and time is one that the kiosk can work with.

using namespace kiosk;
using fuzz::promise;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const std::string_view text = fuzz::as_text(bytes, size);
  const auto station = app::read_station(text, "kiosk.toml");
  if (!station) {
    fuzz::promise_told(station.error(), text);
    return 0;
  }
  promise(!station->id.empty() && station->id.size() <= 24, "an id fits into a seal");
  promise(station->id.find_first_of("/\\. \"'\n") == std::string::npos,
          "an id can stand in the name of a file");
  promise(station->diagonal_inch >= 10 && station->diagonal_inch <= 100, "a panel has a size");
  promise(station->bottom_mm >= 0 && station->bottom_mm <= 1500, "a panel hangs within reach");
  promise(!station->languages.empty(), "a station speaks");
  promise(station->privacy.least >= 5 && station->privacy.least <= 1000, "nobody stands alone in a batch");
  promise(station->privacy.seal_at >= 0 && station->privacy.seal_at < 24 * 60, "a day has a closing time");
  promise(station->timings.idle > Time{0} && station->timings.slide > Time{0}, "time passes");
  return 0;
}
