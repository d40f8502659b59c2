// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/habibi/endpoints.h"
#include "models/wire/habibi/operations.h"
#include "models/wire/habibi/types.h"

#include <QFile>
#include <QJsonDocument>

#include <catch2/catch.hpp>

#include <map>

using namespace majlis;
using namespace majlis::wire::habibi;
using namespace Qt::StringLiterals;

namespace
{

// Objects without their null fields: an optional field that is null is not written.
QJsonValue withoutNulls(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue &element : value.toArray())
            array.append(withoutNulls(element));
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object;
    const QJsonObject from = value.toObject();
    for (auto field = from.begin(); field != from.end(); ++field) {
        if (!field.value().isNull())
            object.insert(field.key(), withoutNulls(field.value()));
    }
    return object;
}

template <class T>
void checkExample(const QJsonObject &json, const QStringList &required)
{
    const auto value = wire::decode<T>(json);
    if (!value)
        FAIL(value.error().detail.toStdString());
    CHECK(withoutNulls(wire::encode(*value)) == withoutNulls(json));
    CHECK(*wire::decode<T>(wire::encode(*value)) == *value);
    for (const QString &key : required) {
        QJsonObject without = json;
        without.remove(key);
        const auto refused = wire::decode<T>(without);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().path == key);
    }
}

using Check = void (*)(const QJsonObject &, const QStringList &);

const std::map<QString, Check> &checks()
{
    static const std::map<QString, Check> table{{u"NonceRequest"_s, checkExample<NonceRequest>},
        {u"NonceResponse"_s, checkExample<NonceResponse>}, {u"VerifyRequest"_s, checkExample<VerifyRequest>},
        {u"AuthResponse"_s, checkExample<AuthResponse>}, {u"RefreshRequest"_s, checkExample<RefreshRequest>},
        {u"AccessTokenClaims"_s, checkExample<AccessTokenClaims>}, {u"User"_s, checkExample<User>},
        {u"ChainBalance"_s, checkExample<ChainBalance>}, {u"Profile"_s, checkExample<Profile>},
        {u"ReferralCode"_s, checkExample<ReferralCode>}, {u"NetworkStrength"_s, checkExample<NetworkStrength>},
        {u"NetworkNode"_s, checkExample<NetworkNode>}, {u"NetworkEdge"_s, checkExample<NetworkEdge>},
        {u"Truncation"_s, checkExample<Truncation>}, {u"NetworkGraph"_s, checkExample<NetworkGraph>},
        {u"RegisterReferralRequest"_s, checkExample<RegisterReferralRequest>},
        {u"RegisterResult"_s, checkExample<RegisterResult>}, {u"RebaseEvent"_s, checkExample<RebaseEvent>},
        {u"RebasePage"_s, checkExample<RebasePage>}, {u"BalanceUpdate"_s, checkExample<BalanceUpdate>},
        {u"NetworkUpdate"_s, checkExample<NetworkUpdate>}, {u"GraphqlRequest"_s, checkExample<GraphqlRequest>},
        {u"GraphqlResponse"_s, checkExample<GraphqlResponse>}, {u"GraphqlError"_s, checkExample<GraphqlError>},
        {u"Health"_s, checkExample<Health>}, {u"ErrorDetail"_s, checkExample<wire::habibi::ErrorDetail>},
        {u"Error"_s, checkExample<wire::habibi::Error>}};
    return table;
}

const Address layla = *Address::parse(u"0x70997970C51812dc3A010C7d01b50e0d17dc79C8");

} // namespace

TEST_CASE("every example of the contract is read and written, and each required field is required", "[wire]")
{
    QFile file(QStringLiteral(MAJLIS_WIRE_DIR "/habibi/examples.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QJsonObject schemas = QJsonDocument::fromJson(file.readAll()).object();
    REQUIRE(schemas.size() >= 26);
    for (auto schema = schemas.begin(); schema != schemas.end(); ++schema) {
        INFO(schema.key().toStdString());
        REQUIRE(checks().contains(schema.key()));
        const QStringList required = schema.value()["required"_L1].toVariant().toStringList();
        for (const QJsonValue &example : schema.value()["examples"_L1].toArray())
            checks().at(schema.key())(example.toObject(), required);
    }
}

TEST_CASE("an endpoint encodes its path, query, body and policy", "[wire]")
{
    const wire::Request network
        = rest::GetUserNetwork{.address = layla, .depth = 7, .limit = {}, .cursor = u"a b&=/"_s}.request();
    CHECK(network.path == u"/users/0x70997970C51812dc3A010C7d01b50e0d17dc79C8/network");
    CHECK(network.query.toString(QUrl::FullyEncoded) == u"depth=7&cursor=a%20b%26%3D%2F");
    CHECK(network.authentication == wire::Authentication::Optional);
    CHECK_FALSE(network.body);
    CHECK(network.answerTypes.size() == 2);

    const wire::Request refresh = rest::RefreshTokens{.body = {.refreshToken = u"rt"_s}}.request();
    CHECK(refresh.method == wire::Method::Post);
    CHECK(refresh.needsIdempotencyKey);
    CHECK(refresh.authentication == wire::Authentication::None);
    CHECK(*refresh.body == QJsonObject{{u"refreshToken"_s, u"rt"_s}});
    CHECK(rest::Logout{.body = {.refreshToken = u"rt"_s}}.request().expectedStatus == std::vector{204});
}

TEST_CASE("an operation selects every field and only that root field", "[wire]")
{
    const QString document = graphql::BalanceUpdatesSubscription::document();
    CHECK(document.startsWith(
        u"subscription BalanceUpdatesSubscription($address: String!) { balanceUpdates(address: $address){"_s));
    for (const auto *field : {u"recordedAt", u"seq", u"reason", u"transactionHash"})
        CHECK(document.contains(QStringView(field)));
    CHECK(graphql::UserNetworkQuery{.address = layla.text(), .depth = {}}.variables().size() == 1);
    CHECK(graphql::LeaderboardQuery{.type = LeaderboardType::Balance, .limit = 10}.variables()
        == QJsonObject{{u"type"_s, u"BALANCE"_s}, {u"limit"_s, 10}});
    graphql::UpdateProfileMutation update;
    update.input.bio.emplace();
    CHECK(update.variables() == QJsonObject{{u"input"_s, QJsonObject{{u"bio"_s, QJsonValue()}}}});
}

TEST_CASE("what the contract bounds is bounded", "[wire]")
{
    QJsonObject node{{u"address"_s, layla.text()}, {u"balance"_s, u"1"_s}, {u"depth"_s, 7},
        {u"joinedAt"_s, u"2026-11-20T15:04:05.000Z"_s}, {u"isVerified"_s, true}, {u"chain"_s, u"base"_s},
        {u"directReferrals"_s, 0}, {u"totalDescendants"_s, 0}};
    CHECK(wire::decode<NetworkNode>(node));
    node[u"depth"_s] = 8;
    CHECK(wire::decode<NetworkNode>(node, u"node"_s).error().path == u"node.depth");
    node[u"depth"_s] = 1;
    node[u"balance"_s] = u"-1"_s;
    CHECK(wire::decode<NetworkNode>(node, u"node"_s).error().path == u"node.balance");
    const QJsonObject update{{u"address"_s, layla.text()}, {u"chain"_s, u"base"_s}, {u"balance"_s, u"1"_s},
        {u"delta"_s, u"-25.01"_s}, {u"recordedAt"_s, u"2026-11-20T15:04:05.000Z"_s}};
    CHECK(wire::decode<BalanceUpdate>(update)->delta->isNegative()); // signed by its description
}
