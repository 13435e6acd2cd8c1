#include "kiosk/stick/plan.h"

#include <algorithm>
#include <cerrno>
#include <limits>
#include <map>

#include "kiosk/base/file.h"
#include "kiosk/batch/verify.h"
#include "kiosk/stick/export_error.h"

namespace kiosk::stick {

namespace {

using Found = PlannedFile::Found;
constexpr std::uint64_t all_of_it = std::numeric_limits<std::uint64_t>::max();

/// Plans while one look at the folder holds.
class Planning {
 public:
  Planning(SealedFiles& made, const Folder& batches, std::uint64_t block, Step step)
      : made_{made}, batches_{batches}, block_{block}, step_{step} {}

  Result<Plan, ExportError> plan(const std::vector<store::Seal>& seals) {
    const auto listed = batches_.list();
    if (!listed) return told(listed.error());
    for (const Folder::Found& one : *listed) there_.emplace(one.name, one);
    for (const store::Seal& seal : seals) {
      if (const auto kept = keep_if_whole(seal); !kept) return kept.error();
    }
    for (std::size_t batch = 0; batch < plan_.seals.size(); ++batch) {
      if (const auto added = add_files(batch); !added) return added.error();
    }
    if (const auto looked = look_at_others(); !looked) return looked.error();
    return std::move(plan_);
  }

 private:
  Result<Done, ExportError> keep_if_whole(const store::Seal& seal) {
    bool goes_on = true;
    Hasher hasher;
    Content content;
    const auto made = made_.make(seal, Part::answers, [&](std::string_view piece) {
      hasher.take(piece);
      content.bytes += piece.size();
      return goes_on = step_.go_on(piece);
    });
    if (!goes_on) return cancelled();
    if (!made) return told(made.error());
    if (!made->whole) {
      plan_.left_out += seal.answers + seal.texts;
      ++plan_.damaged_batches;
      return Done{};
    }
    content.digest = hasher.so_far();
    contents_.push_back(content);
    plan_.seals.push_back(seal);
    return Done{};
  }

  Result<Done, ExportError> add_files(std::size_t batch) {
    const store::Seal& seal = plan_.seals[batch];
    if (const auto added = add(batch, Part::answers, contents_[batch], seal.answers); !added)
      return added.error();
    if (seal.texts == 0) return Done{};
    Hasher hasher;
    Content content;
    const auto made = made_.make(seal, Part::texts, [&](std::string_view piece) {
      hasher.take(piece);
      content.bytes += piece.size();
      return true;
    });
    if (!made) return told(made.error());
    content.digest = hasher.so_far();
    plan_.left_out += made->left_out;
    plan_.erased += made->erased;
    return add(batch, Part::texts, content, made->rows);
  }

  Result<Done, ExportError> add(std::size_t batch, Part part, const Content& content, std::uint64_t rows) {
    PlannedFile file{batch, part, file_name(plan_.seals[batch], part), content, rows, Found::missing};
    const auto found = look_for(file);
    if (!found) return found.error();
    file.found = *found;
    plan_.answers += rows;
    if (file.found != Found::same) plan_.bytes += in_blocks(content.bytes, block_);
    plan_.files.push_back(std::move(file));
    return step_.go_on(rows) ? Result<Done, ExportError>{Done{}} : cancelled();
  }

  Result<Found, ExportError> look_for(const PlannedFile& file) {
    if (there_.erase(file.name + ".part") > 0) plan_.unfinished.push_back(file.name + ".part");
    const auto at = there_.find(file.name);
    if (at == there_.end()) return Found::missing;
    const Folder::Found there = at->second;
    there_.erase(at);
    if (there.what != Folder::Holds::file) {
      return told(IoError{EEXIST, "write", batches_.path() / file.name,
                          "something that is not an ordinary file has that name"});
    }
    if (there.bytes == file.content.bytes) {
      bool goes_on = true;
      const auto content = content_of(batches_, file.name, all_of_it,
                                      [&](std::uint64_t) { return goes_on = step_.go_on(std::uint64_t{0}); });
      if (!goes_on) return cancelled();
      if (content && *content == file.content) return Found::same;
    }
    if (file.part == Part::answers) return Found::broken;  // a batch is the same for good
    const auto whole = is_whole(file.name);
    if (!whole) return whole.error();
    return *whole ? Found::older : Found::broken;
  }

  Result<bool, ExportError> is_whole(const std::string& name) {
    batch::Verifier verifier;
    bool goes_on = true;
    const auto read = batches_.read_uncached_while(name, [&](std::string_view piece) {
      verifier.take(piece);
      return goes_on = step_.go_on(std::uint64_t{0});
    });
    if (!goes_on) return cancelled();
    return read && verifier.finish().kind == batch::Verdict::Kind::good;
  }

  /// Files of other stations are read and named, and nothing else.
  Result<Done, ExportError> look_at_others() {
    constexpr std::string_view texts = ".texts.";
    for (const auto& [name, one] : there_) {
      const auto whole = one.what == Folder::Holds::file ? is_whole(name) : Result<bool, ExportError>{false};
      if (!whole) return whole.error();
      if (!*whole) {
        plan_.not_whole.push_back(name);
      } else if (name.find(texts) == std::string::npos) {
        ++plan_.other_batches;
      }
    }
    return Done{};
  }

  SealedFiles& made_;
  const Folder& batches_;
  std::uint64_t block_;
  Step step_;
  std::map<std::string, Folder::Found> there_;  // on the stick, and not ours as far as is known yet
  std::vector<Content> contents_;               // of the answers of plan_.seals
  Plan plan_;
};

}  // namespace

Result<Plan, ExportError> make_plan(SealedFiles& made, const std::vector<store::Seal>& seals,
                                    const Folder& batches, Telling& telling) {
  std::uint64_t all = 0;
  for (const store::Seal& seal : seals) all += 2 * seal.answers + seal.texts;  // made, then looked for
  const auto block = block_size(batches.path());
  if (!block) return told(block.error());
  return Planning{made, batches, *block, Step{telling, Progress::Phase::planning, all}}.plan(seals);
}

std::uint64_t in_blocks(std::uint64_t bytes, std::uint64_t block) {
  return block == 0 ? bytes : (bytes + block - 1) / block * block;
}

}  // namespace kiosk::stick
