// SPDX-License-Identifier: GPL-3.0-or-later
// A GraphQL answer on its whole way: strict JSON, errors, every root type, and the network it may hold. The first byte
// chooses the type.
#include "models/net/graphqlclient.h"
#include "models/net/strictjson.h"
#include "models/platforms/habibi/networksnapshot.h"
#include "models/wire/habibi/operations.h"

#include <cstdlib>

using namespace majlis;
using namespace majlis::wire::habibi;

namespace
{

void require(bool condition)
{
    if (!condition)
        std::abort();
}

// What is accepted can be written and read again, and is the same then.
template <class Operation>
void decode(const QJsonObject &data)
{
    using Answer = typename Operation::Answer;
    const auto answer = wire::decode<Answer>(data.value(Operation::field), QStringLiteral("data"));
    if (!answer) {
        require(answer.error().code == ErrorCode::Malformed);
        require(answer.error().path.startsWith(QStringLiteral("data")));
        return;
    }
    const auto again = wire::decode<Answer>(wire::encode(*answer));
    require(again.has_value() && *again == *answer);
    if constexpr (std::is_same_v<Answer, std::optional<NetworkGraph>>) {
        if (answer->has_value())
            static_cast<void>(habibi::networkFromJson(**answer));
    }
}

using Decode = void (*)(const QJsonObject &);
constexpr Decode decoders[] = {decode<graphql::UserQuery>, decode<graphql::UserNetworkQuery>,
    decode<graphql::UserRewardsQuery>, decode<graphql::GlobalStatsQuery>, decode<graphql::LeaderboardQuery>,
    decode<graphql::RebaseHistoryQuery>, decode<graphql::MeQuery>, decode<graphql::ReferralCodeQuery>,
    decode<graphql::RegisterReferralMutation>, decode<graphql::ClaimRewardsMutation>,
    decode<graphql::BalanceUpdatesSubscription>, decode<graphql::NetworkGrowthSubscription>};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 1)
        return 0;
    const auto json
        = net::parseStrict(QByteArray(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size - 1)));
    if (!json)
        return 0;
    const QJsonObject object = json->toObject();
    if (object.contains(QLatin1StringView("errors")))
        static_cast<void>(net::mapGraphqlErrors(object.value(QLatin1StringView("errors")), false));
    decoders[data[0] % std::size(decoders)](object.value(QLatin1StringView("data")).toObject());
    return 0;
}
