// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/network/peoplesearch.h"

#include "models/domain/search/foldedtext.h"

#include <algorithm>
#include <array>

namespace majlis::viewmodels
{

namespace
{

constexpr std::size_t fewFound = 5; // with fewer than these, it may have been mistyped

/// The first few of each rank, and how many there are.
class Ranking
{
public:
    explicit Ranking(std::size_t limit)
        : m_limit(limit)
    {
    }

    void add(std::uint32_t person, PeopleQuery::Rank rank)
    {
        ++m_total;
        if (m_people[rank].size() < m_limit) {
            m_people[rank].push_back(person);
        }
    }
    [[nodiscard]] std::size_t total() const { return m_total; }
    [[nodiscard]] PeopleFound best() const
    {
        PeopleFound found{{}, m_total};
        for (const auto &group : m_people) {
            for (const std::uint32_t person : group) {
                if (found.people.size() < m_limit) {
                    found.people.push_back(person);
                }
            }
        }
        return found;
    }

private:
    std::size_t m_limit;
    std::size_t m_total = 0;
    std::array<std::vector<std::uint32_t>, PeopleQuery::None> m_people;
};

PeopleQuery::Rank rankOfChanged(
    const NetworkPeople &people, std::uint32_t person, const PeopleQuery &query, bool forgiving)
{
    const QString name = foldedText(people.name(person));
    PeopleQuery::Rank rank = query.ofName(name);
    if (const auto address = people.address(person); address && !query.address().isEmpty()) {
        const bool isEvm = address->family() == AddressFamily::Evm;
        rank = std::min(
            rank, query.ofAddress(isEvm ? NetworkAddressKind::Evm : NetworkAddressKind::Solana, address->bytes()));
    }
    if (!forgiving) {
        return rank;
    }
    return rank == PeopleQuery::None ? query.ofMistypedName(name) : PeopleQuery::None;
}

} // namespace

PeopleFound searchPeople(const NetworkPeople &people, const QString &query, std::size_t limit,
    const std::atomic<unsigned> &newest, unsigned generation)
{
    const PeopleQuery wanted(query);
    const PeopleIndex *index = people.searchIndex();
    if (wanted.isEmpty() || index == nullptr) {
        return {};
    }
    Ranking ranking(limit);
    const auto isWanted = [&] { return newest.load(std::memory_order_relaxed) == generation; };
    // What the file says of somebody who has changed since is no longer so.
    const auto add = [&](std::uint32_t person, PeopleQuery::Rank rank) {
        if (!people.hasChanged(person)) {
            ranking.add(person, rank);
        }
    };
    const auto addChanged = [&](bool forgiving) {
        for (const std::uint32_t person : people.changedSince()) {
            const PeopleQuery::Rank rank = rankOfChanged(people, person, wanted, forgiving);
            if (rank != PeopleQuery::None) {
                ranking.add(person, rank);
            }
        }
    };
    if (!index->search(wanted, isWanted, add)) {
        return ranking.best();
    }
    addChanged(false);
    if (ranking.total() < fewFound && wanted.forgivesMistakes() && index->searchMistyped(wanted, isWanted, add)) {
        addChanged(true);
    }
    return ranking.best();
}

} // namespace majlis::viewmodels
