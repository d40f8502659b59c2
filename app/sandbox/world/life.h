// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/world/platform.h"

#include <QObject>
#include <QTimer>

#include <array>
#include <functional>

namespace majlis::sandbox
{

/// Lets the world live: people join, tokens move, each chain rebases once a world day. At speed X a second of ours is X
/// of the world's; times on the wire are ours, only the pace is the world's. One thread.
class Life : public QObject
{
    Q_OBJECT

public:
    /// Events in one world day; at the default speed a day lasts two minutes, so somebody joins every three seconds.
    static constexpr double joinsPerDay = 40;
    static constexpr double transfersPerDay = 240;
    static constexpr double verificationsPerDay = 6;
    static constexpr double movesPerDay = 2;
    static constexpr double daySeconds = 86'400;

    Life(Platform &platform, double speed, QObject *parent = nullptr);

    /// Called when a world day is over, before its first event.
    std::function<void()> onWorldDay;

    void start();
    void setSpeed(double speed);
    [[nodiscard]] double speed() const { return m_speed; }
    /// Lets that many world seconds pass at once.
    void advance(double worldSeconds);
    [[nodiscard]] double worldSeconds() const { return m_elapsed; }
    /// When the chain's next rebase is due by our clock; nothing while it is paused or the world stands still.
    [[nodiscard]] std::optional<std::int64_t> nextRebase(Chain chain) const;
    [[nodiscard]] std::uint64_t joins() const { return m_joins; }

private:
    void tick();
    void live(double seconds);
    void joinSomebody(std::int64_t at);
    void moveTokens(std::int64_t at);
    void verifySomebody(std::int64_t at);
    void moveSomebody(std::int64_t at);
    [[nodiscard]] Index somebodyBelow(Index root);
    [[nodiscard]] Index somebody() { return static_cast<Index>(m_dice.below(m_platform.world().count())); }

    Platform &m_platform;
    double m_speed;
    Dice m_dice;
    double m_elapsed = 0;
    double m_dayEnds = daySeconds;
    std::array<double, 4> m_next{}; ///< world seconds until the next join, transfer, verification, move
    std::array<double, 3> m_rebaseIn{}; ///< world seconds until each chain's rebase
    std::int64_t m_lastTick = 0; ///< monotonic milliseconds
    std::uint64_t m_joins = 0;
    QTimer m_timer;
};

} // namespace majlis::sandbox
