// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/account.h"
#include "wallet/error.h"
#include "wallet/intent.h"
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
/// Builds the intent's text, signs it with the account's key, and checks the signature before giving it out.
[[nodiscard]] Result<SignedIntent> signIntent(const SecretBytes &seed, const Account &account, const Intent &intent);

} // namespace majlis::wallet
