// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/account.h"
#include "wallet/callback.h"
#include "wallet/intent.h"
#include "wallet/kdf.h"
#include "wallet/keystore.h"
#include "wallet/mnemonic.h"
#include "wallet/secretbytes.h"
#include "wallet/timesource.h"
#include "wallet/walletbackend.h"

#include <QList>
#include <QObject>
#include <QString>

#include <QElapsedTimer>

#include <chrono>
#include <memory>

namespace majlis::wallet
{

class TaskThread;

/// The wallet as the rest of the client sees it: asynchronous, typed, no key ever comes out. The vault and its keys are
/// the backend's: in the program the process majlis-signer, in tests an object on this object's worker thread. Calls
/// are done in order, and each answers its `done` once on the thread of `context` (see Done). All methods are for the
/// GUI thread; nothing here may become synchronous.
///
/// When the signer process ends by itself the wallet is locked, signerLost() is sent, and a fresh one is started; a
/// call that it was doing answers SignerLost. After a third loss within a minute it stays Unusable with SignerLost
/// until the next call. A signer that cannot be started is Unusable with SignerMissing, SignerFailed or SignerMismatch:
/// nothing is known of the file then, and start() tries again.
///
/// The key store is on this side: the signer may talk to nobody. So the device key, 32 random bytes that open nothing
/// without the vault file, passes through this process in SecretBytes on its way; the seed never does.
class WalletService : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Unknown, ///< the file has not been looked at yet
        Missing, ///< no wallet: offer to create or import one
        Locked,
        Unlocked,
        Unusable, ///< there is a file but it cannot be opened at all; `stateError()` says why. Do not offer to create
    };
    Q_ENUM(State)

    /// `keyStore` may be null: then "unlock with this computer" is unavailable.
    WalletService(
        std::unique_ptr<WalletBackend> backend, std::unique_ptr<KeyStore> keyStore, QObject *parent = nullptr);
    /// With the keys in this process, for tests and tools. `time` outlives this object.
    WalletService(const QString &folder, const TimeSource &time, std::unique_ptr<KeyStore> keyStore,
        KdfParameters parameters = KdfParameters::recommended(), QObject *parent = nullptr);
    /// Locks, and waits for the call that is running (about a second at most).
    ~WalletService() override;

    /// Looks at the file; leaves Unknown. Call it once after construction.
    void start();

    [[nodiscard]] State state() const { return m_state; }
    /// Why the state is Unusable.
    [[nodiscard]] const Error &stateError() const { return m_stateError; }
    /// The file was damaged and its last good copy is in use: tell the user once.
    [[nodiscard]] bool wasRecovered() const { return m_recovered; }
    /// While unlocked; empty otherwise.
    [[nodiscard]] const QList<Account> &accounts() const { return m_accounts; }
    /// While unlocked: the recovery phrase has an extra word (BIP-39's own passphrase), without which it brings back
    /// another wallet. Follows accountsChanged().
    [[nodiscard]] bool hasMnemonicPassphrase() const { return m_hasMnemonicPassphrase; }
    [[nodiscard]] bool hasComputerUnlock() const { return m_hasDeviceKey; }

    void create(
        Mnemonic mnemonic, SecretBytes mnemonicPassphrase, SecretBytes passphrase, QObject *context, Done<void> done);
    /// Throttled with `retryAfterMs` after too many wrong ones, without trying.
    void unlock(SecretBytes passphrase, QObject *context, Done<void> done);
    /// Takes effect for callers at once (state, accounts); keys are wiped as soon as the running call has ended.
    void lock();
    /// Whoever holds the keys locks by itself after so long without noteActivity(), even if this program hangs; zero:
    /// never. A second line behind AutoLock.
    void setIdleLock(std::chrono::milliseconds after);
    /// The user did something. Cheap enough for every key and mouse event.
    void noteActivity();
    void changePassphrase(SecretBytes current, SecretBytes next, QObject *context, Done<void> done);
    /// For showing the backup; throttled like unlock().
    void backupPhrase(SecretBytes passphrase, QObject *context, Done<Mnemonic> done);

    /// Keeps the wallet's files under other names and makes room for a new one: for restoring from the phrase when the
    /// file is Unusable or the passphrase is forgotten. Ask the user first. Locks.
    void setAside(QObject *context, Done<void> done);

    void addAccount(AddressFamily family, QString name, QObject *context, Done<Account> done);
    void renameAccount(AccountId id, QString name, QObject *context, Done<void> done);

    /// A key from another wallet. InvalidArgument when the text is no key of that format, WrongPassphrase when the
    /// keystore file's own passphrase is wrong, AlreadyExists.
    void importKey(KeyFormat format, SecretBytes text, SecretBytes filePassphrase, QString name, QObject *context,
        Done<Account> done);
    void watchAddress(Address address, QString name, QObject *context, Done<Account> done);
    void setAccountHidden(AccountId id, bool hidden, QObject *context, Done<void> done);
    /// An imported key is gone for good: ask the user first. Refused for a derived account.
    void removeAccount(AccountId id, QObject *context, Done<void> done);
    /// The account's key as a text in that format; `passphrase` is the wallet's, asked for again and throttled like
    /// unlock(). Refused for a watched address.
    void exportKey(AccountId id, SecretBytes passphrase, KeyFormat format, SecretBytes filePassphrase, QObject *context,
        Done<SecretBytes> done);

    /// Show `reviewOf(intent, …)` before. Refused when the review refuses; a sign-in nonce is signed once.
    void sign(AccountId id, Intent intent, QObject *context, Done<SignedIntent> done);

    void putSecret(QString name, SecretBytes value, QObject *context, Done<void> done);
    void secret(QString name, QObject *context, Done<SecretBytes> done);
    void removeSecret(QString name, QObject *context, Done<void> done);

    /// "Unlock with this computer". Enabling needs an unlocked wallet; KeyStoreUnavailable, KeyStoreLocked.
    void enableComputerUnlock(QObject *context, Done<void> done);
    void disableComputerUnlock(QObject *context, Done<void> done);
    /// NotFound when the key store has lost its entry: enable it again after unlocking with the passphrase.
    void unlockWithComputer(QObject *context, Done<void> done);
    void probeKeyStore(QObject *context, std::move_only_function<void(KeyStore::State)> done);

Q_SIGNALS:
    void stateChanged();
    void accountsChanged();
    void computerUnlockChanged();
    /// The process that held the keys has ended by itself. The wallet is locked.
    void signerLost();

private Q_SLOTS:
    void takeDelivery();
    void takeLoss();

private:
    template <class T>
    void call(WalletRequest request, QObject *context, Done<T> done);
    /// For calls of ours whose outcome nobody waits for.
    void call(WalletRequest request);
    /// From the event loop, after the calls that are under way.
    void answerLater(QObject *context, std::move_only_function<void()> answer);
    bool refuseWithoutKeyStore(QObject *context, Done<void> &done);
    /// Turns success into Cancelled when lock() comes before the answer.
    [[nodiscard]] Done<void> unlessLocked(Done<void> done);
    void apply(const WalletSnapshot &snapshot);
    void showLocked();

    State m_state = State::Unknown;
    Error m_stateError;
    bool m_recovered = false;
    bool m_hasDeviceKey = false;
    bool m_hasMnemonicPassphrase = false;
    QString m_vaultId;
    quint64 m_epoch = 0; ///< counts lock()
    QList<Account> m_accounts;
    std::unique_ptr<KeyStore> m_keyStore;
    QElapsedTimer m_sinceTouch;
    QElapsedTimer m_sinceLoss;
    int m_losses = 0;
    std::unique_ptr<WalletBackend> m_backend;
    std::unique_ptr<TaskThread> m_tasks; ///< after the backend: it ends first
};

} // namespace majlis::wallet
