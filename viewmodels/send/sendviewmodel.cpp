// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/send/sendviewmodel.h"

#include "models/net/call.h"
#include "models/store/addressbook.h"
#include "viewmodels/accounts/accountbook.h"
#include "viewmodels/format/failures.h"
#include "viewmodels/format/figures.h"
#include "viewmodels/review/reviewviewmodel.h"
#include "viewmodels/settings/settingkeys.h"

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

/// A node is no platform: what is wrong with it is said of it.
UserError describeNode(const Error &error)
{
    UserError words = format::describe(error);
    if (error.code == ErrorCode::Offline || error.code == ErrorCode::Timeout) {
        words.title = SendViewModel::tr("The node does not answer");
        words.advice = SendViewModel::tr("Check its address and your connection, or try again.");
    }
    return words;
}

} // namespace

SendViewModel::SendViewModel(AccountBook &accounts, store::AddressBook &book, store::Settings &settings,
    ReviewViewModel &review, GatewayFactory makeGateway, QObject *parent)
    : AsyncState(parent)
    , m_accounts(accounts)
    , m_book(book)
    , m_settings(settings)
    , m_review(review)
    , m_makeGateway(std::move(makeGateway))
    , m_recipient(book)
{
    m_asking.setSingleShot(true);
    m_asking.setInterval(300ms);
    connect(&m_asking, &QTimer::timeout, this, &SendViewModel::refresh);
    connect(&m_accounts, &AccountBook::accountsChanged, this, &SendViewModel::followAccounts);
    connect(&m_book, &store::AddressBook::changed, this, &SendViewModel::inputChanged);
    connect(this, &AsyncState::statusChanged, this, &SendViewModel::inputChanged);
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
    const QUrl url(m_node, QUrl::StrictMode);
    return m_node.isEmpty() || net::HttpClient::validateBase(url)
        ? QString()
        : tr("An address that begins with https://, or http:// on this computer.");
}

QString SendViewModel::symbol() const
{
    return m_quote ? m_quote->symbol : QString();
}

QString SendViewModel::balance() const
{
    return m_quote && m_gateway
        ? tr("%1 %2", "amount, coin").arg(m_quote->balance.toUnits(m_gateway->decimals()), symbol())
        : format::unknown();
}

QStringList SendViewModel::fees() const
{
    if (!m_quote || !m_gateway) {
        return {};
    }
    const std::array names{tr("Slow", "speed of a transaction"), tr("Normal", "speed of a transaction"),
        tr("Fast", "speed of a transaction")};
    QStringList texts;
    for (std::size_t i = 0; i < names.size(); ++i) {
        texts += tr("%1: at most %2 %3", "speed, amount, coin")
                     .arg(names[i], m_quote->fees[i].toUnits(m_gateway->decimals()), symbol());
    }
    return texts;
}

void SendViewModel::setFeeIndex(int index)
{
    if (m_fee != index && index >= 0 && index < 3) {
        m_fee = index;
        Q_EMIT inputChanged();
    }
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
    if (m_amount != amount.trimmed() && m_step == Step::Form) {
        m_amount = amount.trimmed();
        Q_EMIT inputChanged();
    }
}

QString SendViewModel::amountError() const
{
    if (m_amount.isEmpty() || !m_gateway) {
        return {};
    }
    const auto units = amountUnits();
    if (!units || units->isZero()) {
        return tr("A number such as 0.25, with at most %1 digits after the point.").arg(m_gateway->decimals());
    }
    if (!m_quote) {
        return {};
    }
    const auto whole = units->plus(fee());
    return !whole || *whole > m_quote->balance ? tr("More than there is: %1 with the fee.").arg(balance()) : QString();
}

bool SendViewModel::canReview() const
{
    return m_step == Step::Form && m_quote && !isLoading() && m_recipient.address() && !m_amount.isEmpty()
        && amountError().isEmpty()
        && (m_compared || !(isFirstTime() || !lookalike().isEmpty() || !copiedInstead().isEmpty()));
}

void SendViewModel::chooseAccount(int id)
{
    if (m_account != id && m_accounts.find(id) && m_step == Step::Form) {
        m_account = id;
        m_recipient.setText({});
        m_amount.clear();
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
    m_quoting = net::start(
        this,
        [gateway = m_gateway, from = account->address, to = m_recipient.address()](
            net::CancelToken cancel) { return gateway->quote(from, to, cancel); },
        [this](const Result<chain::PaymentQuote> &quote) {
            if (!quote) {
                setFailed(describeNode(quote.error()));
                return;
            }
            m_quote = *quote;
            setReady();
            Q_EMIT quoteChanged();
            Q_EMIT inputChanged();
        });
}

void SendViewModel::everything()
{
    if (!m_quote || !m_gateway) {
        return;
    }
    const auto rest = m_quote->balance.minus(fee());
    setAmount(rest ? rest->toUnits(m_gateway->decimals()) : u"0"_s);
}

void SendViewModel::review()
{
    const auto account = m_accounts.find(m_account);
    if (!canReview() || !account) {
        return;
    }
    const chain::PaymentDraft draft{.from = account->address,
        .recipient = *m_recipient.address(),
        .amount = *amountUnits(),
        .temper = static_cast<chain::FeeTemper>(m_fee)};
    setLoading();
    m_paying = net::start(
        this, [gateway = m_gateway, draft](net::CancelToken cancel) { return gateway->prepare(draft, cancel); },
        [this, account = *account, recipient = draft.recipient](const Result<chain::PreparedPayment> &prepared) {
            if (!prepared) {
                setFailed(describeNode(prepared.error()));
                return;
            }
            setReady();
            m_lastValidBlockHeight = prepared->lastValidBlockHeight;
            m_review.ask(account, prepared->intent, this,
                [this, recipient](const wallet::SignedIntent &done) { submit(done, recipient); });
        });
}

void SendViewModel::submit(const wallet::SignedIntent &done, const Address &recipient)
{
    m_signed = done;
    m_transactionId = done.transactionId;
    m_book.notePaid(recipient);
    setStep(Step::Sending);
    setLoading();
    m_paying = net::start(
        this, [gateway = m_gateway, done](net::CancelToken cancel) { return gateway->submit(done, cancel); },
        [this](const Result<void> &sent) {
            if (!sent) {
                // The node may have it all the same: only the chain can say.
                setFailed(describeNode(sent.error()));
                setStep(Step::Unknown);
                return;
            }
            waitFor();
        });
}

void SendViewModel::lookAgain()
{
    if (m_step == Step::Unknown) {
        waitFor();
    }
}

void SendViewModel::waitFor()
{
    if (!m_gateway || !m_signed) {
        return;
    }
    setStep(Step::Waiting);
    setLoading();
    m_paying = net::start(
        this,
        [gateway = m_gateway, done = *m_signed, last = m_lastValidBlockHeight](
            net::CancelToken cancel) { return gateway->waitFor(done, last, cancel); },
        [this](const Result<chain::PaymentOutcome> &outcome) {
            if (!outcome) {
                setFailed(describeNode(outcome.error()));
                setStep(Step::Unknown);
                return;
            }
            setReady();
            setStep(*outcome == chain::PaymentOutcome::Landed   ? Step::Landed
                    : *outcome == chain::PaymentOutcome::Failed ? Step::Failed
                                                                : Step::Lost);
        });
}

void SendViewModel::another()
{
    m_paying.cancel();
    m_recipient.setText({});
    m_amount.clear();
    m_transactionId.clear();
    m_signed.reset();
    m_compared = false;
    reset();
    setStep(Step::Form);
    refresh();
}

std::optional<wallet::Uint256> SendViewModel::amountUnits() const
{
    if (!m_gateway) {
        return std::nullopt;
    }
    const auto units = wallet::Uint256::fromUnits(m_amount, m_gateway->decimals());
    return units ? std::optional(*units) : std::nullopt;
}

wallet::Uint256 SendViewModel::fee() const
{
    return m_quote ? m_quote->fees[static_cast<std::size_t>(m_fee)] : wallet::Uint256();
}

void SendViewModel::followAccounts()
{
    if (m_accounts.find(m_account)) {
        return;
    }
    const auto current = m_accounts.current();
    m_account = current ? static_cast<int>(current->id) : -1;
    m_recipient.setText({});
    m_amount.clear();
    m_transactionId.clear();
    m_compared = false;
    setStep(Step::Form);
    openGateway();
}

void SendViewModel::openGateway()
{
    dropGateway();
    reset();
    m_recipient.setPayer(m_accounts.find(m_account));
    m_node = m_account < 0 ? QString() : m_settings.value(nodeKey(isSolana()));
    if (m_account >= 0 && m_makeGateway && !m_node.isEmpty() && nodeError().isEmpty()) {
        m_gateway = m_makeGateway(isSolana() ? AddressFamily::Solana : AddressFamily::Evm, QUrl(m_node));
    }
    Q_EMIT quoteChanged();
    Q_EMIT inputChanged();
}

void SendViewModel::dropGateway()
{
    m_asking.stop();
    m_quoting.cancel();
    m_paying.cancel();
    m_gateway.reset();
    m_quote.reset();
}

void SendViewModel::askSoon()
{
    if (m_gateway) {
        m_asking.start();
    }
}

void SendViewModel::setStep(Step step)
{
    if (m_step != step) {
        m_step = step;
        Q_EMIT stepChanged();
        Q_EMIT inputChanged();
    }
}

} // namespace majlis::viewmodels
