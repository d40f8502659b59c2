// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "wallet/address.h"

namespace majlis
{

using wallet::Address;
using wallet::AddressFamily;

/// Address::parse() with this room's error: ValidationFailed and the contract's message.
[[nodiscard]] inline Result<Address> parseAddress(QStringView text)
{
    if (const auto address = Address::parse(text))
        return *address;
    return fail(ErrorCode::ValidationFailed,
        text.startsWith(QLatin1StringView("0x")) ? QStringLiteral("Invalid Ethereum address")
                                                 : QStringLiteral("Invalid Solana address"),
        QStringLiteral("address"));
}

} // namespace majlis
