#include "kiosk/base/append_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <utility>

namespace kiosk {

Result<AppendFile, IoError> AppendFile::create(const std::filesystem::path& path) {
  Fd fd{::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600)};
  if (!fd) return IoError{errno, "create", path, {}};
  return AppendFile{std::move(fd), path};
}

Result<Done, IoError> AppendFile::add(std::string_view line) {
  std::string bytes{line};
  bytes += '\n';
  const ssize_t written = ::write(fd_.number(), bytes.data(), bytes.size());
  if (written < 0) return IoError{errno, "write", path_, {}};
  if (static_cast<std::size_t>(written) != bytes.size()) return IoError{ENOSPC, "write", path_, {}};
  return Done{};
}

}  // namespace kiosk
