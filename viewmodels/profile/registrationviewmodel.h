// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/net/canceltoken.h"
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

/// Registering under somebody's referral code, once and for ever: the code is looked up, its owner and the message are
/// shown, and only then it is signed. `status` is Loading while the platform or the wallet works.
class RegistrationViewModel : public majlis::viewmodels::AsyncState
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by ProfileViewModel")
    Q_PROPERTY(bool open READ isOpen WRITE setOpen NOTIFY openChanged FINAL) ///< closing cancels
    Q_PROPERTY(Step step READ step NOTIFY stepChanged FINAL)
    Q_PROPERTY(QString code READ code WRITE setCode NOTIFY codeChanged FINAL) ///< what was typed, in upper case
    Q_PROPERTY(QString codeError READ codeError NOTIFY codeChanged FINAL) ///< empty while it may still become one
    Q_PROPERTY(bool canLookUp READ canLookUp NOTIFY codeChanged FINAL)
    Q_PROPERTY(QString owner READ owner NOTIFY stepChanged FINAL) ///< whose code it is: address in full
    Q_PROPERTY(QString message READ message NOTIFY stepChanged FINAL) ///< to the letter; plain text
    Q_PROPERTY(int messageBytes READ messageBytes NOTIFY stepChanged FINAL) ///< its length in UTF-8
    Q_PROPERTY(QString account READ account NOTIFY stepChanged FINAL) ///< who signs, shortened
    Q_PROPERTY(QString accountFull READ accountFull NOTIFY stepChanged FINAL)

public:
    enum class Step {
        Code, ///< typing it
        LookingUp,
        Review, ///< owner and message are on show
        Signing, ///< wallet, then platform
        Registered,
    };
    Q_ENUM(Step)

    /// All outlive this object.
    RegistrationViewModel(CurrentPlatform &platform, wallet::WalletService &wallet, const AccountBook &accounts,
        QObject *parent = nullptr);
    ~RegistrationViewModel() override;

    [[nodiscard]] bool isOpen() const { return m_open; }
    void setOpen(bool open);
    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] QString code() const { return m_code; }
    void setCode(const QString &code);
    [[nodiscard]] QString codeError() const;
    [[nodiscard]] bool canLookUp() const;
    [[nodiscard]] QString owner() const { return m_owner; }
    [[nodiscard]] QString message() const { return m_message; }
    [[nodiscard]] int messageBytes() const;
    [[nodiscard]] QString account() const;
    [[nodiscard]] QString accountFull() const { return m_account; }

    Q_INVOKABLE void lookUp(); ///< also the way on after an error
    Q_INVOKABLE void sign(); ///< only in step Review; may be repeated after a failure of the connection
    Q_INVOKABLE void cancel(); ///< back to an empty form; nothing was signed

Q_SIGNALS:
    void openChanged();
    void stepChanged();
    void codeChanged();
    void registered();

private:
    struct Attempt;
    void attach();
    void setStep(Step step);
    void failed(const Error &error, Step backTo);
    void dropAttempt();

    wallet::WalletService &m_wallet;
    const AccountBook &m_accounts;
    std::shared_ptr<Attempt> m_attempt; ///< shared with the call under way, which may end later
    net::CancelSource m_call;
    bool m_open = false;
    Step m_step = Step::Code;
    QString m_code;
    QString m_owner;
    QString m_message;
    QString m_account;
    PlatformLink m_link; // last: attaches while the rest is there
};

} // namespace majlis::viewmodels
