// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/asyncstate.h"
#include "viewmodels/secret/secretbuffer.h"
#include "wallet/account.h"
#include "wallet/keyformat.h"
#include "wallet/secretbytes.h"
#include "wallet/secretfile.h"

#include <QUrl>

#include <memory>
#include <optional>

namespace majlis::wallet
{
class WalletService;
}

namespace majlis::viewmodels
{

class AccountBook;

/// Taking an account's key out, behind the wallet's passphrase: to the clipboard, which is cleared again, or into a
/// file that only the user may read. The key never becomes a property. `status` is Loading while the wallet works,
/// Ready when it was copied or written.
class KeyExportViewModel : public majlis::viewmodels::AsyncState
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by RootViewModel")
    Q_PROPERTY(bool open READ isOpen NOTIFY inputChanged FINAL)
    Q_PROPERTY(QString accountName READ accountName NOTIFY inputChanged FINAL)
    Q_PROPERTY(bool solana READ isSolana NOTIFY inputChanged FINAL)
    /// A keystore file under a passphrase of its own (Ethereum), or a key file (Solana); false: the bare key.
    Q_PROPERTY(bool asFile READ isAsFile WRITE setAsFile NOTIFY inputChanged FINAL)
    Q_PROPERTY(bool filePassphraseNeeded READ isFilePassphraseNeeded NOTIFY inputChanged FINAL)
    Q_PROPERTY(majlis::viewmodels::SecretBuffer *passphrase READ passphrase CONSTANT FINAL) ///< the wallet's
    Q_PROPERTY(majlis::viewmodels::SecretBuffer *filePassphrase READ filePassphrase CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::SecretBuffer *fileAgain READ fileAgain CONSTANT FINAL)
    Q_PROPERTY(QString fileError READ fileError NOTIFY inputChanged FINAL)
    Q_PROPERTY(bool canExport READ canExport NOTIFY inputChanged FINAL)
    /// The key goes into a file, not to the clipboard; with `asFile` only.
    Q_PROPERTY(bool toFile READ isToFile WRITE setToFile NOTIFY inputChanged FINAL)
    Q_PROPERTY(QString path READ path WRITE setPath NOTIFY inputChanged FINAL) ///< of the file to write
    Q_PROPERTY(QString pathError READ pathError NOTIFY inputChanged FINAL)
    Q_PROPERTY(bool occupied READ isOccupied NOTIFY inputChanged FINAL) ///< there is such a file: replace() or another
    Q_PROPERTY(bool writeFailed READ isWriteFailed NOTIFY inputChanged FINAL) ///< `error` is of the file
    Q_PROPERTY(bool written READ isWritten NOTIFY inputChanged FINAL)
    Q_PROPERTY(bool copied READ isCopied NOTIFY inputChanged FINAL)

public:
    /// Both outlive this object.
    KeyExportViewModel(wallet::WalletService &wallet, AccountBook &book, QObject *parent = nullptr);

    [[nodiscard]] bool isOpen() const { return m_account.has_value(); }
    [[nodiscard]] QString accountName() const;
    [[nodiscard]] bool isSolana() const;
    [[nodiscard]] bool isAsFile() const { return m_asFile; }
    void setAsFile(bool asFile);
    [[nodiscard]] bool isFilePassphraseNeeded() const { return m_asFile && !isSolana(); }
    [[nodiscard]] SecretBuffer *passphrase() { return &m_passphrase; }
    [[nodiscard]] SecretBuffer *filePassphrase() { return &m_filePassphrase; }
    [[nodiscard]] SecretBuffer *fileAgain() { return &m_fileAgain; }
    [[nodiscard]] QString fileError() const;
    [[nodiscard]] bool canExport() const;
    [[nodiscard]] bool isToFile() const { return m_asFile && m_toFile; }
    void setToFile(bool toFile);
    [[nodiscard]] QString path() const { return m_path; }
    void setPath(const QString &path);
    [[nodiscard]] QString pathError() const;
    [[nodiscard]] bool isOccupied() const { return m_occupied; }
    [[nodiscard]] bool isWriteFailed() const { return m_writeFailed; }
    [[nodiscard]] bool isWritten() const { return status() == Status::Ready && isToFile(); }
    [[nodiscard]] bool isCopied() const { return status() == Status::Ready && !isToFile(); }

    Q_INVOKABLE void begin(int id); ///< opens; nothing for a watched address
    Q_INVOKABLE void exportKey(); ///< the passphrases are wiped in every outcome
    Q_INVOKABLE void choosePath(const QUrl &file); ///< from a file dialog
    Q_INVOKABLE void replace(); ///< writes over the file that is there
    Q_INVOKABLE void close();

Q_SIGNALS:
    void inputChanged();
    /// For the clipboard, which is the composition root's and forgets it again.
    void copySecretRequested(std::shared_ptr<majlis::wallet::SecretBytes> text);

private:
    [[nodiscard]] wallet::KeyFormat keyFormat() const;
    void take(wallet::SecretBytes text);
    void write(wallet::FileInTheWay inTheWay);
    void wipe();

    wallet::WalletService &m_wallet;
    AccountBook &m_book;
    std::optional<wallet::Account> m_account;
    bool m_asFile = true;
    bool m_toFile = true;
    bool m_occupied = false;
    bool m_writeFailed = false;
    QString m_path;
    std::shared_ptr<wallet::SecretBytes> m_pending; ///< on its way into the file
    SecretBuffer m_passphrase;
    SecretBuffer m_filePassphrase;
    SecretBuffer m_fileAgain;
};

} // namespace majlis::viewmodels
