#include "kiosk/stick/plan.h"

#include <algorithm>
#include <cerrno>
#include <limits>
#include <map>

#include "kiosk/base/file.h"
#include "kiosk/batch/sealed_texts.h"
#include "kiosk/batch/verify.h"
#include "kiosk/stick/export_error.h"

namespace kiosk::stick {

namespace {

using Found = PlannedFile::Found;
constexpr std::uint64_t all_of_it = std::numeric_limits<std::uint64_t>::max();
constexpr std::string_view sealed_ending = ".texts.jsonl.age";
constexpr std::string_view proof_ending = ".sealed.jsonl";

/// Plans while one look at the folder holds.
class Planning {
 public:
  Planning(SealedFiles& made, const Folder& batches, const TextsGo& texts_go, std::uint64_t block, Step step)
      : made_{made}, batches_{batches}, texts_go_{texts_go}, block_{block}, step_{step} {}

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
    std::string texts;
    const auto made = made_.make(seal, Part::texts, [&](std::string_view piece) {
      texts += piece;
      return true;
    });
    if (!made) return told(made.error());
    plan_.left_out += made->left_out;
    plan_.erased += made->erased;
    if (texts_go_.recipients > 0) return add_sealed(batch, texts, made->rows);
    Hasher hasher;
    hasher.take(texts);
    return add(batch, Part::texts, {hasher.so_far(), texts.size()}, made->rows);
  }

  /// Nobody can make the same sealed texts twice: what is on the stick stays if it proves itself and was made
  /// of the same texts.
  Result<Done, ExportError> add_sealed(std::size_t batch, const std::string& texts, std::uint64_t rows) {
    const store::Seal& seal = plan_.seals[batch];
    PlannedFile sealed{batch, Part::sealed_texts, file_name(seal, Part::sealed_texts), {}, rows, {}};
    PlannedFile proof{batch, Part::proof, file_name(seal, Part::proof), {}, 0, {}};
    sealed.content.bytes = batch::sealed_bytes(texts.size(), texts_go_.recipients);
    const auto sealed_there = claim(sealed.name);
    if (!sealed_there) return sealed_there.error();
    const auto proof_there = claim(proof.name);
    if (!proof_there) return proof_there.error();

    std::optional<Proof> proves;
    if (*proof_there) {
      const auto read = proof_on_stick(proof.name);
      if (!read) return read.error();
      if (*read && is_ours(**read, seal)) proves = *read;
      proof.found = proves ? Found::older : Found::broken;
    }
    if (*sealed_there) {
      const auto content = whole_content(sealed.name);
      if (!content) return content.error();
      const bool proven = proves && *content && is_proven(**content, *proves);
      sealed.found = proven ? Found::older : Found::broken;
      if (proven && proves->note.words == texts_go_.key.fingerprint(texts)) {
        sealed.found = proof.found = Found::same;
        sealed.content = **content;
        proof.content = proves->content;
      }
    }
    return add_planned(std::move(sealed)) && add_planned(std::move(proof)) ? Result<Done, ExportError>{Done{}}
                                                                           : cancelled();
  }

  /// A proof of sealed texts on the stick, and all its bytes; nothing where it is none.
  struct Proof {
    batch::SealedNote note;
    Content content;
  };
  Result<std::optional<Proof>, ExportError> proof_on_stick(const std::string& name) {
    std::string text;
    bool goes_on = true;
    const auto read = batches_.read_uncached_while(name, [&](std::string_view piece) {
      text += piece;
      goes_on = step_.go_on(std::uint64_t{0});
      return goes_on && text.size() <= batch::longest_note;
    });
    if (!goes_on) return cancelled();
    const auto note = read ? batch::note_in(text) : std::nullopt;
    if (!note) return std::optional<Proof>{};
    Hasher hasher;
    hasher.take(text);
    return std::optional{Proof{*note, {hasher.so_far(), text.size()}}};
  }

  bool is_ours(const Proof& proof, const store::Seal& seal) const {
    return proof.note.key == texts_go_.key.public_key() && proof.note.batch == seal.batch;
  }

  Result<std::optional<Content>, ExportError> whole_content(const std::string& name) {
    bool goes_on = true;
    const auto content = content_of(batches_, name, all_of_it,
                                    [&](std::uint64_t) { return goes_on = step_.go_on(std::uint64_t{0}); });
    if (!goes_on) return cancelled();
    return content ? std::optional{*content} : std::nullopt;
  }

  Result<Done, ExportError> add(std::size_t batch, Part part, const Content& content, std::uint64_t rows) {
    PlannedFile file{batch, part, file_name(plan_.seals[batch], part), content, rows, Found::missing};
    const auto found = look_for(file);
    if (!found) return found.error();
    file.found = *found;
    return add_planned(std::move(file)) ? Result<Done, ExportError>{Done{}} : cancelled();
  }

  bool add_planned(PlannedFile file) {
    const std::uint64_t rows = file.rows;
    plan_.answers += rows;
    plan_.bytes_in_all += file.content.bytes;
    if (file.found != Found::same) plan_.bytes += in_blocks(file.content.bytes, block_);
    plan_.files.push_back(std::move(file));
    return step_.go_on(rows);
  }

  /// A name of ours: what stands under it, and what an earlier export left half.
  Result<std::optional<Folder::Found>, ExportError> claim(const std::string& name) {
    if (there_.erase(name + ".part") > 0) plan_.unfinished.push_back(name + ".part");
    const auto at = there_.find(name);
    if (at == there_.end()) return std::optional<Folder::Found>{};
    const Folder::Found there = at->second;
    there_.erase(at);
    if (there.what != Folder::Holds::file) {
      return told(IoError{EEXIST, "write", batches_.path() / name,
                          "something that is not an ordinary file has that name"});
    }
    return std::optional{there};
  }

  Result<Found, ExportError> look_for(const PlannedFile& file) {
    const auto there = claim(file.name);
    if (!there) return there.error();
    if (!*there) return Found::missing;
    if ((*there)->bytes == file.content.bytes) {
      const auto content = whole_content(file.name);
      if (!content) return content.error();
      if (*content == file.content) return Found::same;
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

  static bool is_proven(const Content& content, const Proof& by) {
    return content.digest == by.note.digest && content.bytes == by.note.bytes;
  }

  /// Sealed texts of another station, which what stands beside them proves.
  Result<bool, ExportError> is_proven_sealed(const std::string& name) {
    const std::string proof = name.substr(0, name.size() - sealed_ending.size()) + std::string{proof_ending};
    const auto by = proof_on_stick(proof);
    if (!by) return by.error();
    const auto content = whole_content(name);
    if (!content) return content.error();
    return *by && *content && is_proven(**content, **by);
  }

  /// Files of other stations are read and named, and nothing else.
  Result<Done, ExportError> look_at_others() {
    constexpr std::string_view texts = ".texts.";
    for (const auto& [name, one] : there_) {
      Result<bool, ExportError> whole = false;
      if (one.what == Folder::Holds::file)
        whole = name.ends_with(sealed_ending) ? is_proven_sealed(name) : is_whole(name);
      if (!whole) return whole.error();
      plan_.bytes_in_all += one.bytes;
      if (!*whole) {
        plan_.not_whole.push_back(name);
      } else if (name.find(texts) == std::string::npos && !name.ends_with(proof_ending)) {
        ++plan_.other_batches;
      }
    }
    return Done{};
  }

  SealedFiles& made_;
  const Folder& batches_;
  const TextsGo& texts_go_;
  std::uint64_t block_;
  Step step_;
  std::map<std::string, Folder::Found> there_;  // on the stick, and not ours as far as is known yet
  std::vector<Content> contents_;               // of the answers of plan_.seals
  Plan plan_;
};

}  // namespace

Result<Plan, ExportError> make_plan(SealedFiles& made, const std::vector<store::Seal>& seals,
                                    const Folder& batches, const TextsGo& texts_go, Telling& telling) {
  std::uint64_t all = 0;
  for (const store::Seal& seal : seals) all += 2 * seal.answers + seal.texts;  // made, then looked for
  const auto block = block_size(batches.path());
  if (!block) return told(block.error());
  return Planning{made, batches, texts_go, *block, Step{telling, Progress::Phase::planning, all}}.plan(seals);
}

std::uint64_t in_blocks(std::uint64_t bytes, std::uint64_t block) {
  return block == 0 ? bytes : (bytes + block - 1) / block * block;
}

}  // namespace kiosk::stick
