// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/scene/scenesight.h"

#include "graph3d/scene/discard.h"
#include "graph3d/scene/labelplacer.h"
#include "graph3d/scene/networkstate.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QThreadPool>

#include <algorithm>
#include <utility>

namespace majlis::graph3d
{

namespace
{

constexpr int quickNodes = 30000; // an index of so many is built while the user's click waits
constexpr float readable = 4.5F; // pixels of radius from which on an ordinary node may have a label
constexpr std::size_t important = 14; // nodes with the most descendants that have one from far away, too
constexpr std::size_t mostAtOnce = 8; // new labels: each makes items, which is some tenths of a millisecond
constexpr std::size_t looked = 300; // candidates that are measured

} // namespace

SceneSight::SceneSight(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SceneSight::refresh);
}

void SceneSight::setFont(const QFont &font)
{
    m_font = font;
    chooseLabels();
}

void SceneSight::setLabelsShown(bool shown)
{
    m_labelsShown = shown;
    chooseLabels();
}

void SceneSight::setEmphasis(std::vector<int> must, std::vector<int> preferred)
{
    m_must = std::move(must);
    m_preferred = std::move(preferred);
    chooseLabels();
}

void SceneSight::lookAgain(const ScreenView &view)
{
    m_view = view;
    ++m_serial;
    followNodes();
    if (!m_timer.isActive() && !m_working)
        m_timer.start(refreshEvery);
}

void SceneSight::refresh()
{
    if (m_working || m_indexSerial == m_serial)
        return;
    m_working = true;
    QThreadPool::globalInstance()->start(
        [self = QPointer(this), view = m_view, serial = m_serial, wanted = candidates()] {
            Seen seen = lookAt(view, wanted);
            // Only the GUI thread may look at `self`; the application object outlives the pool's threads.
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [self, seen = std::move(seen), serial]() mutable {
                    if (self)
                        self->take(std::move(seen), serial);
                },
                Qt::QueuedConnection);
        });
}

// Whether something about as large stands before the node: the reader would take the label for the other's.
bool SceneSight::isCovered(int index, const ScreenView &view, const ScreenIndex &screen)
{
    const Projector projector = view.camera.projector();
    const auto placeOf = [&](int node) {
        return view.positions->contains(node) ? projector.project(view.positions->position(node)) : std::nullopt;
    };
    const auto at = placeOf(index);
    const int seen = at ? screen.at(QPointF(at->x(), at->y()), 0.0F) : -1;
    const auto other = placeOf(seen);
    if (seen < 0 || seen == index || !other)
        return false;
    return view.pixelRadius(seen, projector.pixelsPerUnit(other->z()))
        > 0.6F * view.pixelRadius(index, projector.pixelsPerUnit(at->z()));
}

SceneSight::Seen SceneSight::lookAt(const ScreenView &view, std::vector<int> wanted)
{
    Seen seen{.index = std::make_shared<const ScreenIndex>(view), .largest = {}, .covered = std::move(wanted)};
    seen.largest = seen.index->largest(looked / 2, view.filtered ? 0.0F : readable);
    seen.covered.insert(seen.covered.end(), seen.largest.begin(), seen.largest.end());
    std::ranges::sort(seen.covered);
    const auto twice = std::ranges::unique(seen.covered);
    seen.covered.erase(twice.begin(), twice.end());
    std::erase_if(seen.covered, [&](int index) { return !isCovered(index, view, *seen.index); });
    return seen;
}

void SceneSight::take(Seen seen, quint64 serial)
{
    m_working = false;
    if (serial > m_indexSerial) {
        discard(std::exchange(m_seen, std::move(seen)));
        m_indexSerial = serial;
        chooseLabels();
        Q_EMIT refreshed();
    }
    if (m_indexSerial != m_serial)
        m_timer.start(refreshEvery);
}

int SceneSight::nodeAt(const QPointF &at)
{
    if (m_indexSerial != m_serial && m_view.positions && m_view.positions->count <= quickNodes) {
        m_seen = lookAt(m_view, candidates());
        m_indexSerial = m_serial;
        chooseLabels(); // refresh() will find this view done
    }
    return lastSeenAt(at);
}

// Most wanted first: what the user pointed at, the way up, the largest branches, then whatever is near enough to read.
std::vector<int> SceneSight::candidates() const
{
    if (!m_model || !m_labelsShown || !m_view.positions)
        return {};
    std::vector<int> result = m_must;
    result.insert(result.end(), m_preferred.begin(), m_preferred.end());
    const auto byImportance = m_model->state().byImportance();
    const Projector projector = m_view.camera.projector();
    const auto nearEnough = [&](int index) {
        const auto place = m_view.isSeen(index) ? projector.project(m_view.positions->position(index)) : std::nullopt;
        return place && m_view.pixelRadius(index, projector.pixelsPerUnit(place->z())) >= readable;
    };
    for (std::size_t i = 0; i < byImportance.size(); ++i) {
        const int index = byImportance[i];
        if (m_view.filtered ? m_view.isSeen(index) : (i < important || nearEnough(index)))
            result.push_back(index);
        if (result.size() >= looked)
            break;
    }
    result.insert(result.end(), m_seen.largest.begin(), m_seen.largest.end());
    return result;
}

qreal SceneSight::opacityAt(float viewDistance) const
{
    const float target = m_view.camera.pose().distance;
    return std::clamp(1.15 - 0.45 * static_cast<qreal>(viewDistance) / std::max(target, 1.0F), 0.45, 1.0);
}

void SceneSight::chooseLabels()
{
    m_attached.clear();
    if (!m_model || !m_labelsShown || !m_view.positions) {
        m_labels.setLabels({});
        return;
    }
    const QFontMetricsF metrics(m_font);
    const Projector projector = m_view.camera.projector();
    std::vector<LabelCandidate> wanted;
    std::vector<LabelModel::Label> texts;
    std::vector<int> seen;
    for (const int index : candidates()) {
        if (std::ranges::find(seen, index) != seen.end())
            continue;
        seen.push_back(index);
        const bool must = std::ranges::find(m_must, index) != m_must.end();
        if (!m_view.positions->contains(index) || (!must && !m_view.isSeen(index)))
            continue;
        const auto place = projector.project(m_view.positions->position(index));
        const QString text = place ? m_model->labelOf(index) : QString();
        if (text.isEmpty())
            continue;
        if (!must && std::ranges::binary_search(m_seen.covered, index))
            continue;
        const double clear = static_cast<double>(m_view.pixelRadius(index, projector.pixelsPerUnit(place->z()))) + 4.0;
        wanted.push_back({index, QPointF(place->x(), place->y()), clear,
            QSizeF(metrics.horizontalAdvance(text) + 2.0, metrics.height()), must});
        const bool strong = must || std::ranges::find(m_preferred, index) != m_preferred.end();
        texts.push_back({index, text, {}, strong, strong ? 1.0 : opacityAt(place->z())});
    }
    const QSizeF screen = m_view.camera.viewport();
    std::vector<LabelModel::Label> shown;
    std::size_t added = 0;
    bool moreToCome = false;
    for (const PlacedLabel &label : placeLabels(wanted, QRectF(QPointF(), screen), mostLabels)) {
        const auto at
            = static_cast<std::size_t>(std::ranges::find(wanted, label.index, &LabelCandidate::index) - wanted.begin());
        if (std::ranges::find(m_labels.labels(), label.index, &LabelModel::Label::index) == m_labels.labels().end()) {
            if (added == mostAtOnce) {
                moreToCome = true;
                continue;
            }
            ++added;
        }
        m_attached.push_back({label.index, label.box.topLeft() - wanted[at].anchor, label.box.size(), wanted[at].must});
        shown.push_back(texts[at]);
        shown.back().place = label.box.topLeft();
    }
    m_labels.setLabels(shown);
    if (moreToCome && !std::exchange(m_moreComing, true)) {
        QTimer::singleShot(0, this, [this] {
            m_moreComing = false;
            chooseLabels();
        });
    }
}

void SceneSight::followNodes()
{
    if (m_attached.empty())
        return;
    const Projector projector = m_view.camera.projector();
    std::vector<LabelModel::Label> moved;
    std::vector<QRectF> boxes; // most wanted first, as they were placed
    for (const Attached &attached : m_attached) {
        const auto known = std::ranges::find(m_labels.labels(), attached.index, &LabelModel::Label::index);
        if (known == m_labels.labels().end() || !m_view.positions->contains(attached.index))
            continue;
        const auto place = projector.project(m_view.positions->position(attached.index));
        if (!place)
            continue;
        const QRectF box(QPointF(place->x(), place->y()) + attached.offset, attached.size);
        const bool isFree = std::ranges::none_of(boxes, [&box](const QRectF &other) { return other.intersects(box); });
        if (!isFree && !attached.must)
            continue;
        boxes.push_back(box);
        moved.push_back(*known);
        moved.back().place = box.topLeft();
    }
    m_labels.setLabels(moved);
}

} // namespace majlis::graph3d
