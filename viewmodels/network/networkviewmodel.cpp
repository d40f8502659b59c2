// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/network/networkviewmodel.h"

#include "models/domain/strength.h"
#include "models/platforms/habibi/habibiservice.h"
#include "viewmodels/common/knownstate.h"
#include "viewmodels/format/figures.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace majlis::viewmodels
{

using namespace Qt::StringLiterals;
using habibi::HabibiService;

namespace
{

QString truncationText(const NetworkFile &file)
{
    if (!file.isTruncated()) {
        return {};
    }
    const QString shown = format::count(file.nodeCount());
    return file.totalNodes()
        ? NetworkViewModel::tr("You see %1 of %2 people. The platform sent the nearest levels first.")
              .arg(shown, format::count(static_cast<std::int64_t>(*file.totalNodes())))
        : NetworkViewModel::tr("You see the first %1 people. The platform did not send everybody.").arg(shown);
}

bool isSameContent(const habibi::NetworkSnapshot &left, const habibi::NetworkSnapshot &right)
{
    const NetworkFile &one = left.file();
    const NetworkFile &other = right.file();
    const QString &id = one.meta().snapshotId;
    return one.bytes().data() == other.bytes().data()
        || (!id.isEmpty() && id == other.meta().snapshotId && one.nodeCount() == other.nodeCount());
}

} // namespace

NetworkViewModel::NetworkViewModel(CurrentPlatform &platform, const Clock &clock, Ticker &ticker,
    store::Settings &settings, store::ResponseCache *cache, QObject *parent)
    : AsyncState(parent)
    , m_clock(clock)
    , m_texts(m_people, m_model, clock)
    , m_tree(m_texts)
    , m_search(m_people, m_texts, m_model)
    , m_fileExport(m_people, m_model)
    , m_lens(m_people, m_model)
    , m_filters(m_lens, clock)
    , m_colours(m_people, m_texts, m_model, clock)
    , m_growth(m_people, m_lens)
    , m_branches(m_people, m_texts, m_lens)
    , m_bookmarks(m_people, m_texts, platform, settings)
    , m_visits(m_people, platform, cache, clock)
    , m_link(platform, [this](HabibiService *service, QObject *context) { attach(service, context); })
{
    m_model.setLabelSource([this](int index) {
        return index >= 0 && static_cast<std::uint32_t>(index) < m_people.count()
            ? m_texts.label(static_cast<std::uint32_t>(index))
            : QString();
    });
    connect(&ticker, &Ticker::tick, this, &NetworkViewModel::showTexts);
    connectParts();
}

NetworkViewModel::~NetworkViewModel() = default;

void NetworkViewModel::connectParts()
{
    connect(&m_filters, &NetworkFilterViewModel::changed, this, [this] {
        m_tree.setDepthLimit(m_filters.depth());
        Q_EMIT depthLimitChanged();
    });
    connect(&m_lens, &NetworkLens::changed, this, &NetworkViewModel::showLit);
    connect(&m_colours, &NetworkColoursViewModel::coloursChanged, &m_tree, &NetworkTreeModel::setColours);
    connect(&m_branches, &BranchesViewModel::topChanged, this, [this] {
        m_tree.setTop(m_branches.top() < 0 ? NetworkTreeModel::none : static_cast<std::uint32_t>(m_branches.top()));
    });
    connect(this, &NetworkViewModel::selectionChanged, this, [this] { m_branches.explain(m_selection.node); });
    connect(&m_visits, &VisitsViewModel::lightRequested, this, [this](const QList<int> &nodes) {
        if (nodes.isEmpty()) {
            m_model.clearMatches();
        } else {
            m_model.setMatches(nodes);
        }
    });
    connect(&m_lens, &NetworkLens::frameRequested, this, &NetworkViewModel::frameRequested);
}

void NetworkViewModel::showLit()
{
    const LensResult &seen = m_lens.result();
    m_tree.setLit(seen.faded, seen.kept);
}

void NetworkViewModel::setPanel(Panel panel)
{
    if (m_panel != panel) {
        m_panel = panel;
        Q_EMIT panelChanged();
    }
}

void NetworkViewModel::setDepthLimit(int depth)
{
    m_filters.setDepth(depth);
}

bool NetworkViewModel::isEmpty() const
{
    return freshness().known && m_personCount <= 1;
}

void NetworkViewModel::select(int node)
{
    const bool present = node >= 0 && static_cast<std::uint32_t>(node) < m_people.count();
    if ((present ? node : -1) == m_selection.node) {
        return;
    }
    m_path.clear();
    if (present) {
        m_path = m_model.uplineOf(node);
        std::ranges::reverse(m_path);
        m_path.push_back(node);
        m_selection = detailsOf(node);
        m_upline.setRows(m_texts.upline(static_cast<std::uint32_t>(node)));
        m_tree.select(static_cast<std::uint32_t>(node));
    } else {
        m_selection = {};
        m_upline.setRows({});
        m_tree.select(NetworkTreeModel::none);
    }
    Q_EMIT selectionChanged();
}

void NetworkViewModel::selectAndFly(int node)
{
    if (node < 0 || static_cast<std::uint32_t>(node) >= m_people.count()) {
        return;
    }
    if (const int depth = m_model.depthOf(node); depth > depthLimit()) {
        setDepthLimit(depth);
    }
    select(node);
    Q_EMIT flyToRequested(node);
}

void NetworkViewModel::showAddress(const QString &address)
{
    m_wantedAddress = address;
    const auto parsed = Address::parse(address);
    const auto node = parsed ? m_people.find(*parsed) : std::nullopt;
    if (node) {
        m_wantedAddress.clear();
        selectAndFly(static_cast<int>(*node));
    }
}

void NetworkViewModel::refresh()
{
    load(true);
}

void NetworkViewModel::ensureLoaded()
{
    const HabibiService *service = m_link.service();
    if (service != nullptr && service->account() && !service->network().value && !service->network().loading) {
        load(false);
    }
}

void NetworkViewModel::cancel()
{
    if (HabibiService *service = m_link.service()) {
        service->cancelNetwork();
        showState();
    }
}

void NetworkViewModel::copyAddress()
{
    if (m_selection.present) {
        Q_EMIT copyRequested(m_selection.address);
    }
}

void NetworkViewModel::goToParent()
{
    if (m_selection.present) {
        selectAndFly(m_model.parentOf(m_selection.node));
    }
}

void NetworkViewModel::selectSelf()
{
    selectAndFly(0);
}

std::vector<SearchHit> NetworkViewModel::quickSearch(const QString &query, int limit) const
{
    return m_search.quick(query, limit);
}

void NetworkViewModel::attach(HabibiService *service, QObject *context)
{
    m_joinedLive = 0;
    m_wantedAddress.clear();
    if (service != nullptr) {
        connect(service, &HabibiService::networkChanged, context, [this] {
            showState();
            prepare();
        });
        connect(service, &HabibiService::networkProgress, context, [this](qint64 nodes, qint64 total) {
            setProgress(total > 0 ? static_cast<double>(nodes) / static_cast<double>(total) : -1,
                total > 0 ? tr("%1 of %2 people").arg(format::count(nodes), format::count(total))
                          : tr("%1 people").arg(format::count(nodes)));
        });
        connect(service, &HabibiService::networkUpdated, context, [this] { followUpdates(); });
        connect(service, &HabibiService::connectionChanged, context, [this] { showState(); });
        connect(service, &HabibiService::accountChanged, context, [this] {
            showState();
            prepare();
        });
    }
    showState();
    prepare();
}

void NetworkViewModel::load(bool force)
{
    if (HabibiService *service = m_link.service()) {
        service->loadNetwork(countedLevels, force);
        showState();
    }
}

void NetworkViewModel::showState()
{
    HabibiService *service = m_link.service();
    if (service == nullptr) {
        reset();
        return;
    }
    showKnown(*this, service->network(), m_clock.now(), service->connection() == HabibiService::Connection::Live);
    if (!isLoading()) {
        setProgress(-1, {});
    }
}

void NetworkViewModel::prepare()
{
    HabibiService *service = m_link.service();
    const bool there = service != nullptr && service->network().value && !service->network().value->isEmpty();
    if (there && !m_shown.isEmpty() && isSameContent(*service->network().value, m_shown)) {
        // A state changed, or the platform confirmed what it said before: the scene stays as it is.
        m_followed = std::min(m_followed, service->networkUpdates().size());
        return;
    }
    show(there ? *service->network().value : habibi::NetworkSnapshot());
}

void NetworkViewModel::show(const habibi::NetworkSnapshot &snapshot)
{
    const unsigned generation = ++m_preparing;
    m_shown = snapshot;
    if (snapshot.isEmpty()) {
        if (m_people.count() > 0) {
            takePrepared({});
        }
        return;
    }
    QtConcurrent::run([snapshot] {
        Prepared prepared;
        prepared.people = NetworkPeople(snapshot);
        auto network = graph3d::prepareNetwork(prepared.people.sceneData());
        if (network) {
            prepared.network = std::move(*network);
        }
        return std::make_shared<Prepared>(std::move(prepared));
    }).then(this, [this, generation](const std::shared_ptr<Prepared> &prepared) {
        if (generation == m_preparing) {
            takePrepared(std::move(*prepared));
        }
    });
}

void NetworkViewModel::takePrepared(Prepared prepared)
{
    const QString selected = m_selection.address;
    select(-1);
    m_search.clear();
    m_followed = 0;
    if (!prepared.network) {
        const bool refused = prepared.people.count() > 0;
        m_people = {};
        m_model.clear();
        m_tree.setForest({}, {});
        if (refused) {
            setFailed(format::describe(fail(ErrorCode::Malformed, u"the network is no forest"_s).error()));
        }
    } else {
        m_people = std::move(prepared.people);
        const NetworkFile &file = m_people.snapshot().file();
        m_model.setPrepared(std::move(*prepared.network));
        m_tree.setForest(file.parents(), file.depths());
        followUpdates();
    }
    m_lens.restart();
    m_colours.restart();
    m_growth.restart();
    m_branches.restart();
    m_bookmarks.restart();
    m_visits.restart();
    showSummary();
    m_search.restart();
    if (!m_wantedAddress.isEmpty()) {
        showAddress(m_wantedAddress);
    } else if (const auto address = Address::parse(selected)) {
        if (const auto node = m_people.find(*address)) {
            select(static_cast<int>(*node));
        }
    }
}

void NetworkViewModel::followUpdates()
{
    HabibiService *service = m_link.service();
    if (service == nullptr || m_people.count() == 0) {
        return;
    }
    const auto &updates = service->networkUpdates();
    for (; m_followed < updates.size(); ++m_followed) {
        follow(updates[m_followed]);
    }
    showSummary();
    showSelection();
}

void NetworkViewModel::follow(const wire::habibi::NetworkUpdate &update)
{
    using wire::habibi::NetworkChange;
    switch (update.change.value()) {
    case NetworkChange::Registered:
        if (const auto parent = m_people.join(update.node)) {
            const std::uint32_t node = m_people.count() - 1;
            m_model.addNode(static_cast<int>(*parent), graph3d::NetworkModel::colorByDepth, m_people.size(node),
                m_people.flags(node));
            m_tree.addNode(*parent);
            ++m_joinedLive;
            m_lens.touch();
            m_colours.touch();
            m_branches.touch();
        }
        break;
    case NetworkChange::Updated:
        if (const auto node = m_people.update(update.node)) {
            m_model.setAppearance(static_cast<int>(*node), graph3d::NetworkModel::colorByDepth, m_people.size(*node),
                m_people.flags(*node));
            m_tree.touchNode(*node);
            m_lens.touch();
            m_colours.touch();
            m_branches.touch();
        }
        break;
    case NetworkChange::Transferred:
    case NetworkChange::Unknown:
        load(true); // whole branches move: the fresh network replaces this one
        break;
    }
}

void NetworkViewModel::showSummary()
{
    m_personCount = static_cast<int>(m_people.count());
    if (m_personCount == 0) {
        m_summary.clear();
        m_truncationNotice.clear();
    } else {
        const int levels = m_model.maxDepth();
        m_summary = levels == 1 ? tr("%1 people in 1 level").arg(format::count(m_personCount))
                                : tr("%1 people in %2 levels").arg(format::count(m_personCount), format::count(levels));
        m_truncationNotice = truncationText(m_people.snapshot().file());
    }
    Q_EMIT networkChanged();
    const QString live = m_joinedLive == 0 ? QString()
        : m_joinedLive == 1                ? tr("1 joined since you opened Majlis")
                                           : tr("%1 joined since you opened Majlis").arg(format::count(m_joinedLive));
    if (m_liveText != live) {
        m_liveText = live;
        Q_EMIT liveChanged();
    }
}

void NetworkViewModel::showSelection()
{
    if (!m_selection.present) {
        return;
    }
    m_upline.setRows(m_texts.upline(static_cast<std::uint32_t>(m_selection.node)));
    const PersonDetails now = detailsOf(m_selection.node);
    if (m_selection != now) {
        m_selection = now;
        Q_EMIT selectionChanged();
    }
}

void NetworkViewModel::showTexts()
{
    showState();
    showSelection();
}

void NetworkViewModel::setProgress(double progress, const QString &text)
{
    if (m_progress != progress || m_progressText != text) {
        m_progress = progress;
        m_progressText = text;
        Q_EMIT progressChanged();
    }
}

PersonDetails NetworkViewModel::detailsOf(int node) const
{
    const HabibiService *service = m_link.service();
    return m_texts.details(static_cast<std::uint32_t>(node), service != nullptr ? service->account() : std::nullopt);
}

} // namespace majlis::viewmodels
