// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/address.h"

#include <QMetaType>
#include <QString>

#include <cstdint>

namespace majlis::wallet
{

/// Stays the same for an account's whole life; never given out twice by one vault.
using AccountId = std::uint32_t;

/// One key pair of the vault, seen from outside: no secret in it.
struct Account {
    AccountId id = 0;
    QString name; ///< the user's, 1 to 64 characters
    Address address;
    std::uint32_t index = 0; ///< i in m/44'/60'/0'/0/i or m/44'/501'/i'/0'

    friend bool operator==(const Account &, const Account &) = default;
};

} // namespace majlis::wallet

Q_DECLARE_METATYPE(majlis::wallet::Account)
