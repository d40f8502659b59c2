// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/api/networksnapshots.h"

#include "models/domain/graph/networkwriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace majlis::sandbox
{

namespace
{

constexpr std::size_t mostHeldNodes = 4'000'000; // over all snapshots, about 50 bytes each

void appendChildren(const World &world, NetworkSnapshot &snapshot, std::size_t at)
{
    const std::size_t first = snapshot.nodes.size();
    bool sorted = true;
    for (Index child = world.firstChild(snapshot.nodes[at]); child != none; child = world.nextSibling(child)) {
        sorted = sorted
            && (snapshot.nodes.size() == first || world.joinedAt(snapshot.nodes.back()) < world.joinedAt(child));
        snapshot.nodes.push_back(child);
    }
    if (!sorted) {
        std::ranges::sort(snapshot.nodes.begin() + static_cast<std::ptrdiff_t>(first), snapshot.nodes.end(),
            [&world](Index left, Index right) {
                if (world.joinedAt(left) != world.joinedAt(right))
                    return world.joinedAt(left) < world.joinedAt(right);
                return std::ranges::lexicographical_compare(world.address(left).bytes(), world.address(right).bytes());
            });
    }
    snapshot.depths.resize(snapshot.nodes.size(), static_cast<std::uint8_t>(snapshot.depths[at] + 1));
    snapshot.parents.resize(snapshot.nodes.size(), static_cast<std::uint32_t>(at));
}

QString cursorText(const NetworkSnapshot &snapshot, std::size_t next, GraphForm form)
{
    const QString plain
        = QString(snapshot.id + u'|' + QString::number(next) + (form == GraphForm::Json ? u"|j"_s : u"|b"_s));
    return QString::fromLatin1(
        plain.toLatin1().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace

QString NetworkSnapshots::snapshotId(Index root, int depth) const
{
    const World &world = m_platform.world();
    return QString(u"s%1-%2-%3-%4"_s.arg(m_platform.bootId()).arg(root).arg(depth).arg(world.contentVersion(root)));
}

std::shared_ptr<NetworkSnapshot> NetworkSnapshots::walk(Index root, int depth) const
{
    const World &world = m_platform.world();
    auto snapshot = std::make_shared<NetworkSnapshot>();
    snapshot->id = snapshotId(root, depth);
    snapshot->root = root;
    snapshot->depth = depth;
    const Serializer serializer(m_platform);
    snapshot->computedAt = serializer.computedAt(root);
    snapshot->strength = serializer.strength(root, false);
    snapshot->nodes = {root};
    snapshot->depths = {0};
    snapshot->parents = {noParent};
    for (std::size_t at = 0; at < snapshot->nodes.size() && snapshot->depths[at] < depth; ++at)
        appendChildren(world, *snapshot, at);
    const std::size_t n = snapshot->size();
    snapshot->balances.reserve(n);
    snapshot->joined.reserve(n);
    snapshot->direct.reserve(n);
    snapshot->descendants.reserve(n);
    snapshot->verified.reserve(n);
    for (const Index node : snapshot->nodes) {
        snapshot->balances.push_back(world.balance(node));
        snapshot->joined.push_back(world.joinedAt(node));
        snapshot->direct.push_back(world.directReferrals(node));
        snapshot->descendants.push_back(world.descendants(node));
        snapshot->verified.push_back(world.isVerified(node) ? 1 : 0);
    }
    return snapshot;
}

void NetworkSnapshots::forgetOld()
{
    const std::int64_t now = m_platform.now();
    std::erase_if(m_held, [now](const auto &snapshot) { return snapshot->usedAt + holdMs <= now; });
    std::size_t nodes = 0;
    for (const auto &snapshot : m_held)
        nodes += snapshot->size();
    while (m_held.size() > 1 && nodes > mostHeldNodes) {
        nodes -= m_held.front()->size();
        m_held.pop_front();
    }
}

ApiResult<NetworkPage> NetworkSnapshots::page(
    Index root, int depth, std::size_t limit, const QString &cursor, GraphForm form)
{
    forgetOld();
    std::shared_ptr<NetworkSnapshot> snapshot;
    QString id = snapshotId(root, depth);
    std::size_t first = 0;
    if (!cursor.isEmpty()) {
        const auto bytes = QByteArray::fromBase64Encoding(
            cursor.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
        const QStringList parts = bytes ? QString::fromLatin1(*bytes).split(u'|') : QStringList();
        const QString walkOf = u"-%1-%2-"_s.arg(root).arg(depth);
        if (parts.size() != 3 || !parts[0].contains(walkOf) || parts[2] != (form == GraphForm::Json ? u"j"_s : u"b"_s))
            return refuse(ApiError::validation(u"cursor"_s, u"This cursor does not belong here"_s));
        id = parts[0];
        first = parts[1].toULongLong();
    }
    const auto held = std::ranges::find(m_held, id, [](const auto &entry) { return entry->id; });
    if (held != m_held.end())
        snapshot = *held;
    else if (cursor.isEmpty())
        snapshot = m_held.emplace_back(walk(root, depth));
    else
        return refuse(
            ApiError::conflict(u"The snapshot is gone; start again without a cursor"_s, u"snapshot_expired"_s));
    snapshot->usedAt = m_platform.now();
    if (first >= snapshot->size())
        return refuse(ApiError::validation(u"cursor"_s, u"This cursor does not belong here"_s));
    NetworkPage result;
    result.snapshot = snapshot;
    result.first = first;
    result.count = std::min(limit, snapshot->size() - first);
    if (first + result.count < snapshot->size())
        result.nextCursor = cursorText(*snapshot, first + result.count, form);
    return result;
}

QJsonObject NetworkSnapshots::toJson(const NetworkPage &page) const
{
    const NetworkSnapshot &snapshot = *page.snapshot;
    const World &world = m_platform.world();
    const Serializer serializer(m_platform);
    const auto nodeAt = [&](std::size_t at) {
        QJsonObject node = serializer.networkNode(snapshot.nodes[at], snapshot.depths[at], at == 0);
        node.insert(u"balance"_s, decimalText(snapshot.balances[at]));
        node.insert(u"joinedAt"_s, Serializer::dateTime(snapshot.joined[at]));
        node.insert(u"isVerified"_s, snapshot.verified[at] != 0);
        node.insert(u"directReferrals"_s, qint64(snapshot.direct[at]));
        node.insert(u"totalDescendants"_s, qint64(snapshot.descendants[at]));
        if (at != 0)
            node.insert(u"parent"_s, world.address(snapshot.nodes[snapshot.parents[at]]).text());
        return node;
    };
    QJsonArray nodes;
    QJsonArray edges;
    for (std::size_t at = page.first; at < page.first + page.count; ++at) {
        const QJsonObject node = nodeAt(at);
        if (at != 0) {
            QJsonObject edge = serializer.networkEdge(snapshot.nodes[at], snapshot.depths[at]);
            edge.insert(u"from"_s, node.value(u"parent"_s));
            edges.append(edge);
        }
        nodes.append(node);
    }
    const bool truncated = !page.nextCursor.isEmpty();
    return {{u"root"_s, nodeAt(0)}, {u"nodes"_s, nodes}, {u"edges"_s, edges}, {u"strength"_s, snapshot.strength},
        {u"depth"_s, snapshot.depth}, {u"firstIndex"_s, qint64(page.first)},
        {u"truncation"_s,
            QJsonObject{{u"truncated"_s, truncated},
                {u"reason"_s, truncated ? QJsonValue(u"NODE_LIMIT"_s) : QJsonValue()},
                {u"returnedNodes"_s, qint64(page.count)}, {u"totalNodes"_s, qint64(snapshot.size())},
                {u"nextCursor"_s, truncated ? QJsonValue(page.nextCursor) : QJsonValue()}}},
        {u"snapshotId"_s, snapshot.id}, {u"computedAt"_s, Serializer::dateTime(snapshot.computedAt)}};
}

ApiResult<QByteArray> NetworkSnapshots::toBinary(const NetworkPage &page) const
{
    const NetworkSnapshot &snapshot = *page.snapshot;
    const World &world = m_platform.world();
    const std::size_t last = page.first + page.count;
    NetworkColumns columns;
    columns.nameOffsets.push_back(0);
    // Children are appended in the order of their parents, so those of a node that stands before the last child's
    // parent are all here.
    std::vector<std::uint32_t> present(last, 0);
    for (std::size_t at = 1; at < last; ++at)
        ++present[snapshot.parents[at]];
    for (std::size_t at = page.first; at < last; ++at) {
        const Index node = snapshot.nodes[at];
        const wallet::Address address = world.address(node);
        auto flags = static_cast<std::uint8_t>((slot(world.chain(node)) + 1) << networkflags::chainShift);
        flags = static_cast<std::uint8_t>(flags | (snapshot.verified[at] != 0 ? networkflags::verified : 0));
        flags = static_cast<std::uint8_t>(flags | (snapshot.direct[at] > present[at] ? networkflags::moreBelow : 0));
        NetworkColumns::AddressBytes bytes{};
        std::ranges::copy(address.bytes(), bytes.begin());
        columns.parents.push_back(snapshot.parents[at]);
        columns.depths.push_back(snapshot.depths[at]);
        columns.flags.push_back(flags);
        columns.addresses.push_back(bytes);
        columns.addressKinds.push_back(address.isEvm() ? NetworkAddressKind::Evm : NetworkAddressKind::Solana);
        columns.joinedMs.push_back(snapshot.joined[at]);
        columns.balancesLossy.push_back(tokensLossy(snapshot.balances[at]));
        columns.balancesFixed.push_back({static_cast<std::uint64_t>(snapshot.balances[at]),
            static_cast<std::uint64_t>(snapshot.balances[at] >> 64)});
        columns.directReferrals.push_back(snapshot.direct[at]);
        columns.totalDescendants.push_back(snapshot.descendants[at]);
        columns.appendName(world.displayName(node));
    }
    columns.firstIndex = static_cast<std::uint32_t>(page.first);
    columns.totalNodes = snapshot.size();
    columns.generatedAt = UnixMs{snapshot.computedAt};
    columns.truncated = !page.nextCursor.isEmpty();
    NetworkMeta meta;
    meta.root = world.address(snapshot.root).text();
    meta.depth = snapshot.depth;
    meta.snapshotId = snapshot.id;
    meta.truncated = columns.truncated;
    meta.reason = columns.truncated ? u"NODE_LIMIT"_s : QString();
    meta.nextCursor = page.nextCursor;
    columns.meta = meta;
    auto bytes = writeNetworkFile(columns);
    if (!bytes)
        return refuse(ApiError::internal(u"The graph could not be written: "_s + bytes.error().detail));
    return std::move(*bytes);
}

} // namespace majlis::sandbox
