// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/api/leaderboards.h"
#include "app/sandbox/api/networksnapshots.h"
#include "app/sandbox/api/rewards.h"
#include "app/sandbox/api/statistics.h"
#include "app/sandbox/auth/authservice.h"
#include "app/sandbox/graphql/executor.h"

namespace majlis::sandbox
{

/// What the root fields of `habibi.graphql` answer, with their access rules and the domains of their arguments. One
/// thread.
class Resolvers
{
public:
    Resolvers(Platform &platform, NetworkSnapshots &snapshots, const Life &life);

    [[nodiscard]] ApiResult<QJsonValue> resolve(const graphql::FieldCall &call, const Viewer &viewer);
    void onWorldDay() { m_leaderboards.rotate(); }

private:
    using Answer = ApiResult<QJsonValue>;
    using Method = Answer (Resolvers::*)(const graphql::FieldCall &, const Viewer &);
    [[nodiscard]] Answer user(const graphql::FieldCall &call, const Viewer &viewer);
    [[nodiscard]] Answer userNetwork(const graphql::FieldCall &call, const Viewer &viewer);
    [[nodiscard]] Answer userRewards(const graphql::FieldCall &call, const Viewer &viewer);
    [[nodiscard]] Answer globalStats(const graphql::FieldCall &call, const Viewer &viewer);
    [[nodiscard]] Answer leaderboard(const graphql::FieldCall &call, const Viewer &viewer);
    [[nodiscard]] Answer rebaseHistory(const graphql::FieldCall &call, const Viewer &viewer);
    [[nodiscard]] Answer me(const graphql::FieldCall &call, const Viewer &viewer);
    [[nodiscard]] Answer myReferralCode(const graphql::FieldCall &call, const Viewer &viewer);
    [[nodiscard]] Answer referralCode(const graphql::FieldCall &call, const Viewer &viewer);
    [[nodiscard]] Answer registerReferral(const graphql::FieldCall &call, const Viewer &viewer);
    [[nodiscard]] Answer updateProfile(const graphql::FieldCall &call, const Viewer &viewer);
    [[nodiscard]] Answer claimRewards(const graphql::FieldCall &call, const Viewer &viewer);
    [[nodiscard]] QJsonObject userJson(Index node, const graphql::FieldCall &call, const Viewer &viewer) const;

    Platform &m_platform;
    NetworkSnapshots &m_snapshots;
    Serializer m_serializer;
    Rewards m_rewards;
    Leaderboards m_leaderboards;
    Statistics m_statistics;
};

} // namespace majlis::sandbox
