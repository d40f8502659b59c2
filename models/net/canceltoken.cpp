// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/canceltoken.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace majlis::net
{

namespace detail
{

struct CancelState {
    bool cancelled = false;
    std::uint64_t nextId = 1;
    std::vector<std::pair<std::uint64_t, std::function<void()>>> callbacks;
};

} // namespace detail

CancelRegistration::CancelRegistration(std::weak_ptr<detail::CancelState> state, std::uint64_t id)
    : m_state(std::move(state))
    , m_id(id)
{
}

CancelRegistration::CancelRegistration(CancelRegistration &&other) noexcept
    : m_state(std::move(other.m_state))
    , m_id(std::exchange(other.m_id, 0))
{
}

CancelRegistration &CancelRegistration::operator=(CancelRegistration &&other) noexcept
{
    if (this != &other) {
        reset();
        m_state = std::move(other.m_state);
        m_id = std::exchange(other.m_id, 0);
    }
    return *this;
}

CancelRegistration::~CancelRegistration()
{
    reset();
}

void CancelRegistration::reset()
{
    const auto state = m_state.lock();
    const auto id = std::exchange(m_id, 0);
    if (!state || id == 0)
        return;
    std::erase_if(state->callbacks, [id](const auto &entry) { return entry.first == id; });
}

CancelToken::CancelToken(std::shared_ptr<detail::CancelState> state)
    : m_state(std::move(state))
{
}

bool CancelToken::isCancelled() const
{
    return m_state && m_state->cancelled;
}

CancelRegistration CancelToken::onCancelled(std::function<void()> callback) const
{
    if (!m_state)
        return {};
    if (m_state->cancelled) {
        callback();
        return {};
    }
    const auto id = m_state->nextId++;
    m_state->callbacks.emplace_back(id, std::move(callback));
    return CancelRegistration(m_state, id);
}

CancelSource::CancelSource()
    : m_state(std::make_shared<detail::CancelState>())
{
}

bool CancelSource::isCancelled() const
{
    return m_state->cancelled;
}

void CancelSource::cancel() const
{
    const auto state = m_state; // a callback may drop the last handle
    if (std::exchange(state->cancelled, true))
        return;
    // One at a time: a callback may take registrations of others away.
    while (!state->callbacks.empty()) {
        auto callback = std::move(state->callbacks.front().second);
        state->callbacks.erase(state->callbacks.begin());
        callback();
    }
}

} // namespace majlis::net
