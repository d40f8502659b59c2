// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/feed/feedsubscription.h"

#include "models/net/feed/feedsession.h"

#include <utility>

namespace majlis::net
{

FeedSubscription::FeedSubscription(FeedSession *session, StreamId id)
    : m_session(session)
    , m_id(id)
{
}

FeedSubscription::FeedSubscription(FeedSubscription &&other) noexcept
    : m_session(std::exchange(other.m_session, nullptr))
    , m_id(std::exchange(other.m_id, 0))
{
}

FeedSubscription &FeedSubscription::operator=(FeedSubscription &&other) noexcept
{
    if (this != &other) {
        reset();
        m_session = std::exchange(other.m_session, nullptr);
        m_id = std::exchange(other.m_id, 0);
    }
    return *this;
}

FeedSubscription::~FeedSubscription()
{
    reset();
}

void FeedSubscription::reset()
{
    const auto id = std::exchange(m_id, 0);
    if (m_session && id != 0)
        m_session->release(id);
    m_session = nullptr;
}

} // namespace majlis::net
