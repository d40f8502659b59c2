// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"
#include "viewmodels/common/asyncstate.h"
#include "viewmodels/secret/secretbuffer.h"
#include "wallet/error.h"

#include <QTimer>

namespace majlis::wallet
{
class WalletService;
}

namespace majlis::viewmodels
{

/// Opening the vault. `status` is Loading while the key is stretched on a worker thread; a wrong passphrase is Failed
/// with its error, costs nothing, and after several the next try has to wait (`waitSeconds`).
class UnlockViewModel : public majlis::viewmodels::AsyncState
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by RootViewModel")
    Q_PROPERTY(majlis::viewmodels::SecretBuffer *passphrase READ passphrase CONSTANT FINAL)
    Q_PROPERTY(bool canUnlock READ canUnlock NOTIFY inputChanged FINAL)
    Q_PROPERTY(int waitSeconds READ waitSeconds NOTIFY waitChanged FINAL) ///< 0: a try is allowed now
    Q_PROPERTY(QString waitText READ waitText NOTIFY waitChanged FINAL) ///< "Try again in 0:28", empty when none
    Q_PROPERTY(Vault vault READ vault NOTIFY vaultChanged FINAL)
    Q_PROPERTY(bool opens READ opens NOTIFY vaultChanged FINAL) ///< a passphrase can open it
    Q_PROPERTY(
        QString vaultTitle READ vaultTitle NOTIFY vaultChanged FINAL) ///< what is wrong with the vault, empty for Good
    Q_PROPERTY(QString vaultAdvice READ vaultAdvice NOTIFY vaultChanged FINAL) ///< what to do about it
    Q_PROPERTY(bool signerTrouble READ isSignerTrouble NOTIFY vaultChanged FINAL) ///< one of the Signer… states
    Q_PROPERTY(Computer computer READ computer NOTIFY computerChanged FINAL)
    Q_PROPERTY(
        QString computerText READ computerText NOTIFY computerChanged FINAL) ///< why it is not offered, for a tool tip

public:
    enum class Vault {
        Missing, ///< there is none: onboarding
        Good,
        Damaged, ///< neither the file nor its copy is what was written: importInstead()
        Recovered, ///< the file was damaged; its last good copy is in use: tell the user once
        TooNew, ///< written by a newer Majlis
        WeakParameters, ///< somebody lowered its protection: refused
        Unreadable, ///< the disk refused
        // The process that alone can open it does not run: nothing is known of the file. tryAgain()
        SignerMissing, ///< its program is not there
        SignerFailing, ///< it ends before it is ready, or again and again
        SignerMismatch, ///< it is of another version than this program
    };
    Q_ENUM(Vault)
    /// "Unlock with this computer".
    enum class Computer {
        NoKeyStore, ///< no Secret Service is running
        NotEnabled, ///< can be switched on in Settings
        Ready,
        Busy,
    };
    Q_ENUM(Computer)

    /// Both outlive this object.
    UnlockViewModel(wallet::WalletService &wallet, const Clock &clock, QObject *parent = nullptr);
    ~UnlockViewModel() override;

    [[nodiscard]] SecretBuffer *passphrase() { return &m_passphrase; }
    [[nodiscard]] bool canUnlock() const;
    [[nodiscard]] int waitSeconds() const { return m_waitSeconds; }
    [[nodiscard]] QString waitText() const;
    [[nodiscard]] Vault vault() const { return m_vault; }
    [[nodiscard]] bool opens() const { return m_vault == Vault::Good || m_vault == Vault::Recovered; }
    [[nodiscard]] QString vaultTitle() const;
    [[nodiscard]] QString vaultAdvice() const;
    [[nodiscard]] bool isSignerTrouble() const;
    [[nodiscard]] Computer computer() const;
    [[nodiscard]] QString computerText() const;

    Q_INVOKABLE void unlock(); ///< the buffer is wiped in every outcome
    Q_INVOKABLE void unlockWithComputer();
    /// To onboarding, phrase in hand, when the file is damaged or its passphrase forgotten. The file is kept under
    /// another name, so nothing is lost by it.
    Q_INVOKABLE void importInstead();
    Q_INVOKABLE void tryAgain(); ///< starts the signer anew; with a Signer… state only

Q_SIGNALS:
    void inputChanged();
    void waitChanged();
    void vaultChanged();
    void computerChanged();
    void unlocked();
    void importRequested();

private:
    void readWallet();
    void take(const wallet::Result<void> &outcome);
    void waitFor(std::chrono::milliseconds span);
    void countDown();

    wallet::WalletService &m_wallet;
    const Clock &m_clock;
    QTimer m_second;
    std::chrono::milliseconds m_waitUntil{0};
    bool m_keyStoreMissing = false;
    SecretBuffer m_passphrase;
    Vault m_vault = Vault::Missing;
    int m_waitSeconds = 0;
};

} // namespace majlis::viewmodels
