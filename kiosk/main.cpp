#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <map>
#include <optional>
#include <string>

#include "kiosk/app/check.h"
#include "kiosk/app/desk.h"
#include "kiosk/app/opening.h"
#include "kiosk/app/pin.h"
#include "kiosk/app/preview.h"
#include "kiosk/app/results.h"
#include "kiosk/app/run.h"
#include "kiosk/app/share.h"
#include "kiosk/app/simulate.h"
#include "kiosk/app/texts.h"
#include "kiosk/app/upgrades.h"

namespace {

using kiosk::app::CheckOptions;
using kiosk::app::PreviewOptions;
using kiosk::app::RunOptions;
using kiosk::app::SimulateOptions;

/// "1080x1920"; nothing for anything else.
std::optional<kiosk::ui::Size> size_in(const std::string& text) {
  kiosk::ui::Size size;
  int used = 0;
  if (std::sscanf(text.c_str(), "%dx%d%n", &size.w, &size.h, &used) != 2) return std::nullopt;
  if (static_cast<std::size_t>(used) != text.size() || size.w < 1 || size.h < 1) return std::nullopt;
  return size;
}

/// "1080x1920@24": px and the diagonal in inches.
std::optional<kiosk::ui::Panel> panel_in(const std::string& text) {
  const std::size_t at = text.find('@');
  const auto size = size_in(text.substr(0, at));
  if (at == std::string::npos || !size) return std::nullopt;
  try {
    const double inch = std::stod(text.substr(at + 1));
    if (inch < 1) return std::nullopt;
    return kiosk::ui::panel_of(*size, inch);
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

const CLI::Validator is_size{
    [](const std::string& text) { return size_in(text) ? "" : "must look like 1080x1920"; }, "WxH"};
const CLI::Validator is_panel{
    [](const std::string& text) { return panel_in(text) ? "" : "must look like 1080x1920@24"; }, "WxH@INCH"};

const CLI::Validator is_number{// CLI11 takes -1 for the largest number there is
                               [](const std::string& text) {
                                 const bool digits =
                                     !text.empty() && text.size() <= 18 &&
                                     text.find_first_not_of("0123456789") == std::string::npos;
                                 return digits ? "" : "must be a whole number of at most 18 digits";
                               },
                               "NUMBER"};

/// All that can stand on the command line; each command fills in what it needs.
struct Given {
  RunOptions run;
  SimulateOptions simulate;
  CheckOptions check;
  PreviewOptions preview;
  kiosk::app::TextsOptions texts;
  kiosk::app::ResultsOptions results;
  std::string window;
  std::vector<std::string> panels;
  std::filesystem::path store = kiosk::app::default_store();
  std::string file;
  std::filesystem::path stick;
  std::filesystem::path folder;
  std::optional<std::filesystem::path> station;
  bool json = false;
  bool close_event = false;
};

void add_run(CLI::App& app, Given& given, int& status) {
  CLI::App* run = app.add_subcommand("run", "the kiosk; on the whole screen unless there is a --window");
  auto* set = run->add_option("--set", given.run.files.set, "the question set (default: the one that ships)");
  run->add_flag("--watch", given.run.watch,
                "read the set anew whenever its file changes, and show what is wrong")
      ->needs(set);
  run->add_option("--station", given.run.files.station, "the station's file (default: the one that ships)");
  run->add_option("--store", given.store, "the folder of the answers")->capture_default_str();
  run->add_option("--stick", given.stick, "a folder that stands in for a USB stick");
  run->add_option("--window", given.window, "a window of this size in px")->check(is_size);
  run->add_option("--seed", given.run.seed, "draw the orders of options from this number, for tests")
      ->check(is_number);
  run->add_option("--frames", given.run.frames, "write one JSON line a frame drawn to this file");
  run->callback([&] {
    given.run.store = given.store;
    if (!given.stick.empty()) given.run.stick = given.stick;
    if (!given.window.empty()) given.run.window = size_in(given.window);
    status = kiosk::app::run(given.run);
  });
}

void add_check(CLI::App& app, Given& given, int& status) {
  CLI::App* check = app.add_subcommand("check", "is a question set good, and does every screen of it fit?");
  check->add_option("files", given.check.sets, "question sets (default: the one that ships)");
  check->add_option("--panel", given.panels, "the panel to fit on (default: 24 inch, both ways up)")
      ->allow_extra_args(false)  // what comes after it is a file
      ->check(is_panel);
  check->add_option("--against", given.check.against,
                    "the set that people answered: what it means may not change");
  check->add_flag("--quiet", given.check.quiet, "not a word of how far it is");
  check->add_option("--station", given.check.station, "the station's file (default: the one that ships)");
  check->callback([&] {
    for (const std::string& panel : given.panels) given.check.panels.push_back(*panel_in(panel));
    status = kiosk::app::check(given.check);
  });
}

void add_preview(CLI::App& app, Given& given, int& status) {
  using kiosk::visit::Contrast;
  using kiosk::visit::TextSize;
  static const std::map<std::string, TextSize> sizes{
      {"N", TextSize::normal}, {"L", TextSize::large}, {"XL", TextSize::largest}};
  static const std::map<std::string, Contrast> contrasts{
      {"normal", Contrast::normal}, {"dark", Contrast::dark}, {"yellow", Contrast::yellow}};
  CLI::App* preview = app.add_subcommand("preview", "a picture of every screen, and a page that shows them");
  preview->add_option("--out", given.preview.out, "the folder to write to")->required();
  preview->add_option("--set", given.preview.files.set, "the question set (default: the one that ships)");
  preview->add_option("--station", given.preview.files.station,
                      "the station's file (default: the one that ships)");
  preview->add_option("--panel", given.panels, "the panel (default: 24 inch, both ways up)")->check(is_panel);
  preview->add_option("--language", given.preview.languages, "in this language (default: those of the set)");
  preview->add_option("--size", given.preview.sizes, "of the text")
      ->transform(CLI::CheckedTransformer(sizes));
  preview->add_option("--contrast", given.preview.contrasts, "of the colours")
      ->transform(CLI::CheckedTransformer(contrasts));
  preview->add_flag("--lower", given.preview.lower, "as for a visitor who wants everything low");
  preview->add_flag("--staff", given.preview.staff, "what staff see, in Dutch and English");
  preview->callback([&] {
    for (const std::string& panel : given.panels) given.preview.panels.push_back(*panel_in(panel));
    status = kiosk::app::preview(given.preview);
  });
}

void add_simulate(CLI::App& app, Given& given, int& status) {
  CLI::App* simulate = app.add_subcommand("simulate", "synthetic visitors tap through the real screens");
  simulate->add_option("--visits", given.simulate.visits, "how many visitors")->required()->check(is_number);
  simulate->add_option("--seed", given.simulate.seed, "the same seed, the same visitors")
      ->capture_default_str()
      ->check(is_number);
  simulate->add_option("--set", given.simulate.files.set, "the question set (default: the one that ships)");
  simulate->add_option("--store", given.simulate.store, "the folder of the answers")->required();
  simulate->callback([&] { status = kiosk::app::simulate(given.simulate); });
}

void add_texts(CLI::App& app, Given& given, int& status) {
  CLI::App* texts = app.add_subcommand("texts", "what visitors wrote: list it, or decide about one text");
  texts->add_option("--store", given.texts.store, "the folder of the answers")->required();
  auto* show = texts->add_option("--show", given.texts.show, "this text may be shown to everyone");
  auto* hide = texts->add_option("--hide", given.texts.hide, "this text is kept, and shown to nobody");
  auto* erase = texts->add_option("--erase", given.texts.erase, "this text goes for good");
  show->excludes(hide)->excludes(erase);
  hide->excludes(erase);
  texts->add_option("--reason", given.texts.reason, "why it is hidden or erased")
      ->check(CLI::IsMember({"personal", "abuse", "nonsense", "request", "other"}))
      ->capture_default_str();
  texts->callback([&] { status = kiosk::app::texts(given.texts); });
}

/// The kiosk asks this of itself; nobody else has to know of it.
void add_examine(CLI::App& app, Given& given, int& status) {
  CLI::App* examine = app.add_subcommand("examine", "is the store sound? (exit status 0)")->group("");
  examine->add_option("--store", given.store, "the folder of the answers")->required();
  examine->add_option("--file", given.file, "the store's file in it")->required();
  examine->callback([&] { status = kiosk::app::examine(given.store, given.file); });
}

void add_desk(CLI::App& app, Given& given, int& status) {
  CLI::App* show = app.add_subcommand("status", "how many answers there are, and how the store is doing");
  show->add_option("--store", given.store, "the folder of the answers")->required();
  show->add_flag("--json", given.json, "for programs");
  show->callback([&] { status = kiosk::app::status(given.store, given.json); });

  CLI::App* seal =
      app.add_subcommand("seal", "close over the open answers: nothing is added to them any more");
  seal->add_option("--store", given.store, "the folder of the answers")->required();
  seal->add_option("--station", given.station, "the station's file (default: the one that ships)");
  seal->add_flag("--close-event", given.close_event, "it is over: seal them, however few there are");
  seal->callback([&] { status = kiosk::app::seal(given.store, given.station, given.close_event); });

  CLI::App* copy = app.add_subcommand("export", "all sealed answers to a stick");
  copy->add_option("--store", given.store, "the folder of the answers")->required();
  copy->add_option("--stick", given.stick, "the folder where the stick is mounted")->required();
  copy->add_option("--station", given.station, "the station's file (default: the one that ships)");
  copy->callback([&] { status = kiosk::app::export_to_stick(given.store, given.stick, given.station); });

  CLI::App* pin = app.add_subcommand("pin", "sets the PIN of staff");
  pin->add_option("--station", given.file, "the station's file: the PIN is kept in it")->required();
  pin->callback([&] { status = kiosk::app::set_pin(given.file); });

  CLI::App* verify = app.add_subcommand("verify", "is every file on this stick what a kiosk wrote?");
  verify->add_option("folder", given.folder, "the stick, or a folder copied from it")->required();
  verify->add_option("--keys", given.results.keys,
                     "tell which files no station signed whose key is in this file");
  verify->callback([&] { status = kiosk::app::verify(given.folder, given.results.keys); });
}

/// What `kiosk merge` and `kiosk report` have in common.
void add_sticks(CLI::App* command, kiosk::app::ResultsOptions& results) {
  command->add_option("--keys", results.keys, "take only what the keys in this file signed");
  command->add_option("--identity", results.identity, "the age identity that opens sealed words");
  command->add_option("--language", results.language, "of the report (default: that of the question set)")
      ->check(CLI::IsMember({"nl", "en"}));
  command->add_option("sticks", results.sticks, "sticks, folders copied from them, or results of kiosk merge")
      ->required();
}

void add_results(CLI::App& app, Given& given, int& status) {
  CLI::App* merge = app.add_subcommand("merge", "sticks of one or many kiosks become one set of results");
  merge->add_option("--out", given.results.out, "the folder to write to; what is in it already counts too")
      ->required();
  add_sticks(merge, given.results);
  merge->callback([&] { status = kiosk::app::merge(given.results); });

  CLI::App* report = app.add_subcommand("report", "one page with charts of all that is on these sticks");
  report->add_option("--out", given.results.out, "the file to write to")->required();
  add_sticks(report, given.results);
  report->callback([&] { status = kiosk::app::report(given.results); });
}

}  // namespace

int main(int argc, char** argv) {
  constexpr int wrong_usage = 2;
  CLI::App app{
      "A touchscreen that asks, keeps answers safe and anonymous, and gives them to staff on a stick."};
  app.set_version_flag("--version", kiosk::app::version());
  app.require_subcommand(1);
  Given given;
  int status = 0;
  add_run(app, given, status);
  add_check(app, given, status);
  add_preview(app, given, status);
  add_simulate(app, given, status);
  add_desk(app, given, status);
  add_results(app, given, status);
  add_examine(app, given, status);
  add_texts(app, given, status);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);  // --help
    fmt::print(stderr, "kiosk: {}; --help tells what there is\n", error.what());
    return wrong_usage;
  }
  return status;
}
