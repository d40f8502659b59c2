// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chain/evm/evmanswer.h"

#include "wallet/encoding/hex.h"

#include <algorithm>

namespace majlis::chain
{

using namespace Qt::StringLiterals;

void EvmAnswer::fail(const QString &path)
{
    if (!m_error)
        m_error = majlis::fail(ErrorCode::Malformed, u"not what an EVM node answers"_s, path).error();
}

wallet::Uint256 EvmAnswer::quantity(const QJsonValue &value, const QString &path)
{
    const auto number = wallet::Uint256::fromQuantity(value.toString());
    if (!number)
        fail(path);
    return number.value_or(wallet::Uint256());
}

std::uint64_t EvmAnswer::smallQuantity(const QJsonValue &value, const QString &path)
{
    const std::optional<std::uint64_t> small = quantity(value, path).toUint64();
    if (!small)
        fail(path);
    return small.value_or(0);
}

wallet::Bytes EvmAnswer::bytes(const QJsonValue &value, const QString &path)
{
    auto bytes = wallet::fromHex(value.toString());
    if (!bytes)
        fail(path);
    return std::move(bytes).value_or(wallet::Bytes());
}

wallet::Hash256 EvmAnswer::hash(const QJsonValue &value, const QString &path)
{
    const wallet::Bytes read = bytes(value, path);
    wallet::Hash256 hash{};
    if (read.size() == hash.size())
        std::ranges::copy(read, hash.begin());
    else
        fail(path);
    return hash;
}

std::optional<wallet::Address> EvmAnswer::address(const QJsonValue &value, const QString &path)
{
    const wallet::Bytes read = bytes(value, path);
    wallet::ByteArray<20> raw{};
    if (read.size() != raw.size()) {
        fail(path);
        return std::nullopt;
    }
    std::ranges::copy(read, raw.begin());
    return wallet::Address::evm(raw);
}

QJsonObject EvmAnswer::object(const QJsonValue &value, const QString &path)
{
    if (!value.isObject())
        fail(path);
    return value.toObject();
}

QJsonArray EvmAnswer::array(const QJsonValue &value, const QString &path)
{
    if (!value.isArray())
        fail(path);
    return value.toArray();
}

} // namespace majlis::chain
