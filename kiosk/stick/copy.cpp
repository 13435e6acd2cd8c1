#include "kiosk/stick/copy.h"

namespace kiosk::stick {

namespace {

constexpr std::size_t piece_bytes = std::size_t{256} << 10U;

}  // namespace

Result<Copy, IoError> Copy::start(const Folder& folder, const std::string& name) {
  auto file = folder.create(name);
  if (!file) return file.error();
  return Copy{std::move(*file)};
}

Result<Done, IoError> Copy::add(std::string_view text) {
  hasher_.take(text);
  bytes_ += text.size();
  waiting_ += text;
  if (waiting_.size() < piece_bytes) return Done{};
  return flush();
}

Result<Done, IoError> Copy::flush() {
  auto written = file_.append(waiting_);
  waiting_.clear();
  return written;
}

Result<Content, IoError> Copy::finish() {
  if (const auto rest = flush(); !rest) return rest.error();
  if (const auto dated = file_.date_to_midnight(); !dated) return dated.error();
  if (const auto finished = file_.finish(); !finished) return finished.error();
  return Content{hasher_.so_far(), bytes_};
}

Result<Content, IoError> content_of(const Folder& folder, const std::string& name, std::uint64_t most,
                                    const ReadOn& on) {
  Hasher back;
  Content content;
  const auto read = folder.read_uncached_while(name, [&](std::string_view piece) {
    back.take(piece);
    content.bytes += piece.size();
    return content.bytes <= most && on(piece.size());
  });
  if (!read) return read.error();
  content.digest = back.so_far();
  return content;
}

}  // namespace kiosk::stick
