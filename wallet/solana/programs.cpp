// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/solana/programs.h"

namespace majlis::wallet::solana
{

const PublicKey &systemProgram()
{
    static constexpr PublicKey key{};
    return key;
}

const PublicKey &tokenProgram()
{
    static const PublicKey key = PublicKey::known(u"TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA");
    return key;
}

const PublicKey &token2022Program()
{
    static const PublicKey key = PublicKey::known(u"TokenzQdBNbLqP5VEhdkAS6EPFLC1PHnBqCXEpPxuEb");
    return key;
}

const PublicKey &associatedTokenProgram()
{
    static const PublicKey key = PublicKey::known(u"ATokenGPvbdGVxr1b2hvZbsiqW5xWH25efTNsLJA8knL");
    return key;
}

const PublicKey &computeBudgetProgram()
{
    static const PublicKey key = PublicKey::known(u"ComputeBudget111111111111111111111111111111");
    return key;
}

const PublicKey &memoProgram()
{
    static const PublicKey key = PublicKey::known(u"MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr");
    return key;
}

const PublicKey &memoV1Program()
{
    static const PublicKey key = PublicKey::known(u"Memo1UhkJRfHyvLMcVucJwxXeuD728EqVDDwQDxFMNo");
    return key;
}

const PublicKey &stakeProgram()
{
    static const PublicKey key = PublicKey::known(u"Stake11111111111111111111111111111111111111");
    return key;
}

const PublicKey &addressLookupTableProgram()
{
    static const PublicKey key = PublicKey::known(u"AddressLookupTab1e1111111111111111111111111");
    return key;
}

const PublicKey &recentBlockhashesSysvar()
{
    static const PublicKey key = PublicKey::known(u"SysvarRecentB1ockHashes11111111111111111111");
    return key;
}

const PublicKey &rentSysvar()
{
    static const PublicKey key = PublicKey::known(u"SysvarRent111111111111111111111111111111111");
    return key;
}

const PublicKey &nativeMint()
{
    static const PublicKey key = PublicKey::known(u"So11111111111111111111111111111111111111112");
    return key;
}

} // namespace majlis::wallet::solana
