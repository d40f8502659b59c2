// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/bytes.h"
#include "wallet/error.h"

#include <QString>
#include <QStringView>

namespace majlis::wallet
{

/// Longest text that fromBase58 reads: the work grows with the square of the length.
inline constexpr qsizetype maximumBase58Length = 4096;

/// Base58 with Bitcoin's alphabet and no checksum, as Solana uses it. Not for secrets.
[[nodiscard]] QString toBase58(ByteView bytes);
/// Strict: letters of the alphabet only, no white space, at most maximumBase58Length. InvalidArgument otherwise.
[[nodiscard]] Result<Bytes> fromBase58(QStringView text);

} // namespace majlis::wallet
