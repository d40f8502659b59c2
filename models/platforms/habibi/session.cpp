// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/habibi/session.h"

#include "models/platforms/habibi/habibiclient.h"

#include <QPointer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace majlis::habibi
{

namespace
{

constexpr std::chrono::seconds refreshBefore{60};
constexpr std::chrono::milliseconds retryAfterFailure{15'000};
// An access token shorter than twice the margin is renewed half-way.
constexpr int shortLifetime = 2;

// The wire type holds a token as text for as long as it is decoded; this is the end of that.
wallet::SecretBytes takeSecret(QString &text)
{
    QByteArray utf8 = text.toUtf8();
    text.fill(u'\0');
    text.clear();
    return wallet::SecretBytes::takeFrom(
        {reinterpret_cast<std::uint8_t *>(utf8.data()), static_cast<std::size_t>(utf8.size())});
}

QByteArray copyOf(const wallet::SecretBytes &secret)
{
    return {reinterpret_cast<const char *>(secret.data()), static_cast<qsizetype>(secret.size())};
}

bool isFinal(const Error &error)
{
    return error.code == ErrorCode::Unauthorized;
}

// The answer may be lost although the server has taken the token: only the same key makes the repetition harmless.
bool mayHaveArrived(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Offline:
    case ErrorCode::Timeout:
    case ErrorCode::Malformed:
    case ErrorCode::TooLarge:
    case ErrorCode::Internal:
    case ErrorCode::Unavailable:
    case ErrorCode::RateLimited:
    case ErrorCode::Cancelled:
        return true;
    default:
        return false;
    }
}

} // namespace

Session::Session(const Clock &clock, TokenVault *vault, QString scope, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_vault(vault)
    , m_scope(std::move(scope))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Session::refreshIfDue);
}

Session::~Session() = default;

QString Session::sealedName(const QString &scope, const Address &account)
{
    return u"habibi.refresh."_s + scope + u'.' + account.text();
}

void Session::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged();
}

QByteArray Session::accessToken() const
{
    return copyOf(m_accessToken);
}

QString Session::subject() const
{
    return m_account ? m_account->text() : QString();
}

void Session::forgetTokens()
{
    ++m_generation;
    m_timer.stop();
    m_accessToken.clear();
    m_refreshToken.clear();
    m_refreshKey.clear();
    m_role = {};
}

void Session::suspend()
{
    forgetTokens();
    m_account.reset();
    setState(State::SignedOut);
}

QCoro::Task<Result<void>> Session::adopt(Address account, wire::habibi::AuthResponse tokens)
{
    if (tokens.address && *tokens.address != account)
        co_return fail(ErrorCode::Malformed, u"tokens of another account"_s, u"address"_s);
    forgetTokens();
    m_account = account;
    m_endReason.reset();
    co_return co_await take(std::move(tokens));
}

QCoro::Task<Result<void>> Session::take(wire::habibi::AuthResponse tokens)
{
    const std::uint64_t generation = ++m_generation;
    m_refreshToken = takeSecret(tokens.refreshToken);
    m_refreshKey.clear();
    // Sealed before the pair is used: whatever happens from here on, the next start finds the token that works.
    if (m_vault != nullptr && m_account) {
        const QString name = secretName(*m_account);
        const QPointer<Session> self(this);
        wallet::SecretBytes copy = m_refreshToken.clone();
        const auto kept = co_await m_vault->keep(name, std::move(copy));
        if (!self || generation != m_generation)
            co_return fail(ErrorCode::Cancelled, u"signed out meanwhile"_s);
        if (!kept)
            Q_EMIT sealingFailed(kept.error());
    }
    m_accessToken = takeSecret(tokens.accessToken);
    if (tokens.role)
        m_role = *tokens.role;
    scheduleRefresh(std::chrono::seconds(tokens.expiresIn));
    setState(State::SignedIn);
    co_return Result<void>{};
}

void Session::scheduleRefresh(std::chrono::seconds lifetime)
{
    constexpr std::chrono::seconds longest{7 * 24 * 3600};
    const auto bounded = std::min(lifetime, longest);
    const auto margin = std::min<std::chrono::seconds>(refreshBefore, bounded / shortLifetime);
    m_refreshAt = m_clock.monotonic() + (bounded - margin);
    refreshIfDue();
}

void Session::refreshIfDue()
{
    if (m_refreshToken.isEmpty())
        return;
    // Timers stop while the computer sleeps, so they are short and the clock decides.
    constexpr std::chrono::milliseconds longestWait{30'000};
    const auto left = m_refreshAt - m_clock.monotonic();
    if (left > std::chrono::milliseconds(0)) {
        m_timer.start(std::min(left, longestWait));
        return;
    }
    m_refreshAt = m_clock.monotonic() + retryAfterFailure;
    m_timer.start(retryAfterFailure);
    // The state and ended() tell the outcome.
    static_cast<void>(refresh(accessToken()));
}

QCoro::Task<Result<void>> Session::fetchNewToken()
{
    if (m_refreshToken.isEmpty() || m_client == nullptr)
        co_return fail(ErrorCode::Unauthorized, u"signed out"_s);
    const std::uint64_t generation = m_generation;
    auto tokens = co_await exchange();
    if (generation != m_generation)
        co_return fail(ErrorCode::Cancelled, u"signed out meanwhile"_s);
    if (tokens)
        co_return co_await take(std::move(*tokens));
    const Error error = tokens.error();
    if (isFinal(error)) {
        const auto account = m_account;
        forgetTokens();
        m_endReason = error;
        setState(State::SignedOut);
        Q_EMIT ended();
        if (m_vault != nullptr && account) {
            const QString name = secretName(*account);
            co_await m_vault->forget(name);
        }
    }
    co_return std::unexpected(error);
}

QCoro::Task<Result<wire::habibi::AuthResponse>> Session::exchange()
{
    if (m_refreshKey.isEmpty())
        m_refreshKey = net::newIdempotencyKey();
    CallOptions options;
    options.idempotencyKey = m_refreshKey;
    wire::habibi::rest::RefreshTokens endpoint;
    endpoint.body.refreshToken = QString::fromUtf8(copyOf(m_refreshToken));
    const std::uint64_t generation = m_generation;
    auto answer = co_await m_client->call(std::move(endpoint), options);
    if (answer)
        co_return std::move(answer->value);
    if (generation == m_generation && !mayHaveArrived(answer.error()))
        m_refreshKey.clear();
    co_return std::unexpected(answer.error());
}

QCoro::Task<Result<void>> Session::restore(Address account)
{
    forgetTokens();
    m_endReason.reset();
    m_account = account; // so that what this account saw last is found before the session is renewed
    if (m_vault == nullptr) {
        setState(State::SignedOut);
        co_return fail(ErrorCode::NotFound, u"nothing is kept"_s);
    }
    setState(State::Restoring);
    const QPointer<Session> self(this);
    const std::uint64_t generation = m_generation;
    const QString name = secretName(account);
    auto found = co_await m_vault->find(name);
    if (!self || generation != m_generation)
        co_return fail(ErrorCode::Cancelled, u"another account"_s);
    if (!found || !*found) {
        setState(State::SignedOut);
        co_return found ? fail(ErrorCode::NotFound, u"nothing is kept"_s) : std::unexpected(found.error());
    }
    m_refreshToken = std::move(**found);
    const QByteArray none;
    const auto renewed = co_await refresh(none);
    if (!self)
        co_return fail(ErrorCode::Cancelled, u"the session is gone"_s);
    if (!renewed && generation == m_generation) {
        // Offline: the token is good for later; try again in a while.
        m_refreshAt = m_clock.monotonic() + retryAfterFailure;
        m_timer.start(retryAfterFailure);
    }
    co_return renewed;
}

QCoro::Task<Result<void>> Session::signOut()
{
    const auto account = m_account;
    const QString refreshToken = QString::fromUtf8(copyOf(m_refreshToken));
    forgetTokens();
    setState(State::SignedOut);
    if (m_vault != nullptr && account) {
        const QString name = secretName(*account);
        co_await m_vault->forget(name);
    }
    co_return co_await revokeFamily(refreshToken);
}

QCoro::Task<Result<void>> Session::endSessionOf(Address account)
{
    if (m_state != State::SignedOut && m_account == account)
        co_return co_await signOut();
    if (m_vault == nullptr)
        co_return fail(ErrorCode::NotFound, u"nothing is sealed here"_s);
    const QString name = secretName(account);
    const QPointer<Session> self(this);
    auto found = co_await m_vault->find(name);
    if (!self)
        co_return fail(ErrorCode::Cancelled, u"the session is gone"_s);
    if (!found)
        co_return std::unexpected(found.error());
    if (!*found)
        co_return fail(ErrorCode::NotFound, u"no session of this account"_s);
    const QString refreshToken = QString::fromUtf8(copyOf(**found));
    const auto forgotten = co_await m_vault->forget(name);
    if (!self)
        co_return fail(ErrorCode::Cancelled, u"the session is gone"_s);
    if (!forgotten)
        co_return std::unexpected(forgotten.error());
    co_return co_await revokeFamily(refreshToken);
}

QCoro::Task<Result<void>> Session::revokeFamily(QString refreshToken)
{
    if (refreshToken.isEmpty() || m_client == nullptr)
        co_return Result<void>{};
    wire::habibi::rest::Logout endpoint;
    endpoint.body.refreshToken = refreshToken;
    const CallOptions options;
    const auto answer = co_await m_client->call(std::move(endpoint), options);
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return Result<void>{};
}

} // namespace majlis::habibi
