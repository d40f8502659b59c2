// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/graph/networkfile.h"

#include "models/domain/graph/networkformat.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace majlis
{

FixedBalance FixedBalance::fromAmount(const Amount &amount)
{
    const auto &limbs = amount.rawMagnitude();
    const bool fits = std::all_of(limbs.begin() + 2, limbs.end(), [](std::uint64_t limb) { return limb == 0; });
    return fits && !amount.isNegative() ? FixedBalance{limbs[0], limbs[1]} : unknown();
}

std::optional<Amount> FixedBalance::toAmount(std::uint32_t decimals) const
{
    if (*this == unknown())
        return std::nullopt;
    const auto raw = Amount::fromRaw({low, high, 0, 0, 0, 0}, false);
    if (!raw)
        return std::nullopt;
    if (decimals == Amount::scale)
        return *raw;
    // raw is value × 10^decimals / 10^18; its base units at 18 decimals are the stored integer's digits.
    const auto digits = raw->toBaseUnits(Amount::scale);
    if (!digits)
        return std::nullopt;
    const auto amount = Amount::fromBaseUnits(*digits, static_cast<int>(decimals));
    return amount ? std::optional(*amount) : std::nullopt;
}

std::optional<UnixMs> NetworkFile::joinedAt(std::uint32_t index) const
{
    std::int64_t milliseconds = 0;
    if (!m_joinedMs.empty())
        milliseconds = m_joinedMs[index];
    else if (!m_joinedSeconds.empty())
        milliseconds = std::int64_t{m_joinedSeconds[index]} * 1'000;
    return milliseconds == 0 ? std::nullopt : std::optional(UnixMs{milliseconds});
}

std::optional<Amount> NetworkFile::balance(std::uint32_t index) const
{
    return m_fixedBalances.empty() ? std::nullopt : m_fixedBalances[index].toAmount(m_decimals);
}

NetworkAddressKind NetworkFile::addressKind(std::uint32_t index) const
{
    if (m_addressSize == networkformat::evmAddressSize)
        return NetworkAddressKind::Evm;
    const std::uint8_t kind = m_addressKinds[index];
    return kind <= 2 ? static_cast<NetworkAddressKind>(kind) : NetworkAddressKind::Unknown;
}

std::span<const std::uint8_t> NetworkFile::addressBytes(std::uint32_t index) const
{
    const auto whole = m_addresses.subspan(std::size_t{index} * m_addressSize, m_addressSize);
    switch (addressKind(index)) {
    case NetworkAddressKind::None:
        return {};
    case NetworkAddressKind::Evm:
        return whole.first(networkformat::evmAddressSize);
    case NetworkAddressKind::Solana:
    case NetworkAddressKind::Unknown:
        break;
    }
    return whole;
}

std::span<const char> NetworkFile::nameBytes(std::uint32_t index) const
{
    if (m_nameOffsets.empty())
        return {};
    return m_names.subspan(m_nameOffsets[index], m_nameOffsets[index + 1] - m_nameOffsets[index]);
}

QString NetworkFile::name(std::uint32_t index) const
{
    const auto bytes = nameBytes(index);
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

QByteArray NetworkMeta::toJson() const
{
    // By hand, because QJsonObject sorts its keys and the contract's example does not.
    QByteArray json("{");
    const auto append = [&json](const char *key, const QByteArray &value) {
        if (json.size() > 1)
            json += ',';
        json += QByteArray("\"") + key + "\":" + value;
    };
    const auto appendText = [&append](const char *key, const QString &text) {
        if (!text.isEmpty())
            append(key, networkformat::jsonString(text));
    };
    appendText("root", root);
    if (depth > 0)
        append("depth", QByteArray::number(depth));
    appendText("snapshotId", snapshotId);
    append("truncated", truncated ? "true" : "false");
    appendText("reason", reason);
    appendText("nextCursor", nextCursor);
    return json + '}';
}

} // namespace majlis
