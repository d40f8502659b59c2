// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/asyncstate.h"
#include "viewmodels/secret/secretbuffer.h"
#include "wallet/account.h"
#include "wallet/error.h"

#include <QUrl>

namespace majlis::wallet
{
class WalletService;
}

namespace majlis::viewmodels
{

/// Bringing in a key from another wallet, or an address to watch. What is typed is wiped in every outcome but a refusal
/// that can be put right, and when the dialog closes. `status` is Loading while the wallet reads the key.
class KeyImportViewModel : public majlis::viewmodels::AsyncState
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by RootViewModel")
    Q_PROPERTY(bool open READ isOpen WRITE setOpen NOTIFY openChanged FINAL) ///< closing wipes
    Q_PROPERTY(Kind kind READ kind WRITE setKind NOTIFY inputChanged FINAL)
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY inputChanged FINAL)
    Q_PROPERTY(majlis::viewmodels::SecretBuffer *key READ key CONSTANT FINAL) ///< every kind but Watch
    Q_PROPERTY(bool filePassphraseNeeded READ isFilePassphraseNeeded NOTIFY inputChanged FINAL)
    Q_PROPERTY(majlis::viewmodels::SecretBuffer *filePassphrase READ filePassphrase CONSTANT FINAL)
    Q_PROPERTY(QString address READ address WRITE setAddress NOTIFY inputChanged FINAL) ///< Watch
    Q_PROPERTY(QString addressError READ addressError NOTIFY inputChanged FINAL)
    Q_PROPERTY(bool fromFile READ isFromFile NOTIFY inputChanged FINAL) ///< the kinds that are files
    Q_PROPERTY(QString fileName READ fileName NOTIFY inputChanged FINAL) ///< of the file that was read; empty: none
    Q_PROPERTY(bool canImport READ canImport NOTIFY inputChanged FINAL)

public:
    enum class Kind {
        EvmKey, ///< 64 hex digits
        EvmKeystore, ///< a JSON file under a passphrase of its own
        SolanaKey, ///< base58, as Phantom shows it
        SolanaFile, ///< of the Solana command line
        Watch, ///< an address without a key
    };
    Q_ENUM(Kind)

    /// Outlives this object.
    explicit KeyImportViewModel(wallet::WalletService &wallet, QObject *parent = nullptr);

    [[nodiscard]] bool isOpen() const { return m_open; }
    void setOpen(bool open);
    [[nodiscard]] Kind kind() const { return m_kind; }
    void setKind(Kind kind);
    [[nodiscard]] QString name() const { return m_name; }
    void setName(const QString &name);
    [[nodiscard]] SecretBuffer *key() { return &m_key; }
    [[nodiscard]] bool isFilePassphraseNeeded() const { return m_kind == Kind::EvmKeystore; }
    [[nodiscard]] SecretBuffer *filePassphrase() { return &m_filePassphrase; }
    [[nodiscard]] QString address() const { return m_address; }
    void setAddress(const QString &address);
    [[nodiscard]] QString addressError() const;
    [[nodiscard]] bool isFromFile() const { return m_kind == Kind::EvmKeystore || m_kind == Kind::SolanaFile; }
    [[nodiscard]] QString fileName() const { return m_fileName; }
    [[nodiscard]] bool canImport() const;

    Q_INVOKABLE void import();
    Q_INVOKABLE void readFile(const QUrl &file); ///< into `key`; a local file of at most 32 KiB

Q_SIGNALS:
    void openChanged();
    void inputChanged();

private:
    void take(const wallet::Result<wallet::Account> &added);
    void wipe();

    wallet::WalletService &m_wallet;
    SecretBuffer m_key;
    SecretBuffer m_filePassphrase;
    Kind m_kind = Kind::EvmKey;
    bool m_open = false;
    QString m_name;
    QString m_address;
    QString m_fileName;
};

} // namespace majlis::viewmodels
