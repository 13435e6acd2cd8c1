#include "kiosk/stick/copy.h"

namespace kiosk::stick {

namespace {

constexpr std::size_t piece_bytes = std::size_t{256} << 10U;

}  // namespace

Copy::Copy(const Folder& folder, std::string name, const batch::Format& format, NewFile file)
    : folder_{&folder}, name_{std::move(name)}, format_{&format}, file_{std::move(file)} {}

Result<Copy, IoError> Copy::start(const Folder& folder, std::string name, const batch::Format& format,
                                  const batch::Origin& origin) {
  auto file = folder.create(name);
  if (!file) return file.error();
  Copy copy{folder, std::move(name), format, std::move(*file)};
  copy.waiting_ = format.opening(origin);
  return copy;
}

Result<Done, IoError> Copy::add(const batch::Origin& origin, const batch::Row& row) {
  format_->add(waiting_, origin, row);
  ++rows_;
  if (waiting_.size() < piece_bytes) return Done{};
  return flush();
}

Result<Done, IoError> Copy::flush() {
  hasher_.take(waiting_);
  auto written = file_.append(waiting_);
  waiting_.clear();
  return written;
}

Result<Done, IoError> Copy::finish() {
  if (const auto rest = flush(); !rest) return rest.error();
  waiting_ = format_->closing(rows_, hasher_.so_far());
  if (const auto closed = flush(); !closed) return closed.error();
  return file_.finish();
}

Result<bool, IoError> Copy::reads_back() const {
  Hasher back;
  const auto read = folder_->read_uncached(name_, [&](std::string_view piece) { back.take(piece); });
  if (!read) return read.error();
  return back.so_far() == hasher_.so_far();
}

}  // namespace kiosk::stick
