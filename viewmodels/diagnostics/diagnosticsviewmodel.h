// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"
#include "models/net/feed/feedhealth.h"
#include "models/platforms/habibi/livefeed.h"
#include "viewmodels/common/platformlink.h"
#include "viewmodels/common/ticker.h"
#include "viewmodels/diagnostics/diagnosticsmodels.h"

namespace majlis::store
{
class ErrorLog;
}

#include <QtQml/qqmlregistration.h>

namespace majlis::viewmodels
{

/// What went wrong lately, how the feeds are, what this program is made of. Nothing here leaves the machine by itself.
class DiagnosticsViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by RootViewModel")
    Q_PROPERTY(majlis::viewmodels::ErrorsModel *errors READ errors CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::FeedsModel *feeds READ feeds CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::FactsModel *versions READ versions CONSTANT FINAL)
    Q_PROPERTY(QString summary READ summary NOTIFY summaryChanged FINAL) ///< "2 streams live, no recent errors"

public:
    /// All outlive this object. `versions` are facts that do not change while the program runs.
    DiagnosticsViewModel(store::ErrorLog &log, CurrentPlatform &platform, const Clock &clock, Ticker &ticker,
        std::vector<FactRow> versions, QObject *parent = nullptr);
    ~DiagnosticsViewModel() override;

    [[nodiscard]] ErrorsModel *errors() { return &m_errors; }
    [[nodiscard]] FeedsModel *feeds() { return &m_feeds; }
    [[nodiscard]] FactsModel *versions() { return &m_versions; }
    [[nodiscard]] QString summary() const { return m_summary; }
    /// Everything on the page as plain text, addresses shortened, for a report to the developers.
    [[nodiscard]] QString report() const;

    Q_INVOKABLE void copyReport();
    Q_INVOKABLE void clearErrors();

Q_SIGNALS:
    void summaryChanged();
    void copyRequested(const QString &text);

private:
    void attach(habibi::HabibiService *service, QObject *context);
    void show();
    void showErrors();
    void showFeeds();
    void showSummary();
    [[nodiscard]] FeedRow connectionRow(const net::FeedHealth &health) const;
    [[nodiscard]] FeedRow streamRow(const habibi::LiveFeed::Followed &followed, const net::FeedHealth &health) const;

    store::ErrorLog &m_log;
    const Clock &m_clock;
    ErrorsModel m_errors;
    FeedsModel m_feeds;
    FactsModel m_versions;
    QString m_summary;
    PlatformLink m_link; // last: attaches while the rest is there
};

} // namespace majlis::viewmodels
