// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"
#include "viewmodels/accounts/accountsmodel.h"
#include "viewmodels/common/asyncstate.h"
#include "viewmodels/common/platformlink.h"
#include "viewmodels/common/ticker.h"
#include "viewmodels/profile/profilefield.h"
#include "viewmodels/profile/registrationviewmodel.h"

#include <array>

namespace majlis::viewmodels
{

/// The public profile. `status` and `error` are of loading; `saving` has those of saving.
class ProfileViewModel : public majlis::viewmodels::AsyncState
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by RootViewModel")
    Q_PROPERTY(majlis::viewmodels::ProfileField *displayName READ displayName CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::ProfileField *bio READ bio CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::ProfileField *avatarUrl READ avatarUrl CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::ProfileField *website READ website CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::ProfileField *twitter READ twitter CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::ProfileField *telegram READ telegram CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::ProfileField *discord READ discord CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::AsyncState *saving READ saving CONSTANT FINAL)
    Q_PROPERTY(bool dirty READ isDirty NOTIFY dirtyChanged FINAL)
    Q_PROPERTY(bool canSave READ canSave NOTIFY dirtyChanged FINAL)

    Q_PROPERTY(QString address READ address NOTIFY accountChanged FINAL) ///< in full
    Q_PROPERTY(QString addressText READ addressText NOTIFY accountChanged FINAL)
    Q_PROPERTY(QString role READ role NOTIFY accountChanged FINAL) ///< "User", "Verified", "Administrator", "–"
    Q_PROPERTY(bool verified READ isVerified NOTIFY accountChanged FINAL)
    Q_PROPERTY(QString referralCode READ referralCode NOTIFY accountChanged FINAL)
    Q_PROPERTY(
        QString referralUses READ referralUses NOTIFY accountChanged FINAL) ///< "Used 12 times", empty when not known
    Q_PROPERTY(QString referrer READ referrer NOTIFY accountChanged FINAL) ///< grouped address; empty: nobody
    Q_PROPERTY(QString memberSince READ memberSince NOTIFY accountChanged FINAL)
    Q_PROPERTY(majlis::viewmodels::AccountsModel *accounts READ accounts CONSTANT FINAL) ///< to choose from
    /// Nobody has brought the user yet, as far as the platform says: a code can be entered.
    Q_PROPERTY(bool canRegister READ canRegister NOTIFY accountChanged FINAL)
    Q_PROPERTY(majlis::viewmodels::RegistrationViewModel *registration READ registration CONSTANT FINAL)

public:
    /// What the platform says about the account, as it is shown.
    struct AccountFacts {
        QString address;
        QString role;
        QString referralCode;
        QString referralUses;
        QString referrer;
        QString memberSince;
        bool verified = false;
        bool canRegister = false;
        bool operator==(const AccountFacts &) const = default;
    };

    /// All outlive this object.
    ProfileViewModel(CurrentPlatform &platform, wallet::WalletService &wallet, AccountBook &accounts,
        const Clock &clock, Ticker &ticker, QObject *parent = nullptr);
    ~ProfileViewModel() override;

    [[nodiscard]] ProfileField *displayName() { return &m_displayName; }
    [[nodiscard]] ProfileField *bio() { return &m_bio; }
    [[nodiscard]] ProfileField *avatarUrl() { return &m_avatarUrl; }
    [[nodiscard]] ProfileField *website() { return &m_website; }
    [[nodiscard]] ProfileField *twitter() { return &m_twitter; }
    [[nodiscard]] ProfileField *telegram() { return &m_telegram; }
    [[nodiscard]] ProfileField *discord() { return &m_discord; }
    [[nodiscard]] AsyncState *saving() { return &m_saving; }
    [[nodiscard]] bool isDirty() const;
    [[nodiscard]] bool canSave() const;
    [[nodiscard]] QString address() const { return m_facts.address; }
    [[nodiscard]] QString addressText() const;
    [[nodiscard]] QString role() const { return m_facts.role; }
    [[nodiscard]] bool isVerified() const { return m_facts.verified; }
    [[nodiscard]] QString referralCode() const { return m_facts.referralCode; }
    [[nodiscard]] QString referralUses() const { return m_facts.referralUses; }
    [[nodiscard]] QString referrer() const { return m_facts.referrer; }
    [[nodiscard]] QString memberSince() const { return m_facts.memberSince; }
    [[nodiscard]] AccountsModel *accounts();
    [[nodiscard]] bool canRegister() const { return m_facts.canRegister; }
    [[nodiscard]] RegistrationViewModel *registration() { return &m_registration; }

    /// The platform is used with this account from now on; the program asks to sign in when it has to.
    Q_INVOKABLE void chooseAccount(int id);
    Q_INVOKABLE void refresh();
    Q_INVOKABLE void save(); ///< sends the changed fields only; refused ones get their error texts
    Q_INVOKABLE void revert();
    Q_INVOKABLE void copyAddress();
    Q_INVOKABLE void copyReferralCode();

Q_SIGNALS:
    void dirtyChanged();
    void accountChanged();
    void copyRequested(const QString &text);

private:
    void attach(habibi::HabibiService *service, QObject *context);
    void show();
    void showSaveFailure(const Error &error);
    [[nodiscard]] bool checkFields();

    [[nodiscard]] std::array<ProfileField *, 7> fields();
    [[nodiscard]] std::array<const ProfileField *, 7> fields() const;

    const Clock &m_clock;
    AccountBook &m_accounts;
    RegistrationViewModel m_registration;
    ProfileField m_displayName;
    ProfileField m_bio;
    ProfileField m_avatarUrl;
    ProfileField m_website;
    ProfileField m_twitter;
    ProfileField m_telegram;
    ProfileField m_discord;
    AsyncState m_saving;
    AccountFacts m_facts;
    PlatformLink m_link; // last: attaches while the rest is there
};

} // namespace majlis::viewmodels
