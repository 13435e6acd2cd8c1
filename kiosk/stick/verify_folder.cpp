#include "kiosk/stick/verify_folder.h"

#include <fmt/core.h>

#include <algorithm>
#include <cerrno>

#include "kiosk/base/folder.h"
#include "kiosk/batch/csv.h"
#include "kiosk/batch/jsonl.h"
#include "kiosk/stick/leaflet.h"

namespace kiosk::stick {

namespace {

using batch::Verdict;

constexpr int deepest = 4;  // a kiosk makes folders one deep; a hostile stick may have any number

std::string good_sentence(const Verdict& verdict) {
  const char* what = verdict.format == &batch::codebook ? "row" : "answer";
  const bool is_signed = verdict.format == &batch::batch_format || verdict.format == &batch::texts_format;
  return fmt::format("{} {}{}, whole{}", verdict.answers, what, verdict.answers == 1 ? "" : "s",
                     is_signed ? ", signed" : "");
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

/// The leaflet is known by its text, all else by its first and last line.
Result<Verified, IoError> judge(const Folder& folder, const std::string& name) {
  batch::Verifier verifier;
  std::string_view leaflet_left = leaflet;
  bool is_leaflet = true;
  const auto read = folder.read_uncached(name, [&](std::string_view piece) {
    verifier.take(piece);
    is_leaflet = is_leaflet && leaflet_left.substr(0, piece.size()) == piece;
    leaflet_left.remove_prefix(std::min(piece.size(), leaflet_left.size()));
  });
  if (!read) return read.error();
  const auto path = folder.path() / name;
  if (is_leaflet && leaflet_left.empty()) {
    return Verified{path, {Verdict::Kind::good, 0, nullptr}, "the explanation, as it was written"};
  }
  const Verdict verdict = verifier.finish();
  return Verified{path, verdict, sentence(verdict)};
}

Result<Done, IoError> judge_all(const Folder& folder, int depth, std::vector<Verified>& verified) {
  const auto found = folder.list();
  if (!found) return found.error();
  for (const Folder::Found& one : *found) {
    const auto path = folder.path() / one.name;
    if (one.what == Folder::Holds::file) {
      const auto judged = judge(folder, one.name);
      verified.push_back(judged ? *judged
                                : Verified{path, {}, "cannot be read; export again to another stick"});
    } else if (one.what == Folder::Holds::folder && depth < deepest) {
      const auto within = folder.enter(one.name);
      if (!within) return within.error();
      if (const auto done = judge_all(*within, depth + 1, verified); !done) return done.error();
    } else {
      verified.push_back({path, {}, "not written by a kiosk: no ordinary file"});
    }
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
  const bool is_feedback = std::filesystem::canonical(folder, unknown).filename() == "feedback";
  if (!feedback && !(is_feedback && feedback.error().code == ENOENT)) return feedback.error();
  const auto done = judge_all(feedback ? *feedback : *root, 0, verified);
  if (!done) return done.error();
  return verified;
}

bool all_good(const std::vector<Verified>& files) {
  return !files.empty() && std::all_of(files.begin(), files.end(), [](const Verified& file) {
    return file.verdict.kind == Verdict::Kind::good;
  });
}

}  // namespace kiosk::stick
