// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/api/serialize.h"

#include <deque>
#include <memory>

namespace majlis::sandbox
{

/// A network as it was at one moment: what all pages of one walk are made from. Breadth first, siblings by joinedAt and
/// then address bytes (`NetworkGraph` in the contract).
struct NetworkSnapshot {
    QString id;
    Index root = none;
    int depth = 0;
    std::int64_t computedAt = 0;
    std::int64_t usedAt = 0; ///< of the last page
    QJsonObject strength;
    std::vector<Index> nodes;
    std::vector<std::uint8_t> depths;
    std::vector<std::uint32_t> parents; ///< position of the referrer in the walk; noParent for the root
    std::vector<Wide> balances;
    std::vector<std::int64_t> joined;
    std::vector<std::uint32_t> direct, descendants;
    std::vector<std::uint8_t> verified;

    [[nodiscard]] std::size_t size() const { return nodes.size(); }
};

/// One answer about a network.
struct NetworkPage {
    std::shared_ptr<const NetworkSnapshot> snapshot;
    std::size_t first = 0;
    std::size_t count = 0;
    QString nextCursor; ///< empty: none
};

/// Which representation a page is for: a cursor belongs to the one that gave it.
enum class GraphForm { Json, Binary };

/// Walks networks and keeps the walks for their later pages, 300 s after the last one. One thread.
class NetworkSnapshots
{
public:
    static constexpr std::int64_t holdMs = 300'000;

    explicit NetworkSnapshots(const Platform &platform)
        : m_platform(platform)
    {
    }

    /// `limit` nodes from the start, or from `cursor` (empty: the start). Refusals: a malformed cursor, one of another
    /// representation, address or depth (`validation_failed`), one whose walk is gone (`snapshot_expired`).
    [[nodiscard]] ApiResult<NetworkPage> page(
        Index root, int depth, std::size_t limit, const QString &cursor, GraphForm form);

    [[nodiscard]] QJsonObject toJson(const NetworkPage &page) const; ///< `NetworkGraph`
    [[nodiscard]] ApiResult<QByteArray> toBinary(const NetworkPage &page) const; ///< habibi.feeds.md part 4

private:
    [[nodiscard]] std::shared_ptr<NetworkSnapshot> walk(Index root, int depth) const;
    [[nodiscard]] QString snapshotId(Index root, int depth) const;
    void forgetOld();

    const Platform &m_platform;
    std::deque<std::shared_ptr<NetworkSnapshot>> m_held;
};

} // namespace majlis::sandbox
