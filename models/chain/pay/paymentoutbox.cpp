// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chain/pay/paymentoutbox.h"

#include "models/chain/patience.h"
#include "models/net/call.h"

#include <algorithm>

namespace majlis::chain
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = store::StoredPayment::State;

namespace
{

// Longer ago a node of Solana may have forgotten what it had: "I know nothing of it" proves nothing then.
constexpr auto solanaMemory = 24h;
// What was given up is looked for as long, and not as often.
constexpr auto givenUpWatch = 7 * 24h;
constexpr int slowest = 50; // intervals
// Behind one address there are often several nodes, of which one may lag: that a payment can never land is believed
// when two looks in a row say so.
constexpr int looksToBelieve = 2;

bool saysNever(PaymentSight::Kind kind)
{
    return kind == PaymentSight::Kind::Replaced || kind == PaymentSight::Kind::Expired;
}

bool isUnderWay(State state)
{
    return state == State::Queued || state == State::Sent;
}

SignedPayment signedPaymentOf(const store::StoredPayment &payment)
{
    return {.transaction = payment.transaction,
        .chain = payment.chain,
        .lastValidBlockHeight = payment.lastValidBlockHeight};
}

} // namespace

PaymentOutbox::PaymentOutbox(store::Database &database, const Clock &clock, GatewayFactory makeGateway, QObject *parent)
    : QObject(parent)
    , m_store(database)
    , m_clock(clock)
    , m_makeGateway(std::move(makeGateway))
{
    m_timer.setInterval(m_interval / 4);
    connect(&m_timer, &QTimer::timeout, this, &PaymentOutbox::round);
}

PaymentOutbox::~PaymentOutbox() = default;

void PaymentOutbox::start()
{
    net::start(
        this, [this](net::CancelToken) { return m_store.load(); },
        [this](Result<std::vector<Payment>> payments) {
            if (!payments) {
                Q_EMIT loadFailed(payments.error());
                return;
            }
            takeIn(std::move(*payments));
        });
}

void PaymentOutbox::takeIn(std::vector<Payment> payments)
{
    for (Payment &payment : payments) {
        if (find(payment.id) == nullptr)
            m_entries.push_back({std::move(payment), std::nullopt, false});
    }
    std::ranges::stable_sort(m_entries, std::greater<>(), [](const Entry &entry) { return entry.payment.signedAt; });
    m_isLoaded = true;
    m_timer.start();
    Q_EMIT changed({});
    round();
}

const PaymentOutbox::Entry *PaymentOutbox::find(const QString &id) const
{
    const auto found = std::ranges::find_if(m_entries, [&id](const Entry &entry) { return entry.payment.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

PaymentOutbox::Entry *PaymentOutbox::entry(const QString &id)
{
    const auto found = std::ranges::find_if(m_entries, [&id](const Entry &entry) { return entry.payment.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

void PaymentOutbox::setNode(AddressFamily family, const QUrl &node)
{
    if (m_nodes[family] == node)
        return;
    m_nodes[family] = node;
    m_turns.clear(); // another one may know more
    round();
}

std::unique_ptr<PaymentGateway> PaymentOutbox::gateway(AddressFamily family, const QUrl &node) const
{
    return m_makeGateway ? m_makeGateway(family, node) : nullptr;
}

PaymentOutbox::Gateways PaymentOutbox::gatewaysFor(const Payment &payment)
{
    Gateways found;
    const AddressFamily family = payment.from.family();
    for (const QUrl &node : {m_nodes[family], QUrl(payment.node)}) {
        if (node.isEmpty() || !m_makeGateway || !net::HttpClient::validateBase(node))
            continue;
        auto &kept = m_gateways[{family, node.toString()}];
        if (!kept)
            kept = m_makeGateway(family, node);
        if (std::ranges::find(found, kept) == found.end())
            found.push_back(kept);
    }
    return found;
}

QCoro::Task<Result<void>> PaymentOutbox::put(Payment payment)
{
    payment.state = State::Queued;
    payment.signedAt = m_clock.now();
    payment.changedAt = payment.signedAt;
    const QPointer<PaymentOutbox> self(this);
    auto kept = co_await m_store.add(payment);
    if (!self)
        co_return fail(ErrorCode::Cancelled);
    if (!kept)
        co_return std::unexpected(kept.error());
    if (find(payment.id) == nullptr) {
        m_entries.insert(m_entries.begin(), {payment, std::nullopt, false});
        m_timer.start();
        Q_EMIT changed({});
        round();
    }
    co_return Result<void>();
}

void PaymentOutbox::look(const QString &id)
{
    Entry *found = entry(id);
    if (found == nullptr || found->isBusy || store::isFinal(found->payment.state))
        return;
    m_turns.erase(id);
    turn(*found);
}

void PaymentOutbox::giveUp(const QString &id)
{
    Entry *found = entry(id);
    if (found == nullptr || found->payment.state != State::Queued)
        return;
    found->payment.state = State::GivenUp;
    found->payment.changedAt = m_clock.now();
    m_store.update(found->payment);
    Q_EMIT changed(id);
}

std::uint64_t PaymentOutbox::firstFreeNonce(const Address &account, const QString &chain) const
{
    std::uint64_t first = 0;
    for (const auto &[payment, problem, isBusy] : m_entries) {
        if (isUnderWay(payment.state) && payment.from == account && payment.chain == chain)
            first = std::max(first, payment.nonce + 1);
    }
    return account.isSolana() ? 0 : first;
}

int PaymentOutbox::underWay(const Address &account, const QString &chain) const
{
    return static_cast<int>(std::ranges::count_if(m_entries, [&](const Entry &entry) {
        return isUnderWay(entry.payment.state) && entry.payment.from == account && entry.payment.chain == chain;
    }));
}

void PaymentOutbox::setInterval(std::chrono::milliseconds interval)
{
    m_interval = interval;
    m_timer.setInterval(std::max(interval / 4, std::chrono::milliseconds(1)));
}

void PaymentOutbox::round()
{
    bool isAnythingOpen = false;
    for (Entry &entry : m_entries) {
        if (store::isFinal(entry.payment.state))
            continue;
        isAnythingOpen = true;
        const auto planned = m_turns.find(entry.payment.id);
        if (!entry.isBusy && (planned == m_turns.end() || planned->second.due <= m_clock.monotonic()))
            turn(entry);
    }
    if (!isAnythingOpen)
        m_timer.stop();
}

void PaymentOutbox::turn(Entry &entry)
{
    const Payment &payment = entry.payment;
    Gateways gateways = gatewaysFor(payment);
    if (gateways.empty())
        return;
    entry.isBusy = true;
    net::start(
        this,
        [gateways, asked = signedPaymentOf(payment), mayBeSent = isUnderWay(payment.state)](
            net::CancelToken cancel) { return ask(gateways, asked, mayBeSent, cancel); },
        [this, id = payment.id](const Result<Finding> &finding) { note(id, finding); });
    Q_EMIT changed(payment.id);
}

QCoro::Task<Result<PaymentOutbox::Finding>> PaymentOutbox::ask(
    Gateways gateways, SignedPayment payment, bool mayBeSent, net::CancelToken cancel)
{
    Result<Finding> last = fail(ErrorCode::Unavailable);
    for (const auto &gateway : gateways) {
        last = co_await askOne(gateway, payment, mayBeSent, cancel);
        if (last || cancel.isCancelled())
            break;
    }
    co_return last;
}

// The look comes first, always: what is on the chain already is not sent again.
QCoro::Task<Result<PaymentOutbox::Finding>> PaymentOutbox::askOne(
    std::shared_ptr<PaymentGateway> gateway, SignedPayment payment, bool mayBeSent, net::CancelToken cancel)
{
    const auto sight = co_await gateway->look(payment, cancel);
    if (!sight)
        co_return std::unexpected(sight.error());
    Finding finding;
    finding.sight = *sight;
    if (sight->kind != PaymentSight::Kind::Missing || !mayBeSent)
        co_return finding;
    const Result<void> sent = co_await gateway->submit(payment, cancel);
    finding.wasTaken = sent.has_value();
    if (!sent)
        finding.refusal = sent.error();
    co_return finding;
}

void PaymentOutbox::note(const QString &id, const Result<Finding> &finding)
{
    Entry *found = entry(id);
    if (found == nullptr)
        return;
    found->isBusy = false;
    const State before = found->payment.state;
    if (finding) {
        apply(*found, *finding);
    } else if (finding.error().code != ErrorCode::Cancelled) {
        found->problem = finding.error();
    }
    plan(*found, finding && !found->problem);
    if (found->payment.state != before) {
        found->payment.changedAt = m_clock.now();
        m_store.update(found->payment);
        if (store::isFinal(found->payment.state)) {
            found->payment.transaction.clear();
            m_turns.erase(id);
        }
    }
    Q_EMIT changed(id);
}

void PaymentOutbox::apply(Entry &entry, const Finding &finding)
{
    Payment &payment = entry.payment;
    const bool isGivenUp = payment.state == State::GivenUp;
    entry.problem = finding.refusal;
    int &denials = m_turns[payment.id].denials;
    denials = saysNever(finding.sight.kind) ? denials + 1 : 0;
    if (denials > 0 && denials < looksToBelieve)
        return;
    switch (finding.sight.kind) {
    case PaymentSight::Kind::Landed:
        payment.state = State::Confirmed;
        break;
    case PaymentSight::Kind::Failed:
        payment.state = State::Failed;
        payment.detail = finding.sight.detail;
        break;
    case PaymentSight::Kind::Replaced:
        payment.state = State::Replaced;
        break;
    case PaymentSight::Kind::Expired:
        payment.state = m_clock.now() - payment.signedAt > solanaMemory ? State::Untraceable : State::Expired;
        break;
    case PaymentSight::Kind::Waiting:
        payment.state = isGivenUp ? State::GivenUp : State::Sent;
        break;
    case PaymentSight::Kind::Missing:
        if (finding.wasTaken)
            payment.state = State::Sent;
        else if (isGivenUp && m_clock.now() - payment.changedAt > givenUpWatch)
            payment.state = State::Untraceable;
        break;
    }
}

void PaymentOutbox::plan(const Entry &entry, bool soon)
{
    Turn &turn = m_turns[entry.payment.id];
    const auto longest = m_interval * slowest;
    turn.wait
        = soon && entry.payment.state != State::GivenUp ? m_interval : std::clamp(turn.wait * 2, m_interval, longest);
    turn.due = m_clock.monotonic() + turn.wait;
}

} // namespace majlis::chain
