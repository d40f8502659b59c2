// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/accounts/keyexportviewmodel.h"

#include "viewmodels/accounts/accountbook.h"
#include "viewmodels/format/failures.h"
#include "viewmodels/onboarding/passphrasestrength.h"
#include "wallet/walletservice.h"

#include <QDir>
#include <QStandardPaths>
#include <QtConcurrentRun>

namespace majlis::viewmodels
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int longestPassphrase = 1024;
}

KeyExportViewModel::KeyExportViewModel(wallet::WalletService &wallet, AccountBook &book, QObject *parent)
    : AsyncState(parent)
    , m_wallet(wallet)
    , m_book(book)
    , m_passphrase(longestPassphrase)
    , m_filePassphrase(longestPassphrase)
    , m_fileAgain(longestPassphrase)
{
    for (const SecretBuffer *buffer : {&m_passphrase, &m_filePassphrase, &m_fileAgain}) {
        connect(buffer, &SecretBuffer::changed, this, &KeyExportViewModel::inputChanged);
    }
    connect(this, &AsyncState::statusChanged, this, &KeyExportViewModel::inputChanged);
    connect(&m_wallet, &wallet::WalletService::stateChanged, this, [this] {
        if (m_wallet.state() != wallet::WalletService::State::Unlocked) {
            close();
        }
    });
}

QString KeyExportViewModel::accountName() const
{
    return m_account ? m_account->name : QString();
}

bool KeyExportViewModel::isSolana() const
{
    return m_account && m_account->address.isSolana();
}

void KeyExportViewModel::setAsFile(bool asFile)
{
    if (m_asFile != asFile && !isLoading()) {
        m_asFile = asFile;
        m_filePassphrase.clear();
        m_fileAgain.clear();
        m_pending.reset();
        m_occupied = false;
        reset();
        Q_EMIT inputChanged();
    }
}

void KeyExportViewModel::setToFile(bool toFile)
{
    if (m_toFile != toFile && !isLoading()) {
        m_toFile = toFile;
        m_pending.reset();
        m_occupied = false;
        reset();
        Q_EMIT inputChanged();
    }
}

void KeyExportViewModel::setPath(const QString &path)
{
    if (m_path != path && !isLoading()) {
        m_path = path;
        m_pending.reset();
        m_occupied = false;
        Q_EMIT inputChanged();
    }
}

void KeyExportViewModel::choosePath(const QUrl &file)
{
    if (file.isLocalFile()) {
        setPath(file.toLocalFile());
    }
}

QString KeyExportViewModel::pathError() const
{
    return m_path.isEmpty() || QDir::isAbsolutePath(m_path) ? QString()
                                                            : tr("The whole path, such as /home/me/key.json.");
}

QString KeyExportViewModel::fileError() const
{
    if (!m_filePassphrase.isEmpty() && m_filePassphrase.length() < shortestPassphrase) {
        return tr("At least %1 characters.").arg(shortestPassphrase);
    }
    return !m_fileAgain.isEmpty() && !m_filePassphrase.sameAs(m_fileAgain) ? tr("The two are not the same.")
                                                                           : QString();
}

bool KeyExportViewModel::canExport() const
{
    const bool file = !isFilePassphraseNeeded()
        || (m_filePassphrase.length() >= shortestPassphrase && m_filePassphrase.sameAs(m_fileAgain));
    const bool place = !isToFile() || (!m_path.isEmpty() && pathError().isEmpty());
    return m_account && !isLoading() && !m_passphrase.isEmpty() && file && place;
}

void KeyExportViewModel::begin(int id)
{
    close();
    const auto account = m_book.find(id);
    if (account && account->canSign()) {
        m_account = account;
        const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
        m_path = QDir(documents).filePath(u"majlis-"_s + account->address.text() + u".json"_s);
        Q_EMIT inputChanged();
    }
}

void KeyExportViewModel::exportKey()
{
    if (!canExport()) {
        return;
    }
    m_writeFailed = false;
    setLoading();
    wallet::SecretBytes passphrase = m_passphrase.bytes().clone();
    wallet::SecretBytes filePassphrase = m_filePassphrase.bytes().clone();
    wipe();
    m_wallet.exportKey(m_account->id, std::move(passphrase), keyFormat(), std::move(filePassphrase), this,
        [this, asked = m_account->id](wallet::Result<wallet::SecretBytes> text) {
            if (!m_account || m_account->id != asked) {
                return; // closed meanwhile
            }
            if (!text) {
                setFailed(format::describe(text.error()));
                return;
            }
            take(std::move(*text));
        });
}

void KeyExportViewModel::take(wallet::SecretBytes text)
{
    auto secret = std::make_shared<wallet::SecretBytes>(std::move(text));
    if (!isToFile()) {
        Q_EMIT copySecretRequested(std::move(secret));
        setReady();
        return;
    }
    m_pending = std::move(secret);
    write(wallet::FileInTheWay::Keep);
}

void KeyExportViewModel::replace()
{
    if (m_occupied && m_pending && !isLoading()) {
        write(wallet::FileInTheWay::Replace);
    }
}

void KeyExportViewModel::write(wallet::FileInTheWay inTheWay)
{
    setLoading();
    m_occupied = false;
    m_writeFailed = false;
    QtConcurrent::run([path = m_path, content = m_pending, inTheWay] {
        return wallet::writeSecretFile(path, *content, inTheWay);
    }).then(this, [this, content = m_pending](const wallet::Result<void> &written) {
        if (content != m_pending) {
            return; // closed meanwhile
        }
        m_occupied = !written && written.error().code == wallet::ErrorCode::AlreadyExists;
        if (m_occupied) {
            reset();
        } else {
            m_pending.reset();
            m_writeFailed = !written;
            written ? setReady() : setFailed(format::describe(written.error()));
        }
        Q_EMIT inputChanged();
    });
}

void KeyExportViewModel::close()
{
    wipe();
    m_pending.reset();
    m_occupied = false;
    m_writeFailed = false;
    m_path.clear();
    m_account.reset();
    reset();
    Q_EMIT inputChanged();
}

wallet::KeyFormat KeyExportViewModel::keyFormat() const
{
    if (isSolana()) {
        return m_asFile ? wallet::KeyFormat::SolanaKeyFile : wallet::KeyFormat::SolanaBase58;
    }
    return m_asFile ? wallet::KeyFormat::EvmKeystore : wallet::KeyFormat::EvmHex;
}

void KeyExportViewModel::wipe()
{
    m_passphrase.clear();
    m_filePassphrase.clear();
    m_fileAgain.clear();
}

} // namespace majlis::viewmodels
