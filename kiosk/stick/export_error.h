#pragma once

#include "kiosk/base/file.h"
#include "kiosk/stick/export.h"
#include "kiosk/store/error.h"

/// What the world does to an export, in the words of an export.
namespace kiosk::stick {

ExportError told(const IoError& error);
ExportError told(const PortError& error);
ExportError told(const store::StoreError& error);

ExportError cancelled();
ExportError differs(const std::filesystem::path& path);
ExportError too_little_room(std::uint64_t needed, std::uint64_t free);
ExportError pulled_out();

}  // namespace kiosk::stick
