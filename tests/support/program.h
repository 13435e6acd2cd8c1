#pragma once

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <fstream>
#include <iterator>
#include <regex>
#include <stdexcept>
#include <string>
#include <vector>

#include "kiosk/base/file.h"
#include "tests/support/temp_folder.h"

/// Other programs, started and watched. Spawned, never forked: a fork would carry an open store along.
namespace kiosk::tests {

/// What posix_spawn does in the new process before the program starts.
class SpawnActions {
 public:
  SpawnActions() { ::posix_spawn_file_actions_init(&actions_); }
  SpawnActions(const SpawnActions&) = delete;
  SpawnActions& operator=(const SpawnActions&) = delete;
  ~SpawnActions() { ::posix_spawn_file_actions_destroy(&actions_); }
  posix_spawn_file_actions_t* get() { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

/// Starts words[0] with the rest as its arguments, and `environment` as "NAME=value".
inline pid_t spawn(std::vector<std::string> words, std::vector<std::string> environment,
                   SpawnActions& actions) {
  const auto pointers_to = [](std::vector<std::string>& strings) {
    std::vector<char*> pointers;
    for (std::string& one : strings) pointers.push_back(one.data());
    pointers.push_back(nullptr);
    return pointers;
  };
  pid_t process = 0;
  const int code = ::posix_spawn(&process, words[0].c_str(), actions.get(), nullptr,
                                 pointers_to(words).data(), pointers_to(environment).data());
  if (code != 0) throw std::runtime_error{"could not start " + words[0]};
  return process;
}

/// The environment of this process.
inline std::vector<std::string> own_environment() {
  std::vector<std::string> all;
  for (char** one = environ; *one != nullptr; ++one) all.emplace_back(*one);
  return all;
}

/// A program that came to its end.
struct Ended {
  int status = 0;  ///< as it gave it; -1 if a signal ended it
  std::string out;
  std::string err;
};

/// Waits for the end of a process; one that goes on for a minute is killed. Its exit status, -1 if a signal
/// ended it.
inline int status_at_end(pid_t process) {
  const Fd watched{static_cast<int>(::syscall(SYS_pidfd_open, process, 0))};
  pollfd over{watched.number(), POLLIN, 0};
  if (::poll(&over, 1, 60'000) != 1) ::kill(process, SIGKILL);
  int how = 0;
  ::waitpid(process, &how, 0);
  return WIFEXITED(how) ? WEXITSTATUS(how) : -1;
}

/// What a program told, but for how far it was: how often it tells of that is the machine's doing.
inline std::string without_progress(const std::string& told) {
  static const std::regex progress{"[a-z ]+: [0-9]+%, [0-9]+ of [0-9]+ [^\n]*\n"};
  return std::regex_replace(told, progress, "");
}

/// Runs a program to its end in `folder`.
inline Ended run_to_end(const std::vector<std::string>& words, const std::filesystem::path& folder,
                        const std::vector<std::string>& environment = own_environment()) {
  const TempFolder told;
  SpawnActions actions;
  constexpr int to_new_file = O_WRONLY | O_CREAT;
  ::posix_spawn_file_actions_addopen(actions.get(), STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_addopen(actions.get(), STDOUT_FILENO, (told / "out").c_str(), to_new_file, 0600);
  ::posix_spawn_file_actions_addopen(actions.get(), STDERR_FILENO, (told / "err").c_str(), to_new_file, 0600);
  ::posix_spawn_file_actions_addchdir_np(actions.get(), folder.c_str());
  const int status = status_at_end(spawn(words, environment, actions));
  const auto text_of = [&](const char* name) {
    std::ifstream file{told / name, std::ios::binary};
    return std::string{std::istreambuf_iterator<char>{file}, {}};
  };
  return {status, text_of("out"), without_progress(text_of("err"))};
}

/// A program that runs and tells lines on its standard output, until it is killed.
class TalkingProgram {
 public:
  using Clock = std::chrono::steady_clock;

  explicit TalkingProgram(const std::vector<std::string>& words) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error{"no pipe"};
    listening_ = Fd{ends[0]};
    const Fd telling{ends[1]};
    SpawnActions actions;
    ::posix_spawn_file_actions_adddup2(actions.get(), telling.number(), STDOUT_FILENO);
    process_ = spawn(words, own_environment(), actions);
  }
  TalkingProgram(const TalkingProgram&) = delete;
  TalkingProgram& operator=(const TalkingProgram&) = delete;
  ~TalkingProgram() {
    if (process_ > 0) kill();
  }

  /// What a program told before it was killed.
  struct Told {
    std::vector<std::string> lines;
    bool ended_by_itself = false;
  };

  /// Kills it (SIGKILL) when it has told `lines` lines and `further` has passed. A program that hangs is
  /// killed after half a minute, and its lines will be too few.
  Told kill_after(std::size_t lines, std::chrono::microseconds further) {
    const auto hang = Clock::now() + std::chrono::seconds{30};
    while (lines_.size() < lines && !silent_ && Clock::now() < hang) read_until(hang);
    const auto moment = Clock::now() + further;
    while (Clock::now() < moment && !silent_) read_until(moment);
    const bool ended_by_itself = kill();
    while (!silent_) read_until(hang);  // what was told before the end is in the pipe still
    return {lines_, ended_by_itself};
  }

 private:
  /// Waits for more to read, until `moment` at most.
  void read_until(Clock::time_point moment) {
    using namespace std::chrono;
    const auto left = std::max(ceil<nanoseconds>(moment - Clock::now()), nanoseconds{0});
    const auto whole = floor<seconds>(left);
    const timespec wait{whole.count(), (left - whole).count()};
    pollfd readable{listening_.number(), POLLIN, 0};
    if (::ppoll(&readable, 1, &wait, nullptr) <= 0) return;
    std::array<char, 65536> piece{};
    const ssize_t count = ::read(listening_.number(), piece.data(), piece.size());
    silent_ = count <= 0;
    for (ssize_t i = 0; i < count; ++i) {
      const char letter = piece[static_cast<std::size_t>(i)];
      if (letter != '\n') {
        line_ += letter;
      } else {
        lines_.push_back(std::exchange(line_, {}));
      }
    }
  }

  bool kill() {
    ::kill(process_, SIGKILL);
    int how = 0;
    ::waitpid(process_, &how, 0);
    process_ = 0;
    return !WIFSIGNALED(how) || WTERMSIG(how) != SIGKILL;
  }

  pid_t process_ = 0;
  Fd listening_;
  std::string line_;  // not yet whole
  std::vector<std::string> lines_;
  bool silent_ = false;
};

}  // namespace kiosk::tests
