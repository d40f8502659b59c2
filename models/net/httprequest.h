// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/time.h"
#include "models/net/canceltoken.h"

#include <QByteArray>
#include <QJsonValue>
#include <QString>
#include <QStringList>
#include <QUrlQuery>

#include <chrono>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace majlis::net
{

enum class HttpMethod { Get, Post, Put, Patch, Delete };

enum class HttpAuth {
    None, ///< never with a token
    Optional, ///< with the token when there is one
    Required, ///< without a token it fails with Unauthorized and is not sent
};

/// What the response cache may do for a request. Last known data are kept for every mode but None.
enum class CachePolicy {
    None, ///< neither read nor written: commands and secrets
    Normal, ///< fresh by max-age: no network; else If-None-Match; offline: last known data, marked stale
    Refresh, ///< `Cache-Control: no-cache` all the way; offline: last known data, marked stale
    NetworkOnly, ///< as Refresh, but an error when offline
    LastKnown, ///< no network at all: what is held, whatever its age, or NotFound
};

/// How an answer that is not a success becomes an Error; the body may be anything.
using ErrorMapper = Error (*)(int httpStatus, const QByteArray &body);
/// A second look at a good answer, for protocols that report failures inside it (GraphQL).
using BodyInspector = std::function<std::optional<Error>(const QJsonValue &json)>;

/// A request as an object of policy: everything that decides what is sent and what is accepted as an answer.
/// A value; the defaults fit a JSON GET.
struct HttpRequest {
    HttpMethod method = HttpMethod::Get;
    QString path; ///< absolute, below the client's base URL, its variable parts already percent-encoded
    QUrlQuery query;
    QByteArray body;
    QByteArray contentType = "application/json";
    QByteArray accept = "application/json";
    std::vector<std::pair<QByteArray, QByteArray>> headers;

    std::vector<int> expectedStatus = {200};
    std::vector<QByteArray> expectedTypes = {"application/json"}; ///< without parameters; empty: any
    bool parseJson = true; ///< read the body strictly into HttpResponse::json
    QStringList requiredKeys; ///< of the JSON object; the missing ones are named in the error
    qint64 maxBytes = 8LL * 1024 * 1024; ///< of the body after decompression
    ErrorMapper mapError = nullptr; ///< null: the contract's REST envelope
    BodyInspector inspect;

    std::chrono::milliseconds totalTimeout
        = std::chrono::seconds(30); ///< queueing, redirects, refresh and retries included
    std::chrono::milliseconds idleTimeout = std::chrono::seconds(12); ///< without a byte
    int attempts = 2; ///< tries when the connection fails; more than one only where a repetition is harmless
    bool repeatable = false; ///< a repetition is harmless although it is no GET and has no idempotency key

    HttpAuth auth = HttpAuth::None;
    /// One per user action (newIdempotencyKey()), kept by whoever may repeat the action; the same for every retry.
    QByteArray idempotencyKey;
    CachePolicy cache = CachePolicy::None;
    QString cacheKey; ///< needed to cache anything but a GET, where method, URL and Accept are the key

    CancelToken cancel;

    [[nodiscard]] static HttpRequest get(QString path, QUrlQuery query = {});
    [[nodiscard]] static HttpRequest post(QString path, const QJsonObject &body);
};

/// How old what is shown is, and whether it came over the network just now.
struct Freshness {
    UnixMs asOf; ///< when the server last confirmed it
    bool fromCache = false;
    bool stale = false; ///< older than the server allows, shown because there is nothing newer
};

/// An answer that has passed all of its request's policy.
struct HttpResponse {
    int status = 0;
    QByteArray contentType; ///< without parameters, lower case
    QByteArray body; ///< decompressed
    QJsonValue json; ///< when parseJson was asked for
    Freshness freshness;
    bool idempotencyReplayed = false;
    std::vector<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case

    /// Empty when missing.
    [[nodiscard]] QByteArray header(QByteArrayView lowerCaseName) const;
};

/// A random UUID, 36 characters.
[[nodiscard]] QByteArray newIdempotencyKey();

/// The contract's REST error envelope (CONVENTIONS rule 6, HABIBI's D16), or what follows from the status without one.
[[nodiscard]] Error mapContractError(int httpStatus, const QByteArray &body);
/// The contract's code for `text`; Unknown for codes that a server added.
[[nodiscard]] ErrorCode errorCodeFromContract(QStringView text);
/// What an HTTP status alone says.
[[nodiscard]] ErrorCode errorCodeFromStatus(int httpStatus);
/// Reads message, code, reason, retryAfter, details and requestId of an error object into `error`; what has the wrong
/// type is left out, texts are cut to 500 characters.
void readErrorFields(const QJsonObject &object, Error &error);

} // namespace majlis::net
