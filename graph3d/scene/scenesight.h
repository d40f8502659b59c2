// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/scene/labelmodel.h"
#include "graph3d/scene/networkmodel.h"
#include "graph3d/scene/screenindex.h"

#include <QFont>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>

namespace majlis::graph3d
{

// What can be seen and read from where the camera stands: the node under the pointer, and which labels are shown where.
//
// For the GUI thread. The walk over all nodes (ScreenIndex) is done by a thread of the global pool, at most every
// refreshEvery while the view moves and once when it has come to rest; in between, the labels that are there are moved
// with their nodes, and go where they would come to lie over one another. nodeAt() builds a missing index itself only
// for networks where that takes a millisecond or two.
class SceneSight : public QObject
{
    Q_OBJECT
public:
    static constexpr int refreshEvery = 140; // milliseconds
    static constexpr std::size_t mostLabels = 60;

    explicit SceneSight(QObject *parent = nullptr);

    void setModel(NetworkModel *model) { m_model = model; }
    void setFont(const QFont &font);
    void setLabelsShown(bool shown);
    // Nodes whose labels come first, and are shown even where others would overlap them.
    void setEmphasis(std::vector<int> must, std::vector<int> preferred);
    // The camera, the nodes, or how they look have changed. Cheap; to be called once per frame.
    void lookAgain(const ScreenView &view);

    // What was there when the view was last walked through; refreshed() says when to ask again. For a moving pointer.
    [[nodiscard]] int lastSeenAt(const QPointF &at) const { return m_seen.index ? m_seen.index->at(at) : -1; }
    // What is there now, for a click.
    [[nodiscard]] int nodeAt(const QPointF &at);
    [[nodiscard]] LabelModel *labels() { return &m_labels; }

Q_SIGNALS:
    void refreshed(); // a new index is there: ask again what is under the pointer

private:
    void refresh();
    // What a worker finds out about a view.
    struct Seen {
        std::shared_ptr<const ScreenIndex> index;
        std::vector<int> largest; // candidates for labels
        std::vector<int> covered; // those of all candidates that something stands before, ascending
    };
    [[nodiscard]] static Seen lookAt(const ScreenView &view, std::vector<int> wanted);
    [[nodiscard]] static bool isCovered(int index, const ScreenView &view, const ScreenIndex &screen);
    void take(Seen seen, quint64 serial);
    void chooseLabels();
    void followNodes();
    [[nodiscard]] std::vector<int> candidates() const;
    [[nodiscard]] qreal opacityAt(float viewDistance) const;

    struct Attached {
        int index = -1;
        QPointF offset; // from the node's middle to the label's corner
        QSizeF size;
        bool must = false;
    };

    QPointer<NetworkModel> m_model;
    ScreenView m_view;
    Seen m_seen;
    LabelModel m_labels;
    std::vector<Attached> m_attached;
    std::vector<int> m_must;
    std::vector<int> m_preferred;
    QFont m_font;
    QTimer m_timer;
    quint64 m_serial = 0; // of the view
    quint64 m_indexSerial = 0; // view that m_seen is of
    bool m_working = false;
    bool m_labelsShown = true;
    bool m_moreComing = false; // labels that are placed, but not made yet
};

} // namespace majlis::graph3d
