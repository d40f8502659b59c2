// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/vault.h"
#include "wallet/vaultcontent.h"
#include "wallet/vaultfile.h"
#include "wallet/vaultstorage.h"

#include <QSet>

#include <algorithm>
#include <functional>
#include <map>

namespace majlis::wallet
{

// What a Vault is made of, for vault.cpp and vaultaccounts.cpp.

[[nodiscard]] inline std::unexpected<Error> lockedError()
{
    return fail(ErrorCode::Locked, "the vault is locked");
}

template <class Content>
[[nodiscard]] auto recordOf(Content &content, AccountId id)
{
    return std::find_if(content.accounts.begin(), content.accounts.end(),
        [id](const VaultContent::AccountRecord &record) { return record.id == id; });
}

// All that must not outlive lock().
struct OpenVault {
    SecretBytes contentKey;
    SecretBytes seed;
    VaultContent content;
    QList<Account> accounts;
};

struct Vault::Private {
    Private(QString path, KdfParameters parameters)
        : storage(std::move(path))
        , parametersForNew(parameters)
    {
    }

    Result<void> load();
    Result<void> openWith(VaultFile::Slot slot, const SecretBytes &key);
    /// Writes `content` and, once it is on the disk, makes it the state.
    Result<void> commit(VaultContent content);
    Result<void> commit(VaultFile next, VaultContent content, const SecretBytes &contentKey);
    Result<Account> add(VaultContent::AccountRecord record, const QString &name);
    Result<void> change(AccountId id, const std::function<void(VaultContent::AccountRecord &)> &edit);
    [[nodiscard]] Result<void> refuseKnown(const Address &address) const;
    [[nodiscard]] Result<void> checkPassphrase(const SecretBytes &passphrase) const;

    VaultStorage storage;
    KdfParameters parametersForNew;
    std::optional<VaultFile> file;
    bool recovered = false;
    std::optional<OpenVault> open;
    std::map<AccountId, QSet<QString>> usedNonces; ///< not secret; stays over lock()
};

} // namespace majlis::wallet
