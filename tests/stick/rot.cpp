#include "tests/stick/rot.h"

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <deque>
#include <fstream>
#include <stdexcept>
#include <thread>

#include "kiosk/base/file.h"
#include "kiosk/batch/verify.h"
#include "kiosk/stick/export.h"

namespace kiosk::stick::given {

using tests::TempFolder;

namespace {

constexpr unsigned longest_look = 10;  // s
const survey::Answer next_answer = store::given::chosen(0b10, "later");

std::string in_words(const store::Counts& counts) {
  std::string words;
  for (const auto count : {counts.choices, counts.dont_know, counts.texts, counts.skipped, counts.marked})
    words += std::to_string(count) + " ";
  return words;
}

std::string in_words(const survey::Tally& tally) {
  std::string words = std::to_string(tally.answers) + " " + std::to_string(tally.dont_know);
  for (const auto& option : tally.options) words += option ? " " + std::to_string(*option) : " -";
  return words;
}

/// What can be asked of a store at the station; false where an answer is that something is wrong.
bool ask(store::Store& store, Told& told) {
  bool sound = true;
  const auto status = store::status_of(store, read_small);
  sound = sound && status && status->healthy();
  if (status) {
    for (const auto& set : status->sets) {
      for (const auto& question : set.questions)
        told[set.hash + " counts " + question.id] = in_words(question.counts);
    }
  }
  const auto all = store::given::contents(store);
  sound = sound && all && all->damaged == 0;
  if (all) told.insert(all->by_id.begin(), all->by_id.end());
  const auto survey = store::given::small_survey(small_source);
  const auto published = store.published(short_digest(survey.source), survey);
  sound = sound && published;
  for (std::size_t i = 0; published && i < published->size(); ++i)
    told["published " + std::to_string(i)] = (*published)[i] ? in_words(*(*published)[i]) : "";
  auto snapshot = store.snapshot();
  const auto everyone =
      snapshot ? snapshot->texts_for_everyone(short_digest(survey.source), 0) : snapshot.error();
  sound = sound && everyone;
  if (everyone) {
    for (const auto& text : *everyone) told["for everyone"] += text + "\n";
  }
  return sound;
}

/// The files of an export, by name.
Told files_in(const std::filesystem::path& stick) {
  Told files;
  for (const auto& file : std::filesystem::recursive_directory_iterator{stick}) {
    if (file.is_regular_file()) files[file.path().filename().string()] = content(file.path());
  }
  return files;
}

/// Is there a file that proves to be a sealed batch and is not what was sealed, or a file that is otherwise
/// though the export says that it is all there?
bool lies(const Told& told, const Told& sound) {
  const auto exported = told.find("exported");
  for (const auto& [name, text] : told) {
    const auto as_sealed = sound.find(name);
    if (name.find('.') == std::string::npos || (as_sealed != sound.end() && as_sealed->second == text))
      continue;
    if (exported->second == "all") return true;
    const bool batch = name.ends_with(".jsonl") && !name.ends_with(".texts.jsonl");
    if (batch && batch::verify(text).kind == batch::Verdict::Kind::good) return true;
  }
  return false;
}

/// Memory that a process shares with those that it forks.
template <class Element>
class Shared {
 public:
  explicit Shared(std::size_t count) : bytes_{count * sizeof(Element)} {
    void* const made = ::mmap(nullptr, bytes_, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (made == MAP_FAILED) throw std::runtime_error{"no shared memory"};
    first_ = static_cast<Element*>(made);
  }
  Shared(const Shared&) = delete;
  Shared& operator=(const Shared&) = delete;
  ~Shared() { ::munmap(first_, bytes_); }
  Element& operator[](std::size_t i) const { return first_[i]; }

 private:
  std::size_t bytes_;
  Element* first_ = nullptr;
};

}  // namespace

RottingStore::RottingStore() {
  using namespace store::given;
  for (unsigned i = 0; i < 12; ++i) filled_.save(chosen(1 + i % 7, i % 4 == 0 ? "woorden" : ""));
  filled_.seal();
  for (const auto& answer : {chosen(0b11, "open woorden"), dont_know()}) filled_.save(answer);
  // Written anew it holds few pages that nothing reads any more, of which each bit would be turned too.
  if (!filled_.store->reseal()) throw std::runtime_error{"the store cannot be written anew"};
  filled_.save(wrote("rol"));
  if (!filled_.store->count_skips(filled_.set, std::vector<std::uint16_t>{1}))
    throw std::runtime_error{"a skip cannot be counted"};
  next_ = store::draw_receipt(next_answer, filled_.random);
  look();
}

void RottingStore::one_more() {
  auto opened = store::Store::open(filled_.folder.path());
  if (!opened) throw std::runtime_error{"the sound store cannot be opened"};
  filled_.store = std::move(*opened);
  filled_.save(store::given::chosen(1));
  look();
}

/// What the store is like now, sound.
void RottingStore::look() {
  filled_.store.reset();
  bytes_ = content(filled_.folder / "answers.mdb");
  const TempFolder folder{TempFolder::in_memory()};
  const TempFolder stick{TempFolder::in_memory()};
  told_.clear();
  use(bytes_, folder.path(), stick.path(), told_);
}

std::string RottingStore::with_bit_turned(std::uint64_t bit) const {
  std::string rotten = bytes_;
  rotten[bit / 8] = static_cast<char>(rotten[bit / 8] ^ (1 << (bit % 8)));
  return rotten;
}

bool RottingStore::use(const std::string& bytes, const std::filesystem::path& folder,
                       const std::filesystem::path& stick, Told& told) const {
  std::filesystem::remove(folder / "answers.mdb-lock");
  std::ofstream{folder / "answers.mdb", std::ios::binary} << bytes;
  std::filesystem::remove_all(stick / "feedback");
  auto store = store::Store::open(folder);
  if (!store) return false;
  const auto set = short_digest(store::given::small_survey(small_source).source);
  const auto saved = store->save(set, next_answer, {{20780}, 0}, next_);
  const bool sound = ask(*store, told);
  const auto exported = copy_out(*store, read_small, filled_.key(), stick);
  const Told files = files_in(stick);
  told.insert(files.begin(), files.end());
  const bool all = exported && exported->left_out == 0;
  if (!files.empty()) told["exported"] = all ? "all" : "not all";
  return saved && sound && all;
}

Outcome RottingStore::judge_here(const std::string& rotten, const std::filesystem::path& folder,
                                 const std::filesystem::path& stick) const {
  Told told;
  const bool nothing_said = use(rotten, folder, stick, told);
  if (told == told_) return Outcome::same;
  return nothing_said || lies(told, told_) ? Outcome::wrong : Outcome::found;
}

std::vector<Outcome> RottingStore::judge(const std::vector<std::uint64_t>& bits) {
  const std::size_t at_once = std::max(1U, std::thread::hardware_concurrency());
  const Shared<Outcome> outcomes{bits.size() + 1};
  const Shared<std::size_t> next{at_once};
  std::deque<TempFolder> folders;  // not the processes' own: they may end without a word
  std::deque<TempFolder> sticks;
  for (std::size_t i = 0; i < at_once; ++i) {
    folders.emplace_back(TempFolder::in_memory());
    sticks.emplace_back(TempFolder::in_memory());
  }
  const auto go_on = [&](std::size_t process) {
    const pid_t child = ::fork();
    if (child != 0) return child;
    for (const int signal : {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL}) std::signal(signal, SIG_DFL);
    for (std::size_t& i = next[process]; i < bits.size(); i += at_once) {
      ::alarm(longest_look);
      outcomes[i] = judge_here(with_bit_turned(bits[i]), folders[process].path(), sticks[process].path());
    }
    std::_Exit(0);
  };
  std::map<pid_t, std::size_t> running;
  for (std::size_t process = 0; process < at_once; ++process) {
    next[process] = process;
    running[go_on(process)] = process;
  }
  while (!running.empty()) {
    int how = 0;
    const pid_t ended = ::waitpid(-1, &how, 0);
    const auto process = running.at(ended);
    running.erase(ended);
    if (WIFEXITED(how) && WEXITSTATUS(how) == 0) continue;
    outcomes[next[process]] = Outcome::crashed;
    next[process] += at_once;
    running[go_on(process)] = process;
  }
  std::vector<Outcome> all;
  for (std::size_t i = 0; i < bits.size(); ++i) all.push_back(outcomes[i]);
  return all;
}

}  // namespace kiosk::stick::given
