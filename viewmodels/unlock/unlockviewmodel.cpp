// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/unlock/unlockviewmodel.h"

#include "viewmodels/format/failures.h"
#include "viewmodels/format/times.h"
#include "wallet/walletservice.h"

namespace majlis::viewmodels
{

using namespace std::chrono_literals;

namespace
{

constexpr int longestPassphrase = 1024;

UnlockViewModel::Vault vaultOf(const wallet::WalletService &wallet)
{
    using State = wallet::WalletService::State;
    using Vault = UnlockViewModel::Vault;
    switch (wallet.state()) {
    case State::Unknown:
    case State::Missing:
        return Vault::Missing;
    case State::Locked:
    case State::Unlocked:
        return wallet.wasRecovered() ? Vault::Recovered : Vault::Good;
    case State::Unusable:
        break;
    }
    switch (wallet.stateError().code) {
    case wallet::ErrorCode::Damaged:
        return Vault::Damaged;
    case wallet::ErrorCode::UnsupportedVersion:
        return Vault::TooNew;
    case wallet::ErrorCode::WeakParameters:
    case wallet::ErrorCode::ExcessiveParameters:
        return Vault::WeakParameters;
    case wallet::ErrorCode::SignerMissing:
        return Vault::SignerMissing;
    case wallet::ErrorCode::SignerFailed:
    case wallet::ErrorCode::SignerLost:
        return Vault::SignerFailing;
    case wallet::ErrorCode::SignerMismatch:
        return Vault::SignerMismatch;
    default:
        return Vault::Unreadable;
    }
}

} // namespace

UnlockViewModel::UnlockViewModel(wallet::WalletService &wallet, const Clock &clock, QObject *parent)
    : AsyncState(parent)
    , m_wallet(wallet)
    , m_clock(clock)
    , m_passphrase(longestPassphrase)
{
    connect(&m_passphrase, &SecretBuffer::changed, this, &UnlockViewModel::inputChanged);
    connect(this, &AsyncState::statusChanged, this, &UnlockViewModel::inputChanged);
    connect(this, &AsyncState::statusChanged, this, &UnlockViewModel::computerChanged);
    connect(this, &UnlockViewModel::waitChanged, this, &UnlockViewModel::inputChanged);
    connect(&m_wallet, &wallet::WalletService::stateChanged, this, &UnlockViewModel::readWallet);
    connect(&m_wallet, &wallet::WalletService::computerUnlockChanged, this, &UnlockViewModel::computerChanged);
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &UnlockViewModel::countDown);
    readWallet();
}

UnlockViewModel::~UnlockViewModel() = default;

bool UnlockViewModel::canUnlock() const
{
    return !m_passphrase.isEmpty() && !isLoading() && m_waitSeconds == 0 && opens();
}

QString UnlockViewModel::waitText() const
{
    return m_waitSeconds == 0 ? QString()
                              : tr("Try again in %1").arg(format::countdown(std::chrono::seconds(m_waitSeconds)));
}

QString UnlockViewModel::vaultTitle() const
{
    switch (m_vault) {
    case Vault::Missing:
    case Vault::Good:
        return {};
    case Vault::Recovered:
        return tr("The wallet file was damaged and has been put right");
    case Vault::Damaged:
        return tr("The wallet file is damaged");
    case Vault::TooNew:
        return tr("This wallet was written by a newer Majlis");
    case Vault::WeakParameters:
        return tr("The wallet file's protection was changed");
    case Vault::Unreadable:
        return tr("The wallet file cannot be read");
    case Vault::SignerMissing:
        return tr("The part of Majlis that keeps your keys is missing");
    case Vault::SignerFailing:
        return tr("The part of Majlis that keeps your keys does not start");
    case Vault::SignerMismatch:
        return tr("The part of Majlis that keeps your keys is of another version");
    }
    return {};
}

QString UnlockViewModel::vaultAdvice() const
{
    switch (m_vault) {
    case Vault::Missing:
    case Vault::Good:
        return {};
    case Vault::Recovered:
        return tr("Its last good copy is in use. If you added an account just before, add it again. Check this disk.");
    case Vault::Damaged:
        return tr("Your recovery phrase brings the wallet back. The damaged file is kept under another name.");
    case Vault::TooNew:
        return tr("Update Majlis, then open it again. The file was not touched.");
    case Vault::WeakParameters:
        return tr("Somebody may have made it easier to guess. Restore the file from a backup, or import your recovery "
                  "phrase.");
    case Vault::Unreadable:
        return tr("Check that the disk is there and that the data folder can be read, then start again.");
    case Vault::SignerMissing:
        return tr("The program majlis-signer is not beside Majlis, or may not be run. Install Majlis again. Your "
                  "wallet file was not touched.");
    case Vault::SignerFailing:
        return tr("The program majlis-signer ended before it was ready: the system may forbid what it needs, or be out "
                  "of memory. Your wallet file was not touched.");
    case Vault::SignerMismatch:
        return tr("Majlis was probably updated while it was running. Quit it and start it again; if that does not "
                  "help, install it again. Your wallet file was not touched.");
    }
    return {};
}

bool UnlockViewModel::isSignerTrouble() const
{
    return m_vault == Vault::SignerMissing || m_vault == Vault::SignerFailing || m_vault == Vault::SignerMismatch;
}

UnlockViewModel::Computer UnlockViewModel::computer() const
{
    if (!m_wallet.hasComputerUnlock()) {
        return Computer::NotEnabled;
    }
    if (isLoading()) {
        return Computer::Busy;
    }
    return m_keyStoreMissing ? Computer::NoKeyStore : Computer::Ready;
}

QString UnlockViewModel::computerText() const
{
    switch (computer()) {
    case Computer::NoKeyStore:
        return tr("This computer's key store does not answer. Use your passphrase.");
    case Computer::NotEnabled:
        return tr("Can be switched on in Settings once the wallet is open.");
    case Computer::Ready:
    case Computer::Busy:
        return {};
    }
    return {};
}

void UnlockViewModel::unlock()
{
    if (!canUnlock()) {
        return;
    }
    setLoading();
    wallet::SecretBytes passphrase = m_passphrase.bytes().clone();
    m_passphrase.clear();
    m_wallet.unlock(std::move(passphrase), this, [this](const wallet::Result<void> &outcome) { take(outcome); });
}

void UnlockViewModel::unlockWithComputer()
{
    if (computer() != Computer::Ready && computer() != Computer::NoKeyStore) {
        return;
    }
    setLoading();
    m_wallet.unlockWithComputer(this, [this](const wallet::Result<void> &outcome) {
        m_keyStoreMissing = !outcome && outcome.error().code == wallet::ErrorCode::KeyStoreUnavailable;
        take(outcome);
    });
}

void UnlockViewModel::importInstead()
{
    if (m_vault != Vault::Missing && !isSignerTrouble() && !isLoading()) {
        Q_EMIT importRequested();
    }
}

void UnlockViewModel::tryAgain()
{
    if (isSignerTrouble()) {
        m_wallet.start();
    }
}

void UnlockViewModel::readWallet()
{
    const Vault now = vaultOf(m_wallet);
    if (m_wallet.state() != wallet::WalletService::State::Locked) {
        m_passphrase.clear();
    } else if (status() == Status::Ready) {
        reset(); // locked again
    }
    if (m_vault != now) {
        m_vault = now;
        if (!opens() && status() == Status::Failed) {
            reset(); // what was wrong with the last passphrase matters no more
        }
        Q_EMIT vaultChanged();
        Q_EMIT inputChanged();
    }
}

void UnlockViewModel::take(const wallet::Result<void> &outcome)
{
    if (outcome) {
        setReady();
        Q_EMIT unlocked();
        return;
    }
    setFailed(format::describe(outcome.error()));
    if (outcome.error().retryAfterMs > 0) {
        waitFor(std::chrono::milliseconds(outcome.error().retryAfterMs));
    }
}

void UnlockViewModel::waitFor(std::chrono::milliseconds span)
{
    m_waitUntil = m_clock.monotonic() + span;
    m_second.start();
    countDown();
}

void UnlockViewModel::countDown()
{
    const auto left = m_waitUntil - m_clock.monotonic();
    const int seconds = left > 0ms ? static_cast<int>(std::chrono::ceil<std::chrono::seconds>(left).count()) : 0;
    if (seconds == 0) {
        m_second.stop();
    }
    if (m_waitSeconds != seconds) {
        m_waitSeconds = seconds;
        Q_EMIT waitChanged();
    }
}

} // namespace majlis::viewmodels
