#include <fmt/core.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <optional>
#include <string>

#include "kiosk/app/fail.h"
#include "kiosk/app/pin.h"
#include "kiosk/app/station.h"
#include "kiosk/base/password.h"
#include "kiosk/base/random.h"

namespace kiosk::app {

namespace {

/// While this lives, what is typed is not seen.
class Unseen {
 public:
  Unseen() : typed_by_person_{::tcgetattr(STDIN_FILENO, &before_) == 0} {
    if (!typed_by_person_) return;
    termios unseen = before_;
    unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen);
  }
  Unseen(const Unseen&) = delete;
  Unseen& operator=(const Unseen&) = delete;
  ~Unseen() {
    if (typed_by_person_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }

  bool typed_by_person() const { return typed_by_person_; }

 private:
  termios before_{};
  bool typed_by_person_;
};

std::optional<std::string> ask(const char* question, bool person) {
  if (person) fmt::print(stderr, "{}", question);
  std::string line;
  if (!std::getline(std::cin, line)) return std::nullopt;
  if (person) fmt::print(stderr, "\n");
  return line;
}

/// The first that people try: 111111, 123456, 654321, 121212, 123123.
bool is_easy(const std::string& pin) {
  const auto steps_by = [&](int step) {
    return std::adjacent_find(pin.begin(), pin.end(), [step](char a, char b) { return b - a != step; }) ==
           pin.end();
  };
  const auto repeats_after = [&](std::size_t count) {
    return std::equal(pin.begin() + static_cast<std::ptrdiff_t>(count), pin.end(), pin.begin());
  };
  return steps_by(0) || steps_by(1) || steps_by(-1) || repeats_after(2) || repeats_after(3);
}

/// What is wrong with it; nothing where it is a good one.
std::optional<std::string> fault_of(const std::string& pin) {
  const bool digits = std::all_of(pin.begin(), pin.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (pin.size() != visit::pin_digits || !digits) {
    return "a PIN has 6 digits, and nothing else; try again";
  }
  if (is_easy(pin)) return "this PIN is one of the first that people try; take another one";
  return std::nullopt;
}

std::string drawn() {
  Random random = Random::system();
  while (true) {
    std::string pin = fmt::format("{:06}", random.below(1'000'000));
    if (!is_easy(pin)) return pin;
  }
}

/// The station's file with `kept` as its PIN: a line is replaced or added, all others stay as they are.
std::string with_pin(const std::string& text, const std::string& kept) {
  const std::string line = fmt::format("pin = \"{}\"", kept);
  const auto starts_line = [&](std::size_t at) { return at == 0 || text[at - 1] == '\n'; };
  std::size_t section = text.find("[staff]");
  while (section != std::string::npos && !starts_line(section)) section = text.find("[staff]", section + 1);
  if (section == std::string::npos) {
    const char* apart = text.empty() || text.ends_with('\n') ? "" : "\n";
    return text + apart + "\n[staff]\n" + line + "\n";
  }
  const std::size_t next = text.find("\n[", section);
  for (std::size_t at = section; at != std::string::npos && at < next; at = text.find('\n', at + 1)) {
    const std::size_t word = text.find_first_not_of(" \t", at + 1);
    const bool is_pin = word != std::string::npos && text.compare(word, 3, "pin") == 0 &&
                        text.find_first_not_of(" \t", word + 3) == text.find('=', word);
    if (text[at] == '\n' && is_pin)
      return text.substr(0, at + 1) + line + text.substr(std::min(text.find('\n', word), text.size()));
  }
  const std::size_t end = text.find('\n', section);
  if (end == std::string::npos) return text + "\n" + line + "\n";
  return text.substr(0, end + 1) + line + "\n" + text.substr(end + 1);
}

struct NewPin {
  std::string pin;
  bool drawn = false;
};

Result<NewPin, std::string> ask_for_pin() {
  const Unseen unseen;
  const bool person = unseen.typed_by_person();
  const auto first = ask("New PIN of 6 digits (or nothing, to be given one): ", person);
  if (!first) return std::string{"no PIN was given"};
  if (first->empty()) return NewPin{drawn(), true};
  if (auto fault = fault_of(*first)) return std::move(*fault);
  if (person && ask("Once more: ", person) != first)
    return std::string{"the two were not the same; try again"};
  return NewPin{*first};
}

}  // namespace

int set_pin(const std::filesystem::path& station) {
  constexpr std::size_t most_bytes = std::size_t{1} << 20U;
  const auto text = read_file(station, most_bytes);
  if (!text) return fail(text.error().text());
  if (const auto sound = read_station(*text, station.string()); !sound) {
    fmt::print(stderr, "{}", describe(sound.error()));
    return 1;
  }
  const auto given = ask_for_pin();
  if (!given) return fail(given.error());
  const auto kept = keep_secret(given->pin);
  if (!kept) return fail("there is too little memory to keep a PIN safely; 256 MB are needed");
  const std::string changed = with_pin(*text, *kept);
  const auto read_again = read_station(changed, station.string());
  if (!read_again || read_again->pin != kept) {
    return fail(fmt::format("the PIN could not be put into {}; write this under [staff]: pin = \"{}\"",
                            station.string(), *kept));
  }
  if (const auto written = rewrite_atomically(station, changed); !written)
    return fail(written.error().text());
  if (given->drawn) fmt::print("The PIN is {}. It is not shown again.\n", given->pin);
  fmt::print("The PIN is set in {}. The kiosk takes it when it starts again.\n", station.string());
  return 0;
}

}  // namespace kiosk::app
