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

/// Where an account's key comes from. The numbers are part of the vault's format and of the signer's protocol.
enum class AccountOrigin : std::uint8_t {
    Derived = 0, ///< from the vault's phrase
    Imported = 1, ///< a key of its own, which the phrase does not bring back
    WatchOnly = 2, ///< an address without a key: it cannot sign
};

/// One account of the vault, seen from outside: no secret in it.
struct Account {
    AccountId id = 0;
    QString name; ///< the user's, 1 to 64 characters
    Address address;
    std::uint32_t index = 0; ///< of a derived one: i in m/44'/60'/0'/0/i or m/44'/501'/i'/0'; otherwise 0
    AccountOrigin origin = AccountOrigin::Derived;
    bool hidden = false; ///< the user does not want to see it in lists; it works all the same

    [[nodiscard]] bool canSign() const { return origin != AccountOrigin::WatchOnly; }

    friend bool operator==(const Account &, const Account &) = default;
};

} // namespace majlis::wallet

Q_DECLARE_METATYPE(majlis::wallet::Account)
