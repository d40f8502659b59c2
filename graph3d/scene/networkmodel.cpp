// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/scene/networkmodel.h"

#include "graph3d/scene/discard.h"
#include "graph3d/scene/layoutfeed.h"
#include "graph3d/scene/networkstate.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <cstdlib>
#include <mutex>
#include <utility>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace majlis::graph3d
{

namespace
{

// Through which a layout's thread reaches the model, for as long as the model wants to hear of it.
struct LayoutSink {
    std::mutex mutex;
    NetworkModel *model = nullptr;
};

// glibc keeps freed blocks of up to 32 MB for itself once it has seen them go; a network of a million people makes and
// frees many. From a megabyte on they go back to the system at once.
void returnLargeBlocks()
{
#ifdef __GLIBC__
    [[maybe_unused]] static const int done = mallopt(M_MMAP_THRESHOLD, 1024 * 1024);
#endif
}

} // namespace

class NetworkModel::Private
{
public:
    explicit Private(NetworkModel *owner)
        : q(owner)
    {
    }

    void startLayout(LayoutSeed seed)
    {
        sink = std::make_shared<LayoutSink>();
        sink->model = q;
        layout = std::make_unique<LayoutFeed>(std::move(seed), [this, to = sink] {
            const std::scoped_lock lock(to->mutex);
            if (to->model)
                QMetaObject::invokeMethod(to->model, [this] { takePositions(); }, Qt::QueuedConnection);
        });
        paused = false;
        takePositions();
    }

    // The layout goes on for at most a tick, on its own, and is not heard any more.
    void endLayout()
    {
        if (!layout)
            return;
        {
            const std::scoped_lock lock(sink->mutex);
            sink->model = nullptr;
        }
        discard(std::move(layout));
    }

    void startLook()
    {
        if (lookRunning || waitingLook.isEmpty())
            return;
        lookRunning = true;
        QThreadPool::globalInstance()->start(
            [self = QPointer(q), network = networkSerial, look = std::exchange(waitingLook, {}),
                attributes = state.beginLook()]() mutable {
                attributes = withLook(std::move(attributes), look);
                // Only the GUI thread may look at `self`; the application object outlives the pool's threads.
                QMetaObject::invokeMethod(
                    QCoreApplication::instance(),
                    [self, network, attributes = std::move(attributes)]() mutable {
                        if (self)
                            self->d->takeLook(network, std::move(attributes));
                    },
                    Qt::QueuedConnection);
            });
    }

    void takeLook(quint64 network, QByteArray attributes)
    {
        lookRunning = false;
        if (network == networkSerial) {
            discard(state.commitLook(std::move(attributes)));
            Q_EMIT q->appearanceChanged();
        }
        startLook();
    }

    void takePositions()
    {
        if (!layout)
            return;
        auto newest = layout->take();
        status = layout->status();
        setLayoutState(paused ? LayoutState::Paused : (status.settled ? LayoutState::Settled : LayoutState::Running));
        Q_EMIT q->layoutProgressChanged();
        if (newest && newest != snapshot) {
            snapshot = std::move(newest);
            Q_EMIT q->positionsChanged();
        }
    }

    void setLayoutState(LayoutState value)
    {
        if (layoutState == value)
            return;
        layoutState = value;
        Q_EMIT q->layoutStateChanged();
    }

    void setLoading(bool value)
    {
        if (loading == value)
            return;
        loading = value;
        Q_EMIT q->loadingChanged();
    }

    NetworkModel *const q;
    NetworkState state;
    std::unique_ptr<LayoutFeed> layout;
    std::shared_ptr<LayoutSink> sink; // of `layout`
    NetworkLook waitingLook;
    std::shared_ptr<const PositionSnapshot> snapshot = std::make_shared<PositionSnapshot>();
    QList<QColor> palette{Qt::white};
    LabelSource labelSource;
    LayoutStatus status;
    LayoutState layoutState = LayoutState::Empty;
    quint64 loadSerial = 0;
    quint64 networkSerial = 0;
    bool lookRunning = false;
    bool loading = false;
    bool paused = false;
};

NetworkModel::NetworkModel(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this))
{
    returnLargeBlocks();
}

NetworkModel::~NetworkModel()
{
    d->layout.reset();
}

void NetworkModel::setNetwork(NetworkData data)
{
    const quint64 serial = ++d->loadSerial;
    d->setLoading(true);
    QThreadPool::globalInstance()->start([self = QPointer(this), serial, given = std::move(data)]() mutable {
        auto prepared = prepareNetwork(std::move(given));
        // Only the GUI thread may look at `self`; the application object outlives the pool's threads.
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, serial, prepared = std::move(prepared)]() mutable {
                if (!self || self->d->loadSerial != serial)
                    return;
                if (prepared) {
                    self->setPrepared(std::move(*prepared));
                } else {
                    self->d->setLoading(false);
                    Q_EMIT self->loadFailed(prepared.error());
                }
            },
            Qt::QueuedConnection);
    });
}

void NetworkModel::setPrepared(PreparedNetwork network)
{
    ++d->loadSerial;
    ++d->networkSerial;
    d->endLayout();
    d->waitingLook = {};
    LayoutSeed seed = std::move(network.seed);
    discard(d->state.reset(std::move(network)));
    discard(std::exchange(d->snapshot, std::make_shared<PositionSnapshot>()));
    if (d->state.count() > 0)
        d->startLayout(std::move(seed));
    else
        d->setLayoutState(LayoutState::Empty);
    d->setLoading(false);
    Q_EMIT networkReset();
    Q_EMIT countChanged();
    Q_EMIT appearanceChanged();
    Q_EMIT positionsChanged();
}

void NetworkModel::clear()
{
    setPrepared({});
}

int NetworkModel::addNode(int parent, int colorIndex, float size, NodeFlags nodeFlags)
{
    const int index = d->state.add(parent, colorIndex, size, nodeFlags);
    if (index < 0)
        return index;
    if (d->layout)
        d->layout->addNode(d->state.parent(index));
    else
        d->startLayout(seedOf(d->state.parents(), {}));
    Q_EMIT nodeAdded(index);
    Q_EMIT countChanged();
    Q_EMIT appearanceChanged();
    return index;
}

void NetworkModel::removeNode(int index)
{
    if (!contains(index))
        return;
    d->state.remove(index);
    if (d->layout)
        d->layout->removeNode(index);
    Q_EMIT nodeRemoved(index);
    Q_EMIT countChanged();
    Q_EMIT appearanceChanged();
}

void NetworkModel::setAppearance(int index, int colorIndex, float size, NodeFlags nodeFlags)
{
    d->state.setAppearance(index, colorIndex, size, nodeFlags);
    Q_EMIT appearanceChanged();
}

void NetworkModel::setLook(NetworkLook look)
{
    d->waitingLook.merge(std::move(look));
    d->startLook();
}

bool NetworkModel::isLookPending() const
{
    return d->lookRunning || !d->waitingLook.isEmpty();
}

void NetworkModel::setPalette(const QList<QColor> &palette)
{
    if (d->palette == palette || palette.isEmpty())
        return;
    d->palette = palette.first(std::min<qsizetype>(palette.size(), 256));
    Q_EMIT paletteChanged();
}

QList<QColor> NetworkModel::palette() const
{
    return d->palette;
}

void NetworkModel::setMatches(std::span<const int> indices)
{
    d->state.setMatches(indices);
    Q_EMIT appearanceChanged();
}

void NetworkModel::clearMatches()
{
    d->state.clearMatches();
    Q_EMIT appearanceChanged();
}

bool NetworkModel::hasMatches() const
{
    return d->state.isFiltered();
}

void NetworkModel::setPath(std::span<const int> indices)
{
    d->state.setPath(indices);
    Q_EMIT appearanceChanged();
}

void NetworkModel::settleJoins()
{
    d->state.clearJoining();
    Q_EMIT appearanceChanged();
}

void NetworkModel::setLabelSource(LabelSource source)
{
    d->labelSource = std::move(source);
    Q_EMIT labelsChanged();
}

QString NetworkModel::labelOf(int index) const
{
    return d->labelSource && contains(index) ? d->labelSource(index) : QString();
}

void NetworkModel::updateLabels()
{
    Q_EMIT labelsChanged();
}

int NetworkModel::count() const
{
    return d->state.count();
}

int NetworkModel::capacity() const
{
    return d->state.capacity();
}

int NetworkModel::maxDepth() const
{
    return d->state.maxDepth();
}

bool NetworkModel::isLoading() const
{
    return d->loading;
}

NetworkModel::LayoutState NetworkModel::layoutState() const
{
    return d->layoutState;
}

double NetworkModel::progress() const
{
    return d->status.progress;
}

double NetworkModel::ticksPerSecond() const
{
    return d->status.ticksPerSecond;
}

bool NetworkModel::contains(int index) const
{
    return d->state.contains(index);
}

int NetworkModel::parentOf(int index) const
{
    return contains(index) ? d->state.parent(index) : -1;
}

int NetworkModel::depthOf(int index) const
{
    return contains(index) ? d->state.depth(index) : -1;
}

QList<int> NetworkModel::uplineOf(int index) const
{
    QList<int> result;
    for (int up = parentOf(index); up >= 0; up = d->state.parent(up))
        result.append(up);
    return result;
}

QList<int> NetworkModel::pathOf(int index) const
{
    return contains(index) ? QList<int>{index} + uplineOf(index) : QList<int>();
}

int NetworkModel::firstChildOf(int index) const
{
    return contains(index) ? d->state.firstChild(index) : -1;
}

int NetworkModel::siblingOf(int index, int step) const
{
    if (!contains(index))
        return -1;
    for (; step > 0 && index >= 0; --step)
        index = d->state.nextSibling(index);
    for (; step < 0 && index >= 0; ++step)
        index = d->state.previousSibling(index);
    return index;
}

int NetworkModel::largestRoot() const
{
    return d->state.roots().empty() ? -1 : d->state.roots().front();
}

QVector3D NetworkModel::positionOf(int index) const
{
    return d->snapshot->contains(index) ? d->snapshot->position(index) : d->snapshot->center;
}

float NetworkModel::radiusOf(int index) const
{
    return contains(index) ? d->state.radius(index) : 0.0F;
}

void NetworkModel::pauseLayout()
{
    if (!d->layout || d->paused)
        return;
    d->paused = true;
    d->layout->setPaused(true);
    d->setLayoutState(LayoutState::Paused);
}

void NetworkModel::resumeLayout()
{
    if (!d->layout || !d->paused)
        return;
    d->paused = false;
    d->layout->setPaused(false);
    d->setLayoutState(d->status.settled ? LayoutState::Settled : LayoutState::Running);
}

void NetworkModel::setPinned(int index, bool pinned)
{
    if (d->layout && contains(index))
        d->layout->setPinned(index, pinned);
}

std::shared_ptr<const PositionSnapshot> NetworkModel::positions() const
{
    return d->snapshot;
}

const NetworkState &NetworkModel::state() const
{
    return d->state;
}

} // namespace majlis::graph3d
