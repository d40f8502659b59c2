// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/auth/authservice.h"

#include "app/sandbox/auth/jwt.h"
#include "wallet/random.h"
#include "wallet/verify.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace majlis::sandbox
{

namespace
{

QByteArray randomHex(std::size_t size)
{
    QByteArray bytes(static_cast<qsizetype>(size), '\0');
    wallet::fillRandom({reinterpret_cast<std::uint8_t *>(bytes.data()), size});
    return bytes.toHex();
}

QString hashOf(const QString &token)
{
    return QString::fromLatin1(QCryptographicHash::hash(token.toUtf8(), QCryptographicHash::Sha256).toHex());
}

std::int64_t seconds(std::int64_t ms)
{
    return ms / 1000;
}

} // namespace

QString AuthService::signInMessage(const QString &nonce)
{
    return QString(u"Sign this message to authenticate with HABIBI Protocol\n\nNonce: "_s + nonce);
}

QString AuthService::registrationMessage(const QString &referee, const QString &code, Chain chain)
{
    return QString(
        u"Register referral\n\nReferee: "_s + referee + u"\nCode: "_s + code + u"\nChain: "_s + chainName(chain));
}

AuthService::AuthService(Platform &platform, int accessSeconds)
    : m_platform(platform)
    , m_accessSeconds(accessSeconds)
{
    QString secret = platform.database().meta(u"token_secret"_s);
    if (secret.isEmpty()) {
        secret = QString::fromLatin1(randomHex(32));
        platform.database().setMeta(u"token_secret"_s, secret);
    }
    m_secret = QByteArray::fromHex(secret.toLatin1());
}

QJsonObject AuthService::createNonce(const wallet::Address &address)
{
    forgetOld();
    const QString nonce = QString::fromLatin1(randomHex(16));
    const std::int64_t expires = m_platform.now() + nonceMs;
    m_platform.database().run(
        u"INSERT INTO nonces(nonce, address, expires) VALUES(?, ?, ?)"_s, {nonce, address.text(), qint64(expires)});
    return {{u"nonce"_s, nonce}, {u"expiresAt"_s, UnixMs{expires}.toRfc3339()}, {u"message"_s, signInMessage(nonce)}};
}

ApiResult<QJsonObject> AuthService::verify(
    const wallet::Address &address, Chain chain, const QString &nonce, const QString &signature)
{
    Database &database = m_platform.database();
    QSqlQuery query = database.run(u"SELECT address, expires, used FROM nonces WHERE nonce = ?"_s, {nonce});
    if (!query.next() || query.value(0).toString() != address.text())
        return refuse(ApiError::unauthorized(u"Unknown nonce"_s, u"nonce_unknown"_s));
    if (query.value(2).toLongLong() != 0)
        return refuse(ApiError::unauthorized(u"Nonce already used"_s, u"nonce_used"_s));
    if (query.value(1).toLongLong() <= m_platform.now())
        return refuse(ApiError::unauthorized(u"Nonce expired"_s, u"nonce_expired"_s));
    query.finish();
    // Spent by the first try, good or bad: nobody gets to guess twice.
    database.run(u"UPDATE nonces SET used = ? WHERE nonce = ?"_s, {qint64(m_platform.now()), nonce});
    const QByteArray message = signInMessage(nonce).toUtf8();
    if (!wallet::verifyMessage(
            wallet::bytesOf({message.constData(), static_cast<std::size_t>(message.size())}), signature, address))
        return refuse(ApiError::unauthorized(u"Invalid signature"_s, u"invalid_signature"_s));
    m_platform.ensureAccount(address, chain);
    return issue({QString::fromLatin1(randomHex(13)), address, chain, nonce});
}

QJsonObject AuthService::issue(const Family &family)
{
    const std::int64_t now = m_platform.now();
    const QString address = family.address.text();
    const QString role = roleName(m_platform.role(m_platform.world().find(family.address)));
    const QJsonObject claims{{u"iss"_s, u"https://sandbox.majlis.invalid"_s}, {u"aud"_s, u"habibi-api"_s},
        {u"sub"_s, address}, {u"address"_s, address}, {u"chainId"_s, chainId(family.chain)}, {u"role"_s, role},
        {u"nonce"_s, family.nonce}, {u"jti"_s, QString::fromLatin1(randomHex(13))}, {u"fam"_s, family.id},
        {u"iat"_s, qint64(seconds(now))}, {u"exp"_s, qint64(seconds(now) + m_accessSeconds)}};
    const QString refreshToken = u"rt_"_s + QString::fromLatin1(randomHex(24));
    m_platform.database().run(
        u"INSERT INTO refresh_tokens(hash, family, address, chain, nonce, expires) VALUES(?, ?, ?, ?, ?, ?)"_s,
        {hashOf(refreshToken), family.id, address, static_cast<int>(slot(family.chain)), family.nonce,
            qint64(now + refreshSeconds * 1000LL)});
    return {{u"accessToken"_s, QString::fromLatin1(jwt::sign(claims, m_secret))}, {u"refreshToken"_s, refreshToken},
        {u"expiresIn"_s, m_accessSeconds}, {u"refreshExpiresIn"_s, refreshSeconds}, {u"tokenType"_s, u"Bearer"_s},
        {u"address"_s, address}, {u"role"_s, role}};
}

ApiResult<AuthService::Refreshed> AuthService::refresh(const QString &refreshToken, const QString &idempotencyKey)
{
    forgetOld();
    Database &database = m_platform.database();
    const QString hash = hashOf(refreshToken);
    const QString replayKey = hash + u'|' + idempotencyKey;
    if (const auto found = m_replays.constFind(replayKey); found != m_replays.constEnd())
        return Refreshed{found->answer, true};
    QSqlQuery query = database.run(
        u"SELECT family, address, chain, nonce, expires, spent FROM refresh_tokens WHERE hash = ?"_s, {hash});
    if (!query.next())
        return refuse(ApiError::unauthorized(u"Unknown refresh token"_s, u"refresh_unknown"_s));
    const QString familyId = query.value(0).toString();
    if (query.value(5).toLongLong() != 0) {
        query.finish();
        database.run(u"DELETE FROM refresh_tokens WHERE family = ? AND spent = 0"_s, {familyId});
        return refuse(ApiError::unauthorized(u"Refresh token used twice; sign in again"_s, u"refresh_reused"_s));
    }
    if (query.value(4).toLongLong() <= m_platform.now())
        return refuse(ApiError::unauthorized(u"Refresh token expired"_s, u"refresh_expired"_s));
    const auto address = wallet::Address::parse(query.value(1).toString());
    if (!address)
        return refuse(ApiError::internal(u"A stored address does not parse"_s));
    const Family family{familyId, *address, static_cast<Chain>(query.value(2).toInt()), query.value(3).toString()};
    query.finish();
    database.run(u"UPDATE refresh_tokens SET spent = ? WHERE hash = ?"_s, {qint64(m_platform.now()), hash});
    const QJsonObject answer = issue(family);
    m_replays.insert(replayKey, {answer, m_platform.now()});
    return Refreshed{answer, false};
}

void AuthService::revoke(const QString &refreshToken)
{
    m_platform.database().run(
        u"DELETE FROM refresh_tokens WHERE family = (SELECT family FROM refresh_tokens WHERE hash = ?)"_s,
        {hashOf(refreshToken)});
}

ApiResult<Viewer> AuthService::viewer(const QByteArray &authorization) const
{
    if (authorization.isEmpty())
        return Viewer();
    if (!authorization.startsWith("Bearer "))
        return refuse(ApiError::unauthorized(u"Expected a Bearer token"_s));
    return viewerOfToken(authorization.mid(7).trimmed());
}

ApiResult<Viewer> AuthService::viewerOfToken(const QByteArray &token) const
{
    const auto claims = jwt::verify(token, m_secret, seconds(m_platform.now()));
    if (!claims) {
        return refuse(claims.error() == jwt::Failure::Expired ? ApiError::tokenExpired()
                                                              : ApiError::unauthorized(u"Invalid token"_s));
    }
    const auto address = wallet::Address::parse(claims->value(u"address"_s).toString());
    const auto account = address ? m_platform.account(*address) : std::nullopt;
    if (!account)
        return refuse(ApiError::unauthorized(u"Unknown account"_s));
    Viewer viewer;
    viewer.address = *address;
    viewer.node = account->node;
    viewer.role = m_platform.role(account->node);
    for (const Chain chain : allChains) {
        if (claims->value(u"chainId"_s).toInt() == chainId(chain))
            viewer.chain = chain;
    }
    return viewer;
}

void AuthService::forgetOld()
{
    const std::int64_t now = m_platform.now();
    m_replays.removeIf([now](const auto &entry) { return entry->at + replayMs <= now; });
    m_platform.database().run(u"DELETE FROM nonces WHERE expires < ?"_s, {qint64(now - usedNonceMs)});
    m_platform.database().run(u"DELETE FROM refresh_tokens WHERE expires < ?"_s, {qint64(now)});
}

} // namespace majlis::sandbox
