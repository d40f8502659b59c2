// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/walletservice.h"

#include "wallet/attemptthrottle.h"
#include "wallet/random.h"
#include "wallet/taskthread.h"
#include "wallet/vault.h"

#include <QDir>
#include <QPointer>

#include <optional>
#include <utility>

namespace majlis::wallet
{

namespace
{

constexpr std::size_t deviceKeySize = 32;

QString entryName(const QString &vaultId)
{
    return QStringLiteral("vault-") + vaultId;
}

} // namespace

// What the GUI thread may know after a call.
struct WalletService::Snapshot {
    State state = State::Unknown;
    Error error;
    bool recovered = false;
    bool hasDeviceKey = false;
    QString vaultId;
    QList<Account> accounts;
};

// What lives on the thread of `tasks`, and is touched by tasks alone.
class WalletService::Worker
{
public:
    Worker(const QString &folder, const TimeSource &wallTime, KdfParameters parameters)
        : time(wallTime)
        , vault(QDir(folder).filePath(QStringLiteral("wallet.majlis")), parameters)
        , throttle(QDir(folder).filePath(QStringLiteral("attempts")), wallTime)
    {
    }

    Snapshot snapshot()
    {
        Snapshot now;
        now.recovered = vault.wasRecovered();
        now.hasDeviceKey = vault.hasDeviceKey();
        now.vaultId = vault.id();
        if (vault.isUnlocked()) {
            now.state = State::Unlocked;
            now.accounts = vault.accounts().value_or(QList<Account>());
        } else if (m_unusable) {
            now.state = State::Unusable;
            now.error = *m_unusable;
        } else {
            now.state = vault.exists() ? State::Locked : State::Missing;
        }
        return now;
    }

    void inspect()
    {
        m_unusable.reset();
        if (!vault.exists())
            return;
        if (const Result<void> result = vault.inspect(); !result)
            m_unusable = result.error();
    }

    Result<void> setAside()
    {
        Result<void> moved = vault.setAside();
        if (moved)
            inspect();
        return moved;
    }

    // One counted try of a passphrase.
    template <class T, class Try>
    Result<T> attempt(Try tryIt)
    {
        if (const Result<void> allowed = throttle.begin(); !allowed)
            return std::unexpected(allowed.error());
        Result<T> result = tryIt();
        const bool wrong = !result && result.error().code == ErrorCode::WrongPassphrase;
        const Result<void> counted = result ? throttle.succeeded() : wrong ? throttle.failed() : throttle.withdrawn();
        if (!counted) // the outcome stands; the next begin() says it when the disk still refuses
            qWarning("wallet: attempts not counted: %s", counted.error().detail.c_str());
        return result;
    }

    const TimeSource &time;
    Vault vault;
    AttemptThrottle throttle;

private:
    std::optional<Error> m_unusable;
};

WalletService::WalletService(const QString &folder, const TimeSource &time, std::unique_ptr<KeyStore> keyStore,
    KdfParameters parameters, QObject *parent)
    : QObject(parent)
    , m_keyStore(std::move(keyStore))
    , m_worker(std::make_unique<Worker>(folder, time, parameters))
    , m_tasks(std::make_unique<TaskThread>(
          [this] { QMetaObject::invokeMethod(this, "takeDelivery", Qt::QueuedConnection); }))
{
}

WalletService::~WalletService()
{
    m_tasks->post([worker = m_worker.get()] { worker->vault.lock(); });
    m_tasks.reset();
}

void WalletService::takeDelivery()
{
    m_tasks->takeDelivery();
}

template <class T>
void WalletService::call(std::move_only_function<Result<T>(Worker &)> work, QObject *context, Done<T> done)
{
    m_tasks->post([this, worker = m_worker.get(), tasks = m_tasks.get(), epoch = m_epoch,
                      caller = QPointer<QObject>(context), work = std::move(work), done = std::move(done)]() mutable {
        Result<T> result = work(*worker);
        work = {}; // its secrets go here and now
        tasks->deliver([this, epoch, caller = std::move(caller), result = std::move(result), done = std::move(done),
                           now = worker->snapshot()]() mutable {
            const QPointer<WalletService> self(this); // who listens may destroy this object
            if (epoch == m_epoch)
                apply(now);
            if (self && caller)
                done(std::move(result));
        });
    });
}

void WalletService::start()
{
    call<void>(
        [](Worker &worker) -> Result<void> {
            worker.inspect();
            return {};
        },
        this, [](const Result<void> &) {});
}

void WalletService::create(
    Mnemonic mnemonic, SecretBytes mnemonicPassphrase, SecretBytes passphrase, QObject *context, Done<void> done)
{
    call<void>(
        [mnemonic = std::move(mnemonic), extra = std::move(mnemonicPassphrase), passphrase = std::move(passphrase)](
            Worker &worker) { return worker.vault.create(mnemonic, extra, passphrase); },
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
    call<void>([passphrase = std::move(passphrase)](
                   Worker &worker) { return worker.attempt<void>([&] { return worker.vault.unlock(passphrase); }); },
        context, unlessLocked(std::move(done)));
}

void WalletService::lock()
{
    ++m_epoch; // what runs now must not show the wallet as unlocked again
    if (m_state == State::Unlocked) {
        m_state = State::Locked;
        Q_EMIT stateChanged();
    }
    if (!m_accounts.isEmpty()) {
        m_accounts.clear();
        Q_EMIT accountsChanged();
    }
    call<void>(
        [](Worker &worker) -> Result<void> {
            worker.vault.lock();
            return {};
        },
        this, [](const Result<void> &) {});
}

void WalletService::changePassphrase(SecretBytes current, SecretBytes next, QObject *context, Done<void> done)
{
    call<void>(
        [current = std::move(current), next = std::move(next)](Worker &worker) {
            return worker.attempt<void>([&] { return worker.vault.changePassphrase(current, next); });
        },
        context, std::move(done));
}

void WalletService::backupPhrase(SecretBytes passphrase, QObject *context, Done<Mnemonic> done)
{
    call<Mnemonic>(
        [passphrase = std::move(passphrase)](
            Worker &worker) { return worker.attempt<Mnemonic>([&] { return worker.vault.backupPhrase(passphrase); }); },
        context, std::move(done));
}

void WalletService::setAside(QObject *context, Done<void> done)
{
    call<void>([](Worker &worker) { return worker.setAside(); }, context, std::move(done));
}

void WalletService::addAccount(AddressFamily family, QString name, QObject *context, Done<Account> done)
{
    call<Account>([family, name = std::move(name)](Worker &worker) { return worker.vault.addAccount(family, name); },
        context, std::move(done));
}

void WalletService::renameAccount(AccountId id, QString name, QObject *context, Done<void> done)
{
    call<void>([id, name = std::move(name)](Worker &worker) { return worker.vault.renameAccount(id, name); }, context,
        std::move(done));
}

void WalletService::sign(AccountId id, Intent intent, QObject *context, Done<SignedIntent> done)
{
    call<SignedIntent>(
        [id, intent = std::move(intent)](Worker &worker) { return worker.vault.sign(id, intent, worker.time.wall()); },
        context, std::move(done));
}

void WalletService::putSecret(QString name, SecretBytes value, QObject *context, Done<void> done)
{
    call<void>([name = std::move(name), value = std::move(value)](
                   Worker &worker) { return worker.vault.putSecret(name, value); },
        context, std::move(done));
}

void WalletService::secret(QString name, QObject *context, Done<SecretBytes> done)
{
    call<SecretBytes>(
        [name = std::move(name)](Worker &worker) { return worker.vault.secret(name); }, context, std::move(done));
}

void WalletService::removeSecret(QString name, QObject *context, Done<void> done)
{
    call<void>(
        [name = std::move(name)](Worker &worker) { return worker.vault.removeSecret(name); }, context, std::move(done));
}

template <class T>
bool WalletService::refuseWithoutKeyStore(QObject *context, Done<T> &done)
{
    if (m_keyStore)
        return false;
    call<T>([](Worker &) -> Result<T> { return fail(ErrorCode::KeyStoreUnavailable, "no key store"); }, context,
        std::move(done));
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
            call<void>([key](Worker &worker) { return worker.vault.setDeviceKey(*key); }, caller, std::move(done));
        });
}

void WalletService::disableComputerUnlock(QObject *context, Done<void> done)
{
    call<void>([](Worker &worker) { return worker.vault.removeDeviceKey(); }, this,
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
                call<void>([key = std::move(*key)](Worker &worker) { return worker.vault.unlockWithDeviceKey(key); },
                    caller, unlessLocked(std::move(done)));
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
    call<void>([](Worker &) -> Result<void> { return {}; }, context,
        [done = std::move(done)](const Result<void> &) mutable { done(KeyStore::State::Unavailable); });
}

void WalletService::apply(const Snapshot &snapshot)
{
    m_stateError = snapshot.error;
    m_recovered = m_recovered || snapshot.recovered;
    m_vaultId = snapshot.vaultId;
    if (std::exchange(m_hasDeviceKey, snapshot.hasDeviceKey) != snapshot.hasDeviceKey)
        Q_EMIT computerUnlockChanged();
    if (m_accounts != snapshot.accounts) {
        m_accounts = snapshot.accounts;
        Q_EMIT accountsChanged();
    }
    if (std::exchange(m_state, snapshot.state) != snapshot.state)
        Q_EMIT stateChanged();
}

} // namespace majlis::wallet
