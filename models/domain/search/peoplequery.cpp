// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/search/peoplequery.h"

#include "models/domain/search/foldedtext.h"

#include <algorithm>

namespace majlis
{

PeopleQuery::PeopleQuery(const QString &typed)
    : m_folded(foldedText(typed))
    , m_names(m_folded)
    , m_address(typed)
    , m_approximate(m_folded)
    , m_letters(lettersOf(m_folded))
    , m_forgiven(m_folded.size() > ApproximatePattern::longest ? 0 : ApproximatePattern::forgiven(m_folded.size()))
{
}

PeopleQuery::Rank PeopleQuery::ofName(QStringView folded, qsizetype from) const
{
    Rank best = None;
    for (qsizetype at = m_names.indexIn(folded, from); at >= 0; at = m_names.indexIn(folded, at + 1)) {
        if (at == 0) {
            return folded.size() == m_folded.size() ? SameName : NameStart;
        }
        if (!folded[at - 1].isLetterOrNumber()) {
            return WordStart;
        }
        best = Inside;
    }
    return best;
}

PeopleQuery::Rank PeopleQuery::ofAddress(NetworkAddressKind kind, std::span<const std::uint8_t> bytes) const
{
    switch (m_address.matches(kind, bytes)) {
    case AddressPattern::Match::Start:
        return AddressStart;
    case AddressPattern::Match::End:
        return AddressEnd;
    case AddressPattern::Match::No:
        break;
    }
    return None;
}

std::uint64_t PeopleQuery::lettersOf(QStringView folded)
{
    constexpr std::uint32_t spread = 0x9e3779b1; // 2^32 divided by the golden ratio
    std::uint64_t letters = 0;
    for (const QChar letter : folded) {
        letters |= std::uint64_t{1} << ((letter.unicode() * spread) >> 26);
    }
    return letters;
}

PeopleQuery::Rank PeopleQuery::ofMistypedName(QStringView folded) const
{
    int best = m_forgiven + 1;
    bool isWordStart = true;
    for (qsizetype at = 0; at < folded.size() && best > 1; ++at) {
        if (isWordStart) {
            best = std::min(best, m_approximate.distanceToStart(folded.sliced(at), m_forgiven));
        }
        isWordStart = !folded[at].isLetterOrNumber();
    }
    return best > m_forgiven ? None : best <= 1 ? OneMistake : TwoMistakes;
}

} // namespace majlis
