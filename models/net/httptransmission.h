// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/httpjob.h"

class QNetworkAccessManager;
class QNetworkReply;

namespace majlis::net
{

/// Hands a job's request to Qt as it goes over the wire: headers, token, validators, body. Redirects, cookies, caching
/// and authentication are the client's, never Qt's. The reply is a child of `network`.
[[nodiscard]] QNetworkReply *transmit(QNetworkAccessManager &network, const HttpClient::Job &job);

} // namespace majlis::net
