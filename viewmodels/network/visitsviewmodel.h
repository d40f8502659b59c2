// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/graph/networkdigest.h"
#include "viewmodels/network/newestrun.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace majlis::store
{
class ResponseCache;
}

namespace majlis::viewmodels
{

class CurrentPlatform;
class NetworkPeople;

/// What changed in this network since it was last looked at, which is since the last run of the program that showed it.
/// A digest of it is kept in the cache, by connection and root. GUI thread; the comparing is a worker's.
class VisitsViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by NetworkViewModel")
    /// "12 new, 3 newly verified, 1 left since 18 Nov 2026"; empty: nothing changed, or there was no visit.
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)
    Q_PROPERTY(bool canShow READ canShow NOTIFY changed FINAL) ///< some of them are still here
    Q_PROPERTY(bool shown READ isShown NOTIFY shownChanged FINAL) ///< they are lit

public:
    /// `cache` may be null: then nothing is remembered. All outlive this object.
    VisitsViewModel(const NetworkPeople &people, const CurrentPlatform &platform, store::ResponseCache *cache,
        const Clock &clock, QObject *parent = nullptr);
    ~VisitsViewModel() override;

    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] bool canShow() const { return !m_changes.joined.empty() || !m_changes.verified.empty(); }
    [[nodiscard]] bool isShown() const { return m_shown; }

    Q_INVOKABLE void setShown(bool shown);

    void restart(); ///< others are there now

Q_SIGNALS:
    void changed();
    void shownChanged();
    /// Light these and fade the others; an empty list: light everyone.
    void lightRequested(const QList<int> &nodes);

private:
    struct Compared {
        QByteArray kept; // the digest of now
        UnixMs at;
        NetworkChanges changes;
    };
    void load(const QString &key);
    void compare();
    void take(const Compared &compared);

    const NetworkPeople &m_people;
    const CurrentPlatform &m_platform;
    store::ResponseCache *const m_cache;
    const Clock &m_clock;
    NewestRun<Compared> m_run{*this};
    QString m_key; // of the network whose earlier visit is in m_before
    std::optional<NetworkDigest> m_before;
    NetworkChanges m_changes;
    QString m_text;
    bool m_shown = false;
    bool m_loaded = false;
};

} // namespace majlis::viewmodels
