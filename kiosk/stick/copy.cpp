#include "kiosk/stick/copy.h"

#include <cassert>

namespace kiosk::stick {

namespace {

constexpr std::size_t piece_bytes = std::size_t{256} << 10U;

}  // namespace

Copy::Copy(const Folder& folder, std::string name, NewFile file)
    : folder_{&folder}, name_{std::move(name)}, file_{std::move(file)} {}

Result<Copy, IoError> Copy::start(const Folder& folder, std::string name) {
  auto file = folder.create(name);
  if (!file) return file.error();
  return Copy{folder, std::move(name), std::move(*file)};
}

Result<Done, IoError> Copy::add(std::string_view text) {
  hasher_.take(text);
  waiting_ += text;
  if (waiting_.size() < piece_bytes) return Done{};
  return flush();
}

Result<Done, IoError> Copy::flush() {
  assert(file_);
  auto written = file_->append(waiting_);
  waiting_.clear();
  return written;
}

Result<Done, IoError> Copy::finish() {
  if (const auto rest = flush(); !rest) return rest.error();
  if (const auto dated = file_->date_to_midnight(); !dated) return dated.error();
  auto finished = file_->finish();
  file_.reset();
  return finished;
}

Result<bool, IoError> Copy::reads_back() const {
  Hasher back;
  const auto read = folder_->read_uncached(name_, [&](std::string_view piece) { back.take(piece); });
  if (!read) return read.error();
  return back.so_far() == hasher_.so_far();
}

}  // namespace kiosk::stick
