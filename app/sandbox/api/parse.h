// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/base/apierror.h"
#include "app/sandbox/base/chain.h"
#include "wallet/address.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace majlis::sandbox
{

/// Reading what clients send, strictly (`x-validation` of the contract): refused with the contract's messages, never
/// repaired.
namespace parse
{

/// A JSON object without invalid UTF-8; anything else is `validation_failed`.
[[nodiscard]] ApiResult<QJsonObject> object(const QByteArray &body);
/// A required text field.
[[nodiscard]] ApiResult<QString> text(const QJsonObject &object, const QString &key);
/// "Invalid Ethereum address", or "Invalid Solana address" for what does not begin with 0x.
[[nodiscard]] ApiResult<wallet::Address> address(const QString &text, const QString &path = QStringLiteral("address"));
[[nodiscard]] ApiResult<QString> referralCode(const QString &text, const QString &path);
/// A chain by name; `chain` fits `address` (Solana addresses live on solana, others do not).
[[nodiscard]] ApiResult<Chain> chain(const QString &text, const QString &path = QStringLiteral("chain"));
/// The chain an address speaks for: solana for its addresses, else the one asked for, else `otherwise`.
[[nodiscard]] ApiResult<Chain> chainFor(const wallet::Address &address, const QJsonValue &asked, Chain otherwise);
/// An integer from `least` to `most`; a null text gives `otherwise`.
[[nodiscard]] ApiResult<int> integer(const QString &text, const QString &path, int least, int most, int otherwise);
/// An Idempotency-Key: a UUID.
[[nodiscard]] ApiResult<QString> idempotencyKey(const QByteArray &header);

} // namespace parse

} // namespace majlis::sandbox
