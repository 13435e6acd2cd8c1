#include "kiosk/batch/report_words.h"

#include <fmt/core.h>

#include <chrono>
#include <cstdint>

namespace kiosk::batch {

namespace {

constexpr ReportWords dutch{
    .language = "nl",
    .thousands = '.',
    .months = {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
               "oktober", "november", "december"},
    .parts = {"onbekend", "ochtend", "middag", "avond"},
    .reasons = {"geen reden gegeven", "allebei waar", "geen van beide", "ik weet er te weinig van",
                "iets anders"},

    .kicker = "Rapport van de feedbackzuil",
    .until = "tot en met",
    .no_days = "de dagen zijn niet bewaard",
    .nothing_yet = "Er zijn nog geen verzegelde antwoorden. Zodra die er zijn, komt hier het rapport.",

    .in_short = "In het kort",
    .answers = {"antwoord op een vraag", "antwoorden op vragen"},
    .questions = {"vraag", "vragen"},
    .own_words = {"reactie in eigen woorden", "reacties in eigen woorden"},
    .days = {"dag", "dagen"},
    .stations = {"zuil", "zuilen"},
    .most_chosen = "{}: het vaakst gekozen is “{}”, in {} van de {} antwoorden.",
    .heaviest = "{}: het zwaarst weegt “{}”, met gemiddeld {} van de {} punten in {} antwoorden.",
    .two_sides = "{}: {} kiest A (“{}”), {} kiest B (“{}”) en {} weet het niet.",
    .too_few = "{}: te weinig antwoorden om te tonen (minder dan 10).",
    .contents = "Inhoud",

    .reading = "Zo leest u dit rapport",
    .not_a_sample =
        "Dit zijn antwoorden van bezoekers die zelf kozen om te antwoorden. Het is geen steekproef: "
        "wat zij vinden, zegt niet wat alle bezoekers of alle inwoners vinden.",
    .more_than_once =
        "Wie vaker antwoordde, telt vaker mee. De zuil weet niet wie iemand is, en kan dat dus niet "
        "voorkomen.",
    .margin_means =
        "De marge achter een percentage laat zien hoeveel toeval erin zit bij dit aantal antwoorden: "
        "hoe minder antwoorden, hoe breder. Zij zegt niets over mensen die niet antwoordden.",

    .of_answers = {"{} antwoord", "{} antwoorden"},
    .pick_most = "hoogstens {} keuzes per bezoeker",
    .wordings = "gesteld in {} versies van de vragenlijst; de laatste tekst staat hier",
    .average = "Gemiddeld",
    .gave_any = "Gaf punten",
    .divided = "Elke bezoeker verdeelde {} punten. Het gemiddelde is per bezoeker.",
    .by_segment = "Per groep",
    .segment = "Groep",
    .no_segment = "geen groep, of een kleine",
    .option = "Keuze",
    .count = "Aantal",
    .percent = "Percentage",
    .margin = "Marge (95%)",
    .from_to = "{} tot {}%",
    .dont_know = "Weet ik niet",
    .fewer = "minder dan 5",
    .hidden = "verborgen",
    .adds_up_over = "Een bezoeker mocht meer keuzes maken: samen is het meer dan 100%.",
    .why_dont_know = "Waarom “weet ik niet”?",
    .no_choices = "Op deze vraag kon alleen in eigen woorden worden geantwoord.",

    .order = "Maakte de volgorde uit?",
    .shown_first = "{} stond vooraan",
    .chose = "Koos {}",
    .order_matters =
        "Ja, de volgorde maakte uit. Uitspraak {} kreeg {} van de keuzes als zij vooraan stond, en {} als "
        "zij achteraan stond. De zuil wisselt de volgorde af, dus in het totaal hierboven valt dit "
        "grotendeels tegen elkaar weg.",
    .order_matters_not =
        "Geen aantoonbaar verschil. Uitspraak {} kreeg {} van de keuzes als zij vooraan stond, en {} als zij "
        "achteraan stond; dat kan toeval zijn.",
    .order_unknown = "Te weinig antwoorden om er iets over te zeggen.",

    .when_title = "Wanneer, waar en in welke taal",
    .when_says =
        "Aantallen antwoorden op vragen. Een bezoeker die meer vragen beantwoordt, telt bij elke vraag mee.",
    .day = "Dag",
    .total = "Totaal",
    .day_unknown = "dag niet bewaard",
    .by_language = "Taal van het scherm",
    .by_station = "Zuil",
    .station = "Zuil",
    .language_name = "Taal",

    .marked_title = "Met en zonder opvallende antwoorden",
    .marked_says =
        "De zuil merkt antwoorden die sneller kwamen dan iemand de vraag kan lezen, of in een lange reeks op "
        "dezelfde plek. Ze tellen hierboven gewoon mee: ook een snelle bezoeker kan het menen. Hier staat "
        "wat er verandert als u ze weglaat.",
    .marked_none = "Geen enkel antwoord is gemerkt.",
    .marked_few =
        "Minder dan 10 antwoorden zijn gemerkt. Zonder die antwoorden verschuift geen percentage meer dan {} "
        "procentpunt.",
    .marked_most =
        "Bijna alle antwoorden zijn gemerkt: er blijven er minder dan 10 over. Zonder de gemerkte verschuift "
        "een percentage {} procentpunt of minder.",
    .with = "Met",
    .without = "Zonder",
    .points = "Verschil in procentpunt",

    .words_title = "In eigen woorden",
    .words_says =
        "Letterlijk wat bezoekers schreven, in willekeurige volgorde. Geen enkele reactie is terug te voeren "
        "op een bezoeker of op een ander antwoord.",
    .words_grouped =
        "Het programma zette reacties bij een thema als zij een woord uit dat thema bevatten. Bezoekers "
        "deden dat niet zelf.",
    .words_other = "Overige reacties",
    .words_unread =
        "Let op: niet alle reacties zijn al nagekeken door de organisatie. Kijk ze na op namen en andere "
        "persoonlijke gegevens voordat u dit rapport verder verspreidt.",
    .words_unread_mark = "nog niet nagekeken",
    .words_unread_all = "geen daarvan is nagekeken",
    .words_hidden = "{} verborgen door de organisatie",
    .words_more = "En nog {} reacties: zie antwoorden.csv.",
    .words_none = "Geen reacties om te tonen.",

    .method = "Verantwoording",
    .method_count =
        "Percentages zijn van alle antwoorden op een vraag, ook “weet ik niet”. Een vraag overslaan is geen "
        "antwoord en telt niet mee. Eigen woorden tellen niet mee in de percentages. Door afronding is een "
        "som soms 99% of 101%.",
    .method_small =
        "Aantallen onder de 5 staan er niet, en ook geen getallen waaruit u die zou kunnen afleiden. Een "
        "vraag met minder dan 10 antwoorden staat er niet in. Kozen minder dan 5 bezoekers “weet ik niet”, "
        "dan telt dat bij die vraag nergens mee. Daardoor kan het totaal hier iets lager zijn dan het "
        "aantal rijen in antwoorden.csv.",
    .method_margin =
        "De marge is het Wilson-interval van 95%: zou een heel grote groep van zulke bezoekers onder "
        "dezelfde omstandigheden hebben geantwoord, dan lag het percentage naar verwachting daartussen.",
    .method_anonymous =
        "Bij een antwoord is niet bewaard van wie het is, en geen tijd preciezer dan een dag of dagdeel.",
    .method_sealed =
        "Eigen woorden zijn verzegeld en staan hier niet in (het zijn er {}). Wie de sleutel van de "
        "organisatie heeft, opent ze met kiosk merge --identity.",
    .method_files =
        "Dit rapport is gemaakt uit de verzegelde bundels hieronder. Dezelfde bundels geven altijd "
        "hetzelfde rapport.",
    .batches = "Bundels",
    .period = "Periode",
};

constexpr ReportWords english{
    .language = "en",
    .thousands = ',',
    .months = {"January", "February", "March", "April", "May", "June", "July", "August", "September",
               "October", "November", "December"},
    .parts = {"unknown", "morning", "afternoon", "evening"},
    .reasons = {"no reason given", "both are true", "neither is", "I know too little about it",
                "something else"},

    .kicker = "Report of the feedback station",
    .until = "to",
    .no_days = "days were not kept",
    .nothing_yet = "There are no sealed answers yet. As soon as there are, the report will stand here.",

    .in_short = "In short",
    .answers = {"answer to a question", "answers to questions"},
    .questions = {"question", "questions"},
    .own_words = {"remark in own words", "remarks in own words"},
    .days = {"day", "days"},
    .stations = {"station", "stations"},
    .most_chosen = "{}: most often chosen was “{}”, in {} of the {} answers.",
    .heaviest = "{}: “{}” weighs heaviest, with {} of {} points on average in {} answers.",
    .two_sides = "{}: {} choose A (“{}”), {} choose B (“{}”) and {} don't know.",
    .too_few = "{}: too few answers to show (fewer than 10).",
    .contents = "Contents",

    .reading = "How to read this report",
    .not_a_sample =
        "These are answers of visitors who chose to answer. They are not a sample: what they think does not "
        "tell what all visitors or all residents think.",
    .more_than_once =
        "Whoever answered more often counts more often. The station does not know who anybody is, so it "
        "cannot prevent that.",
    .margin_means =
        "The margin beside a percentage shows how much chance there is in it with this number of answers: "
        "the fewer answers, the wider. It says nothing about people who did not answer.",

    .of_answers = {"{} answer", "{} answers"},
    .pick_most = "at most {} options per visitor",
    .wordings = "asked in {} versions of the question set; the last wording stands here",
    .average = "Average",
    .gave_any = "Gave points",
    .divided = "Every visitor divided {} points. The average is per visitor.",
    .by_segment = "By group",
    .segment = "Group",
    .no_segment = "no group, or a small one",
    .option = "Option",
    .count = "Number",
    .percent = "Percentage",
    .margin = "Margin (95%)",
    .from_to = "{} to {}%",
    .dont_know = "Don't know",
    .fewer = "fewer than 5",
    .hidden = "hidden",
    .adds_up_over = "A visitor could choose more than one: together it is more than 100%.",
    .why_dont_know = "Why “don't know”?",
    .no_choices = "This question could be answered in own words only.",

    .order = "Did the order matter?",
    .shown_first = "{} came first",
    .chose = "Chose {}",
    .order_matters =
        "Yes, the order mattered. Statement {} got {} of the choices when it came first, and {} when it came "
        "second. The station alternates the order, so in the total above this largely cancels out.",
    .order_matters_not =
        "No difference that can be shown. Statement {} got {} of the choices when it came first, and {} when "
        "it came second; that may be chance.",
    .order_unknown = "Too few answers to say anything about it.",

    .when_title = "When, where and in which language",
    .when_says =
        "Numbers of answers to questions. A visitor who answers more questions counts at each of them.",
    .day = "Day",
    .total = "Total",
    .day_unknown = "day not kept",
    .by_language = "Language of the screen",
    .by_station = "Station",
    .station = "Station",
    .language_name = "Language",

    .marked_title = "With and without conspicuous answers",
    .marked_says =
        "The station marks answers that came faster than anyone can read the question, or in a long row at "
        "the same place. They count above like all others: a fast visitor may well mean it. Here is what "
        "changes when they are left out.",
    .marked_none = "No answer is marked.",
    .marked_few =
        "Fewer than 10 answers are marked. Without them no percentage moves by more than {} percentage "
        "points.",
    .marked_most =
        "Nearly all answers are marked: fewer than 10 are left. Without the marked ones a percentage moves "
        "by {} "
        "percentage points or less.",
    .with = "With",
    .without = "Without",
    .points = "Difference in points",

    .words_title = "In their own words",
    .words_says =
        "Word for word what visitors wrote, in random order. No remark can be traced to a visitor, or to "
        "another answer.",
    .words_grouped =
        "The program put remarks under a theme where they hold a word of that theme. Visitors did not do "
        "that themselves.",
    .words_other = "Other remarks",
    .words_unread =
        "Mind: not all remarks have been reviewed by the organisation. Look them over for names and other "
        "personal details before you pass this report on.",
    .words_unread_mark = "not reviewed yet",
    .words_unread_all = "none of them reviewed yet",
    .words_hidden = "{} hidden by the organisation",
    .words_more = "And {} more remarks: see antwoorden.csv.",
    .words_none = "No remarks to show.",

    .method = "How this was made",
    .method_count =
        "Percentages are of all answers to a question, “don't know” included. To skip a question is no "
        "answer and does not count. Own words do not count in the percentages. Rounded, they add up to 99% "
        "or 101% now and then.",
    .method_small =
        "Numbers under 5 are not told, and neither are numbers from which they would follow. A question "
        "with fewer than 10 answers is left out. Where fewer than 5 visitors chose “don't know”, that counts "
        "nowhere for that question. So the total here can be a little lower than the number of rows in "
        "antwoorden.csv.",
    .method_margin =
        "The margin is the Wilson interval of 95%: had a very large group of such visitors answered under "
        "the same circumstances, the percentage would be expected to lie within it.",
    .method_anonymous =
        "With an answer is not kept whose it is, nor any time finer than a day or a part of it.",
    .method_sealed =
        "Own words are sealed and not in this report (there are {}). Whoever has the organisation's key "
        "opens "
        "them with kiosk merge --identity.",
    .method_files =
        "This report is made from the sealed batches below. The same batches always make the same report.",
    .batches = "Batches",
    .period = "Period",
};

struct LanguageName {
  std::string_view tag;
  std::string_view dutch;
  std::string_view english;
};

constexpr std::array language_names{
    LanguageName{"nl", "Nederlands", "Dutch"}, LanguageName{"en", "Engels", "English"},
    LanguageName{"de", "Duits", "German"},     LanguageName{"fr", "Frans", "French"},
    LanguageName{"tr", "Turks", "Turkish"},    LanguageName{"uk", "Oekraïens", "Ukrainian"},
    LanguageName{"ar", "Arabisch", "Arabic"},  LanguageName{"pl", "Pools", "Polish"},
    LanguageName{"es", "Spaans", "Spanish"},   LanguageName{"fy", "Fries", "Frisian"},
};

}  // namespace

const ReportWords& report_words(std::string_view language) {
  return language == dutch.language ? dutch : english;
}

std::string told(std::uint64_t number, const ReportWords& words) {
  constexpr std::size_t group = 3;
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > group;) {
    at -= group;
    digits.insert(at, 1, words.thousands);
  }
  return digits;
}

std::string told(double number, const ReportWords& words) {
  std::string digits = fmt::format("{:.1f}", number);
  if (words.thousands == '.') std::replace(digits.begin(), digits.end(), '.', ',');
  return digits;
}

std::string told(Day day, const ReportWords& words) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
  return fmt::format("{} {} {}", static_cast<unsigned>(date.day()),
                     words.months.at(static_cast<unsigned>(date.month()) - 1), static_cast<int>(date.year()));
}

std::string_view name_of_language(std::string_view tag, const ReportWords& words) {
  for (const LanguageName& name : language_names) {
    if (name.tag == tag) return words.language == dutch.language ? name.dutch : name.english;
  }
  return tag;
}

}  // namespace kiosk::batch
