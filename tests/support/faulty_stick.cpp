#include "tests/support/faulty_stick.h"

#define FUSE_USE_VERSION 314
#include <fuse3/fuse.h>
#include <sys/mount.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace kiosk::tests {

namespace {

constexpr std::uint64_t blocks = 4096;  // of 4 KiB: 16 MiB
constexpr int gone = -ENODEV;

std::string name_of(const char* path) { return path + 1; }

bool is_in(const std::string& name, const std::string& folder) {
  if (folder.empty()) return name.find('/') == std::string::npos;
  return name.size() > folder.size() && name.compare(0, folder.size(), folder) == 0 &&
         name[folder.size()] == '/' && name.find('/', folder.size() + 1) == std::string::npos;
}

}  // namespace

/// What libfuse calls, on its own thread.
struct FaultyStickCalls {
  using File = FaultyStick::File;

  static FaultyStick& stick() { return *static_cast<FaultyStick*>(::fuse_get_context()->private_data); }

  /// Counts a call; an error to give back at once, or 0.
  static int error_of(Fault fault) {
    switch (fault) {
      case Fault::fails:
      case Fault::keeps_failing:
        return -EIO;
      case Fault::is_full:
        return -ENOSPC;
      case Fault::pulled:
        return gone;
      default:
        return 0;
    }
  }

  static std::shared_ptr<File> find(const std::string& name) {
    const auto at = stick().now_.find(name);
    return at == stick().now_.end() ? nullptr : at->second;
  }

  static void* init(fuse_conn_info*, fuse_config* config) {
    config->kernel_cache = 1;  // what was written is remembered, as with any disk
    config->entry_timeout = 0;
    config->attr_timeout = 0;
    config->negative_timeout = 0;
    config->hard_remove = 1;
    return ::fuse_get_context()->private_data;
  }

  static int getattr(const char* path, struct stat* about, fuse_file_info*) {
    const std::scoped_lock lock{stick().mutex_};
    if (stick().pulled_) return gone;
    std::memset(about, 0, sizeof *about);
    const std::string name = name_of(path);
    const auto file = find(name);
    if (!name.empty() && !file) return -ENOENT;
    const bool is_folder = name.empty() || file->is_folder;
    about->st_mode = is_folder ? S_IFDIR | 0755U : S_IFREG | 0644U;
    about->st_nlink = is_folder ? 2 : 1;
    if (file) about->st_size = static_cast<off_t>(file->now.size());
    return 0;
  }

  static int readdir(const char* path, void* into, fuse_fill_dir_t fill, off_t, fuse_file_info*,
                     fuse_readdir_flags) {
    const std::scoped_lock lock{stick().mutex_};
    if (stick().pulled_) return gone;
    const std::string folder = name_of(path);
    for (const char* always : {".", ".."}) fill(into, always, nullptr, 0, fuse_fill_dir_flags{});
    for (const auto& [name, file] : stick().now_) {
      if (!is_in(name, folder)) continue;
      fill(into, name.substr(folder.empty() ? 0 : folder.size() + 1).c_str(), nullptr, 0,
           fuse_fill_dir_flags{});
    }
    return 0;
  }

  static int mkdir(const char* path, mode_t) {
    const std::scoped_lock lock{stick().mutex_};
    if (const int error = error_of(stick().meet(Call::make_folder)); error != 0) return error;
    if (find(name_of(path))) return -EEXIST;
    auto folder = std::make_shared<File>();
    folder->is_folder = true;
    stick().now_[name_of(path)] = folder;
    return 0;
  }

  static int create(const char* path, mode_t, fuse_file_info*) {
    const std::scoped_lock lock{stick().mutex_};
    if (const int error = error_of(stick().meet(Call::create)); error != 0) return error;
    stick().now_[name_of(path)] = std::make_shared<File>();
    return 0;
  }

  static int open(const char* path, fuse_file_info*) {
    const std::scoped_lock lock{stick().mutex_};
    if (stick().pulled_) return gone;
    return find(name_of(path)) ? 0 : -ENOENT;
  }

  static int write(const char* path, const char* bytes, size_t count, off_t at, fuse_file_info*) {
    const std::scoped_lock lock{stick().mutex_};
    const Fault fault = stick().meet(Call::write);
    if (const int error = error_of(fault); error != 0) return error;
    const auto file = find(name_of(path));
    if (!file) return -ENOENT;
    if (fault == Fault::cuts) count /= 2;
    std::string piece{bytes, count};
    if (fault == Fault::lies && count > 0) piece[count / 2] = static_cast<char>(piece[count / 2] ^ 4);
    if (fault == Fault::forgets) std::fill(piece.begin(), piece.end(), '\0');
    const auto from = static_cast<std::size_t>(at);
    if (file->now.size() < from + count) file->now.resize(from + count);
    std::copy(piece.begin(), piece.end(), file->now.begin() + at);
    file->is_sound = false;
    return static_cast<int>(count);
  }

  static int read(const char* path, char* into, size_t count, off_t at, fuse_file_info*) {
    const std::scoped_lock lock{stick().mutex_};
    const Fault fault = stick().meet(Call::read);
    if (fault != Fault::is_full) {
      if (const int error = error_of(fault); error != 0) return error;
    }
    const auto file = find(name_of(path));
    if (!file) return -ENOENT;
    const auto from = std::min(static_cast<std::size_t>(at), file->now.size());
    count = std::min(count, file->now.size() - from);
    if (fault == Fault::cuts) count /= 2;
    std::copy_n(file->now.begin() + static_cast<off_t>(from), count, into);
    if (fault == Fault::lies && count > 0) into[count / 2] = static_cast<char>(into[count / 2] ^ 4);
    if (fault == Fault::forgets) std::fill_n(into, count, '\0');
    return static_cast<int>(count);
  }

  static int fsync(const char* path, int, fuse_file_info*) {
    const std::scoped_lock lock{stick().mutex_};
    const Fault fault = stick().meet(Call::sync);
    if (const int error = error_of(fault); error != 0) return error;
    const auto file = find(name_of(path));
    if (!file) return -ENOENT;
    if (fault == Fault::lies || fault == Fault::forgets) return 0;
    file->synced = file->now;
    file->is_sound = true;
    return 0;
  }

  static int fsyncdir(const char* path, int, fuse_file_info*) {
    const std::scoped_lock lock{stick().mutex_};
    const Fault fault = stick().meet(Call::sync_folder);
    if (const int error = error_of(fault); error != 0) return error;
    if (fault == Fault::lies || fault == Fault::forgets) return 0;
    const std::string folder = name_of(path);
    std::erase_if(stick().synced_, [&](const auto& one) { return is_in(one.first, folder); });
    for (const auto& one : stick().now_) {
      if (is_in(one.first, folder)) stick().synced_.insert(one);
    }
    return 0;
  }

  static int rename(const char* from, const char* to, unsigned) {
    const std::scoped_lock lock{stick().mutex_};
    if (const int error = error_of(stick().meet(Call::rename)); error != 0) return error;
    const auto file = find(name_of(from));
    if (!file) return -ENOENT;
    file->is_sound = false;  // FAT writes size and place into the new name only with the next sync
    stick().now_[name_of(to)] = file;
    stick().now_.erase(name_of(from));
    return 0;
  }

  static int unlink(const char* path) {
    const std::scoped_lock lock{stick().mutex_};
    if (const int error = error_of(stick().meet(Call::remove)); error != 0) return error;
    return stick().now_.erase(name_of(path)) > 0 ? 0 : -ENOENT;
  }

  static int utimens(const char*, const timespec*, fuse_file_info*) {
    const std::scoped_lock lock{stick().mutex_};
    return error_of(stick().meet(Call::date));
  }

  static int truncate(const char* path, off_t size, fuse_file_info*) {
    const std::scoped_lock lock{stick().mutex_};
    const auto file = find(name_of(path));
    if (!file) return -ENOENT;
    file->now.resize(static_cast<std::size_t>(size));
    return 0;
  }

  static int statfs(const char*, struct statvfs* about) {
    const std::scoped_lock lock{stick().mutex_};
    if (stick().pulled_) return gone;
    std::memset(about, 0, sizeof *about);
    about->f_bsize = about->f_frsize = 4096;
    about->f_blocks = about->f_bfree = about->f_bavail = blocks;
    about->f_namemax = 255;
    return 0;
  }
};

namespace {

fuse_operations all_calls() {
  fuse_operations calls{};
  calls.init = FaultyStickCalls::init;
  calls.getattr = FaultyStickCalls::getattr;
  calls.readdir = FaultyStickCalls::readdir;
  calls.mkdir = FaultyStickCalls::mkdir;
  calls.create = FaultyStickCalls::create;
  calls.open = FaultyStickCalls::open;
  calls.write = FaultyStickCalls::write;
  calls.read = FaultyStickCalls::read;
  calls.fsync = FaultyStickCalls::fsync;
  calls.fsyncdir = FaultyStickCalls::fsyncdir;
  calls.rename = FaultyStickCalls::rename;
  calls.unlink = FaultyStickCalls::unlink;
  calls.utimens = FaultyStickCalls::utimens;
  calls.truncate = FaultyStickCalls::truncate;
  calls.statfs = FaultyStickCalls::statfs;
  return calls;
}

}  // namespace

FaultyStick::FaultyStick() = default;

FaultyStick::~FaultyStick() {
  {
    const std::scoped_lock lock{mutex_};
    at_ = SIZE_MAX;
  }
  if (mounted_) ::umount2(path().c_str(), MNT_DETACH);
  if (thread_.joinable()) thread_.join();
}

std::optional<std::string> FaultyStick::missing_here() {
  if (::geteuid() != 0) return "only root can mount a file system of its own";
  if (::access("/dev/fuse", R_OK | W_OK) != 0) return "there is no /dev/fuse";
  FaultyStick stick;
  if (!stick.mount()) return "FUSE cannot mount here";
  return std::nullopt;
}

void FaultyStick::goes_wrong(std::size_t at, Fault fault) {
  const std::scoped_lock lock{mutex_};
  calls_.clear();
  at_ = at;
  fault_ = fault;
}

void FaultyStick::leaves(Left left, std::uint64_t seed) {
  left_ = left;
  seed_ = seed;
}

std::vector<Call> FaultyStick::calls() const {
  const std::scoped_lock lock{mutex_};
  return calls_;
}

bool FaultyStick::was_pulled() const {
  const std::scoped_lock lock{mutex_};
  return pulled_;
}

Fault FaultyStick::meet(Call call) {
  if (pulled_) return Fault::pulled;
  const std::size_t number = calls_.size();
  calls_.push_back(call);
  if (number < at_ || at_ == SIZE_MAX) return Fault::none;
  const bool goes_on = fault_ == Fault::keeps_failing || fault_ == Fault::is_full;
  if (number > at_ && !goes_on) return Fault::none;
  if (fault_ == Fault::pulled) pull();
  return fault_;
}

/// From here on the stick holds what it would still hold on another computer.
void FaultyStick::pull() {
  pulled_ = true;
  Random chance = Random::seeded(seed_);
  const auto is_kept = [&] { return chance.below(2) == 0; };
  Names names = left_ == Left::synced_alone ? synced_ : now_;
  if (left_ == Left::something) {
    std::erase_if(names, [&](const auto& one) { return synced_.count(one.first) == 0 && !is_kept(); });
    for (const auto& one : synced_) {
      if (is_kept()) names.insert(one);  // its old name is there still
    }
  }
  for (const auto& [name, file] : names) {
    const bool as_synced = left_ == Left::synced_alone || (left_ == Left::something && is_kept());
    const bool is_emptied = left_ == Left::names && !file->is_sound;
    if (as_synced) file->now = file->synced;
    if (is_emptied) file->now.clear();
  }
  now_ = std::move(names);
  sync_all();
}

void FaultyStick::sync_all() {
  synced_ = now_;
  for (const auto& [name, file] : now_) {
    file->synced = file->now;
    file->is_sound = true;
  }
}

void FaultyStick::put_in_again() {
  goes_wrong(SIZE_MAX, Fault::none);
  unmount();
  const std::scoped_lock lock{mutex_};
  pulled_ = false;
}

bool FaultyStick::mount() {
  if (mounted_) return true;
  {
    const std::scoped_lock lock{mutex_};
    const Fault fault = meet(Call::mount);
    if (FaultyStickCalls::error_of(fault) != 0 && fault != Fault::is_full) return false;
  }
  if (thread_.joinable()) thread_.join();
  static const fuse_operations calls = all_calls();
  ::fuse_set_log_func(
      [](fuse_log_level, const char*, va_list) {});  // it would tell of every stick pulled out
  char name[] = "stick";
  char* words[] = {static_cast<char*>(name), nullptr};
  fuse_args args = FUSE_ARGS_INIT(1, static_cast<char**>(words));
  fuse* const session = ::fuse_new(&args, &calls, sizeof calls, this);
  ::fuse_opt_free_args(&args);
  if (session == nullptr) return false;
  if (::fuse_mount(session, path().c_str()) != 0) {
    ::fuse_destroy(session);
    return false;
  }
  mounted_ = true;
  thread_ = std::thread{[session] {
    ::fuse_loop(session);
    ::fuse_destroy(session);
  }};
  return true;
}

int FaultyStick::unmount() {
  if (!mounted_) return 0;
  {
    const std::scoped_lock lock{mutex_};
    const Fault fault = meet(Call::unmount);
    if (fault == Fault::fails || fault == Fault::keeps_failing) return EBUSY;
  }
  // A stick that is gone is let go of all the same, as udisks2 does.
  if (::umount2(path().c_str(), was_pulled() ? MNT_DETACH : 0) != 0) return errno;
  mounted_ = false;
  thread_.join();
  const std::scoped_lock lock{mutex_};
  if (pulled_) return ENODEV;
  sync_all();
  return 0;
}

std::map<std::string, std::string> FaultyStick::files() const {
  const std::scoped_lock lock{mutex_};
  std::map<std::string, std::string> all;
  for (const auto& [name, file] : now_) {
    if (!file->is_folder) all[name] = file->now;
  }
  return all;
}

void FaultyStick::put(const std::string& path, const std::string& content) {
  const std::scoped_lock lock{mutex_};
  for (std::size_t at = path.find('/'); at != std::string::npos; at = path.find('/', at + 1)) {
    auto& folder = now_[path.substr(0, at)];
    if (!folder) folder = std::make_shared<File>(File{"", "", true, true});
  }
  now_[path] = std::make_shared<File>(File{content, content, false, true});
  sync_all();
}

FaultyPort::~FaultyPort() = default;

stick::InPort FaultyPort::now() const {
  stick::InPort in_port{.kind = stick::InPort::Kind::stick, .insertion = 1};
  if (stick_.was_pulled()) in_port.kind = stick::InPort::Kind::empty;
  return in_port;
}

Result<std::filesystem::path, stick::PortError> FaultyPort::mount(Access /*access*/) {
  using Kind = stick::PortError::Kind;
  if (!stick_.mount()) return stick::PortError{stick_.was_pulled() ? Kind::gone : Kind::failed, {}, {}};
  return stick_.path();
}

Result<Done, stick::PortError> FaultyPort::unmount() {
  using Kind = stick::PortError::Kind;
  if (!remounts_) return Done{};
  const int code = stick_.unmount();
  if (code == 0) return Done{};
  return stick::PortError{code == EBUSY ? Kind::busy : Kind::gone, {}, {}};
}

}  // namespace kiosk::tests
