// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/signing/messageviewmodel.h"

#include "models/domain/address.h"
#include "viewmodels/accounts/accountbook.h"
#include "viewmodels/review/reviewviewmodel.h"
#include "wallet/verify.h"

namespace majlis::viewmodels
{

namespace
{
constexpr qsizetype mostBytes = qsizetype{64} * 1024; // wallet/intent/signinintents.h, TextMessageIntent
}

MessageViewModel::MessageViewModel(AccountBook &book, ReviewViewModel &review, QObject *parent)
    : QObject(parent)
    , m_book(book)
    , m_review(review)
{
    connect(&m_book, &AccountBook::accountsChanged, this, &MessageViewModel::followAccounts);
    followAccounts();
}

AccountsModel *MessageViewModel::accounts()
{
    return m_book.signers();
}

void MessageViewModel::setText(const QString &text)
{
    if (m_text != text) {
        m_text = text;
        Q_EMIT changed();
    }
}

int MessageViewModel::textBytes() const
{
    return static_cast<int>(m_text.toUtf8().size());
}

QString MessageViewModel::textError() const
{
    return textBytes() > mostBytes ? tr("At most 64 KiB can be signed.") : QString();
}

bool MessageViewModel::canSign() const
{
    return !m_text.isEmpty() && textError().isEmpty() && m_book.find(m_account);
}

void MessageViewModel::setCheckText(const QString &text)
{
    edited(m_checkText, text);
}

void MessageViewModel::setCheckAddress(const QString &address)
{
    edited(m_checkAddress, address.trimmed());
}

QString MessageViewModel::checkTextError() const
{
    // It is hashed on the GUI thread, and no wallet of ours signs a longer one.
    return m_checkText.toUtf8().size() > mostBytes ? tr("At most 64 KiB can be verified.") : QString();
}

QString MessageViewModel::checkAddressError() const
{
    return m_checkAddress.isEmpty() || parseAddress(m_checkAddress) ? QString()
                                                                    : tr("This is no address of Ethereum or Solana.");
}

void MessageViewModel::setCheckSignature(const QString &signature)
{
    edited(m_checkSignature, signature.trimmed());
}

bool MessageViewModel::canCheck() const
{
    return checkTextError().isEmpty() && !m_checkAddress.isEmpty() && checkAddressError().isEmpty()
        && !m_checkSignature.isEmpty();
}

void MessageViewModel::chooseAccount(int id)
{
    if (m_account != id && m_book.find(id)) {
        m_account = id;
        Q_EMIT changed();
    }
}

void MessageViewModel::sign()
{
    const auto account = m_book.find(m_account);
    if (!canSign() || !account) {
        return;
    }
    m_review.ask(
        *account, wallet::TextMessageIntent{m_text}, this, [this, text = m_text](const wallet::SignedIntent &done) {
            m_signature = done.signature;
            m_signedText = text;
            m_signer = done.signer.text();
            Q_EMIT changed();
        });
}

void MessageViewModel::copySignature()
{
    Q_EMIT copyRequested(m_signature);
}

void MessageViewModel::checkOwn()
{
    setCheckText(m_signedText);
    setCheckAddress(m_signer);
    setCheckSignature(m_signature);
}

void MessageViewModel::check()
{
    const auto address = parseAddress(m_checkAddress);
    if (!canCheck() || !address) {
        return;
    }
    const QByteArray bytes = m_checkText.toUtf8();
    const wallet::ByteView message(
        reinterpret_cast<const std::uint8_t *>(bytes.constData()), static_cast<std::size_t>(bytes.size()));
    m_verdict = wallet::verifyMessage(message, m_checkSignature, *address) ? Verdict::Good : Verdict::Bad;
    Q_EMIT checkChanged();
}

void MessageViewModel::followAccounts()
{
    if (!m_book.find(m_account)) {
        const auto current = m_book.current();
        m_account = current ? static_cast<int>(current->id) : -1;
    }
    if (m_account < 0) { // locked: nothing of an account stays
        m_text.clear();
        m_signature.clear();
        m_signedText.clear();
        m_signer.clear();
    }
    Q_EMIT changed();
}

void MessageViewModel::edited(QString &field, const QString &value)
{
    if (field != value) {
        field = value;
        m_verdict = Verdict::None;
        Q_EMIT checkChanged();
    }
}

} // namespace majlis::viewmodels
