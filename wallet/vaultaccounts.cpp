// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/intentsigner.h"
#include "wallet/vaultkeys.h"
#include "wallet/vaultstate.h"

namespace majlis::wallet
{

namespace
{

constexpr qsizetype longestAccountName = 64;
constexpr qsizetype mostUsedNonces = 4096;

Result<QString> acceptableName(const QString &name)
{
    QString trimmed = name.trimmed();
    if (trimmed.isEmpty() || trimmed.size() > longestAccountName || !trimmed.isValidUtf16())
        return fail(ErrorCode::InvalidArgument, "an account's name has 1 to 64 characters");
    return trimmed;
}

} // namespace

Result<Account> Vault::Private::add(VaultContent::AccountRecord record, const QString &name)
{
    if (!open)
        return lockedError();
    const Result<QString> accepted = acceptableName(name);
    if (!accepted)
        return std::unexpected(accepted.error());
    VaultContent content = open->content.clone();
    if (content.accounts.size() >= VaultContent::mostAccounts)
        return fail(ErrorCode::InvalidArgument, "no more accounts");
    record.id = content.nextAccountId++;
    record.name = *accepted;
    content.accounts.push_back(std::move(record));
    if (const Result<void> saved = commit(std::move(content)); !saved)
        return std::unexpected(saved.error());
    return open->accounts.last();
}

Result<void> Vault::Private::change(AccountId id, const std::function<void(VaultContent::AccountRecord &)> &edit)
{
    if (!open)
        return lockedError();
    VaultContent content = open->content.clone();
    const auto record = recordOf(content, id);
    if (record == content.accounts.end())
        return fail(ErrorCode::NotFound, "no such account");
    edit(*record);
    return commit(std::move(content));
}

Result<void> Vault::Private::refuseKnown(const Address &address) const
{
    const bool known = std::any_of(open->accounts.cbegin(), open->accounts.cend(),
        [&address](const Account &account) { return account.address == address; });
    if (known)
        return fail(ErrorCode::AlreadyExists, "the wallet has this address already");
    return {};
}

Result<Account> Vault::addAccount(AddressFamily family, const QString &name)
{
    if (!isUnlocked())
        return lockedError();
    VaultContent::AccountRecord record;
    record.family = family;
    for (const VaultContent::AccountRecord &other : d->open->content.accounts) {
        if (other.family == family && other.origin == AccountOrigin::Derived)
            record.index = std::max(record.index, other.index + 1);
    }
    return d->add(std::move(record), name);
}

Result<Account> Vault::importKey(AddressFamily family, const SecretBytes &key, const QString &name)
{
    if (!isUnlocked())
        return lockedError();
    const Result<Address> address = addressOf(key, family);
    if (!address)
        return std::unexpected(address.error());
    if (const Result<void> fresh = d->refuseKnown(*address); !fresh)
        return std::unexpected(fresh.error());
    VaultContent::AccountRecord record;
    record.family = family;
    record.origin = AccountOrigin::Imported;
    record.key = key.clone();
    return d->add(std::move(record), name);
}

Result<Account> Vault::watchAddress(const Address &address, const QString &name)
{
    if (!isUnlocked())
        return lockedError();
    if (const Result<void> fresh = d->refuseKnown(address); !fresh)
        return std::unexpected(fresh.error());
    VaultContent::AccountRecord record;
    record.family = address.family();
    record.origin = AccountOrigin::WatchOnly;
    record.watched = address;
    return d->add(std::move(record), name);
}

Result<void> Vault::renameAccount(AccountId id, const QString &name)
{
    if (!isUnlocked())
        return lockedError();
    const Result<QString> accepted = acceptableName(name);
    if (!accepted)
        return std::unexpected(accepted.error());
    return d->change(id, [&accepted](VaultContent::AccountRecord &record) { record.name = *accepted; });
}

Result<void> Vault::setAccountHidden(AccountId id, bool hidden)
{
    return d->change(id, [hidden](VaultContent::AccountRecord &record) { record.hidden = hidden; });
}

Result<void> Vault::removeAccount(AccountId id)
{
    if (!isUnlocked())
        return lockedError();
    VaultContent content = d->open->content.clone();
    const auto record = recordOf(content, id);
    if (record == content.accounts.end())
        return fail(ErrorCode::NotFound, "no such account");
    if (record->origin == AccountOrigin::Derived)
        return fail(ErrorCode::Refused, "a derived account is hidden, not removed");
    const bool hadKey = record->origin == AccountOrigin::Imported;
    content.accounts.erase(record);
    if (const Result<void> saved = d->commit(std::move(content)); !saved)
        return saved;
    return hadKey ? d->storage.renewCopy() : Result<void>(); // the user wants the key gone, so not in the copy either
}

Result<SecretBytes> Vault::exportKey(AccountId id, const SecretBytes &passphrase) const
{
    if (!isUnlocked())
        return lockedError();
    if (const Result<void> right = d->checkPassphrase(passphrase); !right)
        return std::unexpected(right.error());
    const auto record = recordOf(d->open->content, id);
    if (record == d->open->content.accounts.end())
        return fail(ErrorCode::NotFound, "no such account");
    return keyOf(*record, d->open->seed);
}

Result<SignedIntent> Vault::sign(AccountId id, const Intent &intent, std::chrono::milliseconds now)
{
    if (!isUnlocked())
        return lockedError();
    const auto account = std::find_if(d->open->accounts.cbegin(), d->open->accounts.cend(),
        [id](const Account &candidate) { return candidate.id == id; });
    if (account == d->open->accounts.cend())
        return fail(ErrorCode::NotFound, "no such account");
    const Result<SecretBytes> key = keyOf(*recordOf(d->open->content, id), d->open->seed);
    if (!key)
        return std::unexpected(key.error());
    QSet<QString> &used = d->usedNonces[id];
    Result<SignedIntent> made = signIntent(*key, intent, {account->address, now, used});
    if (const QString nonce = signInNonceOf(intent); made && !nonce.isEmpty()) {
        if (used.size() >= mostUsedNonces)
            used.clear();
        used.insert(nonce);
    }
    return made;
}

} // namespace majlis::wallet
