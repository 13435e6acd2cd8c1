#include "kiosk/batch/word_groups.h"

#include <algorithm>

#include "kiosk/text/letters.h"

namespace kiosk::batch {

namespace {

constexpr std::size_t shortest_word = 6;  // bytes: shorter ones say too little

bool is_letter(char byte) {
  return (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
         static_cast<unsigned char>(byte) >= 0x80;
}

/// The long words of a text, in capitals.
std::vector<std::string> long_words(std::string_view text, const survey::Language& language) {
  constexpr std::string_view soft_hyphen = "\xC2\xAD";
  std::string plain{text};
  for (std::size_t at = plain.find(soft_hyphen); at != std::string::npos; at = plain.find(soft_hyphen, at))
    plain.erase(at, soft_hyphen.size());
  plain = text::capitals(plain, language) + " ";
  std::vector<std::string> words;
  std::string word;
  for (const char byte : plain) {
    if (is_letter(byte)) {
      word += byte;
    } else {
      if (word.size() >= shortest_word) words.push_back(word);
      word.clear();
    }
  }
  return words;
}

/// Do two words begin alike, for two thirds of the longer one?
bool alike(std::string_view one, std::string_view other) {
  const auto [end, ignored] = std::mismatch(
      one.begin(), one.begin() + static_cast<std::ptrdiff_t>(std::min(one.size(), other.size())),
      other.begin());
  const auto same = static_cast<std::size_t>(end - one.begin());
  return same >= shortest_word && 3 * same >= 2 * std::max(one.size(), other.size());
}

bool any_alike(const std::vector<std::string>& words, std::string_view word) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& other) { return alike(other, word); });
}

}  // namespace

WordGroups::WordGroups(const survey::Question& question, const std::vector<survey::Language>& languages)
    : words_(question.options.size()) {
  for (const survey::Language& language : languages) {
    const auto words_in = [&](const survey::Words& words) {
      return long_words(words.in(language, language), language);
    };
    const auto asked = words_in(question.text);
    std::vector<std::vector<std::string>> labels;
    for (const survey::Option& option : question.options) labels.push_back(words_in(option.label));
    for (std::size_t i = 0; i < labels.size(); ++i) {
      for (const std::string& word : labels[i]) {
        bool own = !any_alike(asked, word);
        for (std::size_t j = 0; j < labels.size(); ++j) own = own && (i == j || !any_alike(labels[j], word));
        if (own) words_[i].push_back(word);
      }
    }
  }
}

std::optional<std::size_t> WordGroups::group_of(std::string_view remark,
                                                const survey::Language& language) const {
  const auto words = long_words(remark, language);
  std::optional<std::size_t> best;
  std::ptrdiff_t most = 0;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const auto hits = std::count_if(words_[i].begin(), words_[i].end(),
                                    [&](const std::string& word) { return any_alike(words, word); });
    if (hits <= most) continue;
    most = hits;
    best = i;
  }
  return best;
}

}  // namespace kiosk::batch
