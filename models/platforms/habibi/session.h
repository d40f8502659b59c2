// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/address.h"
#include "models/domain/time.h"
#include "models/net/tokensource.h"
#include "models/platforms/habibi/signer.h"
#include "models/wire/habibi/types.h"
#include "wallet/secretbytes.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace majlis::habibi
{

class HabibiClient;

/// A signed-in account's pair of tokens (habibi.openapi.yaml, "Tokens"): renewed 60 s before the access token ends, by
/// the monotonic clock; the new refresh token is sealed before the pair is used; a refresh whose answer was lost is
/// repeated with the same idempotency key. Tokens are held as secrets. GUI thread.
class Session final : public QObject, public net::TokenSource
{
    Q_OBJECT

public:
    enum class State {
        SignedOut,
        Restoring, ///< a sealed refresh token is being tried, again and again while there is no connection
        SignedIn,
    };
    Q_ENUM(State)

    /// `vault` may be null: then nothing outlives the program. `scope` (the connection's id) separates the tokens of
    /// several connections. Both, and the clock, must outlive the session.
    Session(const Clock &clock, TokenVault *vault, QString scope, QObject *parent = nullptr);
    ~Session() override;

    /// The client to refresh with; it needs the session and the session needs it.
    void setClient(HabibiClient *client) { m_client = client; }

    [[nodiscard]] State state() const { return m_state; }
    /// None when signed out.
    [[nodiscard]] const std::optional<Address> &account() const { return m_account; }
    /// As the server said at sign-in or refresh; Unknown when it did not.
    [[nodiscard]] OpenEnum<wire::habibi::Role> role() const { return m_role; }
    /// Why the last session ended by itself, until the next sign-in.
    [[nodiscard]] const std::optional<Error> &endReason() const { return m_endReason; }

    /// Takes a pair that verify gave. The sealing is done before this returns.
    [[nodiscard]] QCoro::Task<Result<void>> adopt(Address account, wire::habibi::AuthResponse tokens);
    /// Tries the sealed token of `account`. Fails with NotFound when there is none; with the server's 401 it is
    /// forgotten, with anything else (offline) it is kept.
    [[nodiscard]] QCoro::Task<Result<void>> restore(Address account);
    /// Revokes the family on the server (as well as that can be done) and forgets everything here at once.
    [[nodiscard]] QCoro::Task<Result<void>> signOut();
    /// Ends a session of `account`, open or only sealed: forgotten here first, then told to the server as well as that
    /// can be done. NotFound when there is none.
    [[nodiscard]] QCoro::Task<Result<void>> endSessionOf(Address account);
    /// The name that the refresh token of a connection's account is sealed under.
    [[nodiscard]] static QString sealedName(const QString &scope, const Address &account);
    /// Forgets the tokens in memory only: when the wallet is locked. restore() takes up again.
    void suspend();

    [[nodiscard]] QByteArray accessToken() const override;
    [[nodiscard]] QString subject() const override;

Q_SIGNALS:
    void stateChanged();
    /// The server does not take the refresh token any more: sign in again. endReason() says why.
    void ended();
    /// A new refresh token could not be sealed: the session lasts until the program ends.
    void sealingFailed(const majlis::Error &error);

protected:
    [[nodiscard]] QCoro::Task<Result<void>> fetchNewToken() override;

private:
    [[nodiscard]] QCoro::Task<Result<void>> take(wire::habibi::AuthResponse tokens);
    [[nodiscard]] QCoro::Task<Result<wire::habibi::AuthResponse>> exchange();
    [[nodiscard]] QString secretName(const Address &account) const { return sealedName(m_scope, account); }
    [[nodiscard]] QCoro::Task<Result<void>> revokeFamily(QString refreshToken);
    void setState(State state);
    void scheduleRefresh(std::chrono::seconds lifetime);
    void refreshIfDue();
    void forgetTokens();

    const Clock &m_clock;
    TokenVault *m_vault;
    QString m_scope;
    HabibiClient *m_client = nullptr;
    State m_state = State::SignedOut;
    std::optional<Address> m_account;
    OpenEnum<wire::habibi::Role> m_role;
    wallet::SecretBytes m_accessToken;
    wallet::SecretBytes m_refreshToken;
    QByteArray m_refreshKey; // idempotency key of the refresh under way, kept until its answer is known
    std::chrono::milliseconds m_refreshAt{0}; // monotonic
    std::optional<Error> m_endReason;
    QTimer m_timer;
    std::uint64_t m_generation = 0; // changes whenever the tokens are replaced or forgotten
};

} // namespace majlis::habibi
