// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/address.h"
#include "models/domain/chain.h"
#include "models/domain/time.h"
#include "models/net/feed/feedhealth.h"
#include "models/wire/habibi/types.h"

#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace majlis::net
{
class TokenSource;
}

namespace majlis::habibi
{

/// HABIBI's live streams of one account, decoded: its balances, its network, and the rebases of the three chains. The
/// seam between the service and the dialects. GUI thread.
class LiveFeed : public QObject
{
    Q_OBJECT

public:
    enum class Stream { Balance, Network, Rebase };
    Q_ENUM(Stream)

    using QObject::QObject;

    /// Whose streams to follow; none: nobody's, and no connection.
    virtual void watch(std::optional<Address> account) = 0;
    /// After sign-in and sign-out.
    virtual void credentialsChanged() = 0;
    [[nodiscard]] virtual bool isLive() const = 0;
    [[nodiscard]] virtual net::FeedHealth health() const = 0;
    /// What is followed at this moment, one by one; empty when nothing is.
    struct Followed {
        Stream stream = Stream::Balance;
        Chain chain; ///< of Rebase
        net::StreamStatus status;
        net::StreamTraffic traffic;
    };
    [[nodiscard]] virtual std::vector<Followed> followed() const = 0;

Q_SIGNALS:
    void balanceUpdated(const majlis::wire::habibi::BalanceUpdate &update);
    void networkUpdated(const majlis::wire::habibi::NetworkUpdate &update);
    void rebaseCompleted(const majlis::wire::habibi::RebaseEvent &event);
    /// What a stream said may be incomplete: fetch what it does not repeat. `chain` with Rebase only.
    void resyncNeeded(majlis::habibi::LiveFeed::Stream stream, const majlis::Chain &chain);
    /// A stream's shown value is doubtful (three bad payloads in a row, or not connected), or is good again.
    void staleChanged(majlis::habibi::LiveFeed::Stream stream, bool stale);
    void liveChanged();
    void healthChanged();
};

/// Makes the feed of a connection; may return null: then the service asks every 30 s.
using LiveFeedFactory = std::function<std::unique_ptr<LiveFeed>(const QUrl &, const Clock &, net::TokenSource &)>;

} // namespace majlis::habibi
