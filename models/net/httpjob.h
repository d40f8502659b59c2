// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/canceltoken.h"
#include "models/net/httpclient.h"
#include "models/store/responsecache.h"

#include <QUrl>

#include <chrono>
#include <optional>

namespace majlis::net
{

/// One request on its way through the client, with everything that its retries have to remember.
struct HttpClient::Job {
    HttpRequest request;
    QUrl url; ///< where it goes next; moves with redirects
    CancelSource stop; ///< the caller's token or the client's end
    CancelRegistration callerStops;
    std::chrono::milliseconds deadline{0}; ///< on the monotonic clock
    std::optional<store::CachedResponse> held;
    QString cacheKey; ///< empty: not cached
    QByteArray sentToken;
    int attempt = 0; ///< exchanges whose connection failed, so far
    int redirects = 0;
    int rateLimited = 0;
    bool refreshed = false;
    bool clientGone = false;
};

} // namespace majlis::net
