#include "kiosk/batch/report.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <set>

#include "kiosk/base/digest.h"
#include "kiosk/batch/report_parts.h"

namespace kiosk::batch {

namespace {

constexpr std::string_view opening_mark = "<!DOCTYPE html>\n<!-- kiosk-rapport 1 -->\n";
constexpr std::string_view page_end_mark = "<!-- einde;";

std::string page_closing_of(std::uint64_t answers, const Digest& of_all_before) {
  return fmt::format("{}{};{} -->\n", page_end_mark, answers, hex(of_all_before));
}

std::optional<std::uint64_t> proves_page(std::string_view /*opening*/, std::string_view closing,
                                         std::uint64_t /*lines*/, const Digest& of_all_before) {
  std::uint64_t answers = 0;
  std::from_chars(closing.data() + page_end_mark.size(), closing.data() + closing.size(), answers);
  return closing == page_closing_of(answers, of_all_before) ? std::optional{answers} : std::nullopt;
}

/// What stands at the head of a report.
struct Sums {
  const survey::Survey* survey =
      nullptr;  ///< the set of which there are most answers; null where there is none
  Day from = 0;
  Day to = 0;
  bool days_kept = true;
  std::set<Day> days;
  struct Station {
    std::uint64_t batches = 0;
    Day from = 0;
    Day to = 0;
  };
  std::map<std::string, Station> stations;
  std::uint64_t rows = 0;  // in the tables
};

void widen(Day& from, Day& to, const Head& head) {
  if (head.from.day == 0) return;
  from = from == 0 ? head.from.day : std::min(from, head.from.day);
  to = std::max(to, head.to.day);
}

Sums sums_of(const Gathered& gathered, const Tally& tally) {
  Sums sums;
  std::map<std::string, std::uint64_t> answers_by_set;
  std::map<std::string, const survey::Survey*> sets;
  for (const auto& [id, batch] : gathered.batches) {
    bool counted = false;
    for (const auto* found : {&batch.answers, &batch.texts}) {
      if (!*found) continue;
      const Head& head = (*found)->file.head;
      Sums::Station& station = sums.stations[head.station];
      station.batches += counted ? 0 : 1;
      counted = true;
      widen(sums.from, sums.to, head);
      widen(station.from, station.to, head);
      if (!(*found)->readable()) continue;
      answers_by_set[head.hash] += head.answers;
      sets[head.hash] = (*found)->file.survey.get();
      sums.rows += head.answers;
    }
  }
  std::uint64_t most = 0;
  for (const auto& [hash, answers] : answers_by_set) {
    if (sums.survey != nullptr && answers <= most) continue;
    most = answers;
    sums.survey = sets[hash];
  }
  for (const AskedTally* asked : tally.questions()) {
    for (const auto& [when, given] : asked->by_day) {
      if (when.first != 0) sums.days.insert(when.first);
    }
  }
  return sums;
}

std::string period(Day from, Day to, const ReportWords& words) {
  if (from == 0) return std::string{words.no_days};
  if (from == to) return told(from, words);
  return fmt::format("{} {} {}", told(from, words), words.until, told(to, words));
}

void open_page(Page& page, const std::string& title) {
  page.text += opening_mark;
  page.add(
      R"(<html lang="{}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none';style-src 'unsafe-inline';base-uri 'none';form-action 'none'"><meta name="referrer" content="no-referrer"><title>{}</title><style>{}</style></head><body><main>)",
      page.words.language, title, report_style);
}

void add_sum(Page& page, std::uint64_t number, const Counted& what) {
  if (number > 0) page.add("<li><b>{}</b>{}</li>", told(number, page.words), what.of(number));
}

void add_sums(Page& page, const Sums& sums, const std::vector<ToldQuestion>& questions) {
  std::uint64_t answers = 0;
  std::uint64_t remarks = 0;
  for (const ToldQuestion& question : questions) {
    if (question.told) answers += question.answers;
    remarks += question.tally->words_told;
  }
  page.add(R"(<ul class="sums">)");
  add_sum(page, answers, page.words.answers);
  add_sum(page, questions.size(), page.words.questions);
  add_sum(page, remarks, page.words.own_words);
  add_sum(page, sums.days.size(), page.words.days);
  add_sum(page, sums.stations.size() > 1 ? sums.stations.size() : 0, page.words.stations);
  page.add("</ul>");
}

/// A sentence as it stands within another one.
std::string without_stop(std::string sentence) {
  if (sentence.ends_with('.')) sentence.pop_back();
  return sentence;
}

/// Which interest weighs heaviest, in one sentence.
std::string heaviest(const ToldQuestion& question, const std::string& name, const ReportWords& words) {
  const survey::Question& asked = question.tally->asked();
  const Averages averages = average_points(question.tally->all, asked.options.size());
  const auto most = std::max_element(averages.begin(), averages.end());
  if (most == averages.end() || !*most) return {};
  const auto& option = asked.options[static_cast<std::size_t>(most - averages.begin())];
  return filled_in(words.heaviest, name, question.in_html(option.label), told(**most, words),
                   survey::points_to_divide, told(question.answers, words));
}

/// What most visitors of a question said, in one sentence.
std::string finding(const ToldQuestion& question, const ReportWords& words) {
  const auto& options = question.options;
  const std::string name = "<b>" + question.name() + "</b>";
  if (!question.told) return filled_in(words.too_few, name);
  const survey::Question& asked = question.tally->asked();
  if (asked.kind == survey::Kind::dilemma) {
    if (!options[0] || !options[1]) return {};
    const auto label = [&](std::size_t side) {
      return without_stop(question.in_html(asked.options[side].label));
    };
    return filled_in(words.two_sides, name, percent(*options[0], question.answers), label(0),
                     percent(*options[1], question.answers), label(1),
                     question.counts_dont_know() ? percent(question.dont_know, question.answers) : "0%");
  }
  if (asked.kind == survey::Kind::weigh) return heaviest(question, name, words);
  const auto most = std::max_element(options.begin(), options.end());
  if (most == options.end() || !*most) return {};
  const auto& option = asked.options[static_cast<std::size_t>(most - options.begin())];
  return filled_in(words.most_chosen, name, question.in_html(option.label), percent(**most, question.answers),
                   told(question.answers, words));
}

void add_findings(Page& page, const std::vector<ToldQuestion>& questions) {
  page.add(R"(<ul class="short">)");
  for (const ToldQuestion& question : questions) {
    if (question.tally->asked().kind == survey::Kind::open) continue;
    if (const std::string sentence = finding(question, page.words); !sentence.empty())
      page.add("<li>{}</li>", sentence);
  }
  page.add("</ul>");
}

void add_reading(Page& page) {
  const ReportWords& words = page.words;
  page.add(R"(<aside class="reading"><h2>{}</h2><ul><li>{}</li><li>{}</li><li>{}</li></ul></aside>)",
           words.reading, words.not_a_sample, words.more_than_once, words.margin_means);
}

void add_contents(Page& page, const std::vector<ToldQuestion>& questions, bool has_words) {
  const ReportWords& words = page.words;
  page.add("<nav><h2>{}</h2><ul>", words.contents);
  for (const ToldQuestion& question : questions) {
    if (question.told)
      page.add(R"(<li><a href="#q{}">{}. {}</a></li>)", question.number, question.number, question.name());
  }
  if (has_words) page.add(R"(<li><a href="#words">{}</a></li>)", words.words_title);
  page.add(
      R"(<li><a href="#when">{}</a></li><li><a href="#marked">{}</a></li><li><a href="#method">{}</a></li></ul></nav>)",
      words.when_title, words.marked_title, words.method);
}

void add_method(Page& page, const Sums& sums) {
  const ReportWords& words = page.words;
  page.add(R"(<section id="method"><h2>{}</h2>)", words.method);
  for (const std::string_view text : {words.method_count, words.method_small, words.method_margin,
                                      words.method_anonymous, words.method_files})
    page.add("<p>{}</p>", text);
  page.add(
      R"(<table class="plain"><thead><tr><th scope="col">{}</th><th scope="col" class="count">{}</th><th scope="col">{}</th></tr></thead><tbody>)",
      words.station, words.batches, words.period);
  for (const auto& [id, station] : sums.stations) {
    page.add(R"(<tr><th scope="row">{}</th><td class="count">{}</td><td>{}</td></tr>)", html(id),
             told(station.batches, words), period(station.from, station.to, words));
  }
  page.add("</tbody></table></section>");
}

std::string close_page(Page page, std::uint64_t rows) {
  page.add("</main></body></html>");
  Hasher hasher;
  hasher.take(page.text);
  return page.text + page_closing_of(rows, hasher.so_far());
}

}  // namespace

constinit const Format report_format{opening_mark, "\n", page_end_mark, proves_page};

std::string percent(std::uint64_t part, std::uint64_t all) {
  return fmt::format("{}%", std::lround(100.0 * static_cast<double>(part) / static_cast<double>(all)));
}

std::string not_told(std::uint64_t number, const ReportWords& words) {
  return std::string{number < store::smallest_cell ? words.fewer : words.hidden};
}

std::string ToldQuestion::name() const {
  const survey::Question& asked = tally->asked();
  const survey::Language& spoken = tally->survey->default_language();
  const bool own_tag = asked.kind == survey::Kind::themes && !asked.tag.in(spoken, spoken).empty();
  return in_html(own_tag ? asked.tag : asked.text);
}

std::vector<ToldQuestion> told_questions(const Tally& tally) {
  std::vector<ToldQuestion> all;
  for (const AskedTally* asked : tally.questions()) {
    ToldQuestion question;
    question.tally = asked;
    question.number = all.size() + 1;
    const auto shown = store::shown(asked->all, asked->asked());
    if (shown) {
      question.dont_know = shown->dont_know;
      question.answers = shown->answers;
      question.options = shown->options;
      question.told = question.answers >= fewest_told && !question.options.empty();
    }
    all.push_back(std::move(question));
  }
  return all;
}

std::string report_page(const Gathered& gathered, const Tally& tally,
                        const std::optional<survey::Language>& language) {
  const Sums sums = sums_of(gathered, tally);
  const survey::Language spoken = sums.survey != nullptr ? sums.survey->default_language() : "nl";
  const ReportWords& words = report_words(language.value_or(spoken));
  Page page{words};
  if (sums.survey == nullptr) {
    open_page(page, std::string{words.kicker});
    page.add("<h1>{}</h1><p>{}</p>", words.kicker, words.nothing_yet);
    return close_page(std::move(page), 0);
  }
  const std::string title = html(sums.survey->title.in(spoken, sums.survey->default_language()));
  const auto questions = told_questions(tally);
  open_page(page, fmt::format("{} – {}", title, words.kicker));
  page.add(R"(<header><p class="kicker">{}</p><h1>{}</h1><p class="period">{}</p></header>)", words.kicker,
           title, period(sums.from, sums.to, words));
  add_sums(page, sums, questions);
  page.add("<h2>{}</h2>", words.in_short);
  add_findings(page, questions);
  add_reading(page);
  const bool has_words = std::any_of(questions.begin(), questions.end(), [](const ToldQuestion& question) {
    return question.tally->words_told + question.tally->words_hidden > 0;
  });
  add_contents(page, questions, has_words || gathered.sealed_texts() > 0);
  add_questions(page, questions);
  add_words(page, questions, gathered.sealed_texts());
  add_when(page, questions);
  add_marked(page, questions);
  add_method(page, sums);
  return close_page(std::move(page), sums.rows);
}

}  // namespace kiosk::batch
