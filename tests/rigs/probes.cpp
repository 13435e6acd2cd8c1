// probes STRANGER: tries what nobody who gets hold of the kiosk may do, one line each: "refused NAME" or
// "possible NAME". STRANGER is a file that another user keeps for themselves. Exit status: how many were
// possible.
#include <fcntl.h>
#include <sched.h>
#include <spawn.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

namespace {

bool runs(std::vector<std::string> words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  pid_t process = 0;
  if (posix_spawn(&process, pointers[0], nullptr, nullptr, pointers.data(), environ) != 0) return false;
  int how = 0;
  waitpid(process, &how, 0);
  return WIFEXITED(how) && WEXITSTATUS(how) == 0;
}

bool opens(const std::string& file, int way) {
  const int opened = open(file.c_str(), way | O_CLOEXEC, 0600);
  if (opened >= 0) close(opened);
  return opened >= 0;
}

bool leaves_a_file(const std::string& folder) {
  const std::string file = folder + "/probe";
  const bool made = opens(file, O_WRONLY | O_CREAT);
  if (made) unlink(file.c_str());
  return made;
}

bool has_socket(int family, int kind) {
  const int made = socket(family, kind, 0);
  if (made >= 0) close(made);
  return made >= 0;
}

bool mounts() {
  if (mount("tmpfs", "/mnt", "tmpfs", 0, nullptr) != 0) return false;
  umount("/mnt");
  return true;
}

struct Probe {
  const char* name;
  std::function<bool()> possible;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::string stranger = argv[1];
  const std::array<Probe, 17> probes{{
      {"IPv4 socket", [] { return has_socket(AF_INET, SOCK_STREAM); }},
      {"IPv6 socket", [] { return has_socket(AF_INET6, SOCK_DGRAM); }},
      {"packet socket", [] { return has_socket(AF_PACKET, SOCK_RAW); }},
      {"start a shell", [] { return runs({"/bin/true"}); }},
      {"start one through the loader",
       [] {
         return runs({"/lib64/ld-linux-x86-64.so.2", "/bin/true"});
       }},
      {"start what came from elsewhere", [] { return runs({"/mnt/true"}); }},
      {"mount", [] { return mounts(); }},
      {"read another user's file", [&] { return opens(stranger, O_RDONLY); }},
      {"read passwords", [] { return opens("/etc/shadow", O_RDONLY); }},
      {"change its own settings", [] { return opens("/etc/kiosk/kiosk.toml", O_WRONLY); }},
      {"change a program", [] { return opens("/usr/bin/env", O_WRONLY); }},
      {"write beside its answers", [] { return leaves_a_file("/var/lib"); }},
      {"write at home", [] { return leaves_a_file("/root"); }},
      {"see other users' processes", [] { return opens("/proc/1/status", O_RDONLY); }},
      {"namespace of its own", [] { return unshare(CLONE_NEWNS) == 0; }},
      {"look into a process", [] { return ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0; }},
      {"become somebody else", [] { return setgid(12345) == 0; }},
  }};
  int possible = 0;
  for (const Probe& probe : probes) {
    const bool is_possible = probe.possible();
    possible += is_possible ? 1 : 0;
    std::printf("%s %s\n", is_possible ? "possible" : "refused", probe.name);
  }
  return possible;
}
