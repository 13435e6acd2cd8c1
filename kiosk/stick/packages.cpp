#include "kiosk/stick/packages.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "kiosk/base/folder.h"

namespace kiosk::stick {

namespace {

constexpr std::string_view begins = "kiosk_";
constexpr std::string_view ends = ".deb";
constexpr std::string_view signs = ".minisig";
// Ten times what one takes today; and a signature of minisign takes some 300 bytes.
constexpr std::uint64_t largest_package = std::uint64_t{64} << 20U;
constexpr std::uint64_t largest_signature = 4096;

/// Debian's letters for a version (Policy 5.6.12), as many as fit on a screen.
bool is_version(std::string_view text) {
  constexpr std::size_t longest = 30;
  return !text.empty() && text.size() <= longest && std::all_of(text.begin(), text.end(), [](char letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
           (letter >= 'A' && letter <= 'Z') || letter == '.' || letter == '+' || letter == '-' ||
           letter == '~';
  });
}

/// The version in the name of a package; nothing where it is called otherwise.
std::optional<std::string> version_in(std::string_view name) {
  if (!name.starts_with(begins) || !name.ends_with(ends)) return std::nullopt;
  name.remove_prefix(begins.size());
  const std::string_view version = name.substr(0, name.find('_'));
  if (version.size() == name.size() || !is_version(version)) return std::nullopt;
  return std::string{version};
}

struct Package {
  std::string version;
  std::string file;
};

/// Those of which the signature is there too.
std::vector<Package> packages_in(const Folder& folder) {
  std::vector<Package> packages;
  const auto there = folder.list();
  if (!there) return packages;
  const auto is_there = [&](const std::string& name) {
    return std::any_of(there->begin(), there->end(), [&](const Folder::Found& found) {
      return found.what == Folder::Holds::file && found.name == name;
    });
  };
  for (const Folder::Found& found : *there) {
    const auto version = version_in(found.name);
    if (version && is_there(found.name) && is_there(found.name + std::string{signs}))
      packages.push_back({*version, found.name});
  }
  return packages;
}

bool copy(const Folder& from, const std::string& name, const Folder& to, const char* as, std::uint64_t most) {
  auto file = to.create(as);
  if (!file) return false;
  std::uint64_t bytes = 0;
  bool fits = true;
  const auto read = from.read(name, [&](std::string_view piece) {
    bytes += piece.size();
    fits = bytes <= most && file->append(piece);
    return fits;
  });
  return read && fits && file->finish();
}

bool put_into(const Folder& inbox, const Folder& stick, const std::string& version) {
  if (!inbox.remove(Inbox::asked)) return false;
  for (const Package& package : packages_in(stick)) {
    if (package.version != version) continue;
    return copy(stick, package.file, inbox, Inbox::package, largest_package) &&
           copy(stick, package.file + std::string{signs}, inbox, Inbox::signature, largest_signature);
  }
  return false;
}

bool ask(const Folder& inbox) {
  auto asked = inbox.create(Inbox::asked);
  return asked && asked->finish();
}

}  // namespace

Result<std::vector<std::string>, PortError> find_packages(Port& port) {
  const auto path = port.mount(Port::Access::read);
  if (!path) return path.error();
  std::vector<std::string> versions;
  if (const auto folder = Folder::open(*path)) {
    for (const Package& package : packages_in(*folder)) versions.push_back(package.version);
  }
  versions.erase(std::unique(versions.begin(), versions.end()), versions.end());
  if (const auto closed = port.unmount(); !closed) return closed.error();
  return versions;
}

bool take_package(Port& port, const std::string& version, const std::filesystem::path& inbox) {
  const auto path = port.mount(Port::Access::read);
  if (!path) return false;
  const auto to = Folder::open(inbox);
  bool taken = false;
  {
    const auto from = Folder::open(*path);
    taken = from && to && put_into(*to, *from, version);
  }
  return static_cast<bool>(port.unmount()) && taken && ask(*to);
}

}  // namespace kiosk::stick
