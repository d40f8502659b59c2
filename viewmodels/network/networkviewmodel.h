// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/scene/networkmodel.h"
#include "models/domain/time.h"
#include "viewmodels/common/asyncstate.h"
#include "viewmodels/common/platformlink.h"
#include "viewmodels/common/ticker.h"
#include "viewmodels/network/bookmarksviewmodel.h"
#include "viewmodels/network/branchesviewmodel.h"
#include "viewmodels/network/growthviewmodel.h"
#include "viewmodels/network/networkcoloursviewmodel.h"
#include "viewmodels/network/networkexportviewmodel.h"
#include "viewmodels/network/networkfilterviewmodel.h"
#include "viewmodels/network/networklens.h"
#include "viewmodels/network/networkpeople.h"
#include "viewmodels/network/networksearch.h"
#include "viewmodels/network/networktreemodel.h"
#include "viewmodels/network/persondetails.h"
#include "viewmodels/network/persontexts.h"
#include "viewmodels/network/uplinemodel.h"
#include "viewmodels/network/visitsviewmodel.h"

#include <QList>

namespace majlis::viewmodels
{

/// The referral network: one set of people shown as a scene and as a table, with one selection, and what is done with
/// it in view models of their own, one a subject. `status` is Loading while the network is fetched.
class NetworkViewModel : public majlis::viewmodels::AsyncState
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by RootViewModel")
    Q_PROPERTY(majlis::graph3d::NetworkModel *model READ model CONSTANT FINAL) ///< for the scene
    Q_PROPERTY(majlis::viewmodels::NetworkTreeModel *tree READ tree CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::NetworkSearchModel *search READ search CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::NetworkExportViewModel *fileExport READ fileExport CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::NetworkFilterViewModel *filters READ filters CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::NetworkColoursViewModel *colours READ colours CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::GrowthViewModel *growth READ growth CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::BranchesViewModel *branches READ branches CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::BookmarksViewModel *bookmarks READ bookmarks CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::VisitsViewModel *visits READ visits CONSTANT FINAL)
    Q_PROPERTY(Panel panel READ panel WRITE setPanel NOTIFY panelChanged FINAL) ///< what is open beside the scene
    Q_PROPERTY(
        int depthLimit READ depthLimit WRITE setDepthLimit NOTIFY depthLimitChanged FINAL) ///< 1..7: filters.depth
    Q_PROPERTY(int selectedIndex READ selectedIndex WRITE select NOTIFY selectionChanged FINAL) ///< -1: nobody
    Q_PROPERTY(majlis::viewmodels::PersonDetails selection READ selection NOTIFY selectionChanged FINAL)
    /// From the root to the selected person, both included; empty when nobody is selected.
    Q_PROPERTY(QList<int> pathIndices READ pathIndices NOTIFY selectionChanged FINAL)
    /// Who brought the selected person, who brought them, and so on up to the root.
    Q_PROPERTY(majlis::viewmodels::UplineModel *upline READ upline CONSTANT FINAL)
    Q_PROPERTY(double progress READ progress NOTIFY progressChanged FINAL) ///< 0..1; -1: not known
    Q_PROPERTY(QString progressText READ progressText NOTIFY progressChanged FINAL) ///< "12,000 of 40,000 people"
    Q_PROPERTY(QString truncationNotice READ truncationNotice NOTIFY networkChanged FINAL) ///< empty when it is whole
    Q_PROPERTY(int personCount READ personCount NOTIFY networkChanged FINAL)
    Q_PROPERTY(QString summary READ summary NOTIFY networkChanged FINAL) ///< "5,881 people in 7 levels"
    Q_PROPERTY(bool empty READ isEmpty NOTIFY networkChanged FINAL) ///< loaded, and nobody but the user
    Q_PROPERTY(QString liveText READ liveText NOTIFY liveChanged FINAL) ///< "3 joined since you opened this"

public:
    enum class Panel { None, Filters, Branches };
    Q_ENUM(Panel)

    /// All outlive this object; `cache` may be null: then nothing is known of earlier visits.
    NetworkViewModel(CurrentPlatform &platform, const Clock &clock, Ticker &ticker, store::Settings &settings,
        store::ResponseCache *cache, QObject *parent = nullptr);
    ~NetworkViewModel() override;

    [[nodiscard]] graph3d::NetworkModel *model() { return &m_model; }
    [[nodiscard]] NetworkTreeModel *tree() { return &m_tree; }
    [[nodiscard]] NetworkSearchModel *search() { return m_search.model(); }
    [[nodiscard]] NetworkExportViewModel *fileExport() { return &m_fileExport; }
    [[nodiscard]] UplineModel *upline() { return &m_upline; }
    [[nodiscard]] NetworkFilterViewModel *filters() { return &m_filters; }
    [[nodiscard]] NetworkColoursViewModel *colours() { return &m_colours; }
    [[nodiscard]] GrowthViewModel *growth() { return &m_growth; }
    [[nodiscard]] BranchesViewModel *branches() { return &m_branches; }
    [[nodiscard]] BookmarksViewModel *bookmarks() { return &m_bookmarks; }
    [[nodiscard]] VisitsViewModel *visits() { return &m_visits; }
    [[nodiscard]] Panel panel() const { return m_panel; }
    void setPanel(Panel panel);
    [[nodiscard]] int depthLimit() const { return m_filters.depth(); }
    void setDepthLimit(int depth);
    [[nodiscard]] int selectedIndex() const { return m_selection.node; }
    [[nodiscard]] const PersonDetails &selection() const { return m_selection; }
    [[nodiscard]] const QList<int> &pathIndices() const { return m_path; }
    [[nodiscard]] double progress() const { return m_progress; }
    [[nodiscard]] QString progressText() const { return m_progressText; }
    [[nodiscard]] QString truncationNotice() const { return m_truncationNotice; }
    [[nodiscard]] int personCount() const { return m_personCount; }
    [[nodiscard]] QString summary() const { return m_summary; }
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] QString liveText() const { return m_liveText; }

    /// Shows a network, wherever it comes from; an empty one: nobody. Prepared on a worker thread.
    void show(const habibi::NetworkSnapshot &snapshot);

    Q_INVOKABLE void select(int node); ///< -1 clears
    Q_INVOKABLE void selectAndFly(int node); ///< from the table, the search and the palette
    Q_INVOKABLE void showAddress(const QString &address); ///< as soon as the network is there
    Q_INVOKABLE void refresh();
    /// The page was opened: fetches unless it is there or under way (the service loads it with the account).
    Q_INVOKABLE void ensureLoaded();
    Q_INVOKABLE void cancel(); ///< stops loading; what was on show stays
    Q_INVOKABLE void copyAddress(); ///< of the selected person
    Q_INVOKABLE void goToParent();
    Q_INVOKABLE void selectSelf(); ///< the root of the network
    /// Who matches, best first, for the command palette.
    [[nodiscard]] std::vector<SearchHit> quickSearch(const QString &query, int limit) const;

Q_SIGNALS:
    void panelChanged();
    void depthLimitChanged();
    void selectionChanged();
    void progressChanged();
    void networkChanged();
    void liveChanged();
    /// The scene flies to this node.
    void flyToRequested(int node);
    /// The scene shows the people within `radius` of `centre`, some of whom are `samples`; unless it is to be done
    /// `always`, only when it sees none of them now.
    void frameRequested(const QVector3D &centre, double radius, const QList<int> &samples, bool always);
    void copyRequested(const QString &text);

private:
    struct Prepared {
        NetworkPeople people;
        std::optional<graph3d::PreparedNetwork> network;
    };
    void attach(habibi::HabibiService *service, QObject *context);
    void load(bool force);
    void showState();
    void prepare();
    void takePrepared(Prepared prepared);
    void connectParts();
    void showLit();
    void followUpdates();
    void follow(const wire::habibi::NetworkUpdate &update);
    void showSummary();
    void showSelection();
    void showTexts();
    void setProgress(double progress, const QString &text);
    [[nodiscard]] PersonDetails detailsOf(int node) const;

    const Clock &m_clock;
    NetworkPeople m_people;
    habibi::NetworkSnapshot m_shown; ///< what the scene shows, or will as soon as it is prepared
    std::size_t m_followed = 0; ///< of the service's updates
    unsigned m_preparing = 0; ///< generation of the preparation under way
    QString m_wantedAddress; ///< to be shown as soon as it is there
    int m_joinedLive = 0;
    graph3d::NetworkModel m_model;
    PersonTexts m_texts;
    NetworkTreeModel m_tree;
    NetworkSearch m_search;
    NetworkExportViewModel m_fileExport;
    NetworkLens m_lens;
    NetworkFilterViewModel m_filters;
    NetworkColoursViewModel m_colours;
    GrowthViewModel m_growth;
    BranchesViewModel m_branches;
    BookmarksViewModel m_bookmarks;
    VisitsViewModel m_visits;
    UplineModel m_upline;
    PersonDetails m_selection;
    QList<int> m_path;
    QString m_progressText;
    QString m_truncationNotice;
    QString m_summary;
    QString m_liveText;
    double m_progress = -1;
    int m_personCount = 0;
    Panel m_panel = Panel::None;
    PlatformLink m_link; // last: attaches while the rest is there
};

} // namespace majlis::viewmodels
