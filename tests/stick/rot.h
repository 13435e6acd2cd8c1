#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "tests/stick/given.h"

/// A small store in which bits turn over, one at a time, and what becomes of each.
namespace kiosk::stick::given {

/// What a store came to in which one bit was turned.
enum class Outcome : unsigned char {
  unseen,  ///< not looked at yet
  same,    ///< all that can be read of it is as before
  found,   ///< something is missing or otherwise, and status, export or opening says so
  wrong,   ///< something is missing or otherwise, and nothing says so, or a file proves what was never sealed
  crashed,  ///< LMDB ended the process
};

/// All that can be read of a store: by whom it is asked, what is told.
using Told = std::map<std::string, std::string>;

/// A store with a sealed batch, open answers, own words, a text of each state, and something published.
class RottingStore {
 public:
  RottingStore();

  /// Its file, sound.
  const std::string& bytes() const { return bytes_; }
  std::uint64_t bits() const { return 8 * bytes_.size(); }
  /// An answer more, as one transaction.
  void one_more();

  /// What becomes of the store with each of these bits turned, one at a time: read in processes of their own,
  /// a few at once, since LMDB trusts its pages and may end them.
  std::vector<Outcome> judge(const std::vector<std::uint64_t>& bits);

 private:
  void look();
  std::string with_bit_turned(std::uint64_t bit) const;

  /// A visitor answers, staff ask and export: what they are told. False where somebody is told that something
  /// is wrong.
  bool use(const std::string& bytes, const std::filesystem::path& folder, const std::filesystem::path& stick,
           Told& told) const;
  Outcome judge_here(const std::string& rotten, const std::filesystem::path& folder,
                     const std::filesystem::path& stick) const;

  FilledStore filled_;
  survey::Receipt next_;  ///< of the answer that is saved after the rot
  std::string bytes_;
  Told told_;
};

}  // namespace kiosk::stick::given
