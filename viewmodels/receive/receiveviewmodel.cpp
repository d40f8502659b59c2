// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/receive/receiveviewmodel.h"

#include "models/domain/pay/paymentlink.h"
#include "viewmodels/accounts/accountbook.h"
#include "wallet/intent/chains.h"

#include <array>

namespace majlis::viewmodels
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array evmChains{
    wallet::chainBase, wallet::chainArbitrum, wallet::chainEthereum, wallet::chainBnb, wallet::chainPolygon};

constexpr unsigned evmDecimals = 18;
constexpr unsigned solDecimals = 9;
constexpr qsizetype longestMessage = 120;

} // namespace

ReceiveViewModel::ReceiveViewModel(AccountBook &book, QObject *parent)
    : QObject(parent)
    , m_book(book)
{
    connect(&m_book, &AccountBook::accountsChanged, this, &ReceiveViewModel::followAccounts);
    followAccounts();
}

AccountsModel *ReceiveViewModel::accounts()
{
    return m_book.shown();
}

QString ReceiveViewModel::accountName() const
{
    const auto account = m_book.find(m_account);
    return account ? account->name : QString();
}

QString ReceiveViewModel::address() const
{
    const auto account = m_book.find(m_account);
    return account ? account->address.text() : QString();
}

QStringList ReceiveViewModel::chains() const
{
    const auto account = m_book.find(m_account);
    QStringList names;
    if (account && account->address.isSolana()) {
        names += u"Solana"_s;
    } else if (account) {
        for (const wallet::ChainId id : evmChains) {
            names += wallet::knownChain(id)->name;
        }
    }
    return names;
}

void ReceiveViewModel::setChainIndex(int index)
{
    if (m_chain != index && index >= 0 && index < chains().size()) {
        m_chain = index;
        refresh();
    }
}

QString ReceiveViewModel::coin() const
{
    const auto account = m_book.find(m_account);
    if (!account) {
        return {};
    }
    return account->address.isSolana() ? u"SOL"_s
                                       : wallet::knownChain(evmChains[static_cast<std::size_t>(m_chain)])->nativeSymbol;
}

void ReceiveViewModel::setAmount(const QString &amount)
{
    if (m_amount != amount) {
        m_amount = amount;
        refresh();
    }
}

QString ReceiveViewModel::amountError() const
{
    const auto account = m_book.find(m_account);
    if (m_amount.trimmed().isEmpty() || !account) {
        return {};
    }
    const unsigned decimals = account->address.isSolana() ? solDecimals : evmDecimals;
    return wallet::Uint256::fromUnits(m_amount.trimmed(), decimals)
        ? QString()
        : tr("A number such as 0.25, with at most %1 digits after the point.").arg(decimals);
}

void ReceiveViewModel::setMessage(const QString &message)
{
    if (m_message != message) {
        m_message = message.left(longestMessage);
        refresh();
    }
}

bool ReceiveViewModel::isMessagePossible() const
{
    const auto account = m_book.find(m_account);
    return account && account->address.isSolana();
}

void ReceiveViewModel::chooseAccount(int id)
{
    if (m_account != id && m_book.find(id)) {
        m_account = id;
        m_chain = 0;
        refresh();
    }
}

void ReceiveViewModel::copyAddress()
{
    Q_EMIT copyRequested(address());
}

void ReceiveViewModel::copyLink()
{
    if (!m_link.isEmpty()) {
        Q_EMIT copyRequested(m_link);
    }
}

void ReceiveViewModel::followAccounts()
{
    if (!m_book.find(m_account)) {
        const auto current = m_book.current();
        m_account = current ? static_cast<int>(current->id) : -1;
        m_chain = 0;
        m_amount.clear();
        m_message.clear();
    }
    refresh();
}

void ReceiveViewModel::refresh()
{
    m_link = makeLink();
    Q_EMIT changed();
}

QString ReceiveViewModel::makeLink() const
{
    const auto account = m_book.find(m_account);
    const QString amount = m_amount.trimmed();
    if (!account || !amountError().isEmpty()) {
        return {};
    }
    if (account->address.isSolana()) {
        return paymentLink(SolanaPaymentRequest{.recipient = account->address,
                               .mint = {},
                               .amount = amount,
                               .label = {},
                               .message = m_message.trimmed()})
            .value_or(QString());
    }
    EvmPaymentRequest request{.recipient = account->address,
        .chainId = evmChains[static_cast<std::size_t>(m_chain)],
        .token = {},
        .amount = {}};
    if (!amount.isEmpty()) {
        request.amount = *wallet::Uint256::fromUnits(amount, evmDecimals);
    }
    return paymentLink(request).value_or(QString());
}

} // namespace majlis::viewmodels
