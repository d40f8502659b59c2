// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chain/pay/paymentgateway.h"
#include "models/chain/pay/paymentoutbox.h"
#include "models/chain/pay/pricesource.h"
#include "models/net/canceltoken.h"
#include "viewmodels/accounts/accountsmodel.h"
#include "viewmodels/common/asyncstate.h"
#include "viewmodels/send/amountinput.h"
#include "viewmodels/send/paymentsviewmodel.h"
#include "viewmodels/send/recipientinput.h"

#include <QStringList>
#include <QTimer>

#include <chrono>
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
class Ticker;

/// Sending a chain's own coin or a token: to whom, how much, at which fee; then the review, and what became of it.
/// `status` is Loading while the node is asked. What is typed is never changed by an answer. What was signed is the
/// outbox's: it goes on there whatever becomes of this page.
class SendViewModel : public majlis::viewmodels::AsyncState
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by RootViewModel")
    Q_PROPERTY(majlis::viewmodels::AccountsModel *accounts READ accounts CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::PaymentsViewModel *payments READ payments CONSTANT FINAL)
    Q_PROPERTY(int accountId READ accountId NOTIFY inputChanged FINAL)
    Q_PROPERTY(bool solana READ isSolana NOTIFY inputChanged FINAL)
    Q_PROPERTY(Step step READ step NOTIFY stepChanged FINAL)

    Q_PROPERTY(QString node READ node WRITE setNode NOTIFY inputChanged FINAL) ///< address of the node, as typed
    Q_PROPERTY(QString nodeError READ nodeError NOTIFY inputChanged FINAL)
    Q_PROPERTY(bool hasNode READ hasNode NOTIFY inputChanged FINAL) ///< one is in use
    Q_PROPERTY(QString network READ network NOTIFY quoteChanged FINAL) ///< by what the node says; empty: not asked yet
    /// What can be paid with, and how much there is of it: "MJG · 12.5", "USDC of ZMART · unknown".
    Q_PROPERTY(QStringList assets READ assets NOTIFY quoteChanged FINAL)
    Q_PROPERTY(int assetIndex READ assetIndex WRITE setAssetIndex NOTIFY inputChanged FINAL)
    Q_PROPERTY(QString tokenAddress READ tokenAddress NOTIFY inputChanged FINAL) ///< in full; empty: the coin
    Q_PROPERTY(QString symbol READ symbol NOTIFY inputChanged FINAL) ///< of the asset that is paid with
    Q_PROPERTY(QString balance READ balance NOTIFY quoteChanged FINAL) ///< of that asset: "1.25 ETH", "–": not known
    Q_PROPERTY(QStringList fees READ fees NOTIFY quoteChanged FINAL) ///< slow, normal, fast: what each costs at most
    Q_PROPERTY(int feeIndex READ feeIndex WRITE setFeeIndex NOTIFY inputChanged FINAL)
    Q_PROPERTY(QString total READ total NOTIFY inputChanged FINAL) ///< amount and fee, at most; empty: no amount yet
    Q_PROPERTY(QString feeError READ feeError NOTIFY inputChanged FINAL) ///< the coin does not last for the fee
    Q_PROPERTY(QString rent READ rent NOTIFY quoteChanged FINAL) ///< for opening the recipient's account; empty: none
    /// How many earlier payments of this account have not come to an end: this one waits behind them.
    Q_PROPERTY(int before READ before NOTIFY inputChanged FINAL)

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
    Q_PROPERTY(bool priced READ isPriced NOTIFY inputChanged FINAL) ///< somebody knows what the asset costs
    Q_PROPERTY(
        bool inDollars READ isInDollars WRITE setInDollars NOTIFY inputChanged FINAL) ///< how the amount is typed
    /// The amount in the other measure and how old the price is, or that there is none.
    Q_PROPERTY(QString worth READ worth NOTIFY inputChanged FINAL)
    Q_PROPERTY(bool canReview READ canReview NOTIFY inputChanged FINAL)
    Q_PROPERTY(QString transactionId READ transactionId NOTIFY stepChanged FINAL)

public:
    enum class Step {
        Form,
        Sending, ///< signed and written down; the node has it, or is being given it
        Waiting, ///< the node has it: on its way into a block
        Landed,
        Failed, ///< on the chain, but it did nothing: only the fee was paid
        Lost, ///< not on the chain, and never will be
        Unknown, ///< nobody answers or can say: it may still land. Asking again is harmless
    };
    Q_ENUM(Step)
    /// What payments go through. All outlive the view model.
    struct Paying {
        chain::PaymentOutbox &outbox;
        chain::PriceSource &prices;
        const Clock &clock;
        Ticker &ticker;
    };

    /// All outlive this object.
    SendViewModel(AccountBook &accounts, store::AddressBook &book, store::Settings &settings, ReviewViewModel &review,
        const Paying &paying, QObject *parent = nullptr);
    ~SendViewModel() override;

    [[nodiscard]] AccountsModel *accounts();
    [[nodiscard]] PaymentsViewModel *payments() { return &m_payments; }
    [[nodiscard]] int accountId() const { return m_account; }
    [[nodiscard]] bool isSolana() const;
    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] QString node() const { return m_node; }
    void setNode(const QString &node);
    [[nodiscard]] QString nodeError() const;
    [[nodiscard]] bool hasNode() const { return m_gateway != nullptr; }
    [[nodiscard]] QString network() const { return m_quote ? m_quote->network : QString(); }
    [[nodiscard]] QStringList assets() const;
    [[nodiscard]] int assetIndex() const;
    void setAssetIndex(int index);
    [[nodiscard]] QString tokenAddress() const { return m_token ? m_token->text() : QString(); }
    [[nodiscard]] QString symbol() const;
    [[nodiscard]] QString balance() const;
    [[nodiscard]] QStringList fees() const;
    [[nodiscard]] int feeIndex() const { return m_fee; }
    void setFeeIndex(int index);
    [[nodiscard]] QString total() const;
    [[nodiscard]] QString feeError() const;
    [[nodiscard]] QString rent() const;
    [[nodiscard]] int before() const;
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
    [[nodiscard]] QString amount() const { return m_amount.text(); }
    void setAmount(const QString &amount);
    [[nodiscard]] QString amountError() const;
    [[nodiscard]] bool isPriced() const { return m_amount.price().has_value(); }
    [[nodiscard]] bool isInDollars() const { return m_amount.isInDollars(); }
    void setInDollars(bool inDollars);
    [[nodiscard]] QString worth() const;
    [[nodiscard]] bool canReview() const;
    [[nodiscard]] QString transactionId() const { return m_current; }

    Q_INVOKABLE void chooseAccount(int id);
    Q_INVOKABLE void useNode(); ///< keeps what is typed and asks it; refused when it is no safe address
    Q_INVOKABLE void refresh(); ///< asks the node again; also the way on after an error
    Q_INVOKABLE void everything(); ///< all there is; of the coin, less the fee
    Q_INVOKABLE void review(); ///< asks for what ages, then opens the review
    Q_INVOKABLE void lookAgain(); ///< asks what became of it
    Q_INVOKABLE void another(); ///< back to an empty form; a payment under way goes on

    /// What was put on the clipboard from within the program, to notice when something else comes out of it.
    void noteCopied(const QString &text) { m_recipient.noteCopied(text); }

Q_SIGNALS:
    void inputChanged();
    void quoteChanged();
    void stepChanged();

private:
    [[nodiscard]] const chain::PaymentAsset *asset() const; ///< that is paid with; null: not known yet
    [[nodiscard]] const chain::PaymentAsset *coin() const;
    [[nodiscard]] wallet::Uint256 feeAndRent() const;
    [[nodiscard]] bool isQuoteOld() const;
    void followAccounts();
    void openGateway();
    void dropGateway();
    void askSoon();
    void takeQuote(const chain::PaymentQuote &quote, const std::optional<Address> &token);
    void askPrice();
    void prepare(const wallet::Account &account);
    /// `payment`: as it was prepared; what was signed is added to it.
    void submit(store::StoredPayment payment, const wallet::SignedIntent &done);
    void follow();
    void emptyForm();
    void setStep(Step step);

    AccountBook &m_accounts;
    store::AddressBook &m_book;
    store::Settings &m_settings;
    ReviewViewModel &m_review;
    Paying m_paying;
    PaymentsViewModel m_payments;
    RecipientInput m_recipient;
    AmountInput m_amount;
    std::shared_ptr<chain::PaymentGateway> m_gateway; ///< shared with the calls under way
    net::CancelSource m_quoting;
    net::CancelSource m_pricing;
    net::CancelSource m_preparing;
    std::optional<chain::PaymentQuote> m_quote;
    std::chrono::milliseconds m_quotedAt{}; ///< monotonic
    bool m_isQuoteForAsset = false; ///< its fees are those of the asset that is chosen
    bool m_reviewAfterQuote = false;
    std::optional<Address> m_token; ///< what is paid with; none: the coin
    QTimer m_asking; ///< single shot: not at every key
    int m_account = -1;
    int m_fee = 1;
    Step m_step = Step::Form;
    bool m_compared = false;
    QString m_node;
    QString m_current; ///< id of the payment on show
};

} // namespace majlis::viewmodels
