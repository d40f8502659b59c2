// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/account.h"
#include "wallet/error.h"
#include "wallet/intent.h"
#include "wallet/kdf.h"
#include "wallet/mnemonic.h"
#include "wallet/secretbytes.h"

#include <QList>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>

namespace majlis::wallet
{

/// The one file with the user's seed, accounts and sealed secrets, and, while unlocked, the only place where keys are.
///
/// Threads: no thread of its own, not synchronised. create(), unlock(), changePassphrase() and backupPhrase() run
/// Argon2id (about a second, 256 MiB); everything that changes the vault waits for the disk. So never call it from the
/// GUI thread: WalletService keeps one on a worker thread, and a later issue moves that into a process of its own.
///
/// Files: `path`, and beside it `path` + ".bak", the state before the last change (after changePassphrase(): the same
/// state). A change is in both or in neither; when `path` is damaged or cut, the copy is used and wasRecovered() says
/// so.
class Vault
{
public:
    /// Reads nothing yet. `parametersForNew` is for create() and changePassphrase().
    explicit Vault(QString path, KdfParameters parametersForNew = KdfParameters::recommended());
    ~Vault();
    Vault(Vault &&) noexcept;
    Vault &operator=(Vault &&) noexcept;

    /// Whether there is a vault (or its copy), in whatever condition. When true, never offer to create one over it.
    [[nodiscard]] bool exists() const;
    /// Reads the file and checks all that can be checked without a passphrase: Damaged, UnsupportedVersion,
    /// WeakParameters, ExcessiveParameters, NotFound, Io. unlock() does it too.
    [[nodiscard]] Result<void> inspect();
    /// After inspect() or unlock(): the file was damaged or missing, and its last good copy is used.
    [[nodiscard]] bool wasRecovered() const;

    /// 32 hex digits that stay the same for the vault's whole life; empty before inspect(). Not secret: names the
    /// vault's entry in the key store.
    [[nodiscard]] QString id() const;

    /// Makes the file with one EVM and one Solana account (index 0) and leaves the vault unlocked. AlreadyExists when
    /// there is one; InvalidArgument when `passphrase` is empty.
    [[nodiscard]] Result<void> create(
        const Mnemonic &mnemonic, const SecretBytes &mnemonicPassphrase, const SecretBytes &passphrase);
    /// WrongPassphrase, or what inspect() says. Does not count attempts: AttemptThrottle does.
    [[nodiscard]] Result<void> unlock(const SecretBytes &passphrase);
    /// Wipes every key and secret from memory. Nothing when locked.
    void lock();
    [[nodiscard]] bool isUnlocked() const;
    /// Checks `current`, then seals everything anew under a fresh key. Ends "unlock with this computer" (the device
    /// key does not open the new file). The copy is renewed as well, so the old passphrase opens nothing any more.
    [[nodiscard]] Result<void> changePassphrase(const SecretBytes &current, const SecretBytes &next);

    /// Locks, and renames the files to `path` + ".aside-" + time, so that exists() is false: for restoring from the
    /// phrase when they cannot be opened, or the passphrase is forgotten. Nothing is deleted.
    [[nodiscard]] Result<void> setAside();

    /// "Unlock with this computer": `deviceKey` (32 random bytes, kept in the KeyStore) opens the vault as well.
    [[nodiscard]] Result<void> setDeviceKey(const SecretBytes &deviceKey);
    [[nodiscard]] Result<void> removeDeviceKey();
    /// Also while locked, after inspect(). This is the mark that the key store must have an entry.
    [[nodiscard]] bool hasDeviceKey() const;
    /// WrongPassphrase when it is not the device key of this vault, NotFound when it has none.
    [[nodiscard]] Result<void> unlockWithDeviceKey(const SecretBytes &deviceKey);

    // From here on: Locked unless unlocked.

    [[nodiscard]] Result<QList<Account>> accounts() const;
    /// The next unused index of that family. The name is trimmed; empty or longer than 64: InvalidArgument.
    [[nodiscard]] Result<Account> addAccount(AddressFamily family, const QString &name);
    [[nodiscard]] Result<void> renameAccount(AccountId id, const QString &name);
    /// A key from elsewhere: 32 bytes. The phrase does not bring it back. AlreadyExists when its address is there.
    [[nodiscard]] Result<Account> importKey(AddressFamily family, const SecretBytes &key, const QString &name);
    /// An address without its key. AlreadyExists.
    [[nodiscard]] Result<Account> watchAddress(const Address &address, const QString &name);
    [[nodiscard]] Result<void> setAccountHidden(AccountId id, bool hidden);
    /// Of an imported or watched one: an imported key is gone for good, so ask the user first. Refused for a derived
    /// one: hide it.
    [[nodiscard]] Result<void> removeAccount(AccountId id);
    /// The account's key, 32 bytes, for a backup file. The passphrase is asked for again, also while unlocked. Refused
    /// for a watched address.
    [[nodiscard]] Result<SecretBytes> exportKey(AccountId id, const SecretBytes &passphrase) const;

    /// Reviews the intent (review/review.h), builds the bytes itself, signs them with that account's key and checks the
    /// signature before giving it out. Refused, InvalidArgument. `now`: the wall clock, since 1970 UTC. A sign-in nonce
    /// is signed once by one object of this class.
    [[nodiscard]] Result<SignedIntent> sign(AccountId id, const Intent &intent, std::chrono::milliseconds now);

    /// Small secrets by name, such as session tokens: at most 64 KiB each, 256 of them, names up to 128 characters.
    [[nodiscard]] Result<void> putSecret(const QString &name, const SecretBytes &value);
    [[nodiscard]] Result<SecretBytes> secret(const QString &name) const;
    /// Removing what is not there is no error.
    [[nodiscard]] Result<void> removeSecret(const QString &name);

    /// Whether the phrase alone does not bring the accounts back: it has BIP-39's own passphrase, the "extra word".
    [[nodiscard]] bool hasMnemonicPassphrase() const;
    /// The phrase, for a backup. The passphrase is asked for again, also while unlocked.
    [[nodiscard]] Result<Mnemonic> backupPhrase(const SecretBytes &passphrase) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace majlis::wallet
