#include "kiosk/stick/batch_writer.h"

#include <optional>
#include <utility>

#include "kiosk/batch/sealed_texts.h"
#include "kiosk/stick/export_error.h"

namespace kiosk::stick {

namespace {

constexpr unsigned open_to_all = 0755;

ExportError read_otherwise() {
  return told(store::StoreError{store::StoreError::Kind::corrupt, 0, "read the sealed answers again", {}});
}

}  // namespace

Result<Done, ExportError> set_aside(const OnStick& stick, const Folder& folder, const std::string& name) {
  const auto broken = stick.feedback.enter_or_make(set_aside_folder, open_to_all);
  if (!broken) return told(broken.error());
  if (const auto aside = folder.set_aside(name, *broken); !aside) return told(aside.error());
  if (const auto dated = broken->date_to_midnight(); !dated) return told(dated.error());
  return Done{};
}

Result<BatchWriter::Written, ExportError> BatchWriter::write_all(Plan& plan, Telling& telling) {
  for (const std::string& name : plan.unfinished) {
    if (const auto removed = stick_.batches.remove(name); !removed) return told(removed.error());
  }
  std::uint64_t to_write = 0;
  for (const PlannedFile& file : plan.files) {
    if (file.found != PlannedFile::Found::same) to_write += file.rows;
  }
  Step step{telling, Progress::Phase::writing, to_write};
  if (!step.go_on(std::uint64_t{0})) return cancelled();
  Written written;
  for (PlannedFile& file : plan.files) {
    if (file.found == PlannedFile::Found::same) continue;
    if (file.found == PlannedFile::Found::broken) {
      if (const auto aside = set_aside(stick_, stick_.batches, file.name); !aside) return aside.error();
      ++written.aside;
    }
    const auto content = write(plan.seals[file.batch], file, step);
    if (!content) return content.error();
    file.content = *content;
    const bool is_new = file.part == Part::answers && file.found == PlannedFile::Found::missing;
    written.added += is_new ? 1U : 0U;
  }
  return written;
}

Result<Content, ExportError> BatchWriter::write(const store::Seal& seal, const PlannedFile& file,
                                                Step& step) {
  switch (file.part) {
    case Part::sealed_texts: {
      const auto sealed = seal_texts(seal);
      if (!sealed) return sealed.error();
      auto written = write_whole(file.name, *sealed);
      if (written && !step.go_on(file.rows)) return cancelled();
      return written;
    }
    case Part::proof:
      return write_whole(file.name, std::exchange(proof_, {}));
    case Part::answers:
    case Part::texts:
      break;
  }
  return write_made(seal, file, step);
}

Result<Content, ExportError> BatchWriter::write_made(const store::Seal& seal, const PlannedFile& file,
                                                     Step& step) {
  auto copy = Copy::start(stick_.batches, file.name);
  if (!copy) return told(copy.error());
  std::optional<ExportError> failure;
  const auto written = made_.make(seal, file.part, [&](std::string_view piece) {
    if (const auto added = copy->add(piece); !added) failure = told(added.error());
    if (!failure && !step.go_on(piece)) failure = cancelled();
    return !failure;
  });
  if (failure) return *failure;
  if (!written) return told(written.error());
  const auto content = copy->finish();
  if (!content) return told(content.error());
  return *content == file.content ? Result<Content, ExportError>{*content} : read_otherwise();
}

Result<Content, ExportError> BatchWriter::write_whole(const std::string& name, const std::string& bytes) {
  auto copy = Copy::start(stick_.batches, name);
  if (!copy) return told(copy.error());
  if (const auto added = copy->add(bytes); !added) return told(added.error());
  const auto content = copy->finish();
  if (!content) return told(content.error());
  return *content;
}

/// The texts, sealed; keeps what proves them.
Result<std::string, ExportError> BatchWriter::seal_texts(const store::Seal& seal) {
  std::string texts;
  const auto made = made_.make(seal, Part::texts, [&](std::string_view piece) {
    texts += piece;
    return true;
  });
  if (!made) return told(made.error());
  auto sealed = batch::seal_texts(texts, recipients_, key_);
  if (!sealed) return ExportError{.kind = ExportError::Kind::cannot_seal, .sentence = sealed.error()};
  proof_ = std::move(sealed->note);
  return std::move(sealed->age);
}

}  // namespace kiosk::stick
