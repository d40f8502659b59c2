// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/db/database.h"
#include "app/sandbox/http/message.h"

namespace majlis::sandbox
{

/// First answers by Idempotency-Key, kept for 24 hours (CONVENTIONS rule 9). One thread.
class Idempotency
{
public:
    static constexpr std::int64_t keepMs = 86'400'000;

    explicit Idempotency(Database &database)
        : m_database(database)
    {
    }

    /// The first answer to this key, marked as replayed; a refusal when the key came with another request; nothing when
    /// it is new. `who` keeps callers apart, `fingerprint` is of everything that the write depends on.
    [[nodiscard]] std::optional<ApiResult<HttpResponse>> find(
        const QString &who, const QString &key, const QByteArray &fingerprint, std::int64_t now);
    /// Answers of the server's own trouble (5xx) and rate limits are not kept: trying again is the point of the key.
    void keep(const QString &who, const QString &key, const QByteArray &fingerprint, const HttpResponse &response,
        std::int64_t now);

private:
    Database &m_database;
};

} // namespace majlis::sandbox
