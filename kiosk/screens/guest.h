#pragma once

#include <array>

#include "kiosk/screens/parts.h"

/// The screens that a visitor sees: data in, a tree of nodes out.
namespace kiosk::screens {

/// `published` says how many went before.
ui::Node attract(const Page& page, const visit::Attract& state, const survey::Published& published);

/// The question that a facilitator leads the room through, and how long it still takes.
ui::Node guided_question(const Page& page, const visit::Guided& guided, std::size_t question);

/// What came of the questions that a facilitator led the room through, one after the other.
ui::Node guided_outcome(const Page& page, const visit::Guided& guided, const survey::Published& published);

/// `busy` while the answer is on its way to the disk and that takes long enough to say so.
ui::Node themes(const Page& page, const visit::Asking& asking, bool busy);
ui::Node dilemma(const Page& page, const visit::Asking& asking, bool busy);
ui::Node choice(const Page& page, const visit::Asking& asking, bool busy);
ui::Node weigh(const Page& page, const visit::Asking& asking, bool busy);
ui::Node own_words(const Page& page, const visit::Asking& asking, bool busy);

/// What others chose, as far as `tally` says so, and room to explain a choice.
ui::Node results(const Page& page, const visit::Answered& state, const survey::Tally* tally);

/// Why a visitor does not know, if they care to say.
ui::Node why(const Page& page, const visit::Answered& state);

/// The languages that the station speaks, each by its own name.
ui::Node languages(const Page& page);

ui::Node thanks(const Page& page, const visit::Thanks& state);
ui::Node still_there(const Page& page, const visit::StillThere& state);
ui::Node out_of_order(const Page& page, const visit::OutOfOrder& state);

/// What says when it opens again, by visit::Reopening::On.
inline constexpr std::array opens_on{
    survey::Phrase::opens_monday,   survey::Phrase::opens_tuesday, survey::Phrase::opens_wednesday,
    survey::Phrase::opens_thursday, survey::Phrase::opens_friday,  survey::Phrase::opens_saturday,
    survey::Phrase::opens_sunday,   survey::Phrase::opens_today,   survey::Phrase::opens_tomorrow,
};

/// Outside opening hours: when somebody can answer again.
ui::Node closed(const Page& page, const visit::Closed& state);

/// No light at all, and nothing that could be tapped.
ui::Node dark_glass();

}  // namespace kiosk::screens
