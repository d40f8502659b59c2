// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/network/peoplesearch.h"

#include <algorithm>
#include <array>

namespace majlis::viewmodels
{

namespace
{

constexpr std::uint32_t lookUpEvery = 1024; // people between two looks at `newest`

enum Rank : std::size_t { SameName, NameStart, AddressStart, WordStart, Inside, None };

Rank rankOf(const QString &name, const QString &address, const QString &query, const QString &packed)
{
    if (const qsizetype at = name.indexOf(query, 0, Qt::CaseInsensitive); at >= 0) {
        if (at == 0) {
            return name.size() == query.size() ? SameName : NameStart;
        }
        return name[at - 1].isLetterOrNumber() ? Inside : WordStart;
    }
    if (packed.size() < 2) {
        return None;
    }
    const qsizetype at = address.indexOf(packed, 0, Qt::CaseInsensitive);
    if (at < 0) {
        return None;
    }
    return at == 0 || (at == 2 && address.startsWith(QLatin1String("0x"))) ? AddressStart : Inside;
}

} // namespace

PeopleFound searchPeople(const NetworkPeople &people, const QString &query, std::size_t limit,
    const std::atomic<unsigned> &newest, unsigned generation)
{
    PeopleFound found;
    const QString wanted = query.trimmed();
    if (wanted.isEmpty()) {
        return found;
    }
    QString packed = wanted;
    packed.remove(u' ');
    std::array<std::vector<std::uint32_t>, None> ranked;
    for (std::uint32_t i = 0; i < people.count(); ++i) {
        if (i % lookUpEvery == 0 && newest.load(std::memory_order_relaxed) != generation) {
            break;
        }
        const Rank rank = rankOf(people.name(i), people.addressText(i), wanted, packed);
        if (rank == None) {
            continue;
        }
        ++found.total;
        if (ranked[rank].size() < limit) {
            ranked[rank].push_back(i);
        }
    }
    for (const auto &group : ranked) {
        for (const std::uint32_t person : group) {
            if (found.people.size() < limit) {
                found.people.push_back(person);
            }
        }
    }
    return found;
}

} // namespace majlis::viewmodels
