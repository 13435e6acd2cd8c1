#include "kiosk/stick/export_error.h"

#include <fmt/core.h>

#include <cerrno>

namespace kiosk::stick {

namespace {

using Kind = ExportError::Kind;

Kind kind_of(const IoError& error) {
  if (error.disk_full()) return Kind::full;
  switch (error.code) {
    case EROFS:
    case EACCES:
    case EPERM:
      return Kind::read_only;
    case ELOOP:
    case EEXIST:
    case ENOTDIR:
    case EISDIR:
      return Kind::refused;
    case ENODEV:
    case ENXIO:
    case ENOMEDIUM:
    case ENOTCONN:
    case ESHUTDOWN:
      return Kind::pulled_out;
    default:
      return Kind::failed;
  }
}

const char* remedy(Kind kind) {
  switch (kind) {
    case Kind::read_only:
      return "the stick cannot be written to; unlock it or take another";
    case Kind::full:
      return "the stick is full; remove something from it or take another";
    case Kind::refused:
      return "something on the stick stands in the way; rename it or take another stick";
    case Kind::pulled_out:
      return "the stick was pulled out too soon; put it in again, and leave it in until this is done";
    default:
      return "the stick did not take the answers; leave it in until this is done, or take another";
  }
}

const char* remedy(Unusable why) {
  switch (why) {
    case Unusable::other_system:
      return "the stick is not formatted as FAT or exFAT; take another, or format it on a computer";
    case Unusable::several_parts:
      return "the stick has more than one partition; take another, or format it on a computer";
    case Unusable::several_sticks:
      return "there is more than one stick; pull out all but one";
    case Unusable::read_only:
      return remedy(Kind::read_only);
    case Unusable::dirty:
      return "the stick was pulled out of a computer too soon; have that computer check it, or take another";
    case Unusable::odd_size:
      return "the stick has an odd size; take another";
    case Unusable::unreadable:
      return "the stick cannot be read; take another";
    case Unusable::hostile:
      break;
  }
  return "this is not an ordinary stick; pull it out and do not use it";
}

/// "unlock it (Permission denied)"
std::string with_detail(const char* sentence, const std::string& detail) {
  return detail.empty() ? sentence : fmt::format("{} ({})", sentence, detail);
}

}  // namespace

ExportError told(const IoError& error) {
  const Kind kind = kind_of(error);
  return {.kind = kind, .sentence = with_detail(remedy(kind), error.text()), .path = error.path.string()};
}

ExportError told(const PortError& error) {
  switch (error.kind) {
    case PortError::Kind::no_port:
      return {.kind = Kind::no_port,
              .sentence = with_detail("nothing here can find a stick; install udisks2, or name a folder",
                                      error.detail)};
    case PortError::Kind::gone:
      return {.kind = Kind::no_stick,
              .sentence =
                  (error.detail.empty() ? "there is no stick" : error.detail) + "; put one in and try again"};
    case PortError::Kind::unusable:
      return {.kind = error.why == Unusable::read_only ? Kind::read_only : Kind::unusable,
              .sentence = with_detail(remedy(error.why), error.detail),
              .why = error.why};
    case PortError::Kind::not_allowed:
      return {.kind = Kind::not_allowed,
              .sentence = with_detail("the kiosk is not allowed to use sticks; see its rule for polkit",
                                      error.detail)};
    case PortError::Kind::busy:
      return {.kind = Kind::stays_open,
              .sentence = with_detail("something else still uses the stick; leave it in and try again",
                                      error.detail)};
    case PortError::Kind::failed:
      break;
  }
  return {.kind = Kind::failed, .sentence = with_detail(remedy(Kind::failed), error.detail)};
}

ExportError told(const store::StoreError& error) { return {.kind = Kind::store, .sentence = error.text()}; }

ExportError cancelled() { return {.kind = Kind::cancelled, .sentence = "the export was cancelled"}; }

ExportError differs(const std::filesystem::path& path) {
  return {
      .kind = Kind::differs,
      .sentence = fmt::format("the stick gave back something else than was written to {}; take another stick",
                              path.filename().string()),
      .path = path.string()};
}

ExportError too_little_room(std::uint64_t needed, std::uint64_t free) {
  return {.kind = Kind::full,
          .sentence = fmt::format("{} (it has {} KiB free, the answers need {} KiB)", remedy(Kind::full),
                                  free >> 10U, needed >> 10U),
          .needed = needed,
          .free = free};
}

ExportError pulled_out() { return {.kind = Kind::pulled_out, .sentence = remedy(Kind::pulled_out)}; }

}  // namespace kiosk::stick
