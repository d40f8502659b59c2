// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/api/idempotency.h"
#include "app/sandbox/api/networksnapshots.h"
#include "app/sandbox/auth/authservice.h"
#include "app/sandbox/http/message.h"
#include "app/sandbox/http/ratelimiter.h"

namespace majlis::sandbox
{

/// Past rebases of one chain, newest first: shared by REST and GraphQL. The cursor is an epoch, so that pages stay put
/// while new rebases come.
struct RebasePage {
    QJsonArray events;
    QString nextCursor; ///< empty: none
};
[[nodiscard]] ApiResult<RebasePage> rebasePage(const World &world, Chain chain, int limit, const QString &cursor);

/// The operations of `habibi.openapi.yaml` but GraphQL. Knows neither sockets nor rate limits. One thread.
class RestApi
{
public:
    RestApi(Platform &platform, AuthService &auth, NetworkSnapshots &snapshots);

    /// Which limit a path counts against; nothing: not limited (health, readiness, control).
    [[nodiscard]] static std::optional<RateClass> rateClass(const HttpRequest &request);
    [[nodiscard]] ApiResult<HttpResponse> handle(const HttpRequest &request, const Viewer &viewer);
    void setReady(bool ready) { m_ready = ready; }

private:
    using Answer = ApiResult<HttpResponse>;
    [[nodiscard]] Answer createNonce(const HttpRequest &request);
    [[nodiscard]] Answer verify(const HttpRequest &request);
    [[nodiscard]] Answer refresh(const HttpRequest &request);
    [[nodiscard]] Answer logout(const HttpRequest &request);
    [[nodiscard]] Answer user(const QString &address, const Viewer &viewer);
    [[nodiscard]] Answer network(const QString &address, const HttpRequest &request);
    [[nodiscard]] Answer registerReferral(const HttpRequest &request, const Viewer &viewer);
    [[nodiscard]] Answer registerOnce(const wallet::Address &referee, const QJsonObject &body, const Viewer &viewer);
    [[nodiscard]] Answer rebaseHistory(const HttpRequest &request);
    [[nodiscard]] HttpResponse health(bool readiness) const;
    [[nodiscard]] ApiResult<Index> known(const QString &address) const;

    Platform &m_platform;
    AuthService &m_auth;
    NetworkSnapshots &m_snapshots;
    Serializer m_serializer;
    Idempotency m_idempotency;
    bool m_ready = true;
};

} // namespace majlis::sandbox
