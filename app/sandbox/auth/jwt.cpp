// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/auth/jwt.h"

#include <QJsonDocument>
#include <QList>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

using namespace Qt::StringLiterals;

namespace majlis::sandbox::jwt
{

namespace
{

constexpr auto base64Options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray hmac(const QByteArray &text, const QByteArray &secret)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    HMAC(EVP_sha256(), secret.constData(), static_cast<int>(secret.size()),
        reinterpret_cast<const unsigned char *>(text.constData()), static_cast<std::size_t>(text.size()), digest.data(),
        &length);
    return QByteArray(reinterpret_cast<const char *>(digest.data()), static_cast<qsizetype>(length));
}

std::expected<QByteArray, Failure> decode(const QByteArray &part)
{
    auto decoded = QByteArray::fromBase64Encoding(part, base64Options | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return std::unexpected(Failure::Malformed);
    return std::move(*decoded);
}

} // namespace

QByteArray sign(const QJsonObject &claims, const QByteArray &secret)
{
    const QByteArray head = QByteArray(R"({"alg":"HS256","typ":"JWT"})").toBase64(base64Options);
    const QByteArray body = QJsonDocument(claims).toJson(QJsonDocument::Compact).toBase64(base64Options);
    const QByteArray text = head + '.' + body;
    return text + '.' + hmac(text, secret).toBase64(base64Options);
}

std::expected<QJsonObject, Failure> verify(const QByteArray &token, const QByteArray &secret, std::int64_t now)
{
    const QList<QByteArray> parts = token.split('.');
    if (parts.size() != 3)
        return std::unexpected(Failure::Malformed);
    const auto head = decode(parts[0]);
    const auto signature = decode(parts[2]);
    if (!head || !signature || QJsonDocument::fromJson(*head).object().value("alg"_L1) != "HS256"_L1)
        return std::unexpected(Failure::Malformed);
    const QByteArray expected = hmac(parts[0] + '.' + parts[1], secret);
    if (signature->size() != expected.size()
        || CRYPTO_memcmp(signature->constData(), expected.constData(), static_cast<std::size_t>(expected.size())) != 0)
        return std::unexpected(Failure::BadSignature);
    const auto body = decode(parts[1]);
    const QJsonDocument claims = body ? QJsonDocument::fromJson(*body) : QJsonDocument();
    if (!claims.isObject())
        return std::unexpected(Failure::Malformed);
    QJsonObject object = claims.object();
    if (object.value("iat"_L1).toInteger() > now + clockSkew)
        return std::unexpected(Failure::NotYet);
    if (object.value("exp"_L1).toInteger() <= now)
        return std::unexpected(Failure::Expired);
    return object;
}

} // namespace majlis::sandbox::jwt
