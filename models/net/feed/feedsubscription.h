// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/feed/streamkey.h"

#include <QPointer>

namespace majlis::net
{

class FeedSession;

/// "Somebody looks at this stream." Held by whoever shows it; the first holder subscribes, the last one to go
/// unsubscribes. May outlive its session. GUI thread.
class FeedSubscription
{
public:
    FeedSubscription() = default;
    FeedSubscription(FeedSubscription &&other) noexcept;
    FeedSubscription &operator=(FeedSubscription &&other) noexcept;
    FeedSubscription(const FeedSubscription &) = delete;
    FeedSubscription &operator=(const FeedSubscription &) = delete;
    ~FeedSubscription();

    /// 0 when empty.
    [[nodiscard]] StreamId id() const { return m_id; }
    void reset();

private:
    friend class FeedSession;
    FeedSubscription(FeedSession *session, StreamId id);

    QPointer<FeedSession> m_session;
    StreamId m_id = 0;
};

} // namespace majlis::net
