// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/vaultkeys.h"

#include "wallet/derivation.h"
#include "wallet/mnemonic.h"
#include "wallet/signer.h"
#include "wallet/verify.h"

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

template <class Signature>
Result<QString> textOf(const Result<Signature> &signature)
{
    if (!signature)
        return std::unexpected(signature.error());
    return signature->text();
}

Result<QString> signBytes(const SecretBytes &key, AddressFamily family, ByteView message)
{
    return family == AddressFamily::Evm ? textOf(personalSign(key, message)) : textOf(signEd25519(key, message));
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

Result<SignedIntent> signIntent(const SecretBytes &seed, const Account &account, const Intent &intent)
{
    const auto *registration = std::get_if<ReferralRegistrationIntent>(&intent);
    if (registration != nullptr && registration->referee != account.address)
        return fail(ErrorCode::InvalidArgument, "the referee is not the signing account");
    const Result<QString> message = messageOf(intent);
    if (!message)
        return std::unexpected(message.error());
    const Result<SecretBytes> key = accountKey(seed, account.address.family(), account.index);
    if (!key)
        return std::unexpected(key.error());
    const std::string utf8 = message->toStdString();
    const Result<QString> signature = signBytes(*key, account.address.family(), bytesOf(utf8));
    if (!signature)
        return std::unexpected(signature.error());
    if (!verifyMessage(bytesOf(utf8), *signature, account.address))
        return fail(ErrorCode::Internal, "the signature does not verify");
    return SignedIntent{account.address, *message, *signature};
}

} // namespace majlis::wallet
