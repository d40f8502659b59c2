// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <expected>
#include <optional>
#include <vector>

namespace majlis::sandbox
{

/// A refusal on its way to a client: the contract's error envelope (REST), `extensions` (GraphQL) or `error` (feeds).
struct ApiError {
    struct Detail {
        QString path;
        QString message;
    };

    int status = 500;
    QString code; ///< CONVENTIONS rule 6
    QString message; ///< for people
    QString reason; ///< finer than code, may be empty
    std::vector<Detail> details;
    std::optional<int> retryAfter; ///< seconds

    [[nodiscard]] static ApiError validation(const QString &path, const QString &message);
    [[nodiscard]] static ApiError unauthorized(const QString &message, const QString &reason = {});
    [[nodiscard]] static ApiError tokenExpired();
    [[nodiscard]] static ApiError forbidden(const QString &message);
    [[nodiscard]] static ApiError notFound(const QString &message);
    [[nodiscard]] static ApiError conflict(const QString &message, const QString &reason);
    [[nodiscard]] static ApiError rateLimited(int retryAfterSeconds);
    [[nodiscard]] static ApiError internal(const QString &message);
    [[nodiscard]] static ApiError unavailable(const QString &message, int retryAfterSeconds);

    /// The REST envelope (decision D16: `error` equals `message`).
    [[nodiscard]] QJsonObject toEnvelope(const QString &requestId) const;
    /// GraphQL's `extensions`.
    [[nodiscard]] QJsonObject toExtensions() const;
};

template <class T>
using ApiResult = std::expected<T, ApiError>;

[[nodiscard]] inline std::unexpected<ApiError> refuse(ApiError error)
{
    return std::unexpected(std::move(error));
}

} // namespace majlis::sandbox
