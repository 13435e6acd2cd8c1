#include "kiosk/store/page_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <utility>

#include "kiosk/base/file.h"

namespace kiosk::store::pages {

namespace {

constexpr std::size_t node_header_bytes = 8;
constexpr std::size_t even(std::size_t bytes) { return (bytes + 1) / 2 * 2; }

/// The node at `at`, if it ends within its page.
std::optional<Node> node_at(Bytes page, std::size_t at, bool in_branch) {
  if (at % 2 != 0 || at + node_header_bytes > page.size()) return std::nullopt;
  Node node;
  node.value_bytes = number_at<std::uint32_t>(page, at);
  node.flags = number_at<std::uint16_t>(page, at + 4);
  const std::size_t key_bytes = number_at<std::uint16_t>(page, at + 6);
  const std::size_t key_at = at + node_header_bytes;
  std::size_t here = node.value_bytes;
  if ((node.flags & value_elsewhere) != 0) here = sizeof(std::uint64_t);
  if (in_branch) {
    node.below = node.value_bytes | std::uint64_t{node.flags} << 32U;
    here = 0;
  }
  if (key_at + key_bytes + here > page.size()) return std::nullopt;
  node.key = page.subspan(key_at, key_bytes);
  node.value = page.subspan(key_at + key_bytes, here);
  return node;
}

}  // namespace

Tree tree_in(Bytes bytes) {
  Tree tree;
  tree.pad = number_at<std::uint32_t>(bytes, 0);
  tree.flags = number_at<std::uint16_t>(bytes, 4);
  tree.depth = number_at<std::uint16_t>(bytes, 6);
  tree.branch_pages = number_at<std::uint64_t>(bytes, 8);
  tree.leaf_pages = number_at<std::uint64_t>(bytes, 16);
  tree.long_pages = number_at<std::uint64_t>(bytes, 24);
  tree.rows = number_at<std::uint64_t>(bytes, 32);
  tree.root = number_at<std::uint64_t>(bytes, 40);
  return tree;
}

std::optional<std::vector<Node>> nodes_in(Bytes page) {
  const std::size_t lower = number_at<std::uint16_t>(page, 12);
  const std::size_t upper = number_at<std::uint16_t>(page, 14);
  if (lower < header_bytes || lower % 2 != 0 || lower > upper || upper > page.size()) return std::nullopt;
  const bool in_branch = (number_at<std::uint16_t>(page, 10) & branch) != 0;
  std::vector<Node> nodes;
  std::vector<std::pair<std::size_t, std::size_t>> extents;
  for (std::size_t at = header_bytes; at < lower; at += 2) {
    const std::size_t where = number_at<std::uint16_t>(page, at);
    const auto node = node_at(page, where, in_branch);
    if (!node) return std::nullopt;
    extents.emplace_back(where, even(node_header_bytes + node->key.size() + node->value.size()));
    nodes.push_back(*node);
  }
  std::sort(extents.begin(), extents.end());
  std::size_t end = upper;
  for (const auto& [where, bytes] : extents) {
    if (where != end) return std::nullopt;
    end += bytes;
  }
  if (end != page.size()) return std::nullopt;
  return nodes;
}

std::optional<PageFile> PageFile::open(const std::filesystem::path& file) {
  const Fd opened{::open(file.c_str(), O_RDONLY | O_CLOEXEC)};
  struct stat about {};
  if (!opened || ::fstat(opened.number(), &about) != 0 || about.st_size <= 0) return std::nullopt;
  const auto size = static_cast<std::size_t>(about.st_size);
  void* const mapped = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, opened.number(), 0);
  if (mapped == MAP_FAILED) return std::nullopt;
  return PageFile{Bytes{static_cast<const unsigned char*>(mapped), size}};
}

PageFile::PageFile(Bytes bytes) : bytes_{bytes} {
  // Pages are as large as those of the system that made the file: LMDB notes it as the pad of the free pages.
  constexpr std::size_t page_size_at = 40;
  constexpr std::size_t least = 512;
  constexpr std::size_t most = 65536;
  if (bytes_.size() < page_size_at + 4) return;
  const std::size_t told = number_at<std::uint32_t>(bytes_, page_size_at);
  if (told >= least && told <= most && (told & (told - 1)) == 0) page_bytes_ = told;
}

PageFile::PageFile(PageFile&& other) noexcept
    : bytes_{std::exchange(other.bytes_, {})}, page_bytes_{other.page_bytes_} {}

PageFile::~PageFile() {
  if (!bytes_.empty()) ::munmap(const_cast<unsigned char*>(bytes_.data()), bytes_.size());
}

Meta PageFile::meta(std::uint64_t number) const {
  const Bytes bytes = page(number);
  Meta meta;
  meta.magic = number_at<std::uint32_t>(bytes, 16);
  meta.version = number_at<std::uint32_t>(bytes, 20);
  meta.free = tree_in(bytes.subspan(40));
  meta.tables = tree_in(bytes.subspan(88));
  meta.last_page = number_at<std::uint64_t>(bytes, 136);
  meta.transaction = number_at<std::uint64_t>(bytes, 144);
  return meta;
}

}  // namespace kiosk::store::pages
