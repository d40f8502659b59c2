// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/accounts/keyexportviewmodel.h"

#include "viewmodels/accounts/accountbook.h"
#include "viewmodels/format/failures.h"
#include "viewmodels/onboarding/passphrasestrength.h"
#include "wallet/walletservice.h"

namespace majlis::viewmodels
{

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
        reset();
        Q_EMIT inputChanged();
    }
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
    return m_account && !isLoading() && !m_passphrase.isEmpty() && file;
}

void KeyExportViewModel::begin(int id)
{
    close();
    const auto account = m_book.find(id);
    if (account && account->canSign()) {
        m_account = account;
        Q_EMIT inputChanged();
    }
}

void KeyExportViewModel::exportKey()
{
    if (!canExport()) {
        return;
    }
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
            Q_EMIT copySecretRequested(std::make_shared<wallet::SecretBytes>(std::move(*text)));
            setReady();
        });
}

void KeyExportViewModel::close()
{
    wipe();
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
