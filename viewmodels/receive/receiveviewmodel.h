// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/accounts/accountsmodel.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace majlis::viewmodels
{

class AccountBook;

/// What to give to somebody who wants to pay: the address, and a link that wallets understand (EIP-681 or Solana Pay),
/// also as a picture. Nothing leaves the computer.
class ReceiveViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by RootViewModel")
    Q_PROPERTY(majlis::viewmodels::AccountsModel *accounts READ accounts CONSTANT FINAL)
    Q_PROPERTY(int accountId READ accountId NOTIFY changed FINAL) ///< -1: none, the wallet is locked
    Q_PROPERTY(QString accountName READ accountName NOTIFY changed FINAL)
    Q_PROPERTY(QString address READ address NOTIFY changed FINAL) ///< in full
    Q_PROPERTY(QStringList chains READ chains NOTIFY changed FINAL) ///< names, to choose one
    Q_PROPERTY(int chainIndex READ chainIndex WRITE setChainIndex NOTIFY changed FINAL)
    Q_PROPERTY(QString coin READ coin NOTIFY changed FINAL) ///< of the chain: "ETH", "SOL"
    Q_PROPERTY(QString amount READ amount WRITE setAmount NOTIFY changed FINAL) ///< as typed; empty: any
    Q_PROPERTY(QString amountError READ amountError NOTIFY changed FINAL)
    Q_PROPERTY(QString message READ message WRITE setMessage NOTIFY changed FINAL) ///< what for; Solana only
    Q_PROPERTY(bool messagePossible READ isMessagePossible NOTIFY changed FINAL)
    Q_PROPERTY(QString link READ link NOTIFY changed FINAL) ///< empty when the amount is wrong

public:
    /// Outlives this object.
    explicit ReceiveViewModel(AccountBook &book, QObject *parent = nullptr);

    [[nodiscard]] AccountsModel *accounts();
    [[nodiscard]] int accountId() const { return m_account; }
    [[nodiscard]] QString accountName() const;
    [[nodiscard]] QString address() const;
    [[nodiscard]] QStringList chains() const;
    [[nodiscard]] int chainIndex() const { return m_chain; }
    void setChainIndex(int index);
    [[nodiscard]] QString coin() const;
    [[nodiscard]] QString amount() const { return m_amount; }
    void setAmount(const QString &amount);
    [[nodiscard]] QString amountError() const;
    [[nodiscard]] QString message() const { return m_message; }
    void setMessage(const QString &message);
    [[nodiscard]] bool isMessagePossible() const;
    [[nodiscard]] QString link() const { return m_link; }

    Q_INVOKABLE void chooseAccount(int id);
    Q_INVOKABLE void copyAddress();
    Q_INVOKABLE void copyLink();

Q_SIGNALS:
    void changed();
    void copyRequested(const QString &text);

private:
    void followAccounts();
    void refresh();
    [[nodiscard]] QString makeLink() const;

    AccountBook &m_book;
    int m_account = -1;
    int m_chain = 0;
    QString m_amount;
    QString m_message;
    QString m_link;
};

} // namespace majlis::viewmodels
