// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/network/networkpeople.h"

#include "viewmodels/format/names.h"

#include <algorithm>
#include <cmath>

namespace majlis::viewmodels
{

namespace
{

/// Relative radius of a sphere: grows with the number of digits of a balance, so that nobody covers everybody.
float sizeOf(double balance)
{
    constexpr double least = 0.6;
    constexpr double perDigit = 0.22;
    constexpr double most = 2.4;
    return static_cast<float>(
        std::isfinite(balance) ? std::min(least + perDigit * std::log10(1 + std::max(0.0, balance)), most) : least);
}

} // namespace

NetworkPeople::NetworkPeople(habibi::NetworkSnapshot snapshot)
    : m_snapshot(std::move(snapshot))
    , m_searchIndex(
          m_snapshot.isEmpty() ? nullptr : std::make_shared<const PeopleIndex>(m_snapshot.file(), format::plainName))
    , m_fileCount(m_snapshot.isEmpty() ? 0 : m_snapshot.file().nodeCount())
{
}

std::vector<std::uint32_t> NetworkPeople::changedSince() const
{
    std::vector<std::uint32_t> people(m_changed.keyBegin(), m_changed.keyEnd());
    for (std::uint32_t i = m_fileCount; i < count(); ++i) {
        people.push_back(i);
    }
    return people;
}

std::optional<std::uint32_t> NetworkPeople::join(const wire::habibi::NetworkNode &node)
{
    if (!node.parent || find(node.address)) {
        return std::nullopt;
    }
    const auto parent = find(*node.parent);
    if (parent) {
        m_joinedIndex.insert(node.address, count());
        m_joined.push_back(node);
        m_joinedParents.push_back(*parent);
    }
    return parent;
}

std::optional<std::uint32_t> NetworkPeople::update(const wire::habibi::NetworkNode &node)
{
    const auto index = find(node.address);
    if (index && *index >= m_fileCount) {
        m_joined[*index - m_fileCount] = node;
    } else if (index) {
        m_changed.insert(*index, node);
    }
    return index;
}

std::optional<std::uint32_t> NetworkPeople::find(const Address &address) const
{
    if (const auto joined = m_joinedIndex.constFind(address); joined != m_joinedIndex.cend()) {
        return *joined;
    }
    return m_snapshot.isEmpty() ? std::nullopt : m_snapshot.find(address);
}

std::optional<Address> NetworkPeople::address(std::uint32_t index) const
{
    return index >= m_fileCount ? m_joined[index - m_fileCount].address : m_snapshot.address(index);
}

QString NetworkPeople::addressText(std::uint32_t index) const
{
    const auto found = address(index);
    return found ? found->text() : QString();
}

QString NetworkPeople::name(std::uint32_t index) const
{
    if (const auto *node = live(index)) {
        return format::plainName(node->displayName.value_or(QString()));
    }
    return format::plainName(m_snapshot.file().name(index));
}

std::optional<std::uint32_t> NetworkPeople::parent(std::uint32_t index) const
{
    if (index >= m_fileCount) {
        const auto &referrer = m_joined[index - m_fileCount].parent;
        return referrer ? find(*referrer) : std::nullopt;
    }
    const std::uint32_t parent = m_snapshot.file().parents()[index];
    return parent == noParent ? std::nullopt : std::optional<std::uint32_t>(parent);
}

Chain NetworkPeople::chain(std::uint32_t index) const
{
    const auto *node = live(index);
    return node != nullptr ? node->chain : m_snapshot.chain(index);
}

bool NetworkPeople::isVerified(std::uint32_t index) const
{
    const auto *node = live(index);
    return node != nullptr ? node->isVerified : m_snapshot.file().isVerified(index);
}

std::optional<Amount> NetworkPeople::balance(std::uint32_t index) const
{
    const auto *node = live(index);
    return node != nullptr ? node->balance : m_snapshot.file().balance(index);
}

std::optional<UnixMs> NetworkPeople::joinedAt(std::uint32_t index) const
{
    const auto *node = live(index);
    return node != nullptr ? node->joinedAt : m_snapshot.file().joinedAt(index);
}

std::optional<std::int64_t> NetworkPeople::directReferrals(std::uint32_t index) const
{
    if (const auto *node = live(index)) {
        return node->directReferrals;
    }
    const auto all = m_snapshot.file().directReferrals();
    return all.empty() ? std::nullopt : std::optional<std::int64_t>(all[index]);
}

std::optional<std::int64_t> NetworkPeople::totalDescendants(std::uint32_t index) const
{
    if (const auto *node = live(index)) {
        return node->totalDescendants;
    }
    const auto all = m_snapshot.file().totalDescendants();
    return all.empty() ? std::nullopt : std::optional<std::int64_t>(all[index]);
}

int NetworkPeople::depth(std::uint32_t index) const
{
    int below = 0;
    for (; index >= m_fileCount; index = m_joinedParents[index - m_fileCount]) {
        ++below;
    }
    return m_snapshot.file().depths()[index] + below;
}

PersonFacts NetworkPeople::facts(std::uint32_t index) const
{
    const Chain where = chain(index);
    PersonFacts facts;
    facts.depth = depth(index);
    facts.chain = where == ChainName::Solana ? networkflags::chainSolana
        : where == ChainName::Base           ? networkflags::chainBase
        : where == ChainName::Arbitrum       ? networkflags::chainArbitrum
                                             : std::uint8_t{0};
    facts.verified = isVerified(index);
    facts.balance = balance(index);
    facts.joinedAt = joinedAt(index);
    return facts;
}

std::vector<std::uint32_t> NetworkPeople::parents() const
{
    std::vector<std::uint32_t> all;
    if (m_fileCount > 0) {
        all.reserve(count());
        all.assign(m_snapshot.file().parents().begin(), m_snapshot.file().parents().end());
        all.insert(all.end(), m_joinedParents.begin(), m_joinedParents.end());
    }
    return all;
}

std::vector<std::uint32_t> NetworkPeople::liveIndices() const
{
    std::vector<std::uint32_t> live;
    for (auto changed = m_changed.keyBegin(); changed != m_changed.keyEnd(); ++changed) {
        live.push_back(*changed);
    }
    for (std::uint32_t i = m_fileCount; i < count(); ++i) {
        live.push_back(i);
    }
    return live;
}

graph3d::NetworkData NetworkPeople::sceneData() const
{
    graph3d::NetworkData data;
    if (m_snapshot.isEmpty()) {
        return data;
    }
    const NetworkFile &file = m_snapshot.file();
    const auto balances = file.balancesLossy();
    data.parent.resize(m_fileCount);
    data.size.resize(m_fileCount);
    data.flags.resize(m_fileCount);
    for (std::uint32_t i = 0; i < m_fileCount; ++i) {
        const std::uint32_t parent = file.parents()[i];
        data.parent[i] = parent == noParent ? -1 : static_cast<std::int32_t>(parent);
        data.size[i] = balances.empty() ? 1.0F : sizeOf(balances[i]);
        data.flags[i] = file.isVerified(i) ? graph3d::flags(graph3d::NodeFlag::Verified) : graph3d::NodeFlags{0};
    }
    return data;
}

float NetworkPeople::size(std::uint32_t index) const
{
    const auto held = balance(index);
    return held ? sizeOf(held->toDoubleLossy()) : 1.0F;
}

graph3d::NodeFlags NetworkPeople::flags(std::uint32_t index) const
{
    return isVerified(index) ? graph3d::flags(graph3d::NodeFlag::Verified) : graph3d::NodeFlags{0};
}

const wire::habibi::NetworkNode *NetworkPeople::live(std::uint32_t index) const
{
    if (index >= m_fileCount) {
        return &m_joined[index - m_fileCount];
    }
    const auto changed = m_changed.constFind(index);
    return changed == m_changed.cend() ? nullptr : &*changed;
}

} // namespace majlis::viewmodels
