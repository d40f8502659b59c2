// SPDX-License-Identifier: GPL-3.0-or-later
// What is chosen and typed. What follows "Look at it and sign" is in sendpaying.cpp,
// what the page says of figures in sendfigures.cpp.
#include "viewmodels/send/sendviewmodel.h"

#include "models/net/call.h"
#include "models/store/addressbook.h"
#include "viewmodels/accounts/accountbook.h"
#include "viewmodels/common/ticker.h"
#include "viewmodels/review/reviewviewmodel.h"
#include "viewmodels/send/paymenttexts.h"
#include "viewmodels/settings/settingkeys.h"

#include <algorithm>

namespace majlis::viewmodels
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

const store::SettingKey<QString> &nodeKey(bool solana)
{
    return solana ? keys::solanaNode : keys::evmNode;
}

QUrl safeNode(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return !text.isEmpty() && net::HttpClient::validateBase(url) ? url : QUrl();
}

} // namespace

SendViewModel::SendViewModel(AccountBook &accounts, store::AddressBook &book, store::Settings &settings,
    ReviewViewModel &review, const Paying &paying, QObject *parent)
    : AsyncState(parent)
    , m_accounts(accounts)
    , m_book(book)
    , m_settings(settings)
    , m_review(review)
    , m_paying(paying)
    , m_payments(paying.outbox, book, paying.clock, paying.ticker)
    , m_recipient(book)
{
    m_asking.setSingleShot(true);
    m_asking.setInterval(300ms);
    connect(&m_asking, &QTimer::timeout, this, &SendViewModel::refresh);
    connect(&m_accounts, &AccountBook::accountsChanged, this, &SendViewModel::followAccounts);
    connect(&m_book, &store::AddressBook::changed, this, &SendViewModel::inputChanged);
    connect(this, &AsyncState::statusChanged, this, &SendViewModel::inputChanged);
    connect(&m_paying.outbox, &chain::PaymentOutbox::changed, this, &SendViewModel::follow);
    for (const auto family : {AddressFamily::Evm, AddressFamily::Solana}) {
        m_paying.outbox.setNode(family, safeNode(m_settings.value(nodeKey(family == AddressFamily::Solana))));
    }
    followAccounts();
}

SendViewModel::~SendViewModel()
{
    dropGateway();
}

AccountsModel *SendViewModel::accounts()
{
    return m_accounts.signers();
}

bool SendViewModel::isSolana() const
{
    const auto account = m_accounts.find(m_account);
    return account && account->address.isSolana();
}

void SendViewModel::setNode(const QString &node)
{
    if (m_node != node.trimmed()) {
        m_node = node.trimmed();
        Q_EMIT inputChanged();
    }
}

QString SendViewModel::nodeError() const
{
    return m_node.isEmpty() || !safeNode(m_node).isEmpty()
        ? QString()
        : tr("An address that begins with https://, or http:// on this computer.");
}

const chain::PaymentAsset *SendViewModel::asset() const
{
    if (!m_quote) {
        return nullptr;
    }
    const auto found = std::ranges::find(m_quote->assets, m_token, &chain::PaymentAsset::token);
    return found == m_quote->assets.end() ? nullptr : &*found;
}

const chain::PaymentAsset *SendViewModel::coin() const
{
    return m_quote ? &m_quote->assets.front() : nullptr;
}

int SendViewModel::assetIndex() const
{
    const chain::PaymentAsset *chosen = asset();
    return chosen == nullptr ? 0 : static_cast<int>(chosen - m_quote->assets.data());
}

void SendViewModel::setAssetIndex(int index)
{
    if (!m_quote || m_step != Step::Form || index < 0 || index >= static_cast<int>(m_quote->assets.size())
        || index == assetIndex()) {
        return;
    }
    m_token = m_quote->assets[static_cast<std::size_t>(index)].token;
    m_isQuoteForAsset = false;
    m_amount.clear();
    m_amount.setPrice(std::nullopt);
    m_amount.setDecimals(m_quote->assets[static_cast<std::size_t>(index)].decimals);
    Q_EMIT inputChanged();
    Q_EMIT quoteChanged();
    refresh();
}

QString SendViewModel::symbol() const
{
    const chain::PaymentAsset *chosen = asset();
    return chosen != nullptr ? chosen->symbol : QString();
}

void SendViewModel::setFeeIndex(int index)
{
    if (m_fee != index && index >= 0 && index < 3) {
        m_fee = index;
        Q_EMIT inputChanged();
    }
}

int SendViewModel::before() const
{
    const auto account = m_accounts.find(m_account);
    return account && m_quote ? m_paying.outbox.underWay(account->address, m_quote->chain) : 0;
}

void SendViewModel::setRecipient(const QString &recipient)
{
    const QString next = recipient.trimmed();
    if (m_recipient.text() == next || m_step != Step::Form) {
        return;
    }
    m_recipient.setText(next);
    m_compared = false;
    Q_EMIT inputChanged();
    if (m_recipient.address()) {
        askSoon();
    }
}

void SendViewModel::setCompared(bool compared)
{
    if (m_compared != compared) {
        m_compared = compared;
        Q_EMIT inputChanged();
    }
}

void SendViewModel::setAmount(const QString &amount)
{
    if (m_step == Step::Form && m_amount.setText(amount)) {
        Q_EMIT inputChanged();
    }
}

void SendViewModel::setInDollars(bool inDollars)
{
    if (m_step == Step::Form && m_amount.setInDollars(inDollars)) {
        Q_EMIT inputChanged();
    }
}

bool SendViewModel::canReview() const
{
    return m_step == Step::Form && asset() != nullptr && m_isQuoteForAsset && !isLoading() && m_recipient.address()
        && !m_amount.text().isEmpty() && amountError().isEmpty() && feeError().isEmpty()
        && (m_compared || !(isFirstTime() || !lookalike().isEmpty() || !copiedInstead().isEmpty()));
}

void SendViewModel::chooseAccount(int id)
{
    if (m_account != id && m_accounts.find(id) && m_step == Step::Form) {
        m_account = id;
        emptyForm();
        openGateway();
    }
}

void SendViewModel::useNode()
{
    if (nodeError().isEmpty()) {
        m_settings.setValue(nodeKey(isSolana()), m_node);
        openGateway();
    }
}

void SendViewModel::refresh()
{
    const auto account = m_accounts.find(m_account);
    if (!m_gateway || !account || m_step != Step::Form) {
        return;
    }
    m_asking.stop();
    m_quoting.cancel();
    setLoading();
    const chain::PaymentQuestion question{.from = account->address, .to = m_recipient.address(), .token = m_token};
    m_quoting = net::start(
        this, [gateway = m_gateway, question](net::CancelToken cancel) { return gateway->quote(question, cancel); },
        [this, token = m_token](const Result<chain::PaymentQuote> &quote) {
            const bool wanted = std::exchange(m_reviewAfterQuote, false);
            if (!quote) {
                setFailed(describePayment(quote.error()));
                return;
            }
            takeQuote(*quote, token);
            if (wanted) {
                review();
            }
        });
}

void SendViewModel::takeQuote(const chain::PaymentQuote &quote, const std::optional<Address> &token)
{
    const bool isSameChain = m_quote && m_quote->chain == quote.chain;
    m_quote = quote;
    m_quotedAt = m_paying.clock.monotonic();
    m_isQuoteForAsset = token == m_token;
    if (const chain::PaymentAsset *chosen = asset()) {
        m_amount.setDecimals(chosen->decimals);
    } else {
        m_token.reset(); // the node does not know it any more
        m_amount.clear();
        m_isQuoteForAsset = false;
    }
    if (!isSameChain) {
        m_amount.setPrice(std::nullopt);
    }
    setReady();
    askPrice();
    Q_EMIT quoteChanged();
    Q_EMIT inputChanged();
    if (!m_isQuoteForAsset) {
        askSoon();
    }
}

void SendViewModel::askPrice()
{
    m_pricing.cancel();
    const chain::PricedAsset priced{.chain = m_quote->chain, .token = m_token};
    m_pricing = net::start(
        this, [prices = &m_paying.prices, priced](net::CancelToken cancel) { return prices->price(priced, cancel); },
        [this](const Result<std::optional<chain::AssetPrice>> &price) {
            // Without an answer there is no price: an old one would be taken for a new one.
            m_amount.setPrice(price.value_or(std::nullopt));
            Q_EMIT inputChanged();
        });
}

void SendViewModel::everything()
{
    const chain::PaymentAsset *chosen = asset();
    if (chosen == nullptr || !chosen->balance || !m_isQuoteForAsset || m_step != Step::Form) {
        return;
    }
    const auto rest
        = chosen->token ? wallet::Result<wallet::Uint256>(*chosen->balance) : chosen->balance->minus(feeAndRent());
    m_amount.setInDollars(false);
    setAmount(rest ? rest->toUnits(chosen->decimals) : u"0"_s);
}

void SendViewModel::emptyForm()
{
    m_recipient.setText({});
    m_amount.clear();
    m_token.reset();
    m_compared = false;
    m_reviewAfterQuote = false;
}

void SendViewModel::followAccounts()
{
    if (m_accounts.find(m_account)) {
        return;
    }
    const auto current = m_accounts.current();
    m_account = current ? static_cast<int>(current->id) : -1;
    emptyForm();
    m_current.clear();
    setStep(Step::Form);
    openGateway();
}

void SendViewModel::openGateway()
{
    dropGateway();
    reset();
    m_token.reset();
    m_amount.setPrice(std::nullopt);
    m_recipient.setPayer(m_accounts.find(m_account));
    m_node = m_account < 0 ? QString() : m_settings.value(nodeKey(isSolana()));
    const QUrl node = safeNode(m_node);
    if (m_account >= 0) {
        const AddressFamily family = isSolana() ? AddressFamily::Solana : AddressFamily::Evm;
        m_paying.outbox.setNode(family, node);
        m_gateway = node.isEmpty() ? nullptr : m_paying.outbox.gateway(family, node);
    }
    Q_EMIT quoteChanged();
    Q_EMIT inputChanged();
}

void SendViewModel::dropGateway()
{
    m_asking.stop();
    m_quoting.cancel();
    m_pricing.cancel();
    m_preparing.cancel();
    m_gateway.reset();
    m_quote.reset();
    m_isQuoteForAsset = false;
}

void SendViewModel::askSoon()
{
    if (m_gateway) {
        m_asking.start();
    }
}

} // namespace majlis::viewmodels
