// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/net/latch.h"

#include <QByteArray>
#include <QCoroTask>
#include <QString>

#include <memory>

namespace majlis::net
{

/// Where a client gets its access token and has it renewed. GUI thread. The refresh token stays with the
/// implementation; only the short-lived access token, which has to stand in a header, leaves it.
class TokenSource
{
public:
    TokenSource() = default;
    TokenSource(const TokenSource &) = delete;
    TokenSource &operator=(const TokenSource &) = delete;
    virtual ~TokenSource() = default;

    /// Empty: signed out.
    [[nodiscard]] virtual QByteArray accessToken() const = 0;
    /// Whose tokens these are (an address in canonical form), also before the first of them is there; empty: nobody's.
    /// Separates one account's cached answers from another's.
    [[nodiscard]] virtual QString subject() const = 0;

    /// Renews the token that was `rejected`. Single flight: callers during a refresh wait for it, and a caller whose
    /// token is already replaced succeeds at once. Fails with what fetchNewToken() failed with.
    [[nodiscard]] QCoro::Task<Result<void>> refresh(QByteArray rejected);

protected:
    /// One exchange of the refresh token; on success accessToken() is the new one. Never called twice at a time.
    [[nodiscard]] virtual QCoro::Task<Result<void>> fetchNewToken() = 0;

private:
    struct Flight {
        Latch landed;
        Result<void> outcome;
    };
    std::shared_ptr<Flight> m_flight;
};

} // namespace majlis::net
