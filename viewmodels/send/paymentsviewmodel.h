// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chain/pay/paymentoutbox.h"
#include "viewmodels/send/paymentsmodel.h"

#include <QObject>

namespace majlis::store
{
class AddressBook;
}

namespace majlis::viewmodels
{

class Ticker;

/// The payments that were signed here, newest first, and what became of each: those whose end is open, and the latest
/// thirty of the others. GUI thread.
class PaymentsViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by SendViewModel")
    Q_PROPERTY(majlis::viewmodels::PaymentsModel *payments READ payments CONSTANT FINAL)
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    Q_PROPERTY(int open READ openCount NOTIFY countChanged FINAL) ///< how many are queued or on their way

public:
    /// All outlive this object.
    PaymentsViewModel(chain::PaymentOutbox &outbox, const store::AddressBook &book, const Clock &clock, Ticker &ticker,
        QObject *parent = nullptr);

    [[nodiscard]] PaymentsModel *payments() { return &m_payments; }
    [[nodiscard]] int count() const { return m_payments.rowCount(); }
    [[nodiscard]] int openCount() const { return m_open; }

    Q_INVOKABLE void look(const QString &id);
    Q_INVOKABLE void giveUp(const QString &id);
    Q_INVOKABLE void copy(const QString &id);

Q_SIGNALS:
    void countChanged();
    void copyRequested(const QString &text);

private:
    void refresh();
    [[nodiscard]] PaymentRow rowOf(const chain::PaymentOutbox::Entry &entry) const;

    chain::PaymentOutbox &m_outbox;
    const store::AddressBook &m_book;
    const Clock &m_clock;
    PaymentsModel m_payments;
    int m_open = 0;
};

} // namespace majlis::viewmodels
