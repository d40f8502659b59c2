// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/vaultkeys.h"

#include "wallet/derivation.h"
#include "wallet/mnemonic.h"
#include "wallet/signer.h"

namespace majlis::wallet
{

namespace
{

Result<SecretBytes> derivedKey(const SecretBytes &seed, AddressFamily family, std::uint32_t index)
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

Result<SecretBytes> keyOf(const VaultContent::AccountRecord &record, const SecretBytes &seed)
{
    switch (record.origin) {
    case AccountOrigin::Derived:
        return derivedKey(seed, record.family, record.index);
    case AccountOrigin::Imported:
        return record.key.clone();
    case AccountOrigin::WatchOnly:
        break;
    }
    return fail(ErrorCode::Refused, "an address that is only watched has no key here");
}

Result<Address> addressOf(const SecretBytes &key, AddressFamily family)
{
    return family == AddressFamily::Evm ? evmAddress(key) : solanaAddress(key);
}

Result<QList<Account>> accountsOf(const VaultContent &content, const SecretBytes &seed)
{
    QList<Account> accounts;
    for (const VaultContent::AccountRecord &record : content.accounts) {
        std::optional<Address> address = record.watched;
        if (!address) {
            const Result<SecretBytes> key = keyOf(record, seed);
            if (!key)
                return std::unexpected(key.error());
            const Result<Address> made = addressOf(*key, record.family);
            if (!made)
                return std::unexpected(made.error());
            address = *made;
        }
        accounts.append(Account{record.id, record.name, *address, record.index, record.origin, record.hidden});
    }
    return accounts;
}

} // namespace majlis::wallet
