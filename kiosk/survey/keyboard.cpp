#include "kiosk/survey/keyboard.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "kiosk/survey/table_reader.h"
#include "kiosk/survey/wording.h"

namespace kiosk::survey {

namespace {

constexpr const char* first_page = "letters";

const std::vector<std::string>& actions() {  // in the order of the enum
  static const std::vector<std::string> names{"insert", "shift", "backspace", "space", "page"};
  return names;
}

/// A key that leads to another page, and where it was written.
struct Turn {
  Place place;
  std::string page;
};

/// What all parts of one keyboard are read with.
struct Reading {
  Findings& findings;
  int columns;
  std::vector<Turn> turns;
};

std::vector<std::string> read_alternatives(TableReader& key, const Key& of, Findings& findings) {
  const List* list = key.list("alt", Need::optional);
  if (list == nullptr) return {};
  std::vector<std::string> texts;
  for (const Value& value : *list) {
    const auto* text = std::get_if<std::string>(&value.is);
    if (text == nullptr) {
      findings.add(value.place, fmt::format("the alternative is {}, not text", value.kind()),
                   "write alt = [\"…\", \"…\"]");
    } else if (key.check_wording("the alternative", value, *text)) {
      texts.push_back(*text);
    }
  }
  if (of.does != Key::Does::insert) {
    key.refuse("alt", "the key types nothing, so nothing can come instead", "take alt out");
  } else if (list->empty() || list->size() > most_alternatives) {
    key.refuse("alt", fmt::format("the key has {} alternatives", list->size()),
               fmt::format("write 1 to {}, or take alt out", most_alternatives));
  }
  return texts;
}

Key read_key(const Table& table, Reading& reading) {
  TableReader reader{table, reading.findings, "the key"};
  Key key;
  const auto action = reader.one_of("action", actions(), Need::optional);
  key.does = Key::Does{static_cast<int>(action.value_or(0))};
  const bool inserts = key.does == Key::Does::insert && (action || !reader.has("action"));
  key.text = reader.text("text", inserts ? Need::required : Need::optional).value_or("");
  const bool turns_page = key.does == Key::Does::page;
  key.page = reader.text("page", turns_page ? Need::required : Need::optional).value_or("");
  if (turns_page && !key.page.empty()) reading.turns.push_back({table.find("page")->value.place, key.page});
  key.cap = reader.text("cap", turns_page ? Need::required : Need::optional).value_or(key.text);
  key.width = reader.number("width", {0.5, static_cast<double>(reading.columns)}).value_or(1);
  key.alternatives = read_alternatives(reader, key, reading.findings);
  reader.refuse_the_rest();
  return key;
}

/// A key is one text that it types, or a table that says more.
Key read_key(const Value& value, TableReader& row, Reading& reading) {
  if (const auto* table = std::get_if<Table>(&value.is)) return read_key(*table, reading);
  Key key;
  if (const auto* text = std::get_if<std::string>(&value.is)) {
    if (row.check_wording("the key", value, *text)) key.text = key.cap = *text;
  } else {
    reading.findings.add(value.place, fmt::format("the key is {}", value.kind()),
                         "write \"a\" or { action = \"…\" }");
  }
  return key;
}

KeyRow read_row(const Table& table, Reading& reading) {
  TableReader reader{table, reading.findings, "the row"};
  KeyRow row;
  row.inset = reader.number("inset", {0, 4}).value_or(0);
  const List* keys = reader.list("keys", Need::required);
  reader.refuse_the_rest();
  if (keys == nullptr) return row;
  double width = 2 * row.inset;
  for (const Value& value : *keys) {
    row.keys.push_back(read_key(value, reader, reading));
    width += row.keys.back().width;
  }
  if (std::abs(width - reading.columns) > 0.001) {
    reader.refuse("keys", fmt::format("the row is {:g} keys wide", width),
                  fmt::format("make it {}, with twice the inset", reading.columns));
  }
  return row;
}

bool page_has(const KeyPage& page, Key::Does action) {
  return std::any_of(page.rows.begin(), page.rows.end(), [&](const KeyRow& row) {
    return std::any_of(row.keys.begin(), row.keys.end(), [&](const Key& key) { return key.does == action; });
  });
}

KeyPage read_page(const Table& table, Reading& reading) {
  Findings& findings = reading.findings;
  TableReader reader{table, findings, "the page"};
  KeyPage page;
  page.name = reader.id("name").value_or("");
  for (const Table* row : reader.tables("row", "page.row")) page.rows.push_back(read_row(*row, reading));
  reader.refuse_the_rest();
  if (!page_has(page, Key::Does::backspace)) {
    findings.add(table.place, fmt::format("the page '{}' has no backspace", page.name),
                 "add { action = \"backspace\" }");
  }
  if (!page_has(page, Key::Does::space)) {
    findings.add(table.place, fmt::format("the page '{}' has no space", page.name),
                 "add { action = \"space\" }");
  }
  return page;
}

/// The pages that can be reached from `start`, itself included.
std::set<std::string> reachable(const Keyboard& keyboard, const std::string& start) {
  std::set<std::string> reached;
  std::vector<std::string> ahead{start};
  while (!ahead.empty()) {
    const std::string name = ahead.back();
    ahead.pop_back();
    const KeyPage* page = keyboard.page(name);
    if (page == nullptr || !reached.insert(name).second) continue;
    for (const KeyRow& row : page->rows) {
      for (const Key& key : row.keys) {
        if (key.does == Key::Does::page) ahead.push_back(key.page);
      }
    }
  }
  return reached;
}

/// Notes keys that lead nowhere. True when there are none.
bool check_turns(const Keyboard& keyboard, const std::vector<Turn>& turns, Findings& findings) {
  std::vector<std::string> names;
  for (const KeyPage& page : keyboard.pages) names.push_back(page.name);
  bool fine = true;
  for (const Turn& turn : turns) {
    if (keyboard.page(turn.page) != nullptr) continue;
    fine = false;
    findings.add(turn.place, fmt::format("there is no page '{}'", turn.page), did_you_mean(turn.page, names));
  }
  return fine;
}

/// Notes pages that nobody can get to, or back from. Every key leads somewhere.
void check_ways(const Keyboard& keyboard, const std::vector<const Table*>& tables, Findings& findings) {
  const std::set<std::string> found = reachable(keyboard, first_page);
  for (std::size_t i = 0; i < keyboard.pages.size(); ++i) {
    const std::string& name = keyboard.pages[i].name;
    if (found.count(name) == 0) {
      findings.add(
          tables[i]->place, fmt::format("no key leads to the page '{}'", name),
          fmt::format("add {{ action = \"page\", page = \"{}\", cap = \"…\" }} to another page", name));
    }
    if (reachable(keyboard, name).count(first_page) == 0) {
      findings.add(tables[i]->place, fmt::format("the page '{}' has no way back", name),
                   fmt::format("add {{ action = \"page\", page = \"{}\", cap = \"abc\" }}", first_page));
    }
  }
}

}  // namespace

const KeyPage* Keyboard::page(std::string_view name) const {
  const auto found =
      std::find_if(pages.begin(), pages.end(), [&](const KeyPage& p) { return p.name == name; });
  return found == pages.end() ? nullptr : &*found;
}

Result<Keyboard, std::vector<Problem>> read_keyboard(std::string_view text, const std::string& file) {
  const auto table = parse_toml(text, file);
  if (!table) return table.error();
  Findings findings{file, text};
  TableReader reader{*table, findings, "the keyboard"};
  Keyboard keyboard;
  keyboard.language = reader.text("language", Need::required).value_or("");
  if (!keyboard.language.empty() && !is_language_tag(keyboard.language)) {
    reader.refuse("language", fmt::format("'{}' is not a language", keyboard.language), "write it as \"nl\"");
  }
  const Bounds columns{fewest_columns, most_columns, "keys"};
  keyboard.columns = reader.whole_number("columns", columns).value_or(keyboard.columns);
  const std::vector<const Table*> pages = reader.tables("page", "page");
  Reading reading{findings, keyboard.columns, {}};
  for (const Table* page : pages) {
    const KeyPage read = read_page(*page, reading);
    if (keyboard.page(read.name) != nullptr) {
      findings.add(page->place, fmt::format("the page '{}' is there twice", read.name),
                   "give one another name");
    }
    keyboard.pages.push_back(read);
  }
  if (keyboard.pages.empty() || keyboard.pages.front().name != first_page) {
    findings.add(pages.empty() ? Place{} : pages.front()->place,
                 fmt::format("the first page is not '{}'", first_page),
                 fmt::format("begin with [[page]] and name = \"{}\"", first_page));
  } else if (check_turns(keyboard, reading.turns, findings)) {
    check_ways(keyboard, pages, findings);
  }
  reader.refuse_the_rest();
  if (!findings.none()) return findings.in_order();
  return keyboard;
}

}  // namespace kiosk::survey
