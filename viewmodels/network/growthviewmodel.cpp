// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/network/growthviewmodel.h"

#include "viewmodels/format/figures.h"
#include "viewmodels/format/times.h"

#include <algorithm>
#include <chrono>

namespace majlis::viewmodels
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
constexpr double secondsForAll = 24; // at speed 1
constexpr int fastest = 4;
} // namespace

GrowthSpan growthSpan(const NetworkPeople &people, std::size_t parts)
{
    GrowthSpan span;
    for (std::uint32_t i = 0; i < people.count(); ++i) {
        if (const auto at = people.joinedAt(i)) {
            span.first = span.known == 0 ? *at : std::min(span.first, *at);
            span.last = span.known == 0 ? *at : std::max(span.last, *at);
            ++span.known;
        }
    }
    span.parts.assign(parts, 0);
    const double length = static_cast<double>((span.last - span.first).count()) + 1;
    for (std::uint32_t i = 0; i < people.count(); ++i) {
        if (const auto at = people.joinedAt(i)) {
            const double share = static_cast<double>((*at - span.first).count()) / length;
            ++span.parts[static_cast<std::size_t>(share * static_cast<double>(parts))];
        }
    }
    return span;
}

GrowthViewModel::GrowthViewModel(const NetworkPeople &people, NetworkLens &lens, QObject *parent)
    : QObject(parent)
    , m_people(people)
    , m_lens(lens)
{
    m_timer.setInterval(40ms);
    connect(&m_timer, &QTimer::timeout, this, &GrowthViewModel::advance);
    connect(&lens, &NetworkLens::changed, this, &GrowthViewModel::countChanged);
}

GrowthViewModel::~GrowthViewModel() = default;

void GrowthViewModel::setOpen(bool open)
{
    if (m_open == open) {
        return;
    }
    m_open = open;
    if (!open) {
        setPlaying(false);
        m_position = 1;
        Q_EMIT positionChanged();
    }
    apply();
    Q_EMIT openChanged();
}

void GrowthViewModel::setPlaying(bool playing)
{
    if (playing == isPlaying() || (playing && !isAvailable())) {
        return;
    }
    if (playing) {
        if (m_position >= 1) {
            setPosition(0);
        }
        m_since.start();
        m_timer.start();
    } else {
        m_timer.stop();
    }
    Q_EMIT playingChanged();
}

void GrowthViewModel::setPosition(double position)
{
    const double bounded = std::clamp(position, 0.0, 1.0);
    if (m_position != bounded) {
        m_position = bounded;
        Q_EMIT positionChanged();
        apply();
    }
}

void GrowthViewModel::setSpeed(int speed)
{
    const int bounded = std::clamp(speed, 1, fastest);
    if (m_speed != bounded) {
        m_speed = bounded;
        Q_EMIT speedChanged();
    }
}

QString GrowthViewModel::dateText() const
{
    return isAvailable() ? format::date(moment()) : QString();
}

QString GrowthViewModel::firstText() const
{
    return isAvailable() ? format::date(m_span.first) : QString();
}

QString GrowthViewModel::lastText() const
{
    return isAvailable() ? format::date(m_span.last) : QString();
}

QString GrowthViewModel::countText() const
{
    const auto lit = m_lens.result().lit;
    return lit == 1 ? tr("1 person") : tr("%1 people").arg(format::count(lit));
}

void GrowthViewModel::restart()
{
    setPlaying(false);
    m_run.forget();
    m_span = {};
    m_joins.clear();
    if (m_people.count() > 0) {
        m_run.start([people = m_people] { return growthSpan(people, parts); },
            [this](GrowthSpan span) { take(std::move(span)); });
    }
    Q_EMIT spanChanged();
    apply();
}

void GrowthViewModel::take(GrowthSpan span)
{
    m_span = std::move(span);
    const std::uint32_t most = std::max(1U, *std::ranges::max_element(m_span.parts));
    m_joins.clear();
    for (const std::uint32_t part : m_span.parts) {
        m_joins.push_back(static_cast<double>(part) / most);
    }
    Q_EMIT spanChanged();
    Q_EMIT positionChanged();
    apply();
}

void GrowthViewModel::advance()
{
    const double seconds = std::chrono::duration<double>(std::chrono::milliseconds(m_since.restart())).count();
    setPosition(m_position + seconds * m_speed / secondsForAll);
    if (m_position >= 1) {
        setPlaying(false);
    }
}

void GrowthViewModel::apply()
{
    LensConditions conditions = m_lens.conditions();
    conditions.joinedBy = m_open && isAvailable() ? std::optional(moment()) : std::nullopt;
    m_lens.setConditions(conditions, false);
}

UnixMs GrowthViewModel::moment() const
{
    const auto span = static_cast<double>((m_span.last - m_span.first).count());
    return m_span.first + std::chrono::milliseconds(static_cast<std::int64_t>(span * m_position));
}

} // namespace majlis::viewmodels
