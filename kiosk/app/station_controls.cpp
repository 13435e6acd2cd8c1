#include "kiosk/app/station_controls.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace kiosk::app {

namespace {

using survey::Findings;
using survey::List;
using survey::Member;
using survey::Need;
using survey::Table;
using survey::TableReader;
using survey::Value;

struct NamedAction {
  const char* name;
  ui::KeyAction action;
};
constexpr std::array<NamedAction, 8> actions{{
    {"next", ui::KeyAction::next},
    {"previous", ui::KeyAction::previous},
    {"up", ui::KeyAction::up},
    {"down", ui::KeyAction::down},
    {"left", ui::KeyAction::left},
    {"right", ui::KeyAction::right},
    {"choose", ui::KeyAction::choose},
    {"back", ui::KeyAction::back},
}};

const char* name_of(ui::KeyAction action) {
  const auto* found = std::find_if(actions.begin(), actions.end(),
                                   [action](const NamedAction& each) { return each.action == action; });
  return found->name;
}

bool same_key(const sdl::KeyBinding& a, const sdl::KeyBinding& b) {
  return a.code == b.code && a.with_shift == b.with_shift;
}

std::string remedy_for(const std::string& key) {
  std::string near = survey::did_you_mean(key, sdl::key_names());
  if (near.starts_with("did you mean")) return near;
  return "use SDL's name of the key, such as \"Right\", \"Tab\", \"Shift+Tab\", \"Return\", \"F1\"";
}

/// The keys that `value` names, one or a list of them; what is none is noted.
std::vector<sdl::KeyBinding> keys_in(const Value& value, Findings& findings) {
  if (const auto* list = std::get_if<List>(&value.is)) {
    std::vector<sdl::KeyBinding> keys;
    for (const Value& each : *list) {
      if (std::holds_alternative<List>(each.is)) {
        findings.add(each.place, "a key is a list, not text", "write [\"Right\", \"Tab\"]");
        continue;
      }
      for (const sdl::KeyBinding& key : keys_in(each, findings)) keys.push_back(key);
    }
    return keys;
  }
  const auto* name = std::get_if<std::string>(&value.is);
  if (name == nullptr) {
    findings.add(value.place, fmt::format("a key is {}, not text", value.kind()), "write \"Right\"");
    return {};
  }
  const auto key = sdl::key_called(*name);
  if (!key) {
    findings.add(value.place, fmt::format("there is no key '{}'", *name), remedy_for(*name));
    return {};
  }
  return {*key};
}

std::optional<double> number_in(const Value& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value.is)) return static_cast<double>(*whole);
  if (const auto* number = std::get_if<double>(&value.is); number != nullptr && std::isfinite(*number)) {
    return *number;
  }
  return std::nullopt;
}

std::optional<ui::Calibration> calibration_in(const List& list) {
  std::array<double, 6> m{};
  if (list.size() != m.size()) return std::nullopt;
  for (std::size_t i = 0; i < m.size(); ++i) {
    const auto number = number_in(list[i]);
    if (!number) return std::nullopt;
    m[i] = *number;
  }
  return ui::Calibration{m[0], m[1], m[2], m[3], m[4], m[5]};
}

}  // namespace

std::optional<ui::Turn> read_rotation(TableReader& table) {
  const auto degrees = table.whole_number("rotation", {0, 270, "degrees"});
  if (!degrees) return std::nullopt;
  if (*degrees % 90 == 0) return static_cast<ui::Turn>(*degrees / 90);
  table.refuse("rotation", fmt::format("'rotation' is {} degrees", *degrees), "use one of: 0, 90, 180, 270");
  return std::nullopt;
}

void read_touch(const Table& table, Findings& findings, ui::Mounting& mounting) {
  TableReader reader{table, findings, "[touch]"};
  mounting.touch = read_rotation(reader).value_or(mounting.touch);
  const std::string example = "[1, 0, 0, 0, 1, 0]";
  if (const List* list = reader.list("calibration", Need::optional, example)) {
    const auto calibration = calibration_in(*list);
    if (!calibration) {
      reader.refuse("calibration", "'calibration' is not six numbers", "write calibration = " + example);
    } else if (!calibration->is_usable()) {
      reader.refuse("calibration", "'calibration' makes different touches one",
                    "copy the six numbers that the calibration program gave");
    } else {
      mounting.calibration = *calibration;
    }
  }
  reader.refuse_the_rest();
}

void read_keys(const Table& table, Findings& findings, sdl::KeyBindings& keys) {
  std::vector<std::string> known;
  known.reserve(actions.size());
  for (const NamedAction& each : actions) known.emplace_back(each.name);
  sdl::KeyBindings written;
  std::vector<ui::KeyAction> named;
  for (const Member& member : table.members) {
    const auto action = std::find(known.begin(), known.end(), member.name);
    if (action == known.end()) {
      findings.add(member.place, fmt::format("[keys] cannot have '{}'", member.name),
                   survey::did_you_mean(member.name, known));
      continue;
    }
    named.push_back(actions[static_cast<std::size_t>(action - known.begin())].action);
    for (sdl::KeyBinding key : keys_in(member.value, findings)) {
      key.action = named.back();
      const auto taken = std::find_if(written.begin(), written.end(),
                                      [&](const sdl::KeyBinding& other) { return same_key(other, key); });
      if (taken == written.end()) {
        written.push_back(key);
      } else if (taken->action != key.action) {
        findings.add(member.value.place,
                     fmt::format("'{}' has a key that '{}' has too", member.name, name_of(taken->action)),
                     "give each key one action");
      }
    }
  }
  std::erase_if(keys, [&](const sdl::KeyBinding& key) {
    return std::find(named.begin(), named.end(), key.action) != named.end() ||
           std::any_of(written.begin(), written.end(),
                       [&](const sdl::KeyBinding& other) { return same_key(other, key); });
  });
  keys.insert(keys.end(), written.begin(), written.end());
}

}  // namespace kiosk::app
