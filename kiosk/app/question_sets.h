#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/setup.h"
#include "kiosk/base/file.h"
#include "kiosk/visit/staff_events.h"

/// The question sets of a station: the one that it was started with, and those that staff bring on a stick.
namespace kiosk::app {

/// Beside the store stand, as text:
///
///     questions.toml         what staff put into use; without it the station's own set is
///     questions-before.toml  what was in use before that, if staff had brought it
///     questions-tried.toml   one of which the screens are being tried; goes with the trial
///
/// and beside each that shows pictures those, in a file of the same name that ends in .pictures.
class QuestionSets {
 public:
  /// `own` are the files that the station was started with. `program` is the kiosk's own file: a set is tried
  /// in a process of its own, on `panel` as `kiosk check --panel` takes it; where it is empty, both ways up.
  QuestionSets(std::filesystem::path folder, Files own, std::filesystem::path program,
               std::string panel = {});

  /// The set that staff put into use, if any.
  std::optional<std::filesystem::path> brought() const;

  /// What staff can choose from besides `now`: what is `on_stick`, what was in use before, and the station's
  /// own. `used` are the sets under which people answered: one that changes what a question of theirs means
  /// is offered with its fault.
  std::vector<visit::OfferedSet> offered(const std::vector<visit::FoundFile>& on_stick,
                                         const survey::Survey& now,
                                         const std::vector<survey::Survey>& used) const;

  /// Reads the pictures of a set and lays out all its screens, as `kiosk check` does, in a process of its
  /// own. Takes some seconds. What is wrong, or nothing.
  std::vector<visit::SetFault> faults_of(const survey::Survey& set) const;

  /// Puts a set into use, from the next start on. Waits for the disk.
  Result<Done, IoError> keep(const visit::OfferedSet& offered) const;

 private:
  /// What is in use is there to go back to.
  Result<Done, IoError> keep_before() const;

  std::filesystem::path folder_;
  Files own_;
  std::filesystem::path program_;
  std::string panel_;
};

}  // namespace kiosk::app
