// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/account.h"
#include "wallet/error.h"
#include "wallet/secretbytes.h"
#include "wallet/vaultcontent.h"

#include <QList>

namespace majlis::wallet
{

// From a vault's content to keys, addresses and signatures. Inside the wallet room only.

/// 64 bytes (BIP-39).
[[nodiscard]] Result<SecretBytes> seedOf(const VaultContent &content);
/// The accounts with their addresses, in the content's order.
[[nodiscard]] Result<QList<Account>> accountsOf(const VaultContent &content, const SecretBytes &seed);
/// The private key of an account: 32 bytes. Refused for an address that is only watched.
[[nodiscard]] Result<SecretBytes> keyOf(const VaultContent::AccountRecord &record, const SecretBytes &seed);
/// The address that belongs to a key of 32 bytes; InvalidArgument when it is none.
[[nodiscard]] Result<Address> addressOf(const SecretBytes &key, AddressFamily family);

} // namespace majlis::wallet
