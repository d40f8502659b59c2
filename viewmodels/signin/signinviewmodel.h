// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/net/canceltoken.h"
#include "viewmodels/accounts/accountsmodel.h"
#include "viewmodels/common/asyncstate.h"
#include "viewmodels/common/platformlink.h"

#include <memory>

namespace majlis::wallet
{
class WalletService;
}

namespace majlis::viewmodels
{

class AccountBook;

/// Signing in to the current platform: the message is built here from the platform's template, shown exactly, and
/// signed only when the user says so. `status` is Loading while the platform or the wallet works.
class SignInViewModel : public majlis::viewmodels::AsyncState
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by RootViewModel")
    Q_PROPERTY(Step step READ step NOTIFY stepChanged FINAL)
    Q_PROPERTY(
        QString message READ message NOTIFY stepChanged FINAL) ///< what will be signed, to the letter; plain text
    Q_PROPERTY(int messageBytes READ messageBytes NOTIFY stepChanged FINAL) ///< its length in UTF-8
    Q_PROPERTY(QString account READ account NOTIFY accountChanged FINAL) ///< who signs, grouped for reading
    Q_PROPERTY(QString accountFull READ accountFull NOTIFY accountChanged FINAL)
    Q_PROPERTY(majlis::viewmodels::AccountsModel *accounts READ accounts CONSTANT FINAL) ///< to choose from
    Q_PROPERTY(QString platformName READ platformName NOTIFY platformChanged FINAL)
    Q_PROPERTY(QString platformUrl READ platformUrl NOTIFY platformChanged FINAL)
    Q_PROPERTY(
        bool practice READ isPractice NOTIFY platformChanged FINAL) ///< the sandbox on this computer: nothing of value
    Q_PROPERTY(bool hasPlatform READ hasPlatform NOTIFY platformChanged FINAL) ///< false: add a connection first

public:
    enum class Step {
        Start, ///< what signing in means, one action
        AskingNonce,
        Review, ///< the message is on show
        Signing, ///< wallet, then platform
        SignedIn,
    };
    Q_ENUM(Step)

    /// All outlive this object.
    SignInViewModel(
        CurrentPlatform &platform, wallet::WalletService &wallet, AccountBook &accounts, QObject *parent = nullptr);
    ~SignInViewModel() override;

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] QString message() const { return m_message; }
    [[nodiscard]] int messageBytes() const;
    [[nodiscard]] QString account() const;
    [[nodiscard]] QString accountFull() const { return m_account; }
    [[nodiscard]] AccountsModel *accounts();
    [[nodiscard]] QString platformName() const;
    [[nodiscard]] QString platformUrl() const;
    [[nodiscard]] bool isPractice() const;
    [[nodiscard]] bool hasPlatform() const;

    Q_INVOKABLE void chooseAccount(int id); ///< another one signs in; ends a review that was on show
    Q_INVOKABLE void begin(); ///< asks for a nonce; also the way on after an error
    Q_INVOKABLE void sign(); ///< only in step Review
    Q_INVOKABLE void cancel(); ///< back to Start; nothing was signed
    Q_INVOKABLE void signOut(); ///< revokes the session on the platform and forgets it here

Q_SIGNALS:
    void stepChanged();
    void accountChanged();
    void platformChanged();
    void signedIn();
    void signedOut();

private:
    struct Attempt;
    void attach(habibi::HabibiService *service, QObject *context);
    void showAccount();
    void setStep(Step step);
    void failed(const Error &error);
    void dropAttempt();

    wallet::WalletService &m_wallet;
    AccountBook &m_accounts;
    std::shared_ptr<Attempt> m_attempt; ///< shared with the call under way, which may end later
    net::CancelSource m_call;
    Step m_step = Step::Start;
    QString m_message;
    QString m_account;
    PlatformLink m_link; // last: attaches while the rest is there
};

} // namespace majlis::viewmodels
