// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>

namespace majlis::net
{

namespace detail
{
struct CancelState;
}

/// Keeps a callback registered with a CancelToken for as long as it lives.
class CancelRegistration
{
public:
    CancelRegistration() = default;
    CancelRegistration(std::weak_ptr<detail::CancelState> state, std::uint64_t id);
    CancelRegistration(CancelRegistration &&other) noexcept;
    CancelRegistration &operator=(CancelRegistration &&other) noexcept;
    CancelRegistration(const CancelRegistration &) = delete;
    CancelRegistration &operator=(const CancelRegistration &) = delete;
    ~CancelRegistration();

private:
    void reset();

    std::weak_ptr<detail::CancelState> m_state;
    std::uint64_t m_id = 0;
};

/// What a request watches to learn that nobody wants its answer any more. Cheap to copy; a default token is never
/// cancelled. Tokens and their source belong to one thread.
class CancelToken
{
public:
    CancelToken() = default;
    [[nodiscard]] bool isCancelled() const;
    /// Calls `callback` once when the source is cancelled, at once if it already was. It runs inside cancel().
    [[nodiscard]] CancelRegistration onCancelled(std::function<void()> callback) const;

private:
    friend class CancelSource;
    explicit CancelToken(std::shared_ptr<detail::CancelState> state);

    std::shared_ptr<detail::CancelState> m_state;
};

/// The other end of CancelTokens. Copies are handles of the same source; dropping them all does not cancel.
class CancelSource
{
public:
    CancelSource();
    [[nodiscard]] CancelToken token() const { return CancelToken(m_state); }
    [[nodiscard]] bool isCancelled() const;
    /// The second call does nothing.
    void cancel() const;

private:
    std::shared_ptr<detail::CancelState> m_state;
};

} // namespace majlis::net
