// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/habibi/streams.h"

namespace majlis::habibi
{

using net::JsonPayloadDecoder;
using net::StreamKind;

namespace
{

StreamKind balance()
{
    StreamKind kind;
    kind.topic = "balance";
    kind.subjectField = "address";
    kind.updateType = "balance:update";
    kind.ofHandshakeAddress = true;
    kind.snapshotList = "balances";
    kind.graphqlField = "balanceUpdates";
    kind.graphqlVariable = "a";
    kind.graphqlQuery
        = "subscription($a:String!){balanceUpdates(address:$a){address chain balance delta reason usdValue "
          "epoch transactionHash recordedAt seq}}";
    // Per chain the balance book decides by recordedAt, then seq; a stream-wide order would drop other chains' values.
    kind.payloadSequence = false;
    kind.decoder = std::make_shared<JsonPayloadDecoder>(
        QByteArrayList{"address", "chain", "balance", "recordedAt"}, QByteArrayList{"balance"});
    return kind;
}

StreamKind network()
{
    StreamKind kind;
    kind.topic = "network";
    kind.subjectField = "address";
    kind.updateType = "network:update";
    kind.ofHandshakeAddress = true;
    kind.graphqlField = "networkGrowth";
    kind.graphqlVariable = "a";
    kind.graphqlQuery = "subscription($a:String!){networkGrowth(address:$a){address change node{address displayName "
                        "balance depth joinedAt isVerified chain parent directReferrals totalDescendants} edge{from to "
                        "weight depth} previousParent directReferrals totalDescendants score occurredAt seq}}";
    kind.payloadSequence = true;
    kind.decoder = std::make_shared<JsonPayloadDecoder>(
        QByteArrayList{"address", "change", "node", "occurredAt"}, QByteArrayList{});
    return kind;
}

StreamKind rebase()
{
    StreamKind kind;
    kind.topic = "rebase";
    kind.subjectField = "chain";
    kind.updateType = "rebase:completed";
    kind.graphqlField = "rebaseEvents";
    kind.graphqlVariable = "c";
    kind.graphqlQuery = "subscription($c:Chain!){rebaseEvents(chain:$c){id chain epoch rateBps rebaseAmount "
                        "distributedAmount totalSupplyBefore totalSupplyAfter recipients totalWeight executedAt "
                        "transactionHash seq}}";
    kind.payloadSequence = true;
    kind.decoder = std::make_shared<JsonPayloadDecoder>(
        QByteArrayList{"id", "chain", "epoch", "rateBps", "rebaseAmount", "distributedAmount", "totalSupplyBefore",
            "totalSupplyAfter", "recipients", "totalWeight", "executedAt"},
        QByteArrayList{"rebaseAmount", "distributedAmount", "totalSupplyBefore", "totalSupplyAfter"});
    return kind;
}

} // namespace

std::shared_ptr<const net::FeedVocabulary> feedVocabulary()
{
    auto vocabulary = std::make_shared<net::FeedVocabulary>();
    vocabulary->kinds = {balance(), network(), rebase()};
    return vocabulary;
}

} // namespace majlis::habibi
