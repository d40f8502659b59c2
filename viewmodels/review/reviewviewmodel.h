// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/asyncstate.h"
#include "viewmodels/review/reviewmodels.h"
#include "wallet/account.h"
#include "wallet/intent.h"
#include "wallet/review/review.h"

#include "models/domain/time.h"

#include <QPointer>

#include <functional>
#include <optional>

namespace majlis::wallet
{
class WalletService;
}

namespace majlis::viewmodels
{

/// What stands between a wish and a signature: shows what the wallet would sign, with every warning, and asks for the
/// signature when the user says so. Pages hand it an intent; there is one review at a time, over everything else.
/// `status` is Loading while the wallet signs. GUI thread.
class ReviewViewModel : public majlis::viewmodels::AsyncState
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by RootViewModel")
    Q_PROPERTY(bool open READ isOpen NOTIFY reviewChanged FINAL)
    Q_PROPERTY(QString title READ title NOTIFY reviewChanged FINAL)
    Q_PROPERTY(QString verb READ verb NOTIFY reviewChanged FINAL) ///< of the button that signs
    Q_PROPERTY(QString accountName READ accountName NOTIFY reviewChanged FINAL)
    Q_PROPERTY(majlis::viewmodels::ReviewLinesModel *lines READ lines CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::ReviewWarningsModel *warnings READ warnings CONSTANT FINAL)
    Q_PROPERTY(QString raw READ raw NOTIFY reviewChanged FINAL) ///< what is signed, to the byte; plain text
    Q_PROPERTY(bool refused READ isRefused NOTIFY reviewChanged FINAL) ///< the wallet does not sign this
    /// Refused only because contract or method is not on the wallet's list: an expert may insist, for this request.
    Q_PROPERTY(bool expertPossible READ isExpertPossible NOTIFY reviewChanged FINAL)
    Q_PROPERTY(bool dangerous READ isDangerous NOTIFY reviewChanged FINAL) ///< asks for consent once more
    Q_PROPERTY(bool consent READ consent WRITE setConsent NOTIFY consentChanged FINAL)
    Q_PROPERTY(bool canSign READ canSign NOTIFY consentChanged FINAL)

public:
    using Signed = std::function<void(const wallet::SignedIntent &)>;

    /// Both outlive this object.
    ReviewViewModel(wallet::WalletService &wallet, const Clock &clock, QObject *parent = nullptr);
    ~ReviewViewModel() override;

    /// Opens the review of `intent`, in place of one that is open. `done` is called once when it was signed, never when
    /// the user turns away, the wallet is locked, or `requester` has gone.
    void ask(wallet::Account account, wallet::Intent intent, QObject *requester, Signed done);

    [[nodiscard]] bool isOpen() const { return m_request.has_value(); }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString verb() const;
    [[nodiscard]] QString accountName() const;
    [[nodiscard]] ReviewLinesModel *lines() { return &m_lines; }
    [[nodiscard]] ReviewWarningsModel *warnings() { return &m_warnings; }
    [[nodiscard]] QString raw() const { return m_review.raw; }
    [[nodiscard]] bool isRefused() const { return m_review.isRefused(); }
    [[nodiscard]] bool isExpertPossible() const;
    [[nodiscard]] bool isDangerous() const;
    [[nodiscard]] bool consent() const { return m_consent; }
    void setConsent(bool consent);
    [[nodiscard]] bool canSign() const;

    Q_INVOKABLE void useExpertMode(); ///< for this one request; shows the review anew
    Q_INVOKABLE void sign();
    Q_INVOKABLE void dismiss(); ///< nothing was signed

Q_SIGNALS:
    void reviewChanged();
    void consentChanged();

private:
    struct Request {
        wallet::Account account;
        wallet::Intent intent;
        QPointer<QObject> requester;
        Signed done;
    };
    void show();

    wallet::WalletService &m_wallet;
    const Clock &m_clock;
    std::optional<Request> m_request;
    wallet::Review m_review;
    quint64 m_asked = 0; ///< counts requests: an answer to an older one is not shown
    bool m_consent = false;
    ReviewLinesModel m_lines;
    ReviewWarningsModel m_warnings;
};

} // namespace majlis::viewmodels
