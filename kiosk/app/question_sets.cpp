#include "kiosk/app/question_sets.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <functional>
#include <system_error>
#include <utility>

#include "kiosk/app/kept_pictures.h"
#include "kiosk/app/pictures.h"
#include "kiosk/app/share.h"
#include "kiosk/base/file.h"
#include "kiosk/base/program.h"
#include "kiosk/base/utf8.h"
#include "kiosk/survey/identity.h"
#include "kiosk/survey/reader.h"
#include "kiosk/survey/toml_document.h"

namespace kiosk::app {

namespace {

using From = visit::OfferedSet::From;

constexpr const char* in_use_name = "questions.toml";
constexpr const char* before_name = "questions-before.toml";
constexpr const char* tried_name = "questions-tried.toml";

constexpr std::size_t longest_told = 130;  // letters: a set from a stick may hold words of any length

/// As much of it as a screen has room for.
std::string cut(const std::string& words) {
  std::string shown = utf8::for_screen(words, longest_told + 1);
  if (utf8::length(shown) <= longest_told) return shown;
  return std::string{utf8::first(shown, longest_told)} + " …";
}

std::vector<visit::SetFault> told(const std::vector<Problem>& problems) {
  std::vector<visit::SetFault> faults;
  faults.reserve(problems.size());
  for (const Problem& problem : problems)
    faults.push_back({problem.line, cut(fmt::format("{}; {}", problem.what, problem.remedy))});
  return faults;
}

/// Reads the pictures of a set.
using ReadPictures = std::function<survey::PictureFiles(const survey::Survey&)>;

visit::OfferedSet look_at(From from, std::string file, std::string source, const ReadPictures& read_pictures,
                          const std::vector<survey::Survey>& used) {
  visit::OfferedSet offered{.from = from, .file = std::move(file), .source = std::move(source)};
  auto set = survey::read_survey(offered.source, offered.file);
  if (!set) {
    offered.faults = told(set.error());
    return offered;
  }
  for (const survey::Survey& one : used) {
    const auto broken = survey::broken_identity(one, *set, offered.file);
    if (broken.empty()) continue;
    offered.faults = told(broken);
    return offered;
  }
  // A picture from a stick is read whole where it can do no harm: see faults_of().
  const auto wrong = add_pictures(*set, offered.file, read_pictures(*set), LookAt::head);
  if (!wrong.empty()) {
    offered.faults = told(wrong);
    return offered;
  }
  offered.set = std::make_shared<const survey::Survey>(std::move(*set));
  return offered;
}

/// The line of a fault in what stands before ": error: ", which is the file's name, or that with line and
/// column.
int line_in(std::string_view place) {
  const std::size_t column = place.rfind(':');
  if (column == std::string_view::npos || column == 0) return 0;
  const std::size_t before = place.rfind(':', column - 1);
  if (before == std::string_view::npos) return 0;
  int line = 0;
  (void)std::from_chars(place.data() + before + 1, place.data() + column, line);
  return line;
}

/// The errors among what `kiosk check` told; advice is none.
std::vector<visit::SetFault> errors_in(std::string_view told) {
  constexpr std::string_view sign = ": error: ";
  std::vector<visit::SetFault> faults;
  while (!told.empty()) {
    const std::string_view line = told.substr(0, told.find('\n'));
    told.remove_prefix(std::min(line.size() + 1, told.size()));
    const std::size_t at = line.find(sign);
    if (at == std::string_view::npos) continue;
    faults.push_back({line_in(line.substr(0, at)), cut(std::string{line.substr(at + sign.size())})});
  }
  return faults;
}

}  // namespace

QuestionSets::QuestionSets(std::filesystem::path folder, Files own, std::filesystem::path program,
                           std::string panel)
    : folder_{std::move(folder)},
      own_{std::move(own)},
      program_{std::move(program)},
      panel_{std::move(panel)} {}

std::optional<std::filesystem::path> QuestionSets::brought() const {
  std::error_code unknown;  // then it is told when it is read
  const std::filesystem::path file = folder_ / in_use_name;
  if (!std::filesystem::exists(file, unknown) && !unknown) return std::nullopt;
  return file;
}

std::vector<visit::OfferedSet> QuestionSets::offered(const std::vector<visit::FoundFile>& on_stick,
                                                     const survey::Survey& now,
                                                     const std::vector<survey::Survey>& used) const {
  std::vector<visit::OfferedSet> all;
  const auto add = [&](From from, const std::string& name, std::string source, const ReadPictures& pictures) {
    const bool same_text = source == now.source;
    if (same_text && survey::picture_names(now).empty()) return;
    visit::OfferedSet offered = look_at(from, name, std::move(source), pictures, used);
    if (same_text && offered.set && survey::show_the_same_pictures(*offered.set, now)) return;
    all.push_back(std::move(offered));
  };
  for (const visit::FoundFile& file : on_stick)
    add(From::stick, file.name, file.text, [&](const survey::Survey&) { return file.pictures; });
  const std::filesystem::path own =
      own_.set.value_or(share_folder() / "config" / "questions" / "omgevingswet.toml");
  for (const auto& [from, path] :
       {std::pair{From::before, folder_ / before_name}, std::pair{From::station, own}}) {
    auto text = read_file(path, survey::largest_document);
    if (!text) continue;
    add(from, path.filename().string(), std::move(*text),
        [&path = path](const survey::Survey& set) { return read_pictures(path, set); });
  }
  return all;
}

std::vector<visit::SetFault> QuestionSets::faults_of(const survey::Survey& set) const {
  constexpr std::chrono::seconds long_enough{180};
  constexpr std::size_t most_told = 1U << 20U;
  const std::filesystem::path file = folder_ / tried_name;
  for (const auto& written : {keep_pictures(file, set), write_atomically(file, set.source)})
    if (!written) return {{.told = written.error().text()}};
  std::vector<std::string> words{program_.string(), "check", "--quiet"};
  if (own_.station) words.insert(words.end(), {"--station", own_.station->string()});
  if (!panel_.empty()) words.insert(words.end(), {"--panel", panel_});
  words.insert(words.end(), {"--", file.string()});
  const auto ran = run_program(words, "", most_told, long_enough);
  for (const auto& tried : {file, pictures_beside(file)})
    (void)remove_name(tried);  // at the next trial it is written over
  if (!ran) return {{.told = ran.error().text()}};
  if (ran->status == 0) return {};
  auto faults = errors_in(ran->err);
  if (faults.empty()) faults.push_back({.told = cut(ran->err)});  // it ended in another way
  return faults;
}

Result<Done, IoError> QuestionSets::keep_before() const {
  const auto file = brought();
  if (!file) return Done{};
  const auto present = read_file(*file, survey::largest_document);
  if (!present) return Done{};  // what cannot be read is nothing to go back to
  const std::filesystem::path before = folder_ / before_name;
  if (const auto kept = write_atomically(before, *present); !kept) return kept.error();
  auto set = survey::read_survey(*present, in_use_name);
  if (!set) return remove_name(pictures_beside(before));
  (void)add_pictures(*set, in_use_name, read_pictures(*file, *set), LookAt::head);
  return keep_pictures(before, *set);
}

Result<Done, IoError> QuestionSets::keep(const visit::OfferedSet& offered) const {
  const std::filesystem::path in_use = folder_ / in_use_name;
  // What cannot be read is no reason to refuse another.
  if (const auto kept = keep_before(); !kept) return kept.error();
  const bool shows =
      offered.from != From::station && offered.set && !survey::picture_names(*offered.set).empty();
  // Pictures before the set that shows them, and after the one that no longer does: whatever a power cut
  // leaves, the set in use has all of its own.
  if (shows) {
    if (const auto kept = keep_pictures(in_use, *offered.set); !kept) return kept.error();
    return write_atomically(in_use, offered.source);
  }
  const auto taken =
      offered.from == From::station ? remove_name(in_use) : write_atomically(in_use, offered.source);
  return taken ? remove_name(pictures_beside(in_use)) : taken;
}

}  // namespace kiosk::app
