// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/search/peopleindex.h"

#include "models/domain/search/foldedtext.h"

#include <algorithm>

namespace majlis
{

namespace
{
constexpr std::uint32_t peopleAtOnce = 8192; // between two looks at `isWanted`
constexpr qsizetype usualName = 12;
} // namespace

PeopleIndex::PeopleIndex(NetworkFile file, const std::function<QString(const QString &)> &shown)
    : m_file(std::move(file))
{
    m_starts.reserve(m_file.nodeCount() + std::size_t{1});
    m_letters.reserve(m_file.nodeCount());
    m_names.reserve(static_cast<qsizetype>(m_file.nodeCount()) * usualName);
    for (std::uint32_t person = 0; person < m_file.nodeCount(); ++person) {
        m_starts.push_back(static_cast<std::uint32_t>(m_names.size()));
        const QString folded = foldedText(shown(m_file.name(person)));
        m_letters.push_back(PeopleQuery::lettersOf(folded));
        m_names += folded;
        m_names += u'\n'; // in no folded name, so that no match reaches over it
    }
    m_starts.push_back(static_cast<std::uint32_t>(m_names.size()));
    m_names.squeeze();
}

QStringView PeopleIndex::name(std::uint32_t person) const
{
    const qsizetype start = m_starts[person];
    return QStringView(m_names).sliced(start, static_cast<qsizetype>(m_starts[person + 1]) - start - 1);
}

bool PeopleIndex::search(const PeopleQuery &query, const std::function<bool()> &isWanted,
    const std::function<void(std::uint32_t, PeopleQuery::Rank)> &found) const
{
    const std::uint32_t count = m_file.nodeCount();
    for (std::uint32_t first = 0; first < count; first += peopleAtOnce) {
        if (!isWanted()) {
            return false;
        }
        const std::uint32_t end = std::min(first + peopleAtOnce, count);
        const QStringView names = QStringView(m_names).first(m_starts[end]);
        // Most people are passed over within one search for the next place in the text of all names.
        qsizetype next = query.names().indexIn(names, m_starts[first]);
        for (std::uint32_t person = first; person < end; ++person) {
            PeopleQuery::Rank rank = PeopleQuery::None;
            if (next >= 0 && next < static_cast<qsizetype>(m_starts[person + 1])) {
                rank = query.ofName(name(person), next - static_cast<qsizetype>(m_starts[person]));
                next = query.names().indexIn(names, m_starts[person + 1]);
            }
            if (!query.address().isEmpty() && rank > PeopleQuery::AddressStart) {
                rank = std::min(rank, query.ofAddress(m_file.addressKind(person), m_file.addressBytes(person)));
            }
            if (rank != PeopleQuery::None) {
                found(person, rank);
            }
        }
    }
    return true;
}

bool PeopleIndex::searchMistyped(const PeopleQuery &query, const std::function<bool()> &isWanted,
    const std::function<void(std::uint32_t, PeopleQuery::Rank)> &found) const
{
    if (!query.forgivesMistakes()) {
        return true;
    }
    for (std::uint32_t person = 0; person < m_file.nodeCount(); ++person) {
        if (person % peopleAtOnce == 0 && !isWanted()) {
            return false;
        }
        if (!query.mayBeMistyped(m_letters[person])) {
            continue;
        }
        const PeopleQuery::Rank rank = query.ofMistypedName(name(person));
        if (rank != PeopleQuery::None && query.ofName(name(person)) == PeopleQuery::None) {
            found(person, rank);
        }
    }
    return true;
}

} // namespace majlis
