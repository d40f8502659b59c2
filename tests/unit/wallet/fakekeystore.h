// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/keystore.h"

#include <QPointer>
#include <QTimer>

#include <map>
#include <memory>

namespace majlis::wallet::test
{

/// A key store in memory: healthy unless told otherwise, and always asynchronous.
class FakeKeyStore final : public KeyStore
{
public:
    struct Contents {
        State state = State::Ready;
        std::map<QString, SecretBytes> entries;
    };

    /// `contents` outlives the store, so that a test looks in after the service has taken the store.
    explicit FakeKeyStore(std::shared_ptr<Contents> contents)
        : m_contents(std::move(contents))
    {
    }

    void read(const QString &name, QObject *context, Done<SecretBytes> done) override
    {
        later(context, [this, name, done = std::move(done)]() mutable {
            if (m_contents->state != State::Ready)
                done(refusal());
            else if (const auto found = m_contents->entries.find(name); found != m_contents->entries.end())
                done(found->second.clone());
            else
                done(fail(ErrorCode::NotFound));
        });
    }
    void write(const QString &name, const SecretBytes &value, QObject *context, Done<void> done) override
    {
        later(context, [this, name, value = value.clone(), done = std::move(done)]() mutable {
            if (m_contents->state != State::Ready) {
                done(refusal());
                return;
            }
            m_contents->entries.insert_or_assign(name, std::move(value));
            done({});
        });
    }
    void remove(const QString &name, QObject *context, Done<void> done) override
    {
        later(context, [this, name, done = std::move(done)]() mutable {
            m_contents->entries.erase(name);
            done({});
        });
    }
    void probe(QObject *context, std::move_only_function<void(State)> done) override
    {
        later(context, [this, done = std::move(done)]() mutable { done(m_contents->state); });
    }

private:
    [[nodiscard]] std::unexpected<Error> refusal() const
    {
        return fail(m_contents->state == State::Locked ? ErrorCode::KeyStoreLocked : ErrorCode::KeyStoreUnavailable);
    }
    static void later(QObject *context, std::move_only_function<void()> task)
    {
        QTimer::singleShot(
            0, context, [task = std::make_shared<std::move_only_function<void()>>(std::move(task))] { (*task)(); });
    }

    std::shared_ptr<Contents> m_contents;
};

} // namespace majlis::wallet::test
