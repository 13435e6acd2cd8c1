#include "kiosk/app/exported.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>

#include "kiosk/base/digest.h"
#include "kiosk/base/signature.h"

namespace kiosk::app {

namespace {

constexpr std::string_view begins = "kiosk-exported 1 ";
constexpr std::size_t most_exported_bytes = std::size_t{16} << 20U;  // half a million batches

/// The first line of what is left, without its line break; takes it off.
std::string_view next_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

}  // namespace

ExportedBatches::ExportedBatches(std::filesystem::path file) : file_{std::move(file)} {
  const auto text = read_file(file_, most_exported_bytes);
  if (!text) return;
  std::string_view rest = *text;
  const std::string_view first = next_line(rest);
  if (!first.starts_with(begins)) return;
  Day day = 0;
  const std::string_view number = first.substr(begins.size());
  const auto read = std::from_chars(number.data(), number.data() + number.size(), day);
  if (read.ec == std::errc{}) last_ = day;
  while (!rest.empty()) {
    if (const auto batch = from_hex<sizeof(store::BatchId)>(next_line(rest))) batches_.insert(*batch);
  }
}

Result<Done, IoError> ExportedBatches::add(const std::vector<store::BatchId>& batches, Day day) {
  batches_.insert(batches.begin(), batches.end());
  last_ = day;
  std::string text = std::string{begins} + std::to_string(day) + "\n";
  for (const store::BatchId& batch : batches_) text += hex(batch) + "\n";
  return write_atomically(file_, text);
}

}  // namespace kiosk::app
