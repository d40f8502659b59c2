// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/keychainstore.h"

#include <qt6keychain/keychain.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QTimer>

#include <chrono>
#include <memory>

namespace majlis::wallet
{

namespace
{

const QString probeName = QStringLiteral("probe");
// A key store that shows a password prompt may take its time; one that has died never answers.
constexpr std::chrono::milliseconds longestAnswer = std::chrono::minutes(2);

// In place, although QtKeychain may still share these bytes: nobody needs them any more.
void wipeBytes(const QByteArray &bytes)
{
    auto *start = reinterpret_cast<std::uint8_t *>(const_cast<char *>(bytes.constData()));
    wipe({start, static_cast<std::size_t>(bytes.size())});
}

std::unexpected<Error> failureOf(QKeychain::Error error, const QString &detail)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        return fail(ErrorCode::NotFound, "no such entry");
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return fail(ErrorCode::KeyStoreLocked, detail.toStdString());
    default:
        return fail(ErrorCode::KeyStoreUnavailable, detail.toStdString());
    }
}

Result<void> outcomeOf(const QKeychain::Job &job)
{
    if (job.error() == QKeychain::NoError)
        return {};
    return failureOf(job.error(), job.errorString());
}

// Starts `job` and calls `finished(job, outcome)` once: when it has finished, or when it does not answer. The job goes
// when it has finished, never earlier: libsecret calls it back whatever we do.
template <class Job, class Finished>
void run(Job *job, const QString &name, QObject *context, Finished finished)
{
    job->setAutoDelete(false);
    job->setInsecureFallback(false);
    job->setKey(name);
    auto *limit = new QTimer(job);
    limit->setSingleShot(true);
    const auto finish
        = [job, limit, context, shared = std::make_shared<Finished>(std::move(finished))](Result<void> outcome) {
              QObject::disconnect(job, nullptr, context, nullptr);
              QObject::disconnect(limit, nullptr, context, nullptr);
              (*shared)(*job, std::move(outcome));
          };
    QObject::connect(job, &QKeychain::Job::finished, context, [job, finish] { finish(outcomeOf(*job)); });
    QObject::connect(limit, &QTimer::timeout, context,
        [finish] { finish(fail(ErrorCode::KeyStoreUnavailable, "the key store does not answer")); });
    QObject::connect(job, &QKeychain::Job::finished, job, &QObject::deleteLater);
    limit->start(longestAnswer);
    // From the event loop, as `Done` promises, even when QtKeychain fails at once.
    QTimer::singleShot(0, job, [job] { job->start(); });
}

} // namespace

KeychainStore::KeychainStore(QString service, QString markerFile)
    : m_service(std::move(service))
    , m_markerFile(std::move(markerFile))
{
}

void KeychainStore::read(const QString &name, QObject *context, Done<SecretBytes> done)
{
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    run(job, name, context,
        [this, name, context, marked = isMarked(name), done = std::move(done)](
            QKeychain::ReadPasswordJob &ended, Result<void> outcome) mutable {
            if (outcome) {
                const QByteArray bytes = ended.binaryData();
                Result<SecretBytes> value
                    = SecretBytes::copyOf({reinterpret_cast<const std::uint8_t *>(bytes.constData()),
                        static_cast<std::size_t>(bytes.size())});
                wipeBytes(bytes);
                done(std::move(value));
                return;
            }
            if (outcome.error().code != ErrorCode::NotFound || !marked) {
                done(std::unexpected(outcome.error()));
                return;
            }
            // It was written once: either the store is locked, or somebody removed the entry.
            probe(context, [done = std::move(done)](State state) mutable {
                if (state == State::Ready)
                    done(fail(ErrorCode::NotFound, "the key store has lost the entry"));
                else if (state == State::Locked)
                    done(fail(ErrorCode::KeyStoreLocked, "the key store is locked"));
                else
                    done(fail(ErrorCode::KeyStoreUnavailable, "the key store went away"));
            });
        });
}

void KeychainStore::write(const QString &name, const SecretBytes &value, QObject *context, Done<void> done)
{
    // The marker goes first: an entry without a marker could be mistaken for none.
    if (Result<void> marked = setMarked(name, true); !marked) {
        QMetaObject::invokeMethod(
            context, [done = std::make_shared<Done<void>>(std::move(done)), marked] { (*done)(marked); },
            Qt::QueuedConnection);
        return;
    }
    auto *job = new QKeychain::WritePasswordJob(m_service);
    const QByteArray bytes(reinterpret_cast<const char *>(value.data()), static_cast<qsizetype>(value.size()));
    job->setBinaryData(bytes);
    QObject::connect(job, &QObject::destroyed, [bytes] { wipeBytes(bytes); });
    run(job, name, context, [done = std::move(done)](QKeychain::WritePasswordJob &, Result<void> outcome) mutable {
        done(std::move(outcome));
    });
}

void KeychainStore::remove(const QString &name, QObject *context, Done<void> done)
{
    auto *job = new QKeychain::DeletePasswordJob(m_service);
    run(job, name, context,
        [this, name, done = std::move(done)](QKeychain::DeletePasswordJob &, Result<void> outcome) mutable {
            // Not found may mean locked: then the mark stays, and the next read finds out.
            if (outcome)
                outcome = setMarked(name, false);
            else if (outcome.error().code == ErrorCode::NotFound)
                outcome = {};
            done(std::move(outcome));
        });
}

void KeychainStore::probe(QObject *context, std::move_only_function<void(State)> done)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setBinaryData(QByteArrayLiteral("probe"));
    run(job, probeName, context,
        [this, done = std::move(done)](QKeychain::WritePasswordJob &, Result<void> outcome) mutable {
            if (!outcome) {
                done(outcome.error().code == ErrorCode::KeyStoreLocked ? State::Locked : State::Unavailable);
                return;
            }
            auto *removal = new QKeychain::DeletePasswordJob(m_service);
            removal->setKey(probeName);
            removal->setInsecureFallback(false);
            removal->start(); // deletes itself; a probe that stays does no harm
            done(State::Ready);
        });
}

bool KeychainStore::isMarked(const QString &name) const
{
    QFile file(m_markerFile);
    return file.open(QIODevice::ReadOnly) && file.readAll().split('\n').contains(name.toUtf8());
}

Result<void> KeychainStore::setMarked(const QString &name, bool marked) const
{
    QFile file(m_markerFile);
    QList<QByteArray> names;
    if (file.open(QIODevice::ReadOnly))
        names = file.readAll().split('\n');
    file.close();
    names.removeAll(QByteArray());
    names.removeAll(name.toUtf8());
    if (marked)
        names.append(name.toUtf8());
    QDir().mkpath(QFileInfo(m_markerFile).absolutePath());
    QSaveFile fresh(m_markerFile);
    const QByteArray content = names.join('\n') + '\n';
    if (!fresh.open(QIODevice::WriteOnly) || fresh.write(content) != content.size() || !fresh.commit())
        return fail(ErrorCode::Io, "key store marks: " + fresh.errorString().toStdString());
    return {};
}

} // namespace majlis::wallet
