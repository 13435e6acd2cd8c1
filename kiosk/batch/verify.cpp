#include "kiosk/batch/verify.h"

#include <array>
#include <utility>

#include "kiosk/batch/csv.h"
#include "kiosk/batch/jsonl.h"
#include "kiosk/batch/report.h"
#include "kiosk/batch/xlsx.h"

namespace kiosk::batch {

namespace {

constexpr std::array formats{&csv,           &codebook,    &batch_format, &texts_format,
                             &sealed_format, &xlsx_format, &report_format};
// 64 digits of hash, 128 of signature, 20 of count, and the names around them
constexpr std::size_t longest_closing_line = 300;

// A batch tells the whole text of its question set in its first line, every byte of it at most six in JSON.
constexpr std::size_t longest_opening_line = std::size_t{2} << 20U;

bool begins_with(std::string_view text, std::string_view mark) { return text.substr(0, mark.size()) == mark; }

}  // namespace

void Verifier::recognise() {
  bool may_still = false;
  for (const Format* format : formats) {
    const std::string_view mark = format->opening_mark;
    if (begins_with(head_, mark)) format_ = format;
    may_still = may_still || begins_with(mark, head_);
  }
  not_ours_ = format_ == nullptr && !may_still;
}

void Verifier::take(std::string_view piece) {
  while (format_ == nullptr && !not_ours_ && !piece.empty()) {
    head_ += piece.front();
    piece.remove_prefix(1);
    recognise();
    if (format_ != nullptr) take_lines(std::exchange(head_, {}));
  }
  if (format_ != nullptr) take_lines(piece);
}

void Verifier::take_lines(std::string_view piece) {
  const bool two_bytes = format_->line_end.size() == 2;  // CR LF; an LF alone is then within a row
  while (!piece.empty()) {
    more_after_closing_ = more_after_closing_ || !closing_.empty();
    const std::size_t at = piece.find('\n');
    const std::string_view part = piece.substr(0, at == std::string_view::npos ? at : at + 1);
    piece.remove_prefix(part.size());
    const char before = part.size() > 1 ? part[part.size() - 2] : last_;
    last_ = part.back();
    if (lines_ == 0 && opening_.size() <= longest_opening_line) opening_ += part;
    if (long_line_) {
      hasher_.take(part);
    } else {
      line_ += part;
    }
    if (last_ == '\n' && (!two_bytes || before == '\r')) {
      end_line();
    } else if (line_.size() > longest_closing_line) {
      hasher_.take(std::exchange(line_, {}));
      long_line_ = true;
    }
  }
}

void Verifier::end_line() {
  const bool may_close = !long_line_ && line_.size() <= longest_closing_line && closing_.empty();
  if (may_close && begins_with(line_, format_->closing_mark)) {
    closing_ = std::exchange(line_, {});
    return;
  }
  hasher_.take(std::exchange(line_, {}));
  long_line_ = false;
  ++lines_;
}

Verdict Verifier::finish() {
  if (not_ours_) return {Verdict::Kind::not_ours, 0, nullptr};
  if (format_ == nullptr || closing_.empty()) return {Verdict::Kind::cut_short, 0, nullptr};
  const std::uint64_t between = lines_ - 1;  // the first line is the opening
  const bool sized = !more_after_closing_ && opening_.size() <= longest_opening_line;
  const auto answers = sized ? format_->proves(opening_, closing_, between, hasher_.so_far()) : std::nullopt;
  if (!answers) return {Verdict::Kind::altered, 0, nullptr};
  const bool is_signed = format_ == &batch_format || format_ == &texts_format || format_ == &sealed_format;
  return {Verdict::Kind::good, *answers, format_, is_signed ? signer_in(opening_) : std::nullopt};
}

Verdict verify(std::string_view bytes) {
  Verifier verifier;
  verifier.take(bytes);
  return verifier.finish();
}

}  // namespace kiosk::batch
