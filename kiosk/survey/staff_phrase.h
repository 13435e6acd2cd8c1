#pragma once

#include <cstddef>

namespace kiosk::survey {

/// Everything that the kiosk says to staff. In Dutch and English: config/staff.
enum class StaffPhrase {
  title,
  station,  ///< the station's id stands after it
  enter_pin,
  wrong_pin,  ///< a number of tries
  pin_too_short,
  pin_locked,          ///< a number of seconds
  pin_locked_minutes,  ///< a number of minutes
  pin_judging,
  pin_unusable,
  pin_none,
  pin_none_text,
  erase_digit,
  enter,
  to_the_questions,
  back,
  cancel,
  again,
  lock,
  locks_in,  ///< a number of seconds
  answers,
  all_sets,
  to_export,
  open_answers,  ///< a number of answers
  exported_on,   ///< a date stands after it
  never_exported,
  storage_full,
  healthy,
  store_filling,
  store_full,
  disk_filling,
  disk_full,
  damaged_answers,
  store_set_aside,
  not_readable,
  clock_behind,  ///< a date stands after it, as after the next four
  touch_gone,
  picture_gone,
  too_hot,
  clock_set,
  more_alerts,  ///< a number
  answers_by_question,
  closed_now,
  stick_found,
  megabytes_free,  ///< a number
  gigabytes_free,  ///< a number
  no_stick,
  no_stick_text,
  no_sticks_here,
  stick_trouble,
  looking,
  no_port,
  other_system,
  several_parts,
  several_sticks,
  stick_read_only,
  dirty,
  use_anyway,
  odd_size,
  unreadable,
  hostile,
  export_to_stick,
  export_running,
  review_texts,
  try_out,
  cleaning,
  out_of_service,
  in_service,
  power,
  exporting,
  keep_it_in,
  done_of,  ///< two numbers of answers
  percent,  ///< a number
  planning,
  writing,
  tables,
  syncing,
  reading_back,
  ejecting,
  stop_export,
  cancelling,
  safe,
  safe_text,  ///< a number of answers
  left_open,  ///< a number of answers
  left_out,   ///< a number of answers
  not_done,
  nothing_yet,
  export_cancelled,
  export_no_stick,
  unusable,
  not_allowed,
  cannot_seal,
  pulled_out,
  export_read_only,
  export_full,
  refused,
  export_failed,
  differs,
  stays_open,
  store_failed,
  answers_stay,
  no_texts,
  text_of,  ///< two numbers
  other_set,
  show,
  hide,
  erase,
  pass,
  why_hide,
  why_erase,
  personal,
  abuse,
  nonsense,
  request,
  other,
  has_email,
  has_phone,
  has_bsn,
  has_abuse,
  trial_touch,
  trial_storage,
  trial_letters,
  trial_clock,
  trial_room,
  trial_stick,
  passed,
  failed,
  waiting,
  left_out_trial,
  to_be_done,
  touch_all,
  touch_fails,
  cleaning_text,  ///< a number of seconds
  power_text,
  load_questions,
  in_use,  ///< a title stands after it
  comes_next,
  from_stick,  ///< a file's name stands after it
  used_before,
  of_station,
  sets_waiting,
  no_sets,
  more_sets,  ///< two numbers
  trying_set,
  faulty_set,
  mend_set,
  fault_at,     ///< the number of a line
  more_faults,  ///< a number
  screen_of,    ///< two numbers
  previous,
  following,
  take_set,
  set_not_kept,
  close_program,
  restart,
  switch_off,
  guided,
  guided_before,  ///< two numbers: of steps, of minutes
  guided_says,
  guided_at,  ///< two numbers: which step, of how many
  guided_at_outcome,
  guided_begin,
  guided_next,
  guided_longer,
  guided_previous,
  guided_stop,
  upgrade,
  upgrade_now,  ///< a version
  upgrade_looking,
  upgrade_stick,
  upgrade_none,
  upgrade_several,
  upgrade_found,  ///< a version
  upgrade_promise,
  upgrade_begin,
  upgrade_taking,
  upgrade_installing,
  upgrade_not_taken,
  upgrade_last,  ///< a sentence stands after it
  upgrade_done,
  upgrade_not_done,
  upgraded,  ///< a version
  upgrade_no_key,
  upgrade_forged,
  upgrade_other_program,
  upgrade_not_newer,  ///< a version
  upgrade_lacks,      ///< a version
  upgrade_went_back,  ///< a version
  upgrade_broken,
};

inline constexpr std::size_t staff_phrase_count = static_cast<std::size_t>(StaffPhrase::upgrade_broken) + 1;

}  // namespace kiosk::survey
