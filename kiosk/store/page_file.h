#pragma once

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <optional>
#include <vector>

#include "kiosk/store/lmdb.h"

/// A store's file as LMDB 0.9 lays it out, read without LMDB: which trusts every byte of it. Numbers are as
/// the machine has them.
///
///     every page:    number 8 | pad 2 | what 2 | lower 2, upper 2 (of a first page with a long value: pages
///     4) pages 0 and 1: at 16: magic 4, version 4 | address 8, map 8 | free pages: a tree | tables: a tree |
///                    last page 8 | transaction 8
///     a tree, 48:    pad 4 | flags 2 | depth 2 | branch pages, leaf pages, long pages, rows, root: 8 each
///     other pages:   from 16 to lower: where each node stands, 2 bytes each; from upper on, without a gap:
///     nodes a node:        size of the value 4 | flags 2 | size of the key 2 | key | value, or where it
///     stands (8), to
///                    an even number of bytes; in a branch page the first 6 bytes are the page below
///     a fixed page:  values of one size, from 16 on; lower and upper count them as if they were nodes
namespace kiosk::store::pages {

inline constexpr std::size_t header_bytes = 16;
inline constexpr std::uint64_t no_page = ~std::uint64_t{0};

enum What : std::uint16_t {
  branch = 0x01,
  leaf = 0x02,
  long_value = 0x04,
  dirty = 0x10,
  fixed = 0x20,
  within = 0x40
};
enum NodeFlag : std::uint16_t { value_elsewhere = 0x01, is_tree = 0x02, has_many = 0x04 };
enum TreeFlag : std::uint16_t { many_a_key = 0x04, number_keys = 0x08, fixed_values = 0x10 };

/// The number at `at`.
template <class Number>
Number number_at(Bytes bytes, std::size_t at) {
  Number number = 0;
  std::memcpy(&number, bytes.subspan(at, sizeof(number)).data(), sizeof(number));
  return number;
}

struct Tree {
  std::uint32_t pad = 0;
  std::uint16_t flags = 0;
  std::uint16_t depth = 0;
  std::uint64_t branch_pages = 0;
  std::uint64_t leaf_pages = 0;
  std::uint64_t long_pages = 0;
  std::uint64_t rows = 0;
  std::uint64_t root = no_page;
};
inline constexpr std::size_t tree_bytes = 48;
Tree tree_in(Bytes bytes);

/// What one of the first two pages says of the file.
struct Meta {
  std::uint32_t magic = 0;
  std::uint32_t version = 0;
  Tree free;
  Tree tables;
  std::uint64_t last_page = 0;
  std::uint64_t transaction = 0;
};

struct Node {
  std::uint16_t flags = 0;
  std::uint64_t below = 0;  ///< in a branch page
  std::uint32_t value_bytes = 0;
  Bytes key;
  Bytes value;  ///< what stands in the page: of a value elsewhere, the number of its first page
};

/// The nodes of a branch or leaf page; nothing where they do not fill it as LMDB leaves them.
std::optional<std::vector<Node>> nodes_in(Bytes page);

/// The file, to look at only; what is in it may change meanwhile. Numbers of pages below pages() can be asked
/// for.
class PageFile {
 public:
  /// Nothing where there is no file or nothing in it.
  static std::optional<PageFile> open(const std::filesystem::path& file);
  PageFile(PageFile&& other) noexcept;
  PageFile& operator=(PageFile&&) = delete;
  ~PageFile();

  std::uint64_t pages() const { return bytes_.size() / page_bytes_; }
  std::size_t page_bytes() const { return page_bytes_; }
  Bytes page(std::uint64_t number) const { return bytes_.subspan(number * page_bytes_, page_bytes_); }

  /// What stands behind the header of a page, over the pages after it.
  Bytes long_value(std::uint64_t number, std::size_t bytes) const {
    return bytes_.subspan(number * page_bytes_ + header_bytes, bytes);
  }
  Meta meta(std::uint64_t number) const;

 private:
  explicit PageFile(Bytes bytes);

  Bytes bytes_;
  std::size_t page_bytes_ = 4096;
};

}  // namespace kiosk::store::pages
