// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/bytes.h"
#include "wallet/error.h"

#include <QString>
#include <QStringView>

namespace majlis::wallet
{

/// Lower-case hexadecimal with `0x` in front. Not for secrets.
[[nodiscard]] QString toHex(ByteView bytes);
/// The same without `0x`.
[[nodiscard]] QString toPlainHex(ByteView bytes);
/// Strict: `0x`, then an even number of digits of either case, nothing else. InvalidArgument otherwise.
[[nodiscard]] Result<Bytes> fromHex(QStringView text);
/// The same without `0x`.
[[nodiscard]] Result<Bytes> fromPlainHex(QStringView text);

} // namespace majlis::wallet
