// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/world/life.h"

#include <algorithm>

namespace majlis::sandbox
{

namespace
{

constexpr int tickMs = 200;
constexpr std::array rates{Life::joinsPerDay, Life::transfersPerDay, Life::verificationsPerDay, Life::movesPerDay};

} // namespace

Life::Life(Platform &platform, double speed, QObject *parent)
    : QObject(parent)
    , m_platform(platform)
    , m_speed(speed)
    , m_dice(mix(platform.world().seed() ^ 0x6c696665) ^ platform.world().count())
{
    for (std::size_t kind = 0; kind < rates.size(); ++kind)
        m_next[kind] = m_dice.exponential() * daySeconds / rates[kind];
    for (const Chain chain : allChains)
        m_rebaseIn[slot(chain)] = daySeconds * (static_cast<double>(slot(chain)) + 1) / 3.0;
    connect(&m_timer, &QTimer::timeout, this, &Life::tick);
}

void Life::start()
{
    m_lastTick = m_platform.clock().monotonic().count();
    m_timer.start(tickMs);
}

void Life::setSpeed(double speed)
{
    tick();
    m_speed = speed;
}

void Life::tick()
{
    const std::int64_t now = m_platform.clock().monotonic().count();
    // After the computer slept, the world goes on where it was: at most one second is made up for.
    const double passed = static_cast<double>(std::min<std::int64_t>(now - m_lastTick, 1000)) / 1000.0;
    m_lastTick = now;
    m_platform.settleClaims();
    live(passed * m_speed);
    m_platform.flush();
}

void Life::advance(double worldSeconds)
{
    live(worldSeconds);
    m_platform.flush();
}

/// Events in the order of their times: the next one is the smallest of all countdowns.
void Life::live(double seconds)
{
    while (seconds > 0) {
        const auto next = std::ranges::min_element(m_next);
        const auto rebase = std::ranges::min_element(m_rebaseIn);
        const double step = std::min({seconds, *next, *rebase});
        for (double &left : m_next)
            left -= step;
        for (double &left : m_rebaseIn)
            left -= step;
        seconds -= step;
        m_elapsed += step;
        if (m_elapsed >= m_dayEnds) {
            m_dayEnds += daySeconds;
            if (onWorldDay)
                onWorldDay();
        }
        const std::int64_t at = m_platform.now();
        if (*rebase <= 0) {
            *rebase = daySeconds;
            m_platform.worldRebase(static_cast<Chain>(rebase - m_rebaseIn.begin()), at);
        }
        if (*next > 0)
            continue;
        const auto kind = static_cast<std::size_t>(next - m_next.begin());
        *next = m_dice.exponential() * daySeconds / rates[kind];
        switch (kind) {
        case 0:
            joinSomebody(at);
            break;
        case 1:
            moveTokens(at);
            break;
        case 2:
            verifySomebody(at);
            break;
        default:
            moveSomebody(at);
            break;
        }
    }
}

std::optional<std::int64_t> Life::nextRebase(Chain chain) const
{
    if (m_speed <= 0 || m_platform.world().isPaused(chain))
        return std::nullopt;
    return m_platform.now() + static_cast<std::int64_t>(m_rebaseIn[slot(chain)] / m_speed * 1000.0);
}

/// A walk down from the root that stops at any level.
Index Life::somebodyBelow(Index root)
{
    const World &world = m_platform.world();
    Index node = root;
    while (world.directReferrals(node) > 0 && m_dice.chance(0.7)) {
        auto steps = m_dice.below(world.directReferrals(node));
        node = world.firstChild(node);
        while (steps-- > 0)
            node = world.nextSibling(node);
    }
    return node;
}

void Life::joinSomebody(std::int64_t at)
{
    const World &world = m_platform.world();
    const auto &accounts = m_platform.accounts();
    Index parent = none;
    // Four in ten come to the network of somebody who is signed in here: who watches should see something.
    if (!accounts.isEmpty() && m_dice.chance(0.4)) {
        auto account = accounts.constBegin();
        std::advance(account, static_cast<qsizetype>(m_dice.below(static_cast<std::uint64_t>(accounts.size()))));
        parent = somebodyBelow(account.key());
    } else {
        parent = Attachment::choose(m_dice, world.count(), [&world](Index node) { return world.parent(node); });
    }
    m_platform.worldJoin(parent, at);
    ++m_joins;
}

void Life::moveTokens(std::int64_t at)
{
    const World &world = m_platform.world();
    const Index from = somebody();
    Index to = somebody();
    const auto &accounts = m_platform.accounts();
    if (!accounts.isEmpty() && m_dice.chance(0.05)) {
        auto account = accounts.constBegin();
        std::advance(account, static_cast<qsizetype>(m_dice.below(static_cast<std::uint64_t>(accounts.size()))));
        to = account.key();
    }
    const Chain chain = world.chain(from);
    if ((chain == Chain::Solana) != (world.chain(to) == Chain::Solana))
        return; // an address of one family cannot receive on the other's chain
    // Whole hundredths of the balance, cut to micro tokens; never out of a signed-in wallet, which only its owner
    // moves.
    const Wide amount
        = world.balance(from, chain) * (1 + m_dice.below(20)) / 100U / 1'000'000'000'000ULL * 1'000'000'000'000ULL;
    if (!accounts.contains(from))
        m_platform.worldTransfer(from, to, chain, amount, at);
}

void Life::verifySomebody(std::int64_t at)
{
    const Index node = somebody();
    if (!m_platform.accounts().contains(node))
        m_platform.worldVerify(node, !m_platform.world().isVerified(node), at);
}

void Life::moveSomebody(std::int64_t at)
{
    const World &world = m_platform.world();
    const Index node = somebody();
    const Index parent = somebody();
    if (world.parent(node) == none || m_platform.accounts().contains(node) || world.isAncestor(node, parent)
        || world.parent(node) == parent)
        return;
    m_platform.worldMove(node, parent, at);
}

} // namespace majlis::sandbox
