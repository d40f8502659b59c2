// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"
#include "viewmodels/common/asyncstate.h"
#include "viewmodels/common/platformlink.h"
#include "viewmodels/common/ticker.h"
#include "viewmodels/leaderboard/ranksmodel.h"

namespace majlis::viewmodels
{

/// Rankings. Needs the role `verified`; without it `notAllowed` is true and says what is missing.
class LeaderboardViewModel : public majlis::viewmodels::AsyncState
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by RootViewModel")
    Q_PROPERTY(Type type READ type WRITE setType NOTIFY typeChanged FINAL)
    Q_PROPERTY(majlis::viewmodels::RanksModel *ranks READ ranks CONSTANT FINAL)
    Q_PROPERTY(bool notAllowed READ isNotAllowed NOTIFY errorChanged FINAL)
    Q_PROPERTY(QString valueTitle READ valueTitle NOTIFY typeChanged FINAL) ///< heading of the value column
    Q_PROPERTY(bool empty READ isEmpty NOTIFY statusChanged FINAL) ///< Ready, and nobody ranks

public:
    enum class Type { NetworkStrength, Balance, TotalReferrals, DirectReferrals, Rewards };
    Q_ENUM(Type)

    /// All outlive this object.
    LeaderboardViewModel(CurrentPlatform &platform, const Clock &clock, Ticker &ticker, QObject *parent = nullptr);
    ~LeaderboardViewModel() override;

    [[nodiscard]] Type type() const { return m_type; }
    void setType(Type type);
    [[nodiscard]] RanksModel *ranks() { return &m_ranks; }
    [[nodiscard]] bool isNotAllowed() const { return error().kind == errorkind::Value::NotAllowed; }
    [[nodiscard]] QString valueTitle() const;
    [[nodiscard]] bool isEmpty() const;

    Q_INVOKABLE void refresh();
    /// The page was opened: fetches unless it is there.
    Q_INVOKABLE void ensureLoaded();
    Q_INVOKABLE void showPerson(const QString &address);

Q_SIGNALS:
    void typeChanged();
    void personRequested(const QString &address);

private:
    void attach(habibi::HabibiService *service, QObject *context);
    void load(bool force);
    void show();

    const Clock &m_clock;
    Type m_type = Type::NetworkStrength;
    RanksModel m_ranks;
    PlatformLink m_link; // last: attaches while the rest is there
};

} // namespace majlis::viewmodels
