#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Writing JSON by hand: the order of names and the form of every byte are fixed, since files are hashed and
/// made again from the store.
namespace kiosk::batch {

/// Adds `text` as a JSON string. Only quotes, backslashes and control characters need another form.
void add_string(std::string& line, std::string_view text);

/// Adds `,"name":"text"`; the comma only after something else.
void add_field(std::string& line, std::string_view name, std::string_view text);

/// Adds `,"name":["text",…]`.
void add_list(std::string& line, std::string_view name, const std::vector<std::string_view>& texts);

}  // namespace kiosk::batch
