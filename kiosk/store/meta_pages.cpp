#include "kiosk/store/meta_pages.h"

#include <array>
#include <fstream>
#include <optional>

#include "kiosk/store/page_file.h"

namespace kiosk::store {

namespace {

using pages::Meta;
using pages::PageFile;
using pages::Tree;

constexpr std::uint64_t last_meta_page = 1;
constexpr std::uint32_t magic = 0xBEEFC0DE;
constexpr std::uint32_t version_of_this_layout = 1;

/// As LMDB writes it when it makes the file.
bool is_unused(const Meta& meta) { return meta.transaction == 0 && meta.last_page == last_meta_page; }

/// The largest key in the tree of free pages; nothing where there is none.
std::optional<std::uint64_t> last_transaction_in(const PageFile& file, const Tree& tree) {
  std::uint64_t at = tree.root;
  for (unsigned depth = tree.depth; depth > 0 && at < file.pages(); --depth) {
    const auto nodes = pages::nodes_in(file.page(at));
    if (!nodes || nodes->empty()) return std::nullopt;
    const pages::Node& last = nodes->back();
    if (depth == 1 && last.key.size() == sizeof(std::uint64_t))
      return pages::number_at<std::uint64_t>(last.key, 0);
    at = last.below;
  }
  return std::nullopt;
}

/// The first transaction has no pages to give up; each later one writes anew at least the page with the
/// tables.
bool is_what_it_says(const PageFile& file, const Meta& meta) {
  if (is_unused(meta)) return true;
  if (meta.transaction == 0 || meta.last_page <= last_meta_page) return false;
  const auto told = last_transaction_in(file, meta.free);
  return told ? *told == meta.transaction : meta.transaction == 1;
}

/// The number of the last transaction that was committed, as LMDB's lock file has it (MDB_txbody of 0.9:
/// magic 4, format 4, a mutex of 40 bytes, number 8); nothing where there is no such file.
std::optional<std::uint64_t> last_committed(std::filesystem::path path) {
  constexpr std::size_t number_at = 48;
  std::array<unsigned char, number_at + sizeof(std::uint64_t)> head{};
  path += "-lock";
  std::ifstream file{path, std::ios::binary};
  if (!file.read(reinterpret_cast<char*>(head.data()), head.size())) return std::nullopt;
  if (pages::number_at<std::uint32_t>(head, 0) != magic) return std::nullopt;
  return pages::number_at<std::uint64_t>(head, number_at);
}

/// Where a disk does not take the page of a transaction, LMDB puts the older number back and leaves what the
/// page points to. One flipped bit in the number of a committed one can look the same; then the lock file
/// knows of it.
bool was_given_up(const PageFile& file, const Meta& older, const Meta& newer,
                  const std::filesystem::path& path) {
  const auto told = last_transaction_in(file, older.free);
  return told && *told == newer.transaction + 1 && last_committed(path) == newer.transaction;
}

bool look_once(const std::filesystem::path& path) {
  const auto file = PageFile::open(path);
  if (!file || file->pages() <= last_meta_page) return true;
  const Meta even = file->meta(0);
  const Meta odd = file->meta(1);
  if (even.magic != magic || odd.magic != magic || even.version != odd.version) return false;
  if (even.version != version_of_this_layout) return true;  // LMDB says so
  if (even.free.pad != file->page_bytes() || odd.free.pad != file->page_bytes()) return false;
  if (even.free.flags != odd.free.flags) return false;
  if (is_unused(even) && is_unused(odd)) return true;
  const std::uint64_t one = even.transaction;
  const std::uint64_t other = odd.transaction;
  const bool in_turn = one % 2 == 0 && other % 2 == 1 && (one + 1 == other || other + 1 == one);
  const Meta& newer = one < other ? odd : even;
  const Meta& older = one < other ? even : odd;
  return in_turn && is_what_it_says(*file, newer) &&
         (is_what_it_says(*file, older) || was_given_up(*file, older, newer, path));
}

}  // namespace

bool meta_pages_agree(const std::filesystem::path& file) {
  constexpr int looks = 5;  // another process may commit between the reading of one page and of the other
  for (int i = 0; i < looks; ++i) {
    if (look_once(file)) return true;
  }
  return false;
}

}  // namespace kiosk::store
