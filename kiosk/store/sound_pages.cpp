#include "kiosk/store/sound_pages.h"

#include <vector>

namespace kiosk::store {

namespace {

using namespace pages;

constexpr std::uint16_t many_fixed_a_key = many_a_key | fixed_values;
constexpr unsigned deepest = 32;  // LMDB's own limit
constexpr std::uint16_t no_folder =
    0x4000;  // MDB_NOSUBDIR, which LMDB keeps beside the flags of the free pages

std::uint16_t what(Bytes page) { return number_at<std::uint16_t>(page, 10); }

/// How many values of `each` bytes a page of fixed ones holds; nothing where that cannot be.
std::optional<std::uint64_t> fixed_count(Bytes page, std::size_t each) {
  const std::size_t lower = number_at<std::uint16_t>(page, 12);
  const std::size_t upper = number_at<std::uint16_t>(page, 14);
  if (lower <= header_bytes || lower % 2 != 0 || number_at<std::uint16_t>(page, 8) != each)
    return std::nullopt;
  const std::size_t count = (lower - header_bytes) / 2;
  const std::size_t room = page.size() - header_bytes;
  if (each == 0 || count * each > room || upper != lower + room - count * each) return std::nullopt;
  return count;
}

class Walk {
 public:
  Walk(const PageFile& file, std::uint64_t last_page) : file_{file}, taken_(last_page + 1) {}

  bool tables(const Tree& tree) {
    return tree.flags == 0 && each_leaf(tree, [this](Bytes leaf) { return tables_in(leaf); });
  }

  /// After all others: no page that they use may be free. Each list is of a transaction of its own, none
  /// later than `last`: LMDB would write its next one over a list of a transaction to come, and then give out
  /// pages that it is writing to.
  bool free_pages(const Tree& tree, std::uint64_t last) {
    last_transaction_ = last;
    std::vector<Bytes> lists;
    const bool sound = (tree.flags | no_folder) == (number_keys | no_folder) &&
                       each_leaf(tree, [&](Bytes leaf) { return lists_in(leaf, lists); });
    for (const Bytes list : lists) {
      if (!sound || !take_list(list)) return false;
    }
    return sound;
  }

 private:
  /// What the pages of a tree hold together, as it says of itself.
  struct Found {
    std::uint64_t branch_pages = 0;
    std::uint64_t leaf_pages = 0;
    std::uint64_t long_pages = 0;
    std::uint64_t rows = 0;
  };
  using Rows = std::optional<std::uint64_t>;

  bool take(std::uint64_t number) {
    if (number < 2 || number >= taken_.size() || taken_[number]) return false;
    taken_[number] = true;
    return true;
  }

  /// Takes a page that is in use: it is in the file, and knows its number.
  bool take_used(std::uint64_t number) {
    return number < file_.pages() && take(number) &&
           number_at<std::uint64_t>(file_.page(number), 0) == number;
  }

  bool take_list(Bytes list) {
    constexpr std::size_t each = sizeof(std::uint64_t);
    if (list.size() < each) return false;
    const auto count = number_at<std::uint64_t>(list, 0);
    if (count > list.size() / each - 1) return false;
    for (std::size_t i = 1; i <= count; ++i) {
      if (!take(number_at<std::uint64_t>(list, i * each))) return false;
    }
    return true;
  }

  /// Walks a tree; `rows_in` tells how many rows a leaf page holds, or nothing.
  template <class RowsIn>
  bool each_leaf(const Tree& tree, RowsIn rows_in) {
    Found* const outer = found_;
    Found found;
    found_ = &found;
    const bool walked = tree.depth == 0 ? tree.root == no_page
                                        : tree.depth <= deepest && below(tree.root, tree.depth, rows_in);
    found_ = outer;
    return walked && found.branch_pages == tree.branch_pages && found.leaf_pages == tree.leaf_pages &&
           found.long_pages == tree.long_pages && found.rows == tree.rows;
  }

  template <class RowsIn>
  bool below(std::uint64_t number, unsigned depth, RowsIn rows_in) {
    if (!take_used(number)) return false;
    const Bytes page = file_.page(number);
    if (depth == 1) {
      ++found_->leaf_pages;
      const Rows rows = rows_in(page);
      found_->rows += rows.value_or(0);
      return rows.has_value();
    }
    ++found_->branch_pages;
    const auto nodes = what(page) == branch ? nodes_in(page) : std::nullopt;
    if (!nodes || nodes->size() < 2) return false;
    for (const Node& node : *nodes) {
      if (!below(node.below, depth - 1, rows_in)) return false;
    }
    return true;
  }

  /// The nodes of a leaf page.
  static std::optional<std::vector<Node>> leaf_nodes(Bytes page) {
    auto nodes = what(page) == leaf ? nodes_in(page) : std::nullopt;
    if (nodes && nodes->empty()) nodes.reset();
    return nodes;
  }

  Rows tables_in(Bytes page) {
    const auto nodes = leaf_nodes(page);
    if (!nodes) return std::nullopt;
    for (const Node& node : *nodes) {
      if (node.flags != is_tree || node.value.size() != tree_bytes || !table(tree_in(node.value)))
        return std::nullopt;
    }
    return nodes->size();
  }

  bool table(const Tree& tree) {
    if (tree.flags == many_fixed_a_key) return each_leaf(tree, [this](Bytes page) { return many_in(page); });
    return tree.flags == 0 && each_leaf(tree, [this](Bytes page) { return single_in(page); });
  }

  Rows single_in(Bytes page) {
    const auto nodes = leaf_nodes(page);
    if (!nodes) return std::nullopt;
    for (const Node& node : *nodes) {
      if (!value_of(node)) return std::nullopt;
    }
    return nodes->size();
  }

  Rows lists_in(Bytes page, std::vector<Bytes>& lists) {
    const auto nodes = leaf_nodes(page);
    if (!nodes) return std::nullopt;
    for (const Node& node : *nodes) {
      const auto list = value_of(node);
      if (!list || node.key.size() != sizeof(std::uint64_t)) return std::nullopt;
      const auto freed_by = number_at<std::uint64_t>(node.key, 0);
      if (freed_by <= freed_before_ || freed_by > last_transaction_) return std::nullopt;
      freed_before_ = freed_by;
      lists.push_back(*list);
    }
    return nodes->size();
  }

  Rows many_in(Bytes page) {
    const auto nodes = leaf_nodes(page);
    if (!nodes) return std::nullopt;
    std::uint64_t rows = 0;
    for (const Node& node : *nodes) {
      const Rows here = values_of(node);
      if (!here) return std::nullopt;
      rows += *here;
    }
    return rows;
  }

  /// How many values stand under a key: one, a page of them within the page, or a tree.
  Rows values_of(const Node& node) {
    if (node.flags == 0) return 1;
    if (node.flags == has_many) {
      if (node.value.size() < header_bytes || (what(node.value) | dirty) != (leaf | fixed | within | dirty))
        return std::nullopt;
      return fixed_count(node.value, number_at<std::uint16_t>(node.value, 8));
    }
    if (node.flags != (has_many | is_tree) || node.value.size() != tree_bytes) return std::nullopt;
    const Tree tree = tree_in(node.value);
    const auto rows_in = [&](Bytes page) {
      return what(page) == (leaf | fixed) ? fixed_count(page, tree.pad) : Rows{};
    };
    if (tree.flags != fixed_values || !each_leaf(tree, rows_in)) return std::nullopt;
    return tree.rows;
  }

  /// The value of a node, in its page or in pages of its own.
  std::optional<Bytes> value_of(const Node& node) {
    if (node.flags == 0) return node.value;
    if (node.flags != value_elsewhere) return std::nullopt;
    const auto first = number_at<std::uint64_t>(node.value, 0);
    const std::uint64_t count = (header_bytes - 1 + node.value_bytes) / file_.page_bytes() + 1;
    if (!take_used(first) || count > file_.pages() - first) return std::nullopt;
    const Bytes head = file_.page(first);
    if (what(head) != long_value || number_at<std::uint32_t>(head, 12) != count) return std::nullopt;
    for (std::uint64_t i = 1; i < count; ++i) {
      if (!take(first + i)) return std::nullopt;
    }
    found_->long_pages += count;
    return file_.long_value(first, node.value_bytes);
  }

  const PageFile& file_;
  std::vector<bool> taken_;
  std::uint64_t last_transaction_ = 0;
  std::uint64_t freed_before_ = 0;  // the transaction of the list before
  Found* found_ = nullptr;          // of the tree that is being walked
};

}  // namespace

bool pages_are_sound(const PageFile& file, const Meta& meta) {
  Walk walk{file, meta.last_page};
  return walk.tables(meta.tables) && walk.free_pages(meta.free, meta.transaction);
}

}  // namespace kiosk::store
