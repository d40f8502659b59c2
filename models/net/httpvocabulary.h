// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/net/httprequest.h"

#include <QByteArray>
#include <QJsonValue>
#include <QUrl>

#include <chrono>
#include <optional>

namespace majlis::net
{

/// What HTTP's words mean for HttpClient, as pure functions.

/// Scheme, host and port are the same.
[[nodiscard]] bool sameOrigin(const QUrl &left, const QUrl &right);
/// A status that sends the client elsewhere.
[[nodiscard]] bool isRedirect(int status);
/// Sending it twice does what sending it once does.
[[nodiscard]] bool mayRepeat(const HttpRequest &request);
/// The method as it stands on the wire.
[[nodiscard]] QByteArray verb(HttpMethod method);
/// How long a `Cache-Control` value lets an answer count as fresh; empty: the server forbids keeping it.
[[nodiscard]] std::optional<std::chrono::milliseconds> maxAge(const QByteArray &cacheControl);
/// Malformed, naming the first of the request's required keys that the answer lacks.
[[nodiscard]] Result<void> checkKeys(const HttpRequest &request, const QJsonValue &json);

} // namespace majlis::net
