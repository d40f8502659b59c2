// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/graphql/resolvers.h"

#include "app/sandbox/api/parse.h"
#include "app/sandbox/api/profile.h"
#include "app/sandbox/api/restapi.h"
#include "wallet/verify.h"

using namespace Qt::StringLiterals;

namespace majlis::sandbox
{

namespace
{

constexpr int networkNodes = 10'000;
constexpr int networkPageNodes = 5'000;

ApiResult<int> number(const graphql::FieldCall &call, const QString &name, int least, int most)
{
    const QJsonValue value = call.arguments.value(name);
    const int number = value.toInt(least - 1);
    if (number < least || number > most)
        return refuse(ApiError::validation(name, u"%1 must be from %2 to %3"_s.arg(name).arg(least).arg(most)));
    return number;
}

/// The person asked for; `none` for an address that is well formed and unknown.
ApiResult<Index> person(const World &world, const graphql::FieldCall &call)
{
    const auto address = parse::address(call.arguments.value(u"address"_s).toString());
    if (!address)
        return refuse(address.error());
    return world.find(*address);
}

std::optional<ApiError> missing(const Viewer &viewer, Role role)
{
    if (!viewer.isSignedIn())
        return ApiError::unauthorized(u"Sign in first"_s);
    if (!viewer.isAtLeast(role))
        return ApiError::forbidden(u"Forbidden"_s);
    return std::nullopt;
}

QJsonValue cursorJson(const QString &cursor)
{
    return cursor.isEmpty() ? QJsonValue() : QJsonValue(cursor);
}

} // namespace

Resolvers::Resolvers(Platform &platform, NetworkSnapshots &snapshots, const Life &life)
    : m_platform(platform)
    , m_snapshots(snapshots)
    , m_serializer(platform)
    , m_rewards(platform)
    , m_leaderboards(platform)
    , m_statistics(platform, life)
{
}

ApiResult<QJsonValue> Resolvers::resolve(const graphql::FieldCall &call, const Viewer &viewer)
{
    static const QHash<QString, Method> methods{{u"user"_s, &Resolvers::user},
        {u"userNetwork"_s, &Resolvers::userNetwork}, {u"userNetworkPage"_s, &Resolvers::userNetwork},
        {u"userRewards"_s, &Resolvers::userRewards}, {u"userRewardsPage"_s, &Resolvers::userRewards},
        {u"globalStats"_s, &Resolvers::globalStats}, {u"leaderboard"_s, &Resolvers::leaderboard},
        {u"rebaseHistory"_s, &Resolvers::rebaseHistory}, {u"rebaseHistoryPage"_s, &Resolvers::rebaseHistory},
        {u"me"_s, &Resolvers::me}, {u"myReferralCode"_s, &Resolvers::myReferralCode},
        {u"referralCode"_s, &Resolvers::referralCode}, {u"registerReferral"_s, &Resolvers::registerReferral},
        {u"updateProfile"_s, &Resolvers::updateProfile}, {u"claimRewards"_s, &Resolvers::claimRewards}};
    const auto method = methods.constFind(call.name);
    if (method == methods.constEnd())
        return refuse(ApiError::internal(u"No resolver for "_s + call.name));
    return (this->**method)(call, viewer);
}

QJsonObject Resolvers::userJson(Index node, const graphql::FieldCall &call, const Viewer &viewer) const
{
    QJsonObject user = m_serializer.user(node, viewer);
    if (call.selects({u"networkStrength"_s, u"topDescendants"_s}))
        user.insert(u"networkStrength"_s, m_serializer.strength(node, true));
    return user;
}

Resolvers::Answer Resolvers::user(const graphql::FieldCall &call, const Viewer &viewer)
{
    const auto node = person(m_platform.world(), call);
    if (!node)
        return refuse(node.error());
    return *node == none ? QJsonValue() : QJsonValue(userJson(*node, call, viewer));
}

Resolvers::Answer Resolvers::userNetwork(const graphql::FieldCall &call, const Viewer &)
{
    const auto node = person(m_platform.world(), call);
    const auto depth = number(call, u"depth"_s, 1, networkDepth);
    const bool paged = call.name == u"userNetworkPage"_s;
    const auto limit = paged ? number(call, u"limit"_s, 1, networkPageNodes) : ApiResult<int>(networkNodes);
    if (!node)
        return refuse(node.error());
    if (!depth)
        return refuse(depth.error());
    if (!limit)
        return refuse(limit.error());
    if (*node == none)
        return QJsonValue();
    const auto page = m_snapshots.page(
        *node, *depth, static_cast<std::size_t>(*limit), call.arguments.value(u"cursor"_s).toString(), GraphForm::Json);
    if (!page)
        return refuse(page.error());
    QJsonObject graph = m_snapshots.toJson(*page);
    if (call.selects({u"strength"_s, u"topDescendants"_s}))
        graph.insert(u"strength"_s, m_serializer.strength(*node, true));
    return graph;
}

Resolvers::Answer Resolvers::userRewards(const graphql::FieldCall &call, const Viewer &viewer)
{
    const auto node = person(m_platform.world(), call);
    if (!node)
        return refuse(node.error());
    const bool paged = call.name == u"userRewardsPage"_s;
    if (!viewer.isSignedIn())
        return refuse(ApiError::unauthorized(u"Sign in first"_s));
    if (*node == none)
        return paged ? Answer(refuse(ApiError::notFound(u"User not found"_s))) : Answer(QJsonValue());
    if (!viewer.mayRead(*node))
        return refuse(ApiError::forbidden(u"Only the user's own rewards"_s));
    const auto frame = timeFrameFromName(call.arguments.value(u"timeframe"_s).toString());
    if (!frame)
        return refuse(ApiError::validation(u"timeframe"_s, u"Unknown timeframe"_s));
    if (!paged)
        return m_rewards.history(*node, *frame);
    const auto limit = number(call, u"limit"_s, 1, 100);
    if (!limit)
        return refuse(limit.error());
    const auto page = m_rewards.page(*node, *frame, *limit, call.arguments.value(u"cursor"_s).toString());
    return page ? Answer(*page) : Answer(refuse(page.error()));
}

Resolvers::Answer Resolvers::globalStats(const graphql::FieldCall &, const Viewer &)
{
    return m_statistics.global();
}

Resolvers::Answer Resolvers::leaderboard(const graphql::FieldCall &call, const Viewer &viewer)
{
    if (const auto error = missing(viewer, Role::Verified))
        return refuse(*error);
    const auto type = leaderboardTypeFromName(call.arguments.value(u"type"_s).toString());
    const auto limit = number(call, u"limit"_s, 1, 100);
    if (!limit)
        return refuse(limit.error());
    if (!type)
        return refuse(ApiError::validation(u"type"_s, u"Unknown leaderboard"_s));
    return m_leaderboards.top(*type, *limit);
}

Resolvers::Answer Resolvers::rebaseHistory(const graphql::FieldCall &call, const Viewer &)
{
    const auto chain = parse::chain(call.arguments.value(u"chain"_s).toString());
    const auto limit = number(call, u"limit"_s, 1, 100);
    if (!chain)
        return refuse(chain.error());
    if (!limit)
        return refuse(limit.error());
    const auto page = rebasePage(m_platform.world(), *chain, *limit, call.arguments.value(u"cursor"_s).toString());
    if (!page)
        return refuse(page.error());
    if (call.name == u"rebaseHistory"_s)
        return page->events;
    return QJsonObject{{u"events"_s, page->events}, {u"nextCursor"_s, cursorJson(page->nextCursor)}};
}

Resolvers::Answer Resolvers::me(const graphql::FieldCall &call, const Viewer &viewer)
{
    if (const auto error = missing(viewer, Role::User))
        return refuse(*error);
    return userJson(viewer.node, call, viewer);
}

Resolvers::Answer Resolvers::myReferralCode(const graphql::FieldCall &call, const Viewer &viewer)
{
    if (const auto error = missing(viewer, Role::User))
        return refuse(*error);
    Chain chain = viewer.chain;
    if (const QJsonValue asked = call.arguments.value(u"chain"_s); asked.isString())
        chain = chainFromName(asked.toString()).value_or(chain);
    return m_serializer.referralCode({viewer.node, chain, true}, true);
}

Resolvers::Answer Resolvers::referralCode(const graphql::FieldCall &call, const Viewer &viewer)
{
    const auto code = parse::referralCode(call.arguments.value(u"code"_s).toString(), u"code"_s);
    if (!code)
        return refuse(code.error());
    const auto owner = m_platform.ownerOf(*code);
    if (!owner)
        return QJsonValue();
    return m_serializer.referralCode(*owner, viewer.mayRead(owner->node));
}

Resolvers::Answer Resolvers::registerReferral(const graphql::FieldCall &call, const Viewer &viewer)
{
    if (const auto error = missing(viewer, Role::User))
        return refuse(*error);
    const auto code = parse::referralCode(call.arguments.value(u"code"_s).toString(), u"code"_s);
    if (!code)
        return refuse(code.error());
    const QByteArray message = AuthService::registrationMessage(viewer.address->text(), *code, viewer.chain).toUtf8();
    if (!wallet::verifyMessage(wallet::bytesOf({message.constData(), static_cast<std::size_t>(message.size())}),
            call.arguments.value(u"signature"_s).toString(), *viewer.address))
        return refuse(ApiError::unauthorized(u"Invalid signature"_s, u"invalid_signature"_s));
    const auto registered = m_platform.registerReferral(viewer.node, viewer.chain, *code);
    if (!registered)
        return refuse(registered.error());
    return m_serializer.registration(*registered);
}

Resolvers::Answer Resolvers::updateProfile(const graphql::FieldCall &call, const Viewer &viewer)
{
    if (const auto error = missing(viewer, Role::User))
        return refuse(*error);
    const auto changed = changedProfile(m_platform.profile(viewer.node), call.arguments.value(u"input"_s).toObject());
    if (!changed)
        return refuse(changed.error());
    m_platform.setProfile(viewer.node, *changed);
    return userJson(viewer.node, call, viewer);
}

Resolvers::Answer Resolvers::claimRewards(const graphql::FieldCall &call, const Viewer &viewer)
{
    if (const auto error = missing(viewer, Role::Verified))
        return refuse(*error);
    // Rebases are credited at once (decision D15), so there is never one to claim.
    if (call.arguments.value(u"type"_s).toString() != u"REFERRAL"_s)
        return refuse(ApiError::conflict(u"Nothing to claim"_s, u"nothing_to_claim"_s));
    const auto claim = m_platform.claimReferralRewards(viewer.node);
    if (!claim)
        return refuse(claim.error());
    return Serializer::claim(*claim);
}

} // namespace majlis::sandbox
