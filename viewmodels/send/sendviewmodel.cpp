// SPDX-License-Identifier: GPL-3.0-or-later
// What is chosen and typed. What follows "Look at it and sign" is in sendpaying.cpp.
#include "viewmodels/send/sendviewmodel.h"

#include "models/net/call.h"
#include "models/store/addressbook.h"
#include "viewmodels/accounts/accountbook.h"
#include "viewmodels/common/ticker.h"
#include "viewmodels/format/figures.h"
#include "viewmodels/format/times.h"
#include "viewmodels/review/reviewviewmodel.h"
#include "viewmodels/send/paymenttexts.h"
#include "viewmodels/settings/settingkeys.h"

#include <algorithm>
#include <array>

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

QStringList SendViewModel::assets() const
{
    QStringList names;
    for (const chain::PaymentAsset &asset : m_quote ? m_quote->assets : std::vector<chain::PaymentAsset>()) {
        names += tr("%1 · %2", "asset, how much there is of it")
                     .arg(assetName(asset),
                         asset.balance ? asset.balance->toUnits(asset.decimals) : tr("unknown", "a balance"));
    }
    return names;
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

QString SendViewModel::balance() const
{
    const chain::PaymentAsset *chosen = asset();
    return chosen != nullptr && chosen->balance ? amountText(*chosen->balance, chosen->decimals, chosen->symbol)
                                                : format::unknown();
}

QStringList SendViewModel::fees() const
{
    if (!m_quote || !m_isQuoteForAsset) {
        return {};
    }
    const std::array names{tr("Slow", "speed of a transaction"), tr("Normal", "speed of a transaction"),
        tr("Fast", "speed of a transaction")};
    QStringList lines;
    for (std::size_t i = 0; i < names.size(); ++i) {
        lines += tr("%1: at most %2", "speed of a transaction, its fee")
                     .arg(names.at(i), amountText(m_quote->fees.at(i).total, coin()->decimals, coin()->symbol));
    }
    return lines;
}

void SendViewModel::setFeeIndex(int index)
{
    if (m_fee != index && index >= 0 && index < 3) {
        m_fee = index;
        Q_EMIT inputChanged();
    }
}

wallet::Uint256 SendViewModel::feeAndRent() const
{
    if (!m_quote) {
        return {};
    }
    const wallet::Uint256 &fee = m_quote->fees[static_cast<std::size_t>(m_fee)].total;
    return fee.plus(m_quote->rent).value_or(fee);
}

QString SendViewModel::total() const
{
    const chain::PaymentAsset *chosen = asset();
    const auto units = m_amount.units();
    if (chosen == nullptr || !units || units->isZero() || !m_isQuoteForAsset) {
        return {};
    }
    const QString costs = amountText(feeAndRent(), coin()->decimals, coin()->symbol);
    if (chosen->token) {
        return tr("%1, and at most %2", "amount of a token, fee in the coin")
            .arg(amountText(*units, chosen->decimals, chosen->symbol), costs);
    }
    const auto whole = units->plus(feeAndRent());
    return whole ? tr("At most %1").arg(amountText(*whole, chosen->decimals, chosen->symbol)) : QString();
}

QString SendViewModel::feeError() const
{
    if (!m_quote || !m_isQuoteForAsset || !coin()->balance || *coin()->balance >= feeAndRent()) {
        return {};
    }
    return tr("The fee can be %1, and this account has %2.", "amounts of the chain's coin")
        .arg(amountText(feeAndRent(), coin()->decimals, coin()->symbol),
            amountText(*coin()->balance, coin()->decimals, coin()->symbol));
}

QString SendViewModel::rent() const
{
    return m_quote && !m_quote->rent.isZero() ? amountText(m_quote->rent, coin()->decimals, coin()->symbol) : QString();
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

QString SendViewModel::worth() const
{
    const chain::PaymentAsset *chosen = asset();
    if (chosen == nullptr) {
        return {};
    }
    if (!m_amount.price()) {
        return tr("No price known");
    }
    const QString age = tr("price of %1, %2", "platform, age")
                            .arg(m_amount.price()->source, format::age(m_amount.price()->asOf, m_paying.clock.now()));
    const auto units = m_amount.units();
    const auto dollars = m_amount.dollars();
    if (!units || !dollars) {
        return age;
    }
    return tr("about %1, %2", "value, age of the price")
        .arg(m_amount.isInDollars() ? amountText(*units, chosen->decimals, chosen->symbol) : format::dollars(*dollars),
            age);
}

QString SendViewModel::amountError() const
{
    const chain::PaymentAsset *chosen = asset();
    if (m_amount.text().isEmpty() || chosen == nullptr) {
        return {};
    }
    const auto units = m_amount.units();
    if (!units || units->isZero()) {
        return m_amount.isInDollars()
            ? tr("A sum of dollars such as 12.50.")
            : tr("A number such as 0.25, with at most %1 digits after the point.").arg(chosen->decimals);
    }
    if (!chosen->balance) {
        return {}; // not known here; the chain is asked before anything is signed
    }
    const auto whole = chosen->token ? wallet::Result<wallet::Uint256>(*units) : units->plus(feeAndRent());
    if (whole && *whole <= *chosen->balance) {
        return {};
    }
    return chosen->token ? tr("More than there is: %1.").arg(balance())
                         : tr("More than there is: %1 with the fee.").arg(balance());
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
