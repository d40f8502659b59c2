// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/api/idempotency.h"
#include "app/sandbox/graphql/resolvers.h"
#include "app/sandbox/http/message.h"

namespace majlis::sandbox
{

/// GraphQL over HTTP, and the executor that the live dialect shares. One thread.
class GraphqlService
{
public:
    static constexpr qsizetype maxBody = 64LL * 1024;

    GraphqlService(Platform &platform, NetworkSnapshots &snapshots, const Life &life);

    [[nodiscard]] HttpResponse serve(const HttpRequest &request, const Viewer &viewer);
    /// Whether the request's operation writes: those count against another rate limit.
    [[nodiscard]] bool isMutation(const HttpRequest &request);

    [[nodiscard]] graphql::Executor &executor() { return m_executor; }
    [[nodiscard]] Resolvers &resolvers() { return m_resolvers; }
    [[nodiscard]] QJsonObject run(const graphql::Prepared &prepared, const Viewer &viewer);

private:
    struct Asked {
        QString query;
        QString operationName;
        QJsonObject variables;
    };
    [[nodiscard]] static ApiResult<Asked> read(const HttpRequest &request);
    [[nodiscard]] HttpResponse runOnce(
        const HttpRequest &request, const graphql::Prepared &prepared, const Viewer &viewer);

    Platform &m_platform;
    graphql::Executor m_executor;
    Resolvers m_resolvers;
    Idempotency m_idempotency;
};

} // namespace majlis::sandbox
