// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/solana/publickey.h"

namespace majlis::wallet::solana
{

// Addresses of the programs and system accounts that the wallet knows. They are the same on every cluster.

[[nodiscard]] const PublicKey &systemProgram();
[[nodiscard]] const PublicKey &tokenProgram();
[[nodiscard]] const PublicKey &token2022Program();
[[nodiscard]] const PublicKey &associatedTokenProgram();
[[nodiscard]] const PublicKey &computeBudgetProgram();
[[nodiscard]] const PublicKey &memoProgram();
[[nodiscard]] const PublicKey &memoV1Program();
[[nodiscard]] const PublicKey &stakeProgram();
[[nodiscard]] const PublicKey &addressLookupTableProgram();
[[nodiscard]] const PublicKey &recentBlockhashesSysvar();
[[nodiscard]] const PublicKey &rentSysvar();
/// The mint of wrapped SOL.
[[nodiscard]] const PublicKey &nativeMint();

[[nodiscard]] inline bool isTokenProgram(const PublicKey &program)
{
    return program == tokenProgram() || program == token2022Program();
}

} // namespace majlis::wallet::solana
