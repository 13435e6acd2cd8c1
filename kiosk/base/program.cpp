#include "kiosk/base/program.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

namespace kiosk {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t most_complaints = 4096;

IoError not_run(int code, const std::string& program, std::string why = {}) {
  return IoError{code, "run", program, std::move(why)};
}

struct Ends {
  Fd ours;
  Fd theirs;
};

/// Two ends of a line. A socket, since writing into a pipe that nobody reads ends a program.
std::pair<Ends, bool> line() {
  std::array<int, 2> ends{-1, -1};
  const bool made = ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) == 0;
  return {Ends{Fd{ends[0]}, Fd{ends[1]}}, made};
}

/// What posix_spawn does in the new process before the program starts.
class Wiring {
 public:
  Wiring() { ::posix_spawn_file_actions_init(&actions_); }
  Wiring(const Wiring&) = delete;
  Wiring& operator=(const Wiring&) = delete;
  ~Wiring() { ::posix_spawn_file_actions_destroy(&actions_); }
  void connect(const Fd& from, int to) { ::posix_spawn_file_actions_adddup2(&actions_, from.number(), to); }
  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

/// A process that is waited for, and ended first where nobody wants its outcome any more.
class Process {
 public:
  explicit Process(pid_t number) : number_{number} {}
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  ~Process() {
    if (number_ == 0) return;
    ::kill(number_, SIGKILL);
    wait();
  }

  int wait() {
    int how = 0;
    while (::waitpid(number_, &how, 0) < 0 && errno == EINTR) {
    }
    number_ = 0;
    return WIFEXITED(how) ? WEXITSTATUS(how) : -1;
  }

 private:
  pid_t number_;
};

/// Reads what is there; false at the end.
bool read_some(const Fd& from, std::string& to, std::size_t most) {
  std::array<char, 65536> piece{};
  const ssize_t count = ::read(from.number(), piece.data(), piece.size());
  if (count < 0) return errno == EINTR || errno == EAGAIN;
  to.append(piece.data(), std::min(static_cast<std::size_t>(count), most - std::min(most, to.size())));
  return count > 0;
}

/// Writes what fits; closes the line when all was taken, or nobody takes it.
void write_some(Fd& to, std::string_view& left) {
  const ssize_t count = ::send(to.number(), left.data(), left.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
  if (count > 0) left.remove_prefix(static_cast<std::size_t>(count));
  if (left.empty() || (count < 0 && errno != EINTR && errno != EAGAIN)) to = Fd{};
}

}  // namespace

Result<Ran, IoError> run_program(const std::vector<std::string>& words, std::string_view input,
                                 std::size_t most, std::chrono::seconds limit) {
  auto [in, in_made] = line();
  auto [out, out_made] = line();
  auto [err, err_made] = line();
  if (!in_made || !out_made || !err_made) return not_run(errno, words.front());
  Wiring wiring;
  wiring.connect(in.theirs, STDIN_FILENO);
  wiring.connect(out.theirs, STDOUT_FILENO);
  wiring.connect(err.theirs, STDERR_FILENO);
  std::vector<std::string> own = words;
  std::vector<char*> pointers;
  pointers.reserve(own.size() + 1);
  for (std::string& word : own) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  pid_t number = 0;
  const int code =
      ::posix_spawnp(&number, own.front().c_str(), wiring.get(), nullptr, pointers.data(), environ);
  if (code != 0) return not_run(code, words.front());
  Process process{number};
  for (Ends* ends : {&in, &out, &err}) ends->theirs = Fd{};

  Ran ran;
  const auto until = Clock::now() + limit;
  if (input.empty()) in.ours = Fd{};
  while (out.ours || err.ours) {
    std::array<pollfd, 3> lines{pollfd{in.ours ? in.ours.number() : -1, POLLOUT, 0},
                                pollfd{out.ours ? out.ours.number() : -1, POLLIN, 0},
                                pollfd{err.ours ? err.ours.number() : -1, POLLIN, 0}};
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
    const int ready = left > 0 ? ::poll(lines.data(), lines.size(), static_cast<int>(left)) : 0;
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return not_run(ready < 0 ? errno : ETIMEDOUT, words.front());
    if (lines[0].revents != 0) write_some(in.ours, input);
    if (lines[1].revents != 0 && !read_some(out.ours, ran.out, most + 1)) out.ours = Fd{};
    if (lines[2].revents != 0 && !read_some(err.ours, ran.err, most_complaints)) err.ours = Fd{};
    if (ran.out.size() > most) return not_run(EFBIG, words.front(), "it told more than can be");
  }
  ran.status = process.wait();
  return ran;
}

}  // namespace kiosk
