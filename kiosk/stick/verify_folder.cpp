#include "kiosk/stick/verify_folder.h"

#include <fmt/core.h>

#include <algorithm>
#include <cerrno>
#include <optional>

#include "kiosk/base/folder.h"
#include "kiosk/batch/csv.h"
#include "kiosk/batch/jsonl.h"
#include "kiosk/batch/sealed_texts.h"
#include "kiosk/stick/export.h"
#include "kiosk/stick/leaflet.h"

namespace kiosk::stick {

namespace {

using batch::Verdict;

constexpr int deepest = 4;  // a kiosk makes folders one deep; a hostile stick may have any number

std::string good_sentence(const Verdict& verdict) {
  if (verdict.format == &batch::sealed_format) return "the proof of sealed words, signed";
  const char* what = verdict.format == &batch::codebook ? "row" : "answer";
  return fmt::format("{} {}{}, whole{}", verdict.answers, what, verdict.answers == 1 ? "" : "s",
                     verdict.signer ? ", signed" : "");
}

std::string sentence(const Verdict& verdict) {
  switch (verdict.kind) {
    case Verdict::Kind::good:
      return good_sentence(verdict);
    case Verdict::Kind::cut_short:
      return "cut short; export again";
    case Verdict::Kind::altered:
      return "altered after it was written; do not use it, export again";
    case Verdict::Kind::not_ours:
      break;
  }
  return "not written by a kiosk";
}

/// What was read of one file.
struct Judged {
  Verified file;
  Digest digest{};                          ///< of all its bytes
  std::optional<batch::SealedNote> proves;  ///< the sealed words that it is the proof of
};

/// The leaflet is known by its text, all else by its first and last line.
Result<Judged, IoError> judge(const Folder& folder, const std::string& name) {
  batch::Verifier verifier;
  Hasher hasher;
  std::string beginning;
  std::string_view leaflet_left = leaflet;
  bool is_leaflet = true;
  const auto read = folder.read_uncached(name, [&](std::string_view piece) {
    verifier.take(piece);
    hasher.take(piece);
    if (beginning.size() < batch::longest_note) beginning += piece.substr(0, batch::longest_note);
    is_leaflet = is_leaflet && leaflet_left.substr(0, piece.size()) == piece;
    leaflet_left.remove_prefix(std::min(piece.size(), leaflet_left.size()));
  });
  if (!read) return read.error();
  const auto path = folder.path() / name;
  if (is_leaflet && leaflet_left.empty()) {
    return Judged{{path, {Verdict::Kind::good, 0, nullptr, {}}, "the explanation, as it was written"},
                  hasher.so_far(),
                  {}};
  }
  const Verdict verdict = verifier.finish();
  Judged judged{{path, verdict, sentence(verdict)}, hasher.so_far(), {}};
  if (verdict.format == &batch::sealed_format) judged.proves = batch::note_in(beginning);
  return judged;
}

/// Sealed words prove nothing to whoever has no key: what proves them stands beside them.
void judge_sealed(std::vector<Judged>& files) {
  for (Judged& file : files) {
    if (!file.file.path.filename().string().ends_with(".age")) continue;
    const auto proof = std::find_if(files.begin(), files.end(), [&](const Judged& other) {
      return other.proves && other.proves->digest == file.digest;
    });
    if (proof == files.end()) {
      file.file.sentence = "sealed words, but nothing here proves them; export again";
      continue;
    }
    file.file.verdict = {Verdict::Kind::good, proof->proves->answers, nullptr, proof->file.verdict.signer};
    file.file.sentence = fmt::format("{} sealed answer{}, whole, signed", proof->proves->answers,
                                     proof->proves->answers == 1 ? "" : "s");
  }
  for (Judged& file : files) {
    const bool alone = file.proves && std::none_of(files.begin(), files.end(), [&](const Judged& other) {
                         return other.digest == file.proves->digest;
                       });
    if (!alone) continue;
    file.file.verdict.kind = Verdict::Kind::cut_short;
    file.file.sentence = "the sealed words that it proves are not beside it; export again";
  }
}

/// What an export set aside is kept for whoever wants to know what was in it.
Result<Done, IoError> name_set_aside(const Folder& folder, std::vector<Verified>& verified) {
  const auto found = folder.list();
  if (!found) return found.error();
  for (const Folder::Found& one : *found) {
    verified.push_back({folder.path() / one.name, {}, "was broken; an export set it aside", true});
  }
  return Done{};
}

Result<Done, IoError> judge_all(const Folder& folder, int depth, std::vector<Verified>& verified) {
  const auto found = folder.list();
  if (!found) return found.error();
  std::vector<Judged> files;
  for (const Folder::Found& one : *found) {
    const auto path = folder.path() / one.name;
    if (one.what == Folder::Holds::file) {
      const auto judged = judge(folder, one.name);
      files.push_back(judged ? *judged
                             : Judged{{path, {}, "cannot be read; export again to another stick"}, {}, {}});
    } else if (one.what != Folder::Holds::folder || depth >= deepest) {
      files.push_back({{path, {}, "not written by a kiosk: no ordinary file"}, {}, {}});
    }
  }
  judge_sealed(files);
  for (Judged& file : files) verified.push_back(std::move(file.file));
  for (const Folder::Found& one : *found) {
    if (one.what != Folder::Holds::folder || depth >= deepest) continue;
    const auto within = folder.enter(one.name);
    if (!within) return within.error();
    const bool is_aside = depth == 0 && one.name == set_aside_folder;
    const auto done = is_aside ? name_set_aside(*within, verified) : judge_all(*within, depth + 1, verified);
    if (!done) return done.error();
  }
  return Done{};
}

}  // namespace

Result<std::vector<Verified>, IoError> verify_folder(const std::filesystem::path& folder) {
  const auto root = Folder::open(folder);
  if (!root) return root.error();
  std::vector<Verified> verified;
  const auto feedback = root->enter("feedback");
  // "stick/feedback/" with its slash has an empty last part, "." is not called anything: ask what it really
  // is.
  std::error_code unknown;
  const bool is_feedback =
      std::filesystem::canonical(folder, unknown).filename() == "feedback" || root->enter("batches");
  if (!feedback && !(is_feedback && feedback.error().code == ENOENT)) return feedback.error();
  const auto done = judge_all(feedback ? *feedback : *root, 0, verified);
  if (!done) return done.error();
  std::sort(verified.begin(), verified.end(),
            [](const Verified& a, const Verified& b) { return a.path < b.path; });
  return verified;
}

bool all_good(const std::vector<Verified>& files) {
  const auto is_good = [](const Verified& file) { return file.verdict.kind == Verdict::Kind::good; };
  return std::any_of(files.begin(), files.end(), is_good) &&
         std::all_of(files.begin(), files.end(),
                     [&](const Verified& file) { return file.set_aside || is_good(file); });
}

}  // namespace kiosk::stick
