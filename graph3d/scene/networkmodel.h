// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/scene/networkdata.h"
#include "graph3d/scene/networklook.h"

#include <QColor>
#include <QList>
#include <QObject>
#include <QString>
#include <QVector3D>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <memory>
#include <span>

namespace majlis::graph3d
{

class NetworkState;
struct PositionSnapshot;

// The network that a scene shows: who is there, under whom, how each looks, and where the layout has put them.
//
// Owned and fed by a view model (C++ only); QML reads the properties and hands it to NetworkScene. All methods are for
// the GUI thread. The layout runs on a thread of its own that this object owns: it publishes whole snapshots of
// positions, which the GUI thread passes on by reference. No method here walks all nodes: what is O(n) is done by a
// thread of the global pool, which also gives back the memory of what was there before.
// Node indices are stable: removing a node leaves a gap that is never shown and never reused.
class NetworkModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made and fed by a view model")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    Q_PROPERTY(int maxDepth READ maxDepth NOTIFY networkReset FINAL)
    Q_PROPERTY(QList<QColor> palette READ palette WRITE setPalette NOTIFY paletteChanged FINAL)
    Q_PROPERTY(bool loading READ isLoading NOTIFY loadingChanged FINAL)
    Q_PROPERTY(LayoutState layoutState READ layoutState NOTIFY layoutStateChanged FINAL)
    Q_PROPERTY(double progress READ progress NOTIFY layoutProgressChanged FINAL)
    Q_PROPERTY(double ticksPerSecond READ ticksPerSecond NOTIFY layoutProgressChanged FINAL)
public:
    enum class LayoutState {
        Empty, // no network
        Running, // nodes are still moving
        Paused,
        Settled, // nothing moves any more; costs nothing
    };
    Q_ENUM(LayoutState)

    // Text of a node's label, asked for at most some sixty nodes per view; called on the GUI thread. Empty: no label.
    using LabelSource = std::function<QString(int index)>;

    explicit NetworkModel(QObject *parent = nullptr);
    ~NetworkModel() override;
    Q_DISABLE_COPY_MOVE(NetworkModel)

    // Replaces everything. Checks and walks the arrays on a worker thread (loading is true meanwhile) and then emits
    // networkReset, or loadFailed and keeps what was shown. A second call before that wins over the first.
    void setNetwork(NetworkData data);
    // The same for a network that has been prepared already (prepareNetwork): takes effect before it returns.
    void setPrepared(PreparedNetwork network);
    void clear();

    // Someone joins under `parent` (-1: a new root); returns the new index. Nodes far away do not move.
    int addNode(int parent, int colorIndex = colorByDepth, float size = 1.0F, NodeFlags nodeFlags = 0);
    // Someone leaves; their children are taken over by the parent (as roots, when there is none).
    void removeNode(int index);
    void setAppearance(int index, int colorIndex, float size, NodeFlags nodeFlags);
    // Changes how everyone looks (colour by branch, balance, age …; size; filters that fade): whole arrays, merged on a
    // worker thread, in effect with the next appearanceChanged. Looks that are set meanwhile are put together and
    // follow.
    void setLook(NetworkLook look);
    [[nodiscard]] bool isLookPending() const; // true until all that was set is in effect

    // Colours that colorIndex means; up to 256, the theme's. White until they are set; an empty list changes nothing.
    void setPalette(const QList<QColor> &palette);
    [[nodiscard]] QList<QColor> palette() const;

    // Fades everyone but `indices`. O(matches), not O(n); for filters that leave many, see setLook. clearMatches()
    // lights everyone again.
    void setMatches(std::span<const int> indices);
    void clearMatches();
    [[nodiscard]] bool hasMatches() const; // true after setMatches, also with nobody found

    void setLabelSource(LabelSource source);
    [[nodiscard]] QString labelOf(int index) const;
    // To be called when labels that may be on screen have changed.
    void updateLabels();

    [[nodiscard]] int count() const; // nodes that are shown; removed ones are not counted
    [[nodiscard]] int capacity() const; // indices are below this
    [[nodiscard]] int maxDepth() const;
    [[nodiscard]] bool isLoading() const;
    [[nodiscard]] LayoutState layoutState() const;
    [[nodiscard]] double progress() const; // 0 … 1: how far the movement has come down towards rest
    [[nodiscard]] double ticksPerSecond() const;

    [[nodiscard]] Q_INVOKABLE bool contains(int index) const;
    [[nodiscard]] Q_INVOKABLE int parentOf(int index) const;
    [[nodiscard]] Q_INVOKABLE int depthOf(int index) const;
    // From the node's parent up to its root, nearest first.
    [[nodiscard]] Q_INVOKABLE QList<int> uplineOf(int index) const;
    // The node itself and its upline; empty when it is not there.
    [[nodiscard]] Q_INVOKABLE QList<int> pathOf(int index) const;
    // First child, next and previous sibling: for moving by keyboard. -1 when there is none.
    [[nodiscard]] Q_INVOKABLE int firstChildOf(int index) const;
    [[nodiscard]] Q_INVOKABLE int siblingOf(int index, int step) const;
    [[nodiscard]] Q_INVOKABLE int largestRoot() const; // -1: an empty network
    [[nodiscard]] QVector3D positionOf(int index) const;
    [[nodiscard]] float radiusOf(int index) const; // in the layout's units

    // The layout starts by itself with a network; these are for a user who wants to stop it or let it go on.
    Q_INVOKABLE void pauseLayout();
    Q_INVOKABLE void resumeLayout();
    // Keeps a node where it is (or lets it go again) while the others move.
    void setPinned(int index, bool pinned);

    // For the scene's own classes and for storing a settled layout: the newest positions, immutable.
    [[nodiscard]] std::shared_ptr<const PositionSnapshot> positions() const;
    [[nodiscard]] const NetworkState &state() const;
    // For the scene: the upline it lights, and the end of the appearing of those who joined.
    void setPath(std::span<const int> indices);
    void settleJoins();

    static constexpr int colorByDepth = -1;

Q_SIGNALS:
    void countChanged();
    void loadingChanged();
    void layoutStateChanged();
    void layoutProgressChanged();
    void networkReset(); // everything is new
    void loadFailed(majlis::graph3d::NetworkFault fault);
    void nodeAdded(int index);
    void nodeRemoved(int index);
    void appearanceChanged(); // colours, sizes, flags, matches
    void paletteChanged();
    void labelsChanged();
    void positionsChanged(); // a newer snapshot is there; at most once per frame

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace majlis::graph3d
