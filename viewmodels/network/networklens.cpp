// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/network/networklens.h"

#include "graph3d/scene/networkmodel.h"
#include "graph3d/scene/positionsnapshot.h"
#include "models/domain/graph/branches.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <chrono>

namespace majlis::viewmodels
{

using namespace std::chrono_literals;

namespace
{

constexpr std::uint32_t mostSamples = 256;

/// Those whom the feed changed or added are looked at one by one: they are few.
void fadeLive(
    const NetworkPeople &people, const LensConditions &conditions, int topDepth, std::span<std::uint8_t> faded)
{
    for (const std::uint32_t node : people.liveIndices()) {
        PersonFacts facts = people.facts(node);
        facts.depth -= topDepth;
        const bool lit = conditions.filter.lights(facts)
            && (!conditions.joinedBy || !facts.joinedAt || *facts.joinedAt <= *conditions.joinedBy);
        faded[node] = lit ? 0 : 1;
    }
}

void measure(LensResult &result, const graph3d::PositionSnapshot &positions)
{
    const auto seen = [&](std::uint32_t i) {
        return (result.faded.empty() || result.faded[i] == 0) && positions.contains(static_cast<int>(i));
    };
    QVector3D least;
    QVector3D most;
    bool any = false;
    for (std::uint32_t i = 0; i < result.total; ++i) {
        if (!seen(i)) {
            continue;
        }
        const QVector3D at = positions.position(static_cast<int>(i));
        for (int axis = 0; axis < 3; ++axis) {
            least[axis] = any ? std::min(least[axis], at[axis]) : at[axis];
            most[axis] = any ? std::max(most[axis], at[axis]) : at[axis];
        }
        any = true;
    }
    result.centre = (least + most) / 2;
    const QVector3D half = (most - least) / 2;
    result.radius = std::max({half.x(), half.y(), half.z()}) * 1.15F; // corners of a cloud's box are empty
}

} // namespace

LensResult lookThrough(
    const NetworkPeople &people, const LensConditions &conditions, const graph3d::PositionSnapshot *positions)
{
    LensResult result;
    result.total = people.count();
    if (!conditions.isEmpty() && result.total > 0) {
        const NetworkFile &file = people.snapshot().file();
        const std::vector<std::uint32_t> parents = people.parents();
        result.faded.assign(result.total, 0);
        const int topDepth = conditions.top ? people.depth(*conditions.top) : 0;
        fadeByFilter(file, conditions.filter, result.faded, topDepth);
        if (conditions.joinedBy) {
            fadeJoinedAfter(file, *conditions.joinedBy, result.faded);
        }
        fadeLive(people, conditions, topDepth, result.faded);
        if (conditions.top) {
            fadeOutside(parents, *conditions.top, result.faded);
        }
        result.kept = waysToLit(parents, result.faded);
    }
    result.lit = result.faded.empty() ? result.total
                                      : static_cast<std::uint32_t>(std::ranges::count(result.faded, std::uint8_t{0}));
    const std::uint32_t stride = std::max(1U, result.lit / mostSamples);
    std::uint32_t met = 0;
    for (std::uint32_t i = 0; i < result.total; ++i) {
        if ((result.faded.empty() || result.faded[i] == 0) && met++ % stride == 0) {
            result.samples.push_back(static_cast<int>(i));
        }
    }
    if (positions != nullptr) {
        measure(result, *positions);
    }
    return result;
}

NetworkLens::NetworkLens(const NetworkPeople &people, graph3d::NetworkModel &scene, QObject *parent)
    : QObject(parent)
    , m_people(people)
    , m_scene(scene)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(200ms);
    connect(&m_soon, &QTimer::timeout, this, &NetworkLens::start);
}

NetworkLens::~NetworkLens() = default;

void NetworkLens::setConditions(const LensConditions &conditions, bool frame)
{
    if (m_conditions == conditions) {
        return;
    }
    m_conditions = conditions;
    m_frame = m_frame || frame;
    start();
}

void NetworkLens::restart()
{
    ++m_network;
    m_again = false;
    m_running = false;
    m_frame = false;
    m_frameAlways = false;
    m_conditions.top.reset();
    m_result = {};
    m_result.total = m_people.count();
    m_result.lit = m_result.total;
    Q_EMIT changed();
    if (!m_conditions.isEmpty()) {
        start();
    }
}

void NetworkLens::touch()
{
    if (!m_conditions.isEmpty()) {
        m_soon.start();
        return;
    }
    m_result.total = m_people.count();
    m_result.lit = m_result.total;
    Q_EMIT changed();
}

void NetworkLens::frameWhenReady()
{
    if (m_running) {
        m_frameAlways = true;
    } else {
        frame();
    }
}

void NetworkLens::frame()
{
    Q_EMIT frameRequested(m_result.centre, static_cast<double>(m_result.radius),
        QList<int>(m_result.samples.begin(), m_result.samples.end()), true);
}

void NetworkLens::start()
{
    if (m_people.count() == 0) {
        return;
    }
    if (m_running) {
        m_again = true;
        return;
    }
    m_running = true;
    m_again = false;
    QtConcurrent::run([people = m_people, conditions = m_conditions, positions = m_scene.positions()] {
        return std::make_shared<LensResult>(lookThrough(people, conditions, positions.get()));
    }).then(this, [this, network = m_network](const std::shared_ptr<LensResult> &result) {
        if (network == m_network) {
            take(std::move(*result));
        }
    });
}

void NetworkLens::take(LensResult result)
{
    m_running = false;
    const bool wasFaded = !m_result.faded.empty();
    m_result = std::move(result);
    if (!m_result.faded.empty() || wasFaded) {
        graph3d::NetworkLook look;
        look.faded = m_result.faded.empty() ? std::vector<std::uint8_t>(m_result.total, 0) : m_result.faded;
        m_scene.setLook(std::move(look));
    }
    Q_EMIT changed();
    if (m_again) {
        start();
        return;
    }
    if (std::exchange(m_frameAlways, false)) {
        m_frame = false;
        frame();
    } else if (std::exchange(m_frame, false) && m_result.lit > 0) {
        Q_EMIT frameRequested(m_result.centre, static_cast<double>(m_result.radius),
            QList<int>(m_result.samples.begin(), m_result.samples.end()), false);
    }
}

} // namespace majlis::viewmodels
