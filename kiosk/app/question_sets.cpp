#include "kiosk/app/question_sets.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <system_error>
#include <utility>

#include "kiosk/app/share.h"
#include "kiosk/base/file.h"
#include "kiosk/base/program.h"
#include "kiosk/survey/identity.h"
#include "kiosk/survey/reader.h"
#include "kiosk/survey/toml_document.h"

namespace kiosk::app {

namespace {

using From = visit::OfferedSet::From;

constexpr const char* in_use_name = "questions.toml";
constexpr const char* before_name = "questions-before.toml";
constexpr const char* tried_name = "questions-tried.toml";

/// On a screen there is room for the first fault, and the rest comes out when that was mended.
std::string in_a_line(const Problem& problem) {
  return problem.line == 0 ? fmt::format("{}; {}", problem.what, problem.remedy)
                           : fmt::format("{}, {}:{}: {}; {}", problem.file, problem.line, problem.column,
                                         problem.what, problem.remedy);
}

visit::OfferedSet look_at(From from, std::string file, std::string source,
                          const std::vector<survey::Survey>& used) {
  visit::OfferedSet offered{.from = from, .file = std::move(file), .source = std::move(source)};
  auto set = survey::read_survey(offered.source, offered.file);
  if (!set) {
    offered.fault = in_a_line(set.error().front());
    return offered;
  }
  for (const survey::Survey& one : used) {
    const auto broken = survey::broken_identity(one, *set, offered.file);
    if (broken.empty()) continue;
    offered.fault = in_a_line(broken.front());
    return offered;
  }
  offered.set = std::make_shared<const survey::Survey>(std::move(*set));
  return offered;
}

/// The first error that a process told, without where its file was; advice is none.
std::string first_error(const std::string& told, const std::string& place) {
  std::string first = told.substr(0, told.find('\n'));
  for (std::size_t at = 0; at < told.size();) {
    const std::size_t end = std::min(told.find('\n', at), told.size());
    const std::string line = told.substr(at, end - at);
    if (line.find(": error: ") != std::string::npos) {
      first = line;
      break;
    }
    at = end + 1;
  }
  if (const std::size_t at = first.find(place); at != std::string::npos) first.erase(at, place.size());
  return first;
}

}  // namespace

QuestionSets::QuestionSets(std::filesystem::path folder, Files own, std::filesystem::path program)
    : folder_{std::move(folder)}, own_{std::move(own)}, program_{std::move(program)} {}

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
  const auto add = [&](From from, const std::string& name, std::string source) {
    if (source == now.source) return;
    all.push_back(look_at(from, name, std::move(source), used));
  };
  for (const visit::FoundFile& file : on_stick) add(From::stick, file.name, file.text);
  const std::filesystem::path own =
      own_.set.value_or(share_folder() / "config" / "questions" / "omgevingswet.toml");
  for (const auto& [from, path] :
       {std::pair{From::before, folder_ / before_name}, std::pair{From::station, own}}) {
    auto text = read_file(path, survey::largest_document);
    if (text) add(from, path.filename().string(), std::move(*text));
  }
  return all;
}

std::string QuestionSets::fault_of(const std::string& source) const {
  constexpr std::chrono::seconds long_enough{180};
  constexpr std::size_t most_told = 1U << 20U;
  const std::filesystem::path file = folder_ / tried_name;
  if (const auto written = write_atomically(file, source); !written) return written.error().text();
  std::vector<std::string> words{program_.string(), "check", "--quiet"};
  if (own_.station) words.insert(words.end(), {"--station", own_.station->string()});
  words.insert(words.end(), {"--", file.string()});
  const auto ran = run_program(words, "", most_told, long_enough);
  (void)remove_name(file);  // at the next trial it is written over
  if (!ran) return ran.error().text();
  return ran->status == 0 ? "" : first_error(ran->err, folder_.string() + "/");
}

Result<Done, IoError> QuestionSets::keep(const visit::OfferedSet& offered) const {
  if (const auto file = brought()) {
    // What cannot be read is nothing to go back to, and no reason to refuse another.
    const auto present = read_file(*file, survey::largest_document);
    const auto kept = present ? write_atomically(folder_ / before_name, *present) : Done{};
    if (!kept) return kept.error();
  }
  if (offered.from == From::station) return remove_name(folder_ / in_use_name);
  return write_atomically(folder_ / in_use_name, offered.source);
}

}  // namespace kiosk::app
