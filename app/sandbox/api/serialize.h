// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/auth/authservice.h"
#include "app/sandbox/world/platform.h"

#include <QJsonArray>
#include <QJsonObject>

namespace majlis::sandbox
{

/// The contract's types as JSON objects: the same for REST, GraphQL and feeds. Reads only.
class Serializer
{
public:
    explicit Serializer(const Platform &platform)
        : m_platform(platform)
    {
    }

    [[nodiscard]] static QString dateTime(std::int64_t ms) { return UnixMs{ms}.toRfc3339(); }
    [[nodiscard]] QJsonObject user(Index node, const Viewer &viewer) const;
    [[nodiscard]] QJsonArray balances(Index node) const; ///< `ChainBalance`, chains without holding left out
    /// `topDescendants` (at most 100) only when asked for: it walks the network.
    [[nodiscard]] QJsonObject strength(Index node, bool withTop) const;
    /// `parent` null for the root of the answer; depth relative to it.
    [[nodiscard]] QJsonObject networkNode(Index node, int depth, bool isRoot) const;
    [[nodiscard]] QJsonObject networkEdge(Index node, int depth) const; ///< from its referrer
    [[nodiscard]] QJsonObject referralCode(const CodeOwner &owner, bool withUses) const;
    [[nodiscard]] static QJsonObject rebase(const Rebase &rebase);
    [[nodiscard]] QJsonObject registration(const Registration &registration) const;
    [[nodiscard]] static QJsonObject claim(const Claim &claim);
    /// `BalanceUpdate` of the present state; `change` null: INITIAL.
    [[nodiscard]] QJsonObject balanceUpdate(Index node, Chain chain, const BalanceChange *change) const;
    [[nodiscard]] QJsonObject globalStats(std::int64_t nextRebase[3]) const;
    /// Values of `NetworkStrength` count as computed at the last change, and at least once a minute.
    [[nodiscard]] std::int64_t computedAt(Index node) const;

private:
    const Platform &m_platform;
};

} // namespace majlis::sandbox
