// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/vaultkeys.h"

#include "wallet/derivation.h"
#include "wallet/mnemonic.h"
#include "wallet/signer.h"

namespace majlis::wallet
{

namespace
{

Result<SecretBytes> accountKey(const SecretBytes &seed, AddressFamily family, std::uint32_t index)
{
    Result<ExtendedKey> node = family == AddressFamily::Evm
        ? deriveBip32(seed, DerivationPath::evmAccount(index))
        : deriveSlip10Ed25519(seed, DerivationPath::solanaAccount(index));
    if (!node)
        return std::unexpected(node.error());
    return std::move(node->key);
}

} // namespace

Result<SecretBytes> seedOf(const VaultContent &content)
{
    const Result<Mnemonic> mnemonic = Mnemonic::fromEntropy(content.entropy);
    if (!mnemonic)
        return std::unexpected(mnemonic.error());
    return mnemonic->seed(content.mnemonicPassphrase);
}

Result<QList<Account>> accountsOf(const VaultContent &content, const SecretBytes &seed)
{
    QList<Account> accounts;
    for (const VaultContent::AccountRecord &record : content.accounts) {
        const Result<SecretBytes> key = accountKey(seed, record.family, record.index);
        if (!key)
            return std::unexpected(key.error());
        const Result<Address> address = record.family == AddressFamily::Evm ? evmAddress(*key) : solanaAddress(*key);
        if (!address)
            return std::unexpected(address.error());
        accounts.append(Account{record.id, record.name, *address, record.index});
    }
    return accounts;
}

Result<SecretBytes> keyOf(const SecretBytes &seed, const Account &account)
{
    return accountKey(seed, account.address.family(), account.index);
}

} // namespace majlis::wallet
