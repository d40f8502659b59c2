// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/address.h"
#include "models/domain/graph/edgelist.h"
#include "models/domain/graph/networkorder.h"

#include <algorithm>
#include <limits>
#include <tuple>

using namespace Qt::StringLiterals;

namespace majlis
{

namespace
{

constexpr std::uint32_t maxDepth = 254;

void appendIdentity(NetworkColumns &columns, const QString &label)
{
    NetworkColumns::AddressBytes bytes{};
    NetworkAddressKind kind = NetworkAddressKind::None;
    const auto address = Address::parse(label);
    if (address) {
        kind = address->isEvm() ? NetworkAddressKind::Evm : NetworkAddressKind::Solana;
        std::ranges::copy(address->bytes(), bytes.begin());
    }
    columns.addresses.push_back(bytes);
    columns.addressKinds.push_back(kind);
    columns.appendName(address ? QString() : label);
}

std::vector<std::uint32_t> childCounts(const NetworkColumns &columns)
{
    std::vector<std::uint32_t> counts(columns.parents.size(), 0);
    for (const std::uint32_t parent : columns.parents) {
        if (parent != noParent)
            ++counts[parent];
    }
    return counts;
}

} // namespace

Result<NetworkColumns> EdgeList::toNetwork(UnixMs generatedAt) const
{
    const auto order = breadthFirstOrder(parents, [this](std::uint32_t left, std::uint32_t right) {
        const auto key = [this](std::uint32_t index) {
            return std::make_tuple(timestamps.empty() ? 0 : timestamps[index], std::string_view(labels[index]));
        };
        return key(left) < key(right);
    });
    if (!order)
        return std::unexpected(order.error());

    NetworkColumns columns;
    columns.generatedAt = generatedAt;
    columns.totalNodes = order->size();
    std::vector<std::uint32_t> placeOf(order->size());
    for (std::uint32_t place = 0; place < order->size(); ++place) {
        const std::uint32_t index = (*order)[place];
        placeOf[index] = place;
        const bool isRoot = parents[index] == noParent;
        const std::uint32_t parent = isRoot ? noParent : placeOf[parents[index]];
        const std::uint32_t depth = isRoot ? 0 : columns.depths[parent] + 1U;
        if (depth > maxDepth) {
            auto error = fail(ErrorCode::Malformed, u"the tree is deeper than %1 levels"_s.arg(maxDepth));
            error.error().reason = u"bad_tree"_s;
            return error;
        }
        columns.parents.push_back(parent);
        columns.depths.push_back(static_cast<std::uint8_t>(depth));
        columns.flags.push_back(0);
        if (!timestamps.empty())
            columns.joinedMs.push_back(std::clamp<std::int64_t>(timestamps[index], 0, 1LL << 40) * 1'000);
        appendIdentity(columns, QString::fromStdString(labels[index]));
    }
    columns.directReferrals = childCounts(columns);
    for (const NetworkLink &link : links)
        columns.links.push_back({placeOf[link.from], placeOf[link.to], link.weight, link.kind});
    return columns;
}

QByteArray writeForest(const NetworkFile &network)
{
    const auto label = [&network](std::uint32_t index) -> QByteArray {
        const auto bytes = network.addressBytes(index);
        if (network.addressKind(index) == NetworkAddressKind::Evm || bytes.size() == 20) {
            wallet::ByteArray<20> evm{};
            std::ranges::copy(bytes, evm.begin());
            return Address::evm(evm).text().toLatin1();
        }
        if (network.addressKind(index) == NetworkAddressKind::Solana) {
            wallet::ByteArray<32> solana{};
            std::ranges::copy(bytes, solana.begin());
            return Address::solana(solana).text().toLatin1();
        }
        QByteArray name = network.name(index).toUtf8();
        const bool usable = !name.isEmpty() && name.size() <= 64 && name != "-" && name[0] != '#'
            && std::none_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) <= ' '; });
        return usable ? name : QByteArray::number(index);
    };
    QByteArray text;
    for (std::uint32_t index = 0; index < network.nodeCount(); ++index) {
        const std::uint32_t parent = network.parents()[index];
        const std::int64_t joined = network.joinedAt(index).value_or(UnixMs{}).value / 1'000;
        text += label(index) + ' ' + (parent == noParent ? QByteArray("-") : label(parent)) + ' '
            + QByteArray::number(static_cast<qint64>(joined)) + '\n';
    }
    return text;
}

} // namespace majlis
