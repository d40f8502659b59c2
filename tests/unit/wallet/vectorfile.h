// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/bytes.h"
#include "wallet/encoding/hex.h"
#include "wallet/secretbytes.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonValue>
#include <QString>

namespace majlis::wallet::test
{

/// The whole file, unpacked when its name ends in .xz. Ends the test run when it is not there.
[[nodiscard]] QByteArray readFile(const QString &path);
/// From tests/data/vectors.
[[nodiscard]] QByteArray readVectors(const QString &name);
[[nodiscard]] QJsonDocument jsonVectors(const QString &name);

/// Hex of either case, with or without 0x.
[[nodiscard]] Bytes bytesFrom(const QJsonValue &hex);
[[nodiscard]] SecretBytes secretFrom(const QJsonValue &hex);
[[nodiscard]] SecretBytes secretText(const QJsonValue &text);

} // namespace majlis::wallet::test
