#include "kiosk/batch/out_folder.h"

#include <utility>

namespace kiosk::batch {

namespace {

constexpr std::size_t waiting_bytes = std::size_t{256} << 10U;

class PlainFile : public OutFile {
 public:
  explicit PlainFile(NewFile file) : file_{std::move(file)} {}

  Result<Done, IoError> add(std::string_view piece) override {
    waiting_ += piece;
    if (waiting_.size() < waiting_bytes) return Done{};
    return flush();
  }

  Result<Done, IoError> finish() override {
    if (const auto rest = flush(); !rest) return rest.error();
    if (const auto dated = file_.date_to_midnight(); !dated) return dated.error();
    return file_.finish();
  }

 private:
  Result<Done, IoError> flush() {
    auto written = file_.append(waiting_);
    waiting_.clear();
    return written;
  }

  NewFile file_;
  std::string waiting_;  // a disk takes few large pieces far sooner than many small ones
};

}  // namespace

Result<std::unique_ptr<OutFile>, IoError> PlainFolder::start(const std::string& name) {
  auto file = folder_->create(name);
  if (!file) return file.error();
  return std::unique_ptr<OutFile>{std::make_unique<PlainFile>(std::move(*file))};
}

}  // namespace kiosk::batch
