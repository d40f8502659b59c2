// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/callback.h"
#include "wallet/secretbytes.h"

#include <QObject>
#include <QString>

namespace majlis::wallet
{

/// This computer's key store (Secret Service, Keychain, Credential Manager), for small random keys. Everything is
/// asynchronous and belongs to the GUI thread. Errors: KeyStoreUnavailable (none here, or it does not answer),
/// KeyStoreLocked (there, but it gives and takes nothing now), NotFound (certainly not there).
class KeyStore
{
public:
    enum class State {
        Ready,
        Locked, ///< the user has to unlock the keyring first
        Unavailable, ///< no key store runs in this session
    };

    virtual ~KeyStore() = default;

    virtual void read(const QString &name, QObject *context, Done<SecretBytes> done) = 0;
    virtual void write(const QString &name, const SecretBytes &value, QObject *context, Done<void> done) = 0;
    /// Removing what is not there is no error.
    virtual void remove(const QString &name, QObject *context, Done<void> done) = 0;
    /// Finds out by writing and removing an entry of its own. May make the desktop ask for the keyring's password, so
    /// only do it when the user opens a page that is about this.
    virtual void probe(QObject *context, std::move_only_function<void(State)> done) = 0;
};

} // namespace majlis::wallet
