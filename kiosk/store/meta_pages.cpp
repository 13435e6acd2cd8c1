#include "kiosk/store/meta_pages.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <optional>

namespace kiosk::store {

namespace {

constexpr std::streamoff page_size_at = 40;
constexpr std::streamoff last_page_at = 136;
constexpr std::streamoff transaction_at = 144;
constexpr std::uint64_t last_meta_page = 1;

template <class Number>
std::optional<Number> number_at(std::ifstream& file, std::streamoff at) {
  std::array<char, sizeof(Number)> bytes{};
  if (!file.seekg(at).read(bytes.data(), bytes.size())) return std::nullopt;
  Number number = 0;
  std::memcpy(&number, bytes.data(), bytes.size());  // LMDB writes numbers as the machine has them
  return number;
}

/// What one of the two says of the file.
struct Meta {
  std::uint64_t last_page;
  std::uint64_t transaction;

  /// As LMDB writes it when it makes the file.
  bool unused() const { return transaction == 0 && last_page == last_meta_page; }
  bool used() const { return transaction != 0 && last_page > last_meta_page; }
};

std::optional<Meta> meta_at(std::ifstream& file, std::streamoff page) {
  const auto last_page = number_at<std::uint64_t>(file, page + last_page_at);
  const auto transaction = number_at<std::uint64_t>(file, page + transaction_at);
  if (!last_page || !transaction) return std::nullopt;
  return Meta{*last_page, *transaction};
}

bool look_once(const std::filesystem::path& path) {
  std::ifstream file{path, std::ios::binary};
  const auto page_size = number_at<std::uint32_t>(file, page_size_at);
  if (!page_size) return true;
  const auto same_size = number_at<std::uint32_t>(file, std::streamoff{*page_size} + page_size_at);
  if (same_size && *same_size != *page_size) return false;
  const auto even = meta_at(file, 0);
  const auto odd = meta_at(file, std::streamoff{*page_size});
  if (!even || !odd) return true;
  if (even->unused() && odd->unused()) return true;
  const auto sound = [](const Meta& meta) { return meta.unused() || meta.used(); };
  const std::uint64_t one = even->transaction;
  const std::uint64_t other = odd->transaction;
  const bool in_turn = one % 2 == 0 && other % 2 == 1 && (one + 1 == other || other + 1 == one);
  return sound(*even) && sound(*odd) && in_turn;
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
