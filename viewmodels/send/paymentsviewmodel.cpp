// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/send/paymentsviewmodel.h"

#include "models/store/addressbook.h"
#include "viewmodels/common/ticker.h"
#include "viewmodels/format/names.h"
#include "viewmodels/format/times.h"
#include "viewmodels/send/paymenttexts.h"

namespace majlis::viewmodels
{

using Entry = chain::PaymentOutbox::Entry;
using State = store::StoredPayment::State;

namespace
{

constexpr int mostFinalRows = 30;

int toneOf(const Entry &entry)
{
    switch (entry.payment.state) {
    case State::Confirmed:
        return PaymentsModel::Good;
    case State::Failed:
    case State::Replaced:
    case State::Expired:
        return PaymentsModel::Bad;
    case State::Untraceable:
    case State::GivenUp:
        return PaymentsModel::Uncertain;
    case State::Queued:
    case State::Sent:
        break;
    }
    return entry.problem ? PaymentsModel::Uncertain : PaymentsModel::Waiting;
}

QString problemOf(const Entry &entry)
{
    if (entry.problem) {
        return describePayment(*entry.problem).title;
    }
    return format::plainName(entry.payment.detail);
}

} // namespace

PaymentsViewModel::PaymentsViewModel(
    chain::PaymentOutbox &outbox, const store::AddressBook &book, const Clock &clock, Ticker &ticker, QObject *parent)
    : QObject(parent)
    , m_outbox(outbox)
    , m_book(book)
    , m_clock(clock)
{
    connect(&m_outbox, &chain::PaymentOutbox::changed, this, &PaymentsViewModel::refresh);
    connect(&m_book, &store::AddressBook::changed, this, &PaymentsViewModel::refresh);
    connect(&ticker, &Ticker::tick, this, &PaymentsViewModel::refresh);
    refresh();
}

void PaymentsViewModel::look(const QString &id)
{
    m_outbox.look(id);
}

void PaymentsViewModel::giveUp(const QString &id)
{
    m_outbox.giveUp(id);
}

void PaymentsViewModel::copy(const QString &id)
{
    Q_EMIT copyRequested(id);
}

void PaymentsViewModel::refresh()
{
    std::vector<PaymentRow> rows;
    int open = 0;
    int finished = 0;
    for (const Entry &entry : m_outbox.entries()) {
        const bool isFinal = store::isFinal(entry.payment.state);
        open += entry.payment.state == State::Queued || entry.payment.state == State::Sent ? 1 : 0;
        if (isFinal && ++finished > mostFinalRows) {
            continue;
        }
        rows.push_back(rowOf(entry));
    }
    const bool counts = rows.size() != m_payments.rows().size() || open != m_open;
    m_open = open;
    m_payments.setRows(std::move(rows));
    if (counts) {
        Q_EMIT countChanged();
    }
}

PaymentRow PaymentsViewModel::rowOf(const Entry &entry) const
{
    const store::StoredPayment &payment = entry.payment;
    const store::Contact *contact = m_book.find(payment.to);
    PaymentRow row;
    row.id = payment.id;
    row.amount = amountText(payment.amount, payment.decimals, payment.symbol);
    row.recipient = payment.to.text();
    row.name = contact != nullptr ? format::plainName(contact->name) : QString();
    row.network = format::plainName(payment.network);
    row.state = stateText(payment.state);
    row.tone = toneOf(entry);
    row.age = format::age(payment.signedAt, m_clock.now());
    row.signedAt = format::exactTime(payment.signedAt);
    row.problem = problemOf(entry);
    row.canLook = !store::isFinal(payment.state);
    row.canGiveUp = payment.state == State::Queued && entry.problem;
    row.busy = entry.isBusy;
    return row;
}

} // namespace majlis::viewmodels
