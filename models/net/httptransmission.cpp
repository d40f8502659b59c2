// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/httptransmission.h"

#include "models/net/httpvocabulary.h"
#include "models/net/oneshotbody.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>

namespace majlis::net
{

QNetworkReply *transmit(QNetworkAccessManager &network, const HttpClient::Job &job)
{
    const auto &policy = job.request;
    QNetworkRequest request(job.url);
    request.setDecompressedSafetyCheckThreshold(-1); // ours is policy.maxBytes
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setRawHeader("User-Agent", "Majlis/" MAJLIS_VERSION);
    request.setRawHeader("Accept", policy.accept);
    for (const auto &[name, value] : policy.headers)
        request.setRawHeader(name, value);
    if (!job.sentToken.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + job.sentToken);
    if (!policy.idempotencyKey.isEmpty())
        request.setRawHeader("Idempotency-Key", policy.idempotencyKey);
    if (policy.method != HttpMethod::Get && !policy.body.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, policy.contentType);
    if (policy.cache == CachePolicy::Refresh || policy.cache == CachePolicy::NetworkOnly)
        request.setRawHeader("Cache-Control", "no-cache");
    else if (job.held && !job.held->etag.isEmpty())
        request.setRawHeader("If-None-Match", job.held->etag);
    if (policy.method == HttpMethod::Get)
        return network.get(request);
    if (mayRepeat(policy) || policy.body.isEmpty())
        return network.sendCustomRequest(request, verb(policy.method), policy.body);
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setHeader(QNetworkRequest::ContentLengthHeader, policy.body.size());
    auto body = std::make_unique<OneShotBody>(policy.body, nullptr);
    auto *reply = network.sendCustomRequest(request, verb(policy.method), body.get());
    body.release()->setParent(reply);
    return reply;
}

} // namespace majlis::net
