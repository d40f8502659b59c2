// SPDX-License-Identifier: GPL-3.0-or-later
// From the review to the end of a payment.
#include "models/net/call.h"
#include "models/store/addressbook.h"
#include "viewmodels/accounts/accountbook.h"
#include "viewmodels/review/reviewviewmodel.h"
#include "viewmodels/send/paymenttexts.h"
#include "viewmodels/send/sendviewmodel.h"

namespace majlis::viewmodels
{

using namespace std::chrono_literals;
using State = store::StoredPayment::State;

namespace
{

constexpr auto oldQuote = 60s; // fees move

} // namespace

bool SendViewModel::isQuoteOld() const
{
    return m_paying.clock.monotonic() - m_quotedAt > oldQuote;
}

void SendViewModel::review()
{
    const auto account = m_accounts.find(m_account);
    if (!canReview() || !account) {
        return;
    }
    if (isQuoteOld()) { // and then it is judged anew
        m_reviewAfterQuote = true;
        refresh();
        return;
    }
    prepare(*account);
}

void SendViewModel::prepare(const wallet::Account &account)
{
    const chain::PaymentDraft draft{.from = account.address,
        .recipient = *m_recipient.address(),
        .amount = *m_amount.units(),
        .asset = *asset(),
        .temper = static_cast<chain::FeeTemper>(m_fee),
        .fee = m_quote->fees[static_cast<std::size_t>(m_fee)],
        .chain = m_quote->chain,
        .firstNonce = m_paying.outbox.firstFreeNonce(account.address, m_quote->chain)};
    store::StoredPayment payment{.id = {},
        .from = draft.from,
        .to = draft.recipient,
        .amount = draft.amount,
        .token = draft.asset.token,
        .symbol = draft.asset.symbol,
        .decimals = draft.asset.decimals,
        .chain = draft.chain,
        .network = m_quote->network,
        .node = m_node,
        .transaction = {},
        .signedAt = {},
        .changedAt = {},
        .detail = {}};
    setLoading();
    m_preparing.cancel();
    m_preparing = net::start(
        this, [gateway = m_gateway, draft](net::CancelToken cancel) { return gateway->prepare(draft, cancel); },
        [this, account, payment](const Result<chain::PreparedPayment> &prepared) mutable {
            if (!prepared) {
                setFailed(describePayment(prepared.error()));
                return;
            }
            setReady();
            payment.nonce = prepared->nonce;
            payment.lastValidBlockHeight = prepared->lastValidBlockHeight;
            m_review.ask(account, prepared->intent, this,
                [this, payment](const wallet::SignedIntent &done) { submit(payment, done); });
        });
}

void SendViewModel::submit(store::StoredPayment payment, const wallet::SignedIntent &done)
{
    payment.id = done.transactionId;
    payment.transaction = done.transaction;
    m_current = payment.id;
    setStep(Step::Sending);
    setLoading();
    net::start(
        this, [outbox = &m_paying.outbox, payment](net::CancelToken) { return outbox->put(payment); },
        [this, recipient = payment.to, id = payment.id](const Result<void> &kept) {
            if (kept) {
                m_book.notePaid(recipient);
                follow();
                return;
            }
            if (m_current != id) {
                return;
            }
            m_current.clear();
            setStep(Step::Form);
            setFailed(describePayment(kept.error()));
        });
}

void SendViewModel::lookAgain()
{
    m_paying.outbox.look(m_current);
}

void SendViewModel::follow()
{
    Q_EMIT inputChanged(); // what waits before the next one
    const chain::PaymentOutbox::Entry *entry = m_paying.outbox.find(m_current);
    if (entry == nullptr) {
        return;
    }
    Step step = Step::Unknown;
    switch (entry->payment.state) {
    case State::Queued:
        step = entry->problem ? Step::Unknown : Step::Sending;
        break;
    case State::Sent:
        step = entry->problem ? Step::Unknown : Step::Waiting;
        break;
    case State::Confirmed:
        step = Step::Landed;
        break;
    case State::Failed:
        step = Step::Failed;
        break;
    case State::Replaced:
    case State::Expired:
        step = Step::Lost;
        break;
    case State::Untraceable:
    case State::GivenUp:
        break;
    }
    if (entry->problem) {
        setFailed(describePayment(*entry->problem));
    } else if (step == Step::Sending || step == Step::Waiting) {
        setLoading();
    } else {
        setReady();
    }
    setStep(step);
}

void SendViewModel::another()
{
    emptyForm();
    m_current.clear();
    m_isQuoteForAsset = false;
    reset();
    setStep(Step::Form);
    refresh();
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
