#include "kiosk/batch/jsonl.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "kiosk/base/clock.h"
#include "kiosk/batch/head_reader.h"
#include "kiosk/batch/json.h"

namespace kiosk::batch {

namespace {

constexpr std::string_view batch_mark = R"({"format":"kiosk-batch","version":1,)";
constexpr std::string_view texts_mark = R"({"format":"kiosk-texts","version":1,)";
constexpr std::string_view sealed_mark = R"({"format":"kiosk-sealed-texts","version":1,)";
constexpr std::string_view lines_end_mark = R"({"end":true,"count":)";
constexpr std::string_view before_hash = R"(,"hash":")";
constexpr std::string_view before_signature = R"(","signature":")";

std::string opening(std::string_view mark, const Head& head) {
  std::string line{mark};
  line.pop_back();  // the comma comes with the next field
  add_field(line, "station", head.station);
  add_field(line, "key", hex(head.key));
  add_field(line, "batch", hex(head.batch));
  add_field(line, "set", head.set);
  add_field(line, "hash", head.hash);
  if (head.from.day != 0) {
    add_field(line, "from", iso_date(head.from.day));
    add_field(line, "to", iso_date(head.to.day));
  }
  line += fmt::format(R"(,"answers":{})", head.answers);
  if (mark == texts_mark) line += fmt::format(R"(,"erased":{})", head.erased);
  add_field(line, "source", head.source);
  line += "}\n";
  return line;
}

/// Only the very line that signed_closing() writes will do: two ways to write it would be two files.
std::optional<std::uint64_t> proves_lines(std::string_view first_line, std::string_view last_line,
                                          std::uint64_t rows, const Digest& of_all_before) {
  constexpr std::size_t signature_digits = 2 * sizeof(Signature);
  const std::size_t at = last_line.rfind(before_signature);
  if (at == std::string_view::npos) return std::nullopt;
  const auto signature =
      from_hex<sizeof(Signature)>(last_line.substr(at + before_signature.size()).substr(0, signature_digits));
  if (!signature || last_line != signed_closing(rows, of_all_before, *signature)) return std::nullopt;
  const auto signer = signer_in(first_line);
  const std::string message = signed_part(of_all_before);
  const bool holds =
      signer && is_signed({reinterpret_cast<const unsigned char*>(message.data()), message.size()},
                          *signature, signer->key);
  return holds ? std::optional{rows} : std::nullopt;
}

}  // namespace

std::optional<Signer> signer_in(std::string_view first_line) {
  const auto parsed = nlohmann::json::parse(first_line, nullptr, false);
  if (!parsed.is_object()) return std::nullopt;
  const auto text = [&parsed](const char* name) {
    const auto at = parsed.find(name);
    return at != parsed.end() && at->is_string() ? at->get<std::string>() : std::string{};
  };
  const auto key = from_hex<sizeof(PublicKey)>(text("key"));
  if (!key) return std::nullopt;
  const std::string station = text("station");
  return Signer{*key, is_station(station) ? station : "?"};
}

std::string batch_opening(const Head& head) { return opening(batch_mark, head); }
std::string texts_opening(const Head& head) { return opening(texts_mark, head); }

void add_line(std::string& text, const Row& row) {
  text += '{';
  add_field(text, "question", row.question);
  add_field(text, "kind", name(row.kind));
  if (row.kind == Row::Kind::words) {
    add_field(text, "words", row.words);
    add_field(text, "state", row.state);
  } else {
    if (row.kind == Row::Kind::choice) add_list(text, "chosen", row.chosen);
    if (!row.points.empty()) text += fmt::format(R"(,"points":[{}])", fmt::join(row.points, ","));
    if (!row.reason.empty()) add_field(text, "reason", row.reason);
    add_list(text, "shown", row.shown);
  }
  add_field(text, "language", row.language);
  if (!row.day.empty()) add_field(text, "day", row.day);
  if (!row.part.empty()) add_field(text, "part", row.part);
  if (!row.flags.empty()) add_list(text, "flags", row.flags);
  if (!row.segment.empty()) add_field(text, "segment", row.segment);
  text += "}\n";
}

std::string signed_part(const Digest& of_all_before) { return "kiosk-feedback " + hex(of_all_before); }

std::string signed_closing(std::uint64_t rows, const Digest& of_all_before, const Signature& signature) {
  return fmt::format("{}{}{}{}{}{}\"}}\n", lines_end_mark, rows, before_hash, hex(of_all_before),
                     before_signature, hex(signature));
}

constinit const Format batch_format{batch_mark, "\n", lines_end_mark, proves_lines};
constinit const Format texts_format{texts_mark, "\n", lines_end_mark, proves_lines};
constinit const Format sealed_format{sealed_mark, "\n", lines_end_mark, proves_lines};

}  // namespace kiosk::batch
