#include "kiosk/app/opening.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

#include "kiosk/base/file.h"
#include "kiosk/store/aside.h"
#include "kiosk/store/examine.h"

namespace kiosk::app {

namespace {

constexpr int says_sound = 0;
constexpr int says_damaged = 3;
constexpr int says_unknown = 4;
constexpr unsigned longest_look = 600;  // s; a million answers take 0.8

/// By which of these a process ends is the work of what it read. SIGKILL is not: memory may have run out.
constexpr std::array ends_on_damage{SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGALRM};

std::filesystem::path mark_of(const std::filesystem::path& folder, const std::string& store) {
  return (folder / store).replace_extension(".in-use");
}

/// A store that this program closed is never empty: without a mark, somebody or something cut it off.
bool was_cut_to_nothing(const std::filesystem::path& file, bool doubted) {
  std::error_code unknown;
  return !doubted && std::filesystem::is_regular_file(file, unknown) &&
         std::filesystem::file_size(file, unknown) == 0 && !unknown;
}

/// Spawned, not forked. Where it cannot be found out the store is taken for sound, and opening it tells.
bool is_damaged(const Opening& opening) {
  std::array<std::string, 6> words{opening.program.string(), "examine", "--store",
                                   opening.folder.string(),  "--file",  opening.options.file};
  std::array<char*, 7> pointers{};
  for (std::size_t i = 0; i < words.size(); ++i) pointers[i] = words[i].data();
  pid_t process = 0;
  if (::posix_spawn(&process, words[0].c_str(), nullptr, nullptr, pointers.data(), environ) != 0)
    return false;
  int how = 0;
  while (::waitpid(process, &how, 0) < 0 && errno == EINTR) continue;
  if (WIFEXITED(how)) return WEXITSTATUS(how) == says_damaged;
  for (const int signal : ends_on_damage) {
    if (WIFSIGNALED(how) && WTERMSIG(how) == signal) return true;
  }
  return false;
}

}  // namespace

InUse::InUse(const std::filesystem::path& folder, const std::string& store) : mark_{mark_of(folder, store)} {
  // Where it cannot be made, on a full disk, the next start trusts the store sooner; that is all.
  const Fd made{::open(mark_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600)};
}

InUse::~InUse() {
  if (!mark_.empty() && !stays_) static_cast<void>(remove_name(mark_));
}

bool InUse::is_marked(const std::filesystem::path& folder, const std::string& store) {
  std::error_code unknown;
  return std::filesystem::exists(mark_of(folder, store), unknown);
}

Result<Opened, store::StoreError> open_for_visitors(const Opening& opening, bool doubted) {
  const auto& [folder, options, program] = opening;
  std::optional<std::filesystem::path> aside;
  if (was_cut_to_nothing(folder / options.file, doubted) || (doubted && is_damaged(opening))) {
    auto moved = store::set_aside(folder, options.file);
    if (!moved) return moved.error();
    aside = std::move(*moved);
  }
  auto opened = store::Store::open(folder, options);
  if (!opened && opened.error().kind == store::StoreError::Kind::corrupt) {
    auto moved = store::set_aside(folder, options.file);
    if (!moved) return moved.error();
    aside = std::move(*moved);
    opened = store::Store::open(folder, options);
  }
  if (!opened) return opened.error();
  return Opened{std::move(*opened), std::move(aside)};
}

int examine(const std::filesystem::path& folder, const std::string& store) {
  ::prctl(PR_SET_DUMPABLE, 0);  // a crash must not write answers to a core file
  for (const int signal : ends_on_damage) std::signal(signal, SIG_DFL);
  ::alarm(longest_look);
  const auto sound = store::examine(folder, {.file = store});
  if (sound) return says_sound;
  return sound.error().kind == store::StoreError::Kind::corrupt ? says_damaged : says_unknown;
}

std::filesystem::path this_program() {
  std::error_code unknown;
  return std::filesystem::read_symlink("/proc/self/exe", unknown);
}

}  // namespace kiosk::app
