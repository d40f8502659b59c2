// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/amount.h"
#include "models/domain/time.h"
#include "viewmodels/common/asyncstate.h"
#include "viewmodels/common/platformlink.h"
#include "viewmodels/common/ticker.h"
#include "viewmodels/home/homemodels.h"

namespace majlis::viewmodels
{

/// What the account is worth, how strong its network is, who joined, what comes next. Each part has a state of its own,
/// because each comes from a request of its own; figures that are not known are "–", never 0.
class HomeViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by RootViewModel")
    Q_PROPERTY(majlis::viewmodels::AsyncState *balanceState READ balanceState CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::AsyncState *strengthState READ strengthState CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::AsyncState *joinsState READ joinsState CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::AsyncState *rebaseState READ rebaseState CONSTANT FINAL)

    /// What keeps the page from being up to date while older figures are on show: said once for all its parts, which
    /// only tell how old they are. The first failure there is; none when everything is as it should be.
    Q_PROPERTY(majlis::viewmodels::UserError notice READ notice NOTIFY noticeChanged FINAL)

    Q_PROPERTY(QString greeting READ greeting NOTIFY profileChanged FINAL) ///< the display name, or the address
    Q_PROPERTY(QString accountText READ accountText NOTIFY profileChanged FINAL)
    Q_PROPERTY(QString total READ total NOTIFY balanceChanged FINAL) ///< "12,345.67", without the token
    Q_PROPERTY(QString totalExact READ totalExact NOTIFY balanceChanged FINAL) ///< all digits with the token
    Q_PROPERTY(QString token READ token CONSTANT FINAL) ///< "HABIBI"
    Q_PROPERTY(QString totalValue READ totalValue NOTIFY balanceChanged FINAL) ///< "≈ $3,086.42", empty without a price
    /// The newest change while the program was running: "▲ +25.01", empty when none; `changeSign` is -1, 0, +1.
    Q_PROPERTY(QString change READ change NOTIFY balanceChanged FINAL)
    Q_PROPERTY(int changeSign READ changeSign NOTIFY balanceChanged FINAL)
    Q_PROPERTY(majlis::viewmodels::ChainsModel *chains READ chains CONSTANT FINAL)

    Q_PROPERTY(QString strength READ strength NOTIFY strengthChanged FINAL) ///< "485.38" or "–"
    Q_PROPERTY(majlis::viewmodels::StrengthModel *strengthTerms READ strengthTerms CONSTANT FINAL)
    Q_PROPERTY(QString directReferrals READ directReferrals NOTIFY strengthChanged FINAL)
    Q_PROPERTY(QString totalReferrals READ totalReferrals NOTIFY strengthChanged FINAL)
    Q_PROPERTY(QString referralCode READ referralCode NOTIFY profileChanged FINAL) ///< empty when not known

    Q_PROPERTY(majlis::viewmodels::JoinsModel *joins READ joins CONSTANT FINAL)
    Q_PROPERTY(
        QString nextRebase READ nextRebase NOTIFY rebaseChanged FINAL) ///< the soonest: "Base in 5 h 12 min", "–"

public:
    /// All outlive this object.
    HomeViewModel(CurrentPlatform &platform, const Clock &clock, Ticker &ticker, QObject *parent = nullptr);
    ~HomeViewModel() override;

    [[nodiscard]] AsyncState *balanceState() { return &m_balanceState; }
    [[nodiscard]] AsyncState *strengthState() { return &m_strengthState; }
    [[nodiscard]] AsyncState *joinsState() { return &m_joinsState; }
    [[nodiscard]] AsyncState *rebaseState() { return &m_rebaseState; }
    [[nodiscard]] const UserError &notice() const { return m_notice; }
    [[nodiscard]] QString greeting() const { return m_greeting; }
    [[nodiscard]] QString accountText() const { return m_accountText; }
    [[nodiscard]] QString total() const { return m_total; }
    [[nodiscard]] QString totalExact() const { return m_totalExact; }
    [[nodiscard]] QString token() const;
    [[nodiscard]] QString totalValue() const { return m_totalValue; }
    [[nodiscard]] QString change() const { return m_change; }
    [[nodiscard]] int changeSign() const { return m_changeSign; }
    [[nodiscard]] ChainsModel *chains() { return &m_chains; }
    [[nodiscard]] QString strength() const { return m_strength; }
    [[nodiscard]] StrengthModel *strengthTerms() { return &m_terms; }
    [[nodiscard]] QString directReferrals() const { return m_directReferrals; }
    [[nodiscard]] QString totalReferrals() const { return m_totalReferrals; }
    [[nodiscard]] QString referralCode() const { return m_referralCode; }
    [[nodiscard]] JoinsModel *joins() { return &m_joins; }
    [[nodiscard]] QString nextRebase() const { return m_nextRebase; }

    Q_INVOKABLE void refresh(); ///< fetches everything again; the page's retry
    Q_INVOKABLE void showPerson(const QString &address); ///< opens Network with this person selected

Q_SIGNALS:
    void noticeChanged();
    void profileChanged();
    void balanceChanged();
    void strengthChanged();
    void rebaseChanged();
    void personRequested(const QString &address);

private:
    void attach(habibi::HabibiService *service, QObject *context);
    void showAll();
    void showAccount();
    void showBalances();
    void showChange(const Amount &delta);
    void showStrength();
    void showJoins();
    void showRebases();
    void showNotice();
    [[nodiscard]] std::vector<ChainRow> chainRows() const;

    const Clock &m_clock;
    AsyncState m_balanceState;
    AsyncState m_strengthState;
    AsyncState m_joinsState;
    AsyncState m_rebaseState;
    UserError m_notice;
    ChainsModel m_chains;
    StrengthModel m_terms;
    JoinsModel m_joins;
    QString m_greeting;
    QString m_accountText;
    QString m_total;
    QString m_totalExact;
    QString m_totalValue;
    QString m_change;
    QString m_shownChange; ///< the change that balanceChanged was last sent with
    int m_changeSign = 0;
    QString m_strength;
    QString m_directReferrals;
    QString m_totalReferrals;
    QString m_referralCode;
    QString m_nextRebase;
    PlatformLink m_link; // last: attaches while the rest is there
};

} // namespace majlis::viewmodels
