// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/base/apierror.h"
#include "app/sandbox/world/platform.h"

#include <QHash>

namespace majlis::sandbox
{

/// Who a request speaks for.
struct Viewer {
    std::optional<wallet::Address> address; ///< none: anonymous
    Index node = none;
    Chain chain = Chain::Base; ///< of the token
    Role role = Role::User;

    [[nodiscard]] bool isSignedIn() const { return address.has_value(); }
    [[nodiscard]] bool mayRead(Index owner) const { return isSignedIn() && (node == owner || role == Role::Admin); }
    [[nodiscard]] bool isAtLeast(Role wanted) const { return isSignedIn() && role >= wanted; }
};

/// Sign-in by wallet, access tokens and rotating refresh tokens, as `habibi.openapi.yaml` has them. One thread.
class AuthService
{
public:
    static constexpr std::int64_t nonceMs = 300'000; ///< a nonce is good for
    static constexpr std::int64_t usedNonceMs = 3'600'000; ///< and remembered as used for
    static constexpr int refreshSeconds = 604'800;
    static constexpr std::int64_t replayMs = 60'000; ///< a refresh is answered again with the same Idempotency-Key for

    AuthService(Platform &platform, int accessSeconds);

    [[nodiscard]] QJsonObject createNonce(const wallet::Address &address);
    [[nodiscard]] ApiResult<QJsonObject> verify(
        const wallet::Address &address, Chain chain, const QString &nonce, const QString &signature);
    struct Refreshed {
        QJsonObject answer;
        bool replayed = false;
    };
    [[nodiscard]] ApiResult<Refreshed> refresh(const QString &refreshToken, const QString &idempotencyKey);
    void revoke(const QString &refreshToken); ///< with its family; unknown ones are nothing

    /// Of an `Authorization` header's value; empty is anonymous. A token that is sent must be good.
    [[nodiscard]] ApiResult<Viewer> viewer(const QByteArray &authorization) const;
    [[nodiscard]] ApiResult<Viewer> viewerOfToken(const QByteArray &token) const;

    /// The message that a wallet signs to sign in.
    [[nodiscard]] static QString signInMessage(const QString &nonce);
    [[nodiscard]] static QString registrationMessage(const QString &referee, const QString &code, Chain chain);

private:
    struct Family {
        QString id;
        wallet::Address address;
        Chain chain;
        QString nonce;
    };
    [[nodiscard]] QJsonObject issue(const Family &family);
    void forgetOld();

    Platform &m_platform;
    int m_accessSeconds;
    QByteArray m_secret;
    struct Replay {
        QJsonObject answer;
        std::int64_t at = 0;
    };
    QHash<QString, Replay> m_replays; ///< by token hash and idempotency key
};

} // namespace majlis::sandbox
