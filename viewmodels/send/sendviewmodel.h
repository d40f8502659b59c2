// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chain/pay/paymentgateway.h"
#include "models/net/canceltoken.h"
#include "viewmodels/accounts/accountsmodel.h"
#include "viewmodels/common/asyncstate.h"
#include "viewmodels/send/recipientinput.h"

#include <QStringList>
#include <QTimer>

#include <functional>
#include <memory>

namespace majlis::store
{
class AddressBook;
class Settings;
} // namespace majlis::store

namespace majlis::viewmodels
{

class AccountBook;
class ReviewViewModel;

/// Sending a chain's own coin: to whom, how much, at which fee; then the review, and what became of it. `status` is
/// Loading while the node is asked. What is typed is never changed by an answer.
class SendViewModel : public majlis::viewmodels::AsyncState
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by RootViewModel")
    Q_PROPERTY(majlis::viewmodels::AccountsModel *accounts READ accounts CONSTANT FINAL)
    Q_PROPERTY(int accountId READ accountId NOTIFY inputChanged FINAL)
    Q_PROPERTY(bool solana READ isSolana NOTIFY inputChanged FINAL)
    Q_PROPERTY(Step step READ step NOTIFY stepChanged FINAL)

    Q_PROPERTY(QString node READ node WRITE setNode NOTIFY inputChanged FINAL) ///< address of the node, as typed
    Q_PROPERTY(QString nodeError READ nodeError NOTIFY inputChanged FINAL)
    Q_PROPERTY(bool hasNode READ hasNode NOTIFY inputChanged FINAL) ///< one is in use
    Q_PROPERTY(QString network READ network NOTIFY quoteChanged FINAL) ///< by what the node says; empty: not asked yet
    Q_PROPERTY(QString symbol READ symbol NOTIFY quoteChanged FINAL)
    Q_PROPERTY(QString balance READ balance NOTIFY quoteChanged FINAL) ///< "1.25 ETH", "–"
    Q_PROPERTY(
        QStringList fees READ fees NOTIFY quoteChanged FINAL) ///< slow, normal, fast with what each costs at most
    Q_PROPERTY(int feeIndex READ feeIndex WRITE setFeeIndex NOTIFY inputChanged FINAL)

    Q_PROPERTY(QString recipient READ recipient WRITE setRecipient NOTIFY inputChanged FINAL)
    Q_PROPERTY(QString recipientError READ recipientError NOTIFY inputChanged FINAL)
    Q_PROPERTY(QString recipientName READ recipientName NOTIFY inputChanged FINAL) ///< by the address book
    Q_PROPERTY(QString lookalike READ lookalike NOTIFY inputChanged FINAL) ///< who was paid and looks like it; in full
    /// What was copied in Majlis last, when something else was pasted: in full, else empty.
    Q_PROPERTY(QString copiedInstead READ copiedInstead NOTIFY inputChanged FINAL)
    Q_PROPERTY(bool contract READ isContract NOTIFY quoteChanged FINAL)
    Q_PROPERTY(bool firstTime READ isFirstTime NOTIFY inputChanged FINAL) ///< never paid: has to be compared
    Q_PROPERTY(bool compared READ isCompared WRITE setCompared NOTIFY inputChanged FINAL)
    Q_PROPERTY(QString amount READ amount WRITE setAmount NOTIFY inputChanged FINAL) ///< as typed
    Q_PROPERTY(QString amountError READ amountError NOTIFY inputChanged FINAL)
    Q_PROPERTY(bool canReview READ canReview NOTIFY inputChanged FINAL)
    Q_PROPERTY(QString transactionId READ transactionId NOTIFY stepChanged FINAL)

public:
    enum class Step {
        Form,
        Sending, ///< signed; the node has it, or is being given it
        Waiting, ///< the node has it: on its way into a block
        Landed,
        Failed, ///< on the chain, but it did nothing: only the fee was paid
        Lost, ///< not on the chain, and never will be
        Unknown, ///< nobody answers: it may still land. Asking again is harmless
    };
    Q_ENUM(Step)
    using GatewayFactory = std::function<std::unique_ptr<chain::PaymentGateway>(AddressFamily, const QUrl &)>;

    /// All outlive this object. `makeGateway` may be empty: then there is no way to any chain.
    SendViewModel(AccountBook &accounts, store::AddressBook &book, store::Settings &settings, ReviewViewModel &review,
        GatewayFactory makeGateway, QObject *parent = nullptr);
    ~SendViewModel() override;

    [[nodiscard]] AccountsModel *accounts();
    [[nodiscard]] int accountId() const { return m_account; }
    [[nodiscard]] bool isSolana() const;
    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] QString node() const { return m_node; }
    void setNode(const QString &node);
    [[nodiscard]] QString nodeError() const;
    [[nodiscard]] bool hasNode() const { return m_gateway != nullptr; }
    [[nodiscard]] QString network() const { return m_quote ? m_quote->network : QString(); }
    [[nodiscard]] QString symbol() const;
    [[nodiscard]] QString balance() const;
    [[nodiscard]] QStringList fees() const;
    [[nodiscard]] int feeIndex() const { return m_fee; }
    void setFeeIndex(int index);
    [[nodiscard]] QString recipient() const { return m_recipient.text(); }
    void setRecipient(const QString &recipient);
    [[nodiscard]] QString recipientError() const { return m_recipient.error(); }
    [[nodiscard]] QString recipientName() const { return m_recipient.name(); }
    [[nodiscard]] QString lookalike() const { return m_recipient.lookalike(); }
    [[nodiscard]] QString copiedInstead() const { return m_recipient.copiedInstead(); }
    [[nodiscard]] bool isContract() const { return m_quote && m_quote->isRecipientContract; }
    [[nodiscard]] bool isFirstTime() const { return m_recipient.isFirstTime(); }
    [[nodiscard]] bool isCompared() const { return m_compared; }
    void setCompared(bool compared);
    [[nodiscard]] QString amount() const { return m_amount; }
    void setAmount(const QString &amount);
    [[nodiscard]] QString amountError() const;
    [[nodiscard]] bool canReview() const;
    [[nodiscard]] QString transactionId() const { return m_transactionId; }

    Q_INVOKABLE void chooseAccount(int id);
    Q_INVOKABLE void useNode(); ///< keeps what is typed and asks it; refused when it is no safe address
    Q_INVOKABLE void refresh(); ///< asks the node again; also the way on after an error
    Q_INVOKABLE void everything(); ///< the balance less the fee
    Q_INVOKABLE void review(); ///< asks for what ages, then opens the review
    Q_INVOKABLE void lookAgain(); ///< step Unknown: asks what became of it
    Q_INVOKABLE void another(); ///< back to an empty form

    /// What was put on the clipboard from within the program, to notice when something else comes out of it.
    void noteCopied(const QString &text) { m_recipient.noteCopied(text); }

Q_SIGNALS:
    void inputChanged();
    void quoteChanged();
    void stepChanged();

private:
    [[nodiscard]] std::optional<wallet::Uint256> amountUnits() const;
    [[nodiscard]] wallet::Uint256 fee() const;
    void followAccounts();
    void openGateway();
    void dropGateway();
    void askSoon();
    /// `recipient`: of what was signed; the field may hold another by now.
    void submit(const wallet::SignedIntent &done, const Address &recipient);
    void waitFor();
    void setStep(Step step);

    AccountBook &m_accounts;
    store::AddressBook &m_book;
    store::Settings &m_settings;
    ReviewViewModel &m_review;
    GatewayFactory m_makeGateway;
    RecipientInput m_recipient;
    std::shared_ptr<chain::PaymentGateway> m_gateway; ///< shared with the calls under way
    net::CancelSource m_quoting;
    net::CancelSource m_paying;
    std::optional<chain::PaymentQuote> m_quote;
    std::optional<wallet::SignedIntent> m_signed;
    std::uint64_t m_lastValidBlockHeight = 0;
    QTimer m_asking; ///< single shot: not at every key
    int m_account = -1;
    int m_fee = 1;
    Step m_step = Step::Form;
    bool m_compared = false;
    QString m_node;
    QString m_amount;
    QString m_transactionId;
};

} // namespace majlis::viewmodels
