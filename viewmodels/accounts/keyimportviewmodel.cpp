// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/accounts/keyimportviewmodel.h"

#include "models/domain/address.h"
#include "viewmodels/format/failures.h"
#include "wallet/encoding/utf8.h"
#include "wallet/keyformat.h"
#include "wallet/secretfile.h"
#include "wallet/walletservice.h"

#include <QtConcurrentRun>

#include <memory>

namespace majlis::viewmodels
{

namespace
{

constexpr int longestKey = 32 * 1024; // a keystore file has some hundred bytes
constexpr int longestPassphrase = 1024;
constexpr qsizetype longestName = 64;

wallet::KeyFormat formatOf(KeyImportViewModel::Kind kind)
{
    using Kind = KeyImportViewModel::Kind;
    switch (kind) {
    case Kind::EvmKeystore:
        return wallet::KeyFormat::EvmKeystore;
    case Kind::SolanaKey:
        return wallet::KeyFormat::SolanaBase58;
    case Kind::SolanaFile:
        return wallet::KeyFormat::SolanaKeyFile;
    case Kind::EvmKey:
    case Kind::Watch:
        break;
    }
    return wallet::KeyFormat::EvmHex;
}

} // namespace

KeyImportViewModel::KeyImportViewModel(wallet::WalletService &wallet, QObject *parent)
    : AsyncState(parent)
    , m_wallet(wallet)
    , m_key(longestKey)
    , m_filePassphrase(longestPassphrase)
{
    connect(&m_key, &SecretBuffer::changed, this, &KeyImportViewModel::inputChanged);
    connect(&m_filePassphrase, &SecretBuffer::changed, this, &KeyImportViewModel::inputChanged);
    connect(this, &AsyncState::statusChanged, this, &KeyImportViewModel::inputChanged);
    connect(&m_wallet, &wallet::WalletService::stateChanged, this, [this] {
        if (m_wallet.state() != wallet::WalletService::State::Unlocked) {
            setOpen(false);
        }
    });
}

void KeyImportViewModel::setOpen(bool open)
{
    if (m_open != open) {
        m_open = open;
        wipe();
        reset();
        Q_EMIT openChanged();
    }
}

void KeyImportViewModel::setKind(Kind kind)
{
    if (m_kind != kind && !isLoading()) {
        m_kind = kind;
        m_key.clear();
        m_fileName.clear();
        m_filePassphrase.clear();
        reset();
        Q_EMIT inputChanged();
    }
}

void KeyImportViewModel::setName(const QString &name)
{
    if (m_name != name) {
        m_name = name.left(longestName);
        Q_EMIT inputChanged();
    }
}

void KeyImportViewModel::setAddress(const QString &address)
{
    if (m_address != address.trimmed()) {
        m_address = address.trimmed();
        Q_EMIT inputChanged();
    }
}

QString KeyImportViewModel::addressError() const
{
    return m_address.isEmpty() || parseAddress(m_address) ? QString() : tr("This is no address of Ethereum or Solana.");
}

bool KeyImportViewModel::canImport() const
{
    if (isLoading() || m_name.trimmed().isEmpty()) {
        return false;
    }
    return m_kind == Kind::Watch ? parseAddress(m_address).has_value() : !m_key.isEmpty();
}

void KeyImportViewModel::import()
{
    if (!canImport()) {
        return;
    }
    setLoading();
    const auto done = [this](const wallet::Result<wallet::Account> &added) { take(added); };
    if (m_kind == Kind::Watch) {
        m_wallet.watchAddress(*parseAddress(m_address), m_name.trimmed(), this, done);
        return;
    }
    m_wallet.importKey(
        formatOf(m_kind), m_key.bytes().clone(), m_filePassphrase.bytes().clone(), m_name.trimmed(), this, done);
}

void KeyImportViewModel::readFile(const QUrl &file)
{
    if (!isFromFile() || !file.isLocalFile() || isLoading()) {
        return;
    }
    setLoading();
    m_key.clear();
    m_fileName.clear();
    using Read = std::shared_ptr<wallet::Result<wallet::SecretBytes>>; // move-only: shared on its way here
    QtConcurrent::run([path = file.toLocalFile()] {
        auto read = wallet::readSecretFile(path, longestKey);
        if (read && !wallet::isUtf8(read->text()))
            read = wallet::fail(wallet::ErrorCode::InvalidArgument, "the file is no text");
        return std::make_shared<wallet::Result<wallet::SecretBytes>>(std::move(read));
    }).then(this, [this, kind = m_kind, name = file.fileName()](const Read &read) {
        if (!m_open || kind != m_kind) {
            return; // closed meanwhile
        }
        if (!*read) {
            setFailed(format::describe(read->error()));
            return;
        }
        m_key.set(**read);
        m_fileName = name;
        setReady();
        Q_EMIT inputChanged();
    });
}

void KeyImportViewModel::take(const wallet::Result<wallet::Account> &added)
{
    if (!m_open) {
        return; // closed meanwhile; the account is in the list
    }
    if (added) {
        setReady();
        setOpen(false);
        return;
    }
    setFailed(format::describe(added.error()));
}

void KeyImportViewModel::wipe()
{
    m_key.clear();
    m_filePassphrase.clear();
    m_name.clear();
    m_address.clear();
    m_fileName.clear();
    Q_EMIT inputChanged();
}

} // namespace majlis::viewmodels
