// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/keystore.h"

#include <QString>

namespace majlis::wallet
{

/// KeyStore on QtKeychain (Secret Service on Linux). A locked Secret Service answers "no such entry" for entries that
/// it has. This class therefore notes in `markerFile` which entries it wrote; when a noted one is not found, it asks
/// the store to take an entry: refused means KeyStoreLocked, taken means that the entry is truly gone (NotFound).
/// QtKeychain takes and gives QByteArray only: our copies are wiped, those inside QtKeychain, libsecret and D-Bus are
/// not ours to wipe. That is why only random wrapping keys go in here, which open nothing without the vault file.
class KeychainStore final : public KeyStore
{
public:
    /// Outlives the contexts of its calls. `service` names this program in the key store, such as "majlis".
    /// `markerFile` holds no secret.
    KeychainStore(QString service, QString markerFile);

    void read(const QString &name, QObject *context, Done<SecretBytes> done) override;
    void write(const QString &name, const SecretBytes &value, QObject *context, Done<void> done) override;
    void remove(const QString &name, QObject *context, Done<void> done) override;
    void probe(QObject *context, std::move_only_function<void(State)> done) override;

private:
    [[nodiscard]] bool isMarked(const QString &name) const;
    [[nodiscard]] Result<void> setMarked(const QString &name, bool marked) const;

    QString m_service;
    QString m_markerFile;
};

} // namespace majlis::wallet
