// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "wallet/address.h"
#include "wallet/bytes.h"
#include "wallet/encoding/keccak.h"
#include "wallet/uint256.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <optional>

namespace majlis::chain
{

/// Reads members of a node's answer: quantities without leading zeros, bytes as whole hex. The first one that is
/// missing or of another kind makes it Malformed with its path; after that everything reads as empty. Look at error()
/// once, at the end. Inside models/chain/evm only.
class EvmAnswer
{
public:
    [[nodiscard]] wallet::Uint256 quantity(const QJsonValue &value, const QString &path);
    [[nodiscard]] std::uint64_t smallQuantity(const QJsonValue &value, const QString &path);
    [[nodiscard]] wallet::Bytes bytes(const QJsonValue &value, const QString &path);
    [[nodiscard]] wallet::Hash256 hash(const QJsonValue &value, const QString &path);
    /// In any case of letters, as nodes write it.
    [[nodiscard]] std::optional<wallet::Address> address(const QJsonValue &value, const QString &path);
    [[nodiscard]] QJsonObject object(const QJsonValue &value, const QString &path);
    [[nodiscard]] QJsonArray array(const QJsonValue &value, const QString &path);

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
    std::optional<Error> m_error;
};

} // namespace majlis::chain
