// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/graph/networkfilter.h"
#include "viewmodels/network/networkpeople.h"

#include <QList>
#include <QObject>
#include <QTimer>
#include <QVector3D>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace majlis::graph3d
{
class NetworkModel;
struct PositionSnapshot;
} // namespace majlis::graph3d

namespace majlis::viewmodels
{

/// Everything that decides who is lit: the filters, the moment of the time-lapse, the branch that is looked at.
struct LensConditions {
    NetworkFilter filter;
    std::optional<UnixMs> joinedBy; ///< none: no time-lapse
    std::optional<std::uint32_t> top; ///< only this person and those below; its level counts as 0

    [[nodiscard]] bool isEmpty() const { return *this == LensConditions{}; }
    friend bool operator==(const LensConditions &, const LensConditions &) = default;
};

/// Who is lit, for the scene and for the table.
struct LensResult {
    std::vector<std::uint8_t> faded; ///< by person: 1 faded; empty: everyone is lit
    std::vector<std::uint8_t> kept; ///< by person: 1 lit, or on the way to somebody lit; empty with `faded`
    std::uint32_t lit = 0;
    std::uint32_t total = 0;
    std::vector<int> samples; ///< some of the lit, spread over the network; all when they are few
    QVector3D centre; ///< of the lit, where the layout had them
    float radius = 0; ///< around it, with about all of them inside
};

/// O(n), no shared state: for a worker thread. `positions` may be null.
[[nodiscard]] LensResult lookThrough(
    const NetworkPeople &people, const LensConditions &conditions, const graph3d::PositionSnapshot *positions);

/// Keeps the scene's fading in step with the conditions: computed on a worker thread, one at a time, the newest
/// conditions win. GUI thread.
class NetworkLens : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this object.
    NetworkLens(const NetworkPeople &people, graph3d::NetworkModel &scene, QObject *parent = nullptr);
    ~NetworkLens() override;

    [[nodiscard]] const LensConditions &conditions() const { return m_conditions; }
    /// `frame`: when nobody who is lit then is in view, the view goes to them.
    void setConditions(const LensConditions &conditions, bool frame);
    /// Others are there now: everyone is lit until the conditions have been looked at again.
    void restart();
    /// Somebody joined or changed; looks again soon.
    void touch();
    /// As frame(), as soon as the conditions have been looked at.
    void frameWhenReady();

    [[nodiscard]] const LensResult &result() const { return m_result; }
    [[nodiscard]] bool isBusy() const { return m_running || m_again; } ///< an answer is on its way

Q_SIGNALS:
    void changed(); ///< result()
    /// Shows these people: centre and radius of the lit, some of whom are `samples`. `always`: even if they are in
    /// view.
    void frameRequested(const QVector3D &centre, double radius, const QList<int> &samples, bool always);

public Q_SLOTS:
    void frame(); ///< shows the lit

private:
    void start();
    void take(LensResult result);

    const NetworkPeople &m_people;
    graph3d::NetworkModel &m_scene;
    LensConditions m_conditions;
    LensResult m_result;
    QTimer m_soon;
    unsigned m_network = 0; // generation of the people
    bool m_running = false;
    bool m_again = false;
    bool m_frame = false;
    bool m_frameAlways = false;
};

} // namespace majlis::viewmodels
