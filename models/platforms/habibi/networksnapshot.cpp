// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/habibi/networksnapshot.h"

#include "models/domain/graph/networkwriter.h"

#include <QHash>

#include <algorithm>
#include <cstring>
#include <numeric>

using namespace Qt::StringLiterals;

namespace majlis::habibi
{

namespace
{

// Shorter addresses first, so that EVM and Solana never compare equal.
std::strong_ordering compare(std::span<const std::uint8_t> left, std::span<const std::uint8_t> right)
{
    if (left.size() != right.size())
        return left.size() <=> right.size();
    const int order = left.empty() ? 0 : std::memcmp(left.data(), right.data(), left.size());
    return order <=> 0;
}

std::span<const std::uint8_t> bytesOf(const Address &address)
{
    return address.bytes();
}

std::uint8_t chainBits(const Chain &chain)
{
    switch (chain.value()) {
    case ChainName::Solana:
        return networkflags::chainSolana;
    case ChainName::Base:
        return networkflags::chainBase;
    case ChainName::Arbitrum:
        return networkflags::chainArbitrum;
    case ChainName::Unknown:
        break;
    }
    return 0;
}

std::unexpected<Error> badTree(std::size_t index, const QString &why)
{
    const QString path = u"nodes.%1.parent"_s.arg(index);
    auto error = fail(ErrorCode::Malformed, u"network: "_s + why, path);
    error.error().reason = u"bad_tree"_s;
    return error;
}

void appendNode(NetworkColumns &columns, const wire::habibi::NetworkNode &node, bool moreBelow)
{
    NetworkColumns::AddressBytes address{};
    std::ranges::copy(bytesOf(node.address), address.begin());
    columns.addresses.push_back(address);
    columns.addressKinds.push_back(node.address.isEvm() ? NetworkAddressKind::Evm : NetworkAddressKind::Solana);
    columns.depths.push_back(static_cast<std::uint8_t>(node.depth));
    columns.joinedMs.push_back(node.joinedAt.value);
    columns.balancesFixed.push_back(FixedBalance::fromAmount(node.balance));
    columns.balancesLossy.push_back(node.balance.toDoubleLossy());
    columns.flags.push_back(static_cast<std::uint8_t>((node.isVerified ? networkflags::verified : 0)
        | (chainBits(node.chain) << networkflags::chainShift) | (moreBelow ? networkflags::moreBelow : 0)));
    columns.directReferrals.push_back(
        static_cast<std::uint32_t>(std::min<std::int64_t>(node.directReferrals, noParent)));
    columns.totalDescendants.push_back(
        static_cast<std::uint32_t>(std::min<std::int64_t>(node.totalDescendants, noParent)));
    columns.appendName(node.displayName.value_or(QString()));
}

// Indices of the parents; a page after the first has parents that only the whole walk knows.
Result<std::vector<std::uint32_t>> parentIndices(const wire::habibi::NetworkGraph &graph)
{
    QHash<Address, std::uint32_t> places;
    places.reserve(static_cast<qsizetype>(graph.nodes.size()));
    std::vector<std::uint32_t> parents;
    for (std::size_t index = 0; index < graph.nodes.size(); ++index) {
        const wire::habibi::NetworkNode &node = graph.nodes[index];
        std::uint32_t parent = noParent;
        if (node.depth > 0) {
            const auto found = node.parent ? places.constFind(*node.parent) : places.constEnd();
            if (found == places.constEnd())
                return badTree(index, u"a parent that does not come before its child"_s);
            parent = *found;
        }
        parents.push_back(parent);
        if (places.contains(node.address))
            return badTree(index, u"a person stands twice"_s);
        places.insert(node.address, static_cast<std::uint32_t>(index));
    }
    return parents;
}

std::vector<std::uint32_t> newestOf(const NetworkFile &file)
{
    const auto joined = [&file](std::uint32_t index) { return file.joinedAt(index).value_or(UnixMs{}); };
    std::vector<std::uint32_t> people(file.nodeCount() - file.rootCount());
    std::iota(people.begin(), people.end(), file.rootCount());
    const auto kept = static_cast<std::ptrdiff_t>(std::min(NetworkSnapshot::newestKept, people.size()));
    std::partial_sort(people.begin(), people.begin() + kept, people.end(),
        [&joined](std::uint32_t left, std::uint32_t right) { return joined(left) > joined(right); });
    people.resize(static_cast<std::size_t>(kept));
    return people;
}

} // namespace

NetworkIndex::NetworkIndex(const NetworkFile &file)
    : m_byAddress(file.nodeCount())
{
    std::iota(m_byAddress.begin(), m_byAddress.end(), 0U);
    std::sort(m_byAddress.begin(), m_byAddress.end(), [&file](std::uint32_t left, std::uint32_t right) {
        return compare(file.addressBytes(left), file.addressBytes(right)) < 0;
    });
}

std::optional<std::uint32_t> NetworkIndex::find(const NetworkFile &file, const Address &address) const
{
    const auto wanted = bytesOf(address);
    const auto found = std::lower_bound(m_byAddress.begin(), m_byAddress.end(), wanted,
        [&file](std::uint32_t index, std::span<const std::uint8_t> bytes) {
            return compare(file.addressBytes(index), bytes) < 0;
        });
    if (found == m_byAddress.end() || compare(file.addressBytes(*found), wanted) != 0)
        return std::nullopt;
    return *found;
}

NetworkSnapshot::NetworkSnapshot(NetworkFile file)
{
    auto data = std::make_shared<Data>();
    data->file = std::move(file);
    data->index = NetworkIndex(data->file);
    data->newest = newestOf(data->file);
    m_data = std::move(data);
}

std::optional<std::uint32_t> NetworkSnapshot::find(const Address &address) const
{
    return m_data ? m_data->index.find(m_data->file, address) : std::nullopt;
}

std::optional<Address> NetworkSnapshot::address(std::uint32_t index) const
{
    return addressOf(m_data->file, index);
}

Chain NetworkSnapshot::chain(std::uint32_t index) const
{
    return chainOf(m_data->file, index);
}

const std::vector<std::uint32_t> &NetworkSnapshot::newest() const
{
    static const std::vector<std::uint32_t> nobody;
    return m_data ? m_data->newest : nobody;
}

std::optional<Address> addressOf(const NetworkFile &file, std::uint32_t index)
{
    const auto bytes = file.addressBytes(index);
    switch (file.addressKind(index)) {
    case NetworkAddressKind::Evm: {
        wallet::ByteArray<20> evm{};
        std::ranges::copy(bytes, evm.begin());
        return Address::evm(evm);
    }
    case NetworkAddressKind::Solana: {
        wallet::ByteArray<32> solana{};
        std::ranges::copy(bytes, solana.begin());
        return Address::solana(solana);
    }
    case NetworkAddressKind::None:
    case NetworkAddressKind::Unknown:
        break;
    }
    return std::nullopt;
}

Chain chainOf(const NetworkFile &file, std::uint32_t index)
{
    switch (file.chainBits(index)) {
    case networkflags::chainSolana:
        return ChainName::Solana;
    case networkflags::chainBase:
        return ChainName::Base;
    case networkflags::chainArbitrum:
        return ChainName::Arbitrum;
    default:
        return {};
    }
}

Result<NetworkFile> networkFromJson(const wire::habibi::NetworkGraph &graph, const NetworkLimits &limits)
{
    const auto parents = parentIndices(graph);
    if (!parents)
        return std::unexpected(parents.error());
    NetworkColumns columns;
    columns.parents = *parents;
    std::vector<std::int64_t> childrenHere(graph.nodes.size(), 0);
    for (const std::uint32_t parent : *parents) {
        if (parent != noParent)
            ++childrenHere[parent];
    }
    for (std::size_t index = 0; index < graph.nodes.size(); ++index)
        appendNode(columns, graph.nodes[index], graph.nodes[index].directReferrals > childrenHere[index]);
    columns.generatedAt = graph.computedAt;
    columns.truncated = graph.truncation.truncated;
    if (graph.truncation.totalNodes)
        columns.totalNodes = static_cast<std::uint64_t>(*graph.truncation.totalNodes);
    columns.meta = NetworkMeta{.root = graph.root.address.text(),
        .depth = static_cast<int>(graph.depth),
        .snapshotId = graph.snapshotId,
        .truncated = graph.truncation.truncated,
        .reason = graph.truncation.reason ? graph.truncation.reason->text() : QString(),
        .nextCursor = graph.truncation.nextCursor.value_or(QString())};
    auto bytes = writeNetworkFile(columns);
    if (!bytes)
        return std::unexpected(bytes.error());
    return NetworkFile::read(std::move(*bytes), limits);
}

} // namespace majlis::habibi
