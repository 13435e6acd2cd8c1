#include <algorithm>

#include "kiosk/batch/report_parts.h"
#include "kiosk/batch/word_groups.h"

namespace kiosk::batch {

namespace {

void add_remarks(Page& page, const std::vector<const Written*>& remarks, bool mark_unread) {
  page.add(R"(<ul class="remarks">)");
  for (const Written* remark : remarks) {
    const std::string mark =
        remark->reviewed || !mark_unread
            ? ""
            : fmt::format(R"( <span class="unread">{}</span>)", page.words.words_unread_mark);
    page.add(R"(<li><blockquote dir="auto" lang="{}">{}</blockquote>{}</li>)", html(remark->language),
             html(remark->words), mark);
  }
  page.add("</ul>");
}

/// By option; those of no option last.
std::vector<std::vector<const Written*>> grouped(const AskedTally& tally) {
  const survey::Question& asked = tally.asked();
  const WordGroups groups{asked, tally.survey->languages};
  std::vector<std::vector<const Written*>> remarks(asked.options.size() + 1);
  for (const bool reviewed : {true, false}) {
    for (const Written& one : tally.words) {
      if (one.reviewed != reviewed) continue;
      const auto group =
          asked.kind == survey::Kind::themes ? groups.group_of(one.words, one.language) : std::nullopt;
      remarks[group.value_or(asked.options.size())].push_back(&one);
    }
  }
  return remarks;
}

void add_remarks_of(Page& page, const ToldQuestion& question) {
  const AskedTally& tally = *question.tally;
  const ReportWords& words = page.words;
  page.add(R"(<section class="words"><h3>{}. {}</h3>)", question.number,
           question.in_html(tally.asked().text));
  std::string about = tally.words_told > 0 ? told(tally.words_told, words) + " " +
                                                 std::string{words.own_words.of(tally.words_told)}
                                           : std::string{words.words_none};
  if (tally.words_hidden > 0) about += " · " + filled_in(words.words_hidden, told(tally.words_hidden, words));
  const bool any_reviewed =
      std::any_of(tally.words.begin(), tally.words.end(), [](const Written& one) { return one.reviewed; });
  if (!any_reviewed && tally.words_told > 0) about += " · " + std::string{words.words_unread_all};
  page.add(R"(<p class="about">{}</p>)", about);
  const auto remarks = grouped(tally);
  const bool in_groups =
      std::any_of(remarks.begin(), remarks.end() - 1, [](const auto& group) { return !group.empty(); });
  for (std::size_t i = 0; i < remarks.size(); ++i) {
    if (remarks[i].empty()) continue;
    const bool last = i + 1 == remarks.size();
    if (in_groups)
      page.add("<h4>{}</h4>",
               last ? std::string{words.words_other} : question.in_html(tally.asked().options[i].label));
    add_remarks(page, remarks[i], any_reviewed);
  }
  if (tally.words_told > tally.words.size())
    page.add("<p>{}</p>", filled_in(words.words_more, told(tally.words_told - tally.words.size(), words)));
  page.add("</section>");
}

}  // namespace

void add_words(Page& page, const std::vector<ToldQuestion>& questions, std::uint64_t sealed) {
  const ReportWords& words = page.words;
  const auto has_words = [](const ToldQuestion& question) {
    return question.tally->words_told + question.tally->words_hidden > 0;
  };
  const bool any = std::any_of(questions.begin(), questions.end(), has_words);
  if (!any && sealed == 0) return;
  page.add(R"(<section id="words"><h2>{}</h2>)", words.words_title);
  if (sealed > 0) page.add(R"(<p class="mind">{}</p>)", filled_in(words.method_sealed, told(sealed, words)));
  if (any) page.add("<p>{} {}</p>", words.words_says, words.words_grouped);
  const bool unread = std::any_of(questions.begin(), questions.end(), [](const ToldQuestion& question) {
    const auto& all = question.tally->words;
    return std::any_of(all.begin(), all.end(), [](const Written& one) { return !one.reviewed; });
  });
  if (unread) page.add(R"(<p class="mind">{}</p>)", words.words_unread);
  for (const ToldQuestion& question : questions) {
    if (has_words(question)) add_remarks_of(page, question);
  }
  page.add("</section>");
}

}  // namespace kiosk::batch
