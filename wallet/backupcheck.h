// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/account.h"
#include "wallet/error.h"
#include "wallet/secretbytes.h"

#include <QList>

namespace majlis::wallet
{

/// Whether `sentence` (the words of a recovery phrase, parted by white space) brings back `accounts`, and so what is
/// written on paper is this wallet's. `mnemonicPassphrase` is the extra word of BIP-39, mostly empty; it has nothing to
/// do with the passphrase that opens the vault. InvalidMnemonic when the words are no phrase, InvalidArgument when
/// there is no account to compare. Some milliseconds; any thread; what is derived is wiped.
[[nodiscard]] Result<bool> phraseRestores(
    const SecretBytes &sentence, const SecretBytes &mnemonicPassphrase, const QList<Account> &accounts);

} // namespace majlis::wallet
