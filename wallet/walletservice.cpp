// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/walletservice.h"

#include "wallet/random.h"
#include "wallet/taskthread.h"
#include "wallet/walletcore.h"

#include <QPointer>

#include <utility>

namespace majlis::wallet
{

namespace
{

constexpr std::size_t deviceKeySize = 32;
constexpr std::chrono::milliseconds touchEvery = std::chrono::seconds(10);
constexpr std::chrono::milliseconds lossWindow = std::chrono::minutes(1);
constexpr int mostLosses = 2; // that are answered with a fresh process at once

QString entryName(const QString &vaultId)
{
    return QStringLiteral("vault-") + vaultId;
}

WalletService::State stateOf(WalletPhase phase)
{
    using State = WalletService::State;
    switch (phase) {
    case WalletPhase::Unknown:
        return State::Unknown;
    case WalletPhase::Missing:
        return State::Missing;
    case WalletPhase::Locked:
        return State::Locked;
    case WalletPhase::Unlocked:
        return State::Unlocked;
    case WalletPhase::Unusable:
        return State::Unusable;
    }
    return State::Unknown;
}

// What a call of that kind answers; Internal when the backend answers another kind.
template <class T>
Result<T> valueOf(Result<WalletValue> result)
{
    using Held = std::conditional_t<std::is_void_v<T>, std::monostate, T>;
    if (!result)
        return std::unexpected(std::move(result.error()));
    auto *value = std::get_if<Held>(&*result);
    if (value == nullptr)
        return fail(ErrorCode::Internal, "an answer of another kind");
    if constexpr (std::is_void_v<T>)
        return {};
    else
        return std::move(*value);
}

} // namespace

WalletService::WalletService(
    std::unique_ptr<WalletBackend> backend, std::unique_ptr<KeyStore> keyStore, QObject *parent)
    : QObject(parent)
    , m_keyStore(std::move(keyStore))
    , m_backend(std::move(backend))
    , m_tasks(std::make_unique<TaskThread>(
          [this] { QMetaObject::invokeMethod(this, "takeDelivery", Qt::QueuedConnection); }))
{
    m_backend->onLost([this] { QMetaObject::invokeMethod(this, "takeLoss", Qt::QueuedConnection); });
}

WalletService::WalletService(const QString &folder, const TimeSource &time, std::unique_ptr<KeyStore> keyStore,
    KdfParameters parameters, QObject *parent)
    : WalletService(std::make_unique<WalletCore>(folder, time, parameters), std::move(keyStore), parent)
{
}

WalletService::~WalletService()
{
    m_tasks->post([backend = m_backend.get()] { (void)backend->perform(request::Lock{}); });
    m_tasks.reset();
}

void WalletService::takeDelivery()
{
    m_tasks->takeDelivery();
}

template <class T>
void WalletService::call(WalletRequest request, QObject *context, Done<T> done)
{
    m_tasks->post(
        [this, backend = m_backend.get(), tasks = m_tasks.get(), epoch = m_epoch, caller = QPointer<QObject>(context),
            request = std::move(request), done = std::move(done)]() mutable {
            WalletReply reply = backend->perform(std::move(request));
            tasks->deliver([this, epoch, caller = std::move(caller), result = valueOf<T>(std::move(reply.result)),
                               done = std::move(done), now = std::move(reply.snapshot)]() mutable {
                const QPointer<WalletService> self(this); // who listens may destroy this object
                if (epoch == m_epoch)
                    apply(now);
                if (self && caller)
                    done(std::move(result));
            });
        });
}

void WalletService::call(WalletRequest request)
{
    call<void>(std::move(request), this, [](const Result<void> &) { });
}

void WalletService::answerLater(QObject *context, std::move_only_function<void()> answer)
{
    m_tasks->post([tasks = m_tasks.get(), caller = QPointer<QObject>(context), answer = std::move(answer)]() mutable {
        tasks->deliver([caller = std::move(caller), answer = std::move(answer)]() mutable {
            if (caller)
                answer();
        });
    });
}

void WalletService::start()
{
    call(request::Inspect{});
}

void WalletService::create(
    Mnemonic mnemonic, SecretBytes mnemonicPassphrase, SecretBytes passphrase, QObject *context, Done<void> done)
{
    call<void>(request::Create{mnemonic.entropy().clone(), std::move(mnemonicPassphrase), std::move(passphrase)},
        context, std::move(done));
}

Done<void> WalletService::unlessLocked(Done<void> done)
{
    return [this, epoch = m_epoch, done = std::move(done)](Result<void> result) mutable {
        if (result && epoch != m_epoch)
            result = fail(ErrorCode::Cancelled, "locked meanwhile");
        done(std::move(result));
    };
}

void WalletService::unlock(SecretBytes passphrase, QObject *context, Done<void> done)
{
    call<void>(request::Unlock{std::move(passphrase)}, context, unlessLocked(std::move(done)));
}

void WalletService::showLocked()
{
    ++m_epoch; // what runs now must not show the wallet as unlocked again
    if (m_state == State::Unlocked) {
        m_state = State::Locked;
        Q_EMIT stateChanged();
    }
    m_hasMnemonicPassphrase = false;
    if (!m_accounts.isEmpty()) {
        m_accounts.clear();
        Q_EMIT accountsChanged();
    }
}

void WalletService::lock()
{
    showLocked();
    call(request::Lock{});
}

void WalletService::takeLoss()
{
    const QPointer<WalletService> self(this);
    showLocked();
    if (self)
        Q_EMIT signerLost();
    if (!self)
        return;
    if (m_sinceLoss.isValid() && m_sinceLoss.hasExpired(lossWindow.count()))
        m_losses = 0;
    if (m_losses++ == 0)
        m_sinceLoss.start();
    if (m_losses <= mostLosses)
        call(request::Inspect{});
}

void WalletService::setIdleLock(std::chrono::milliseconds after)
{
    call(request::SetIdleLock{after});
}

void WalletService::noteActivity()
{
    if (m_state != State::Unlocked || (m_sinceTouch.isValid() && !m_sinceTouch.hasExpired(touchEvery.count())))
        return;
    m_sinceTouch.start();
    call(request::Touch{});
}

void WalletService::changePassphrase(SecretBytes current, SecretBytes next, QObject *context, Done<void> done)
{
    call<void>(request::ChangePassphrase{std::move(current), std::move(next)}, context, std::move(done));
}

void WalletService::backupPhrase(SecretBytes passphrase, QObject *context, Done<Mnemonic> done)
{
    call<SecretBytes>(request::BackupPhrase{std::move(passphrase)}, context,
        [done = std::move(done)](const Result<SecretBytes> &entropy) mutable {
            if (entropy)
                done(Mnemonic::fromEntropy(*entropy));
            else
                done(std::unexpected(entropy.error()));
        });
}

void WalletService::setAside(QObject *context, Done<void> done)
{
    call<void>(request::SetAside{}, context, std::move(done));
}

void WalletService::addAccount(AddressFamily family, QString name, QObject *context, Done<Account> done)
{
    call<Account>(request::AddAccount{family, std::move(name)}, context, std::move(done));
}

void WalletService::renameAccount(AccountId id, QString name, QObject *context, Done<void> done)
{
    call<void>(request::RenameAccount{id, std::move(name)}, context, std::move(done));
}

void WalletService::importKey(
    KeyFormat format, SecretBytes text, SecretBytes filePassphrase, QString name, QObject *context, Done<Account> done)
{
    call<Account>(request::ImportKey{format, std::move(text), std::move(filePassphrase), std::move(name)}, context,
        std::move(done));
}

void WalletService::watchAddress(Address address, QString name, QObject *context, Done<Account> done)
{
    call<Account>(request::WatchAddress{address, std::move(name)}, context, std::move(done));
}

void WalletService::setAccountHidden(AccountId id, bool hidden, QObject *context, Done<void> done)
{
    call<void>(request::SetAccountHidden{id, hidden}, context, std::move(done));
}

void WalletService::removeAccount(AccountId id, QObject *context, Done<void> done)
{
    call<void>(request::RemoveAccount{id}, context, std::move(done));
}

void WalletService::exportKey(AccountId id, SecretBytes passphrase, KeyFormat format, SecretBytes filePassphrase,
    QObject *context, Done<SecretBytes> done)
{
    call<SecretBytes>(
        request::ExportKey{id, std::move(passphrase), format, std::move(filePassphrase)}, context, std::move(done));
}

void WalletService::sign(AccountId id, Intent intent, QObject *context, Done<SignedIntent> done)
{
    call<SignedIntent>(request::Sign{id, std::move(intent)}, context, std::move(done));
}

void WalletService::putSecret(QString name, SecretBytes value, QObject *context, Done<void> done)
{
    call<void>(request::PutSecret{std::move(name), std::move(value)}, context, std::move(done));
}

void WalletService::secret(QString name, QObject *context, Done<SecretBytes> done)
{
    call<SecretBytes>(request::GetSecret{std::move(name)}, context, std::move(done));
}

void WalletService::removeSecret(QString name, QObject *context, Done<void> done)
{
    call<void>(request::RemoveSecret{std::move(name)}, context, std::move(done));
}

bool WalletService::refuseWithoutKeyStore(QObject *context, Done<void> &done)
{
    if (m_keyStore)
        return false;
    answerLater(
        context, [done = std::move(done)]() mutable { done(fail(ErrorCode::KeyStoreUnavailable, "no key store")); });
    return true;
}

void WalletService::enableComputerUnlock(QObject *context, Done<void> done)
{
    if (refuseWithoutKeyStore(context, done))
        return;
    auto key = std::make_shared<SecretBytes>(randomSecret(deviceKeySize));
    // First the store, then the vault: a key without a slot opens nothing, a slot without a key would be a false
    // promise.
    m_keyStore->write(entryName(m_vaultId), *key, this,
        [this, key, caller = QPointer<QObject>(context), done = std::move(done)](const Result<void> &written) mutable {
            if (!written) {
                if (caller)
                    done(written);
                return;
            }
            call<void>(request::SetDeviceKey{std::move(*key)}, caller, std::move(done));
        });
}

void WalletService::disableComputerUnlock(QObject *context, Done<void> done)
{
    call<void>(request::RemoveDeviceKey{}, this,
        [this, caller = QPointer<QObject>(context), done = std::move(done)](const Result<void> &removed) mutable {
            if (!removed || !m_keyStore) {
                if (caller)
                    done(removed);
                return;
            }
            // The vault no longer knows the key, so a store that keeps its entry does no harm.
            m_keyStore->remove(
                entryName(m_vaultId), this, [caller, done = std::move(done)](const Result<void> &) mutable {
                    if (caller)
                        done({});
                });
        });
}

void WalletService::unlockWithComputer(QObject *context, Done<void> done)
{
    if (refuseWithoutKeyStore(context, done))
        return;
    m_keyStore->read(entryName(m_vaultId), this,
        [this, epoch = m_epoch, caller = QPointer<QObject>(context), done = std::move(done)](
            Result<SecretBytes> key) mutable {
            if (!caller)
                return;
            if (!key)
                done(std::unexpected(key.error()));
            else if (epoch != m_epoch)
                done(fail(ErrorCode::Cancelled, "locked meanwhile"));
            else
                call<void>(request::UnlockWithDeviceKey{std::move(*key)}, caller, unlessLocked(std::move(done)));
        });
}

void WalletService::probeKeyStore(QObject *context, std::move_only_function<void(KeyStore::State)> done)
{
    if (m_keyStore) {
        m_keyStore->probe(
            this, [caller = QPointer<QObject>(context), done = std::move(done)](KeyStore::State state) mutable {
                if (caller)
                    done(state);
            });
        return;
    }
    answerLater(context, [done = std::move(done)]() mutable { done(KeyStore::State::Unavailable); });
}

void WalletService::apply(const WalletSnapshot &snapshot)
{
    const State state = stateOf(snapshot.phase);
    const bool sameError = std::exchange(m_stateError, snapshot.error).code == snapshot.error.code;
    m_recovered = m_recovered || snapshot.recovered;
    m_vaultId = snapshot.vaultId;
    m_hasMnemonicPassphrase = snapshot.hasMnemonicPassphrase;
    if (std::exchange(m_hasDeviceKey, snapshot.hasDeviceKey) != snapshot.hasDeviceKey)
        Q_EMIT computerUnlockChanged();
    if (m_accounts != snapshot.accounts) {
        m_accounts = snapshot.accounts;
        Q_EMIT accountsChanged();
    }
    if (std::exchange(m_state, state) != state || (state == State::Unusable && !sameError))
        Q_EMIT stateChanged();
}

} // namespace majlis::wallet
