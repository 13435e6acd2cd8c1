#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "kiosk/base/folder.h"
#include "kiosk/base/result.h"
#include "kiosk/batch/reading.h"
#include "kiosk/batch/sealed_texts.h"

/// Batches of any number of stations, from any number of sticks, as one set.
///
/// A batch is the same for good, so two files of one batch are the same bytes, or somebody made one up: then
/// nothing is gathered at all. Its texts do change: staff hide a text, or erase it for good. Of two files of
/// the texts of one batch that one is taken in which more was erased; then that in which more was decided;
/// then that in which more is hidden. Decisions are never taken back at a station (an erased text is gone, a
/// text that was judged is judged), so that is the later one, in whatever order and grouping sticks come
/// together, and a text that was erased does not come back from an old stick. Where that cannot be so,
/// because the store of a station was put back from an old copy and other texts were erased since, both files
/// have a text that the other has not: then too nothing is gathered.
namespace kiosk::batch {

/// A folder `batches`, of a stick or of a set of results. It outlives what was gathered from it.
struct BatchFolder {
  const Folder* folder = nullptr;
  std::string stick;  ///< how messages call what it stands on
};

/// A file that was read, and is good. Sealed texts are two: `name` is what proves them, beside it stands the
/// .age file. Unless they were opened, `file` tells of them no more than that proof.
struct FoundFile {
  ReadFile file;
  std::optional<SealedNote> sealed;
  std::size_t folder = 0;  ///< in which of the folders
  std::string name;

  /// Can its answers be read here?
  bool readable() const { return file.survey != nullptr; }
};

/// What was found of one batch.
struct FoundBatch {
  std::optional<FoundFile> answers;
  std::optional<FoundFile> texts;
};

/// A file that is no good, or that nobody knows the key of.
struct LeftOut {
  std::string path;
  std::string why;
};

struct Gathered {
  std::vector<BatchFolder> folders;
  std::map<store::BatchId, FoundBatch> batches;     ///< in the order of their random names
  std::vector<LeftOut> left_out;                    ///< the others do not suffer from it
  std::map<PublicKey, std::set<std::string>> keys;  ///< whose files were taken, and how they call themselves
  std::map<PublicKey, std::set<std::string>> unknown_keys;  ///< whose files were left out for that

  std::optional<std::filesystem::path> identity;  ///< what opens sealed texts

  std::uint64_t answers() const;       ///< that can be read
  std::uint64_t sealed_texts() const;  ///< that cannot
};

/// Hears how many answers are done, of how many; at least once, and every 4096 answers. Returns false to end
/// it.
using TellProgress = std::function<bool(std::uint64_t done, std::uint64_t all)>;

struct GatherOptions {
  std::optional<std::set<PublicKey>> known_keys;  ///< take no files but those that these signed
  std::optional<std::filesystem::path> identity;  ///< of age: opens sealed texts
};

/// Why there are no results at all.
struct GatherError {
  enum class Kind {
    disagree,   ///< two files of one batch that cannot both be true
    cancelled,  ///< as was asked
    failed,     ///< the disk did not take or give something
    scratch,    ///< the folder in which a spreadsheet is put together did not
  };
  Kind kind = Kind::failed;
  std::string sentence;  ///< what happened, where, and what to do
};

/// Reads and checks every batch in `folders`; files that are not a kiosk's are passed over, unless they are
/// called so. Keeps a few kilobytes for each batch, however many answers it has.
Result<Gathered, GatherError> gather(std::vector<BatchFolder> folders, const GatherOptions& options,
                                     const TellProgress& tell);

/// Takes a piece of a file. Returns false to have no more.
using TakeBytes = std::function<bool(std::string_view)>;

/// What the .age file beside a proof of sealed texts is called.
std::string age_name(const SealedNote& note);

/// Reads a gathered file once more, line by line, and hands its bytes to `bytes` as well where there is one.
/// Fails when it is not the same any more.
Result<Done, GatherError> read_again(const Gathered& gathered, const FoundFile& found, Surveys& surveys,
                                     const TakeLine& take, const TakeBytes& bytes = {});

}  // namespace kiosk::batch
