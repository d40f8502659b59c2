// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chain/jsonrpc.h"
#include "models/domain/result.h"
#include "wallet/solana/publickey.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <cstdint>
#include <optional>

namespace majlis::chain
{

/// Reads members of a node's answer. The first one that is missing or of another kind makes it Malformed with its path;
/// after that everything reads as empty. Look at error() once, at the end. Inside models/chain/solana only.
class SolanaAnswer
{
public:
    /// A non-negative integer that JSON carries exactly.
    [[nodiscard]] std::uint64_t number(const QJsonObject &object, QLatin1StringView name, const QString &path);
    [[nodiscard]] std::uint64_t number(const QJsonValue &value, const QString &path);
    /// A u64 as decimal text, as token amounts are written.
    [[nodiscard]] std::uint64_t decimal(const QJsonObject &object, QLatin1StringView name, const QString &path);
    [[nodiscard]] wallet::solana::PublicKey key(const QJsonObject &object, QLatin1StringView name, const QString &path);
    [[nodiscard]] QString text(const QJsonObject &object, QLatin1StringView name, const QString &path);
    [[nodiscard]] bool flag(const QJsonObject &object, QLatin1StringView name, const QString &path);
    [[nodiscard]] QJsonObject object(const QJsonObject &object, QLatin1StringView name, const QString &path);
    [[nodiscard]] QJsonArray array(const QJsonObject &object, QLatin1StringView name, const QString &path);
    /// `["…", "base64"]`.
    [[nodiscard]] QByteArray base64(const QJsonObject &object, QLatin1StringView name, const QString &path);

    void fail(const QString &path);
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    /// `value`, or the error.
    template <class T>
    [[nodiscard]] Result<T> finish(T value) const
    {
        if (m_error)
            return std::unexpected(*m_error);
        return value;
    }

private:
    [[nodiscard]] QJsonValue member(
        const QJsonObject &object, QLatin1StringView name, const QString &path, QJsonValue::Type type);

    std::optional<Error> m_error;
};

/// An error of the runtime (a text or an object) as compact text; nullopt for null.
[[nodiscard]] std::optional<QString> transactionError(const QJsonValue &err);

} // namespace majlis::chain
