// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/feed/feedmessage.h"
#include "models/net/feed/streamkey.h"

#include <QByteArray>
#include <QByteArrayList>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace simdjson::dom
{
class element;
}

namespace majlis::net
{

/// What a payload became.
struct DecodedPayload {
    FeedValue value;
    QJsonObject json;
    std::uint64_t conflateKey = 0;
    bool conflatable = false; ///< a newer one with the same key makes this one worthless
};

/// Turns a payload into a value on the feed thread. Must not keep references to the payload.
class PayloadDecoder
{
public:
    PayloadDecoder() = default;
    PayloadDecoder(const PayloadDecoder &) = delete;
    PayloadDecoder &operator=(const PayloadDecoder &) = delete;
    virtual ~PayloadDecoder() = default;
    /// False: the payload is not what the contract says; it is dropped and counted.
    [[nodiscard]] virtual bool decode(const simdjson::dom::element &payload, bool snapshot, DecodedPayload &out) const
        = 0;
};

/// Keeps the payload as a QJsonObject, never conflated. Refused: what is no object, lacks a required field (null counts
/// as lacking), or has a decimal field that is no Decimal of CONVENTIONS rule 1. Snapshots only have to be objects.
class JsonPayloadDecoder : public PayloadDecoder
{
public:
    explicit JsonPayloadDecoder(QByteArrayList required = {}, QByteArrayList decimals = {});
    [[nodiscard]] bool decode(const simdjson::dom::element &payload, bool snapshot, DecodedPayload &out) const override;

private:
    QByteArrayList m_required;
    QByteArrayList m_decimals;
};

/// One kind of stream in the words of all three dialects.
struct StreamKind {
    QByteArray topic; ///< `balance`; also the channel of the plain dialect. Empty: every channel, subject unused
    QByteArray subjectField; ///< `address` or `chain`: beside the channel, in the payload, and in Socket.IO's arguments
    QByteArray updateType; ///< `balance:update`; empty: any type but the envelope's own
    bool ofHandshakeAddress = false; ///< Socket.IO serves it for the connection's address only
    QByteArray graphqlField; ///< `balanceUpdates`
    QByteArray graphqlQuery; ///< the whole operation
    QByteArray graphqlVariable; ///< `a`
    QByteArray snapshotList; ///< the snapshot's field that lists payloads like an update's: delivered one by one
    bool payloadSequence = false; ///< `seq` inside the payload (dialects without envelope) grows by one per stream
    /// Silence that makes the value stale; empty for streams that are rightly quiet.
    std::optional<std::chrono::milliseconds> staleAfter;
    std::shared_ptr<const PayloadDecoder> decoder; ///< required
};

/// The streams of one platform. Immutable, shared with the feed thread.
struct FeedVocabulary {
    std::vector<StreamKind> kinds;

    /// Null when the platform has no such topic.
    [[nodiscard]] const StreamKind *find(std::string_view topic) const;
    [[nodiscard]] const StreamKind *findByUpdateType(std::string_view type) const;
    [[nodiscard]] const StreamKind *findByGraphqlField(std::string_view field) const;
};

} // namespace majlis::net
