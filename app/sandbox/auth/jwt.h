// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <cstdint>
#include <expected>

namespace majlis::sandbox
{

/// JSON Web Tokens of the one kind the platform makes: HS256, compact form (RFC 7515, RFC 7519).
namespace jwt
{

enum class Failure {
    Malformed, ///< not three parts of base64url, not JSON, not HS256
    BadSignature,
    NotYet, ///< `iat` lies more than the tolerated skew ahead
    Expired,
};

/// Seconds by which clocks may disagree before a token counts as made in the future.
inline constexpr std::int64_t clockSkew = 60;

[[nodiscard]] QByteArray sign(const QJsonObject &claims, const QByteArray &secret);
/// The claims of a good token. `now` in epoch seconds; `exp` is checked without tolerance, as the clock is the maker's
/// own.
[[nodiscard]] std::expected<QJsonObject, Failure> verify(
    const QByteArray &token, const QByteArray &secret, std::int64_t now);

} // namespace jwt

} // namespace majlis::sandbox
