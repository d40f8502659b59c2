// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/backupcheck.h"

#include "wallet/derivation.h"
#include "wallet/mnemonic.h"
#include "wallet/signer.h"

namespace majlis::wallet
{

namespace
{

Result<Address> addressOf(const SecretBytes &seed, const Account &account)
{
    const bool isEvm = account.address.isEvm();
    const Result<ExtendedKey> node = isEvm ? deriveBip32(seed, DerivationPath::evmAccount(account.index))
                                           : deriveSlip10Ed25519(seed, DerivationPath::solanaAccount(account.index));
    if (!node)
        return std::unexpected(node.error());
    return isEvm ? evmAddress(node->key) : solanaAddress(node->key);
}

} // namespace

Result<bool> phraseRestores(
    const SecretBytes &sentence, const SecretBytes &mnemonicPassphrase, const QList<Account> &accounts)
{
    if (accounts.isEmpty())
        return fail(ErrorCode::InvalidArgument, "no account to compare with");
    const Result<Mnemonic> mnemonic = Mnemonic::parse(sentence);
    if (!mnemonic)
        return std::unexpected(mnemonic.error());
    const Result<SecretBytes> seed = mnemonic->seed(mnemonicPassphrase);
    if (!seed)
        return std::unexpected(seed.error());
    for (const Account &account : accounts) {
        const Result<Address> address = addressOf(*seed, account);
        if (!address)
            return std::unexpected(address.error());
        if (*address != account.address)
            return false;
    }
    return true;
}

} // namespace majlis::wallet
