#pragma once

#include <string>

namespace kiosk::app {

/// Tells in one line on stderr what is wrong, and goes on.
void complain(const std::string& sentence);

/// Tells in one line on stderr why a command could not do its work. The exit status: 1.
int fail(const std::string& sentence);

}  // namespace kiosk::app
