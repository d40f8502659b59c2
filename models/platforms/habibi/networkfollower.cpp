// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/habibi/networkfollower.h"

#include <algorithm>

namespace majlis::habibi
{

using wire::habibi::NetworkChange;
using wire::habibi::NetworkUpdate;

void NetworkFollower::reset(NetworkSnapshot snapshot)
{
    m_snapshot = std::move(snapshot);
    m_joined.clear();
    m_left.clear();
    m_updates.clear();
}

bool NetworkFollower::contains(const Address &address) const
{
    if (m_joined.contains(address))
        return true;
    return !m_left.contains(address) && m_snapshot.find(address).has_value();
}

NetworkFollower::Outcome NetworkFollower::follow(const NetworkUpdate &update)
{
    if (m_snapshot.isEmpty())
        return Outcome::Reload;
    const bool known = contains(update.node.address);
    const bool parentKnown = update.node.parent && contains(*update.node.parent);
    const bool leaves = update.change == NetworkChange::Transferred && !update.edge;
    switch (update.change.value()) {
    case NetworkChange::Registered:
        if (known)
            return Outcome::Fits; // a duplicate; the view has nothing to do
        if (!parentKnown)
            return Outcome::Reload;
        m_joined.insert(update.node.address);
        m_left.remove(update.node.address);
        break;
    case NetworkChange::Transferred:
        // Somebody who comes from outside brings a subtree that nobody here has seen.
        if (!known || (!leaves && !parentKnown))
            return Outcome::Reload;
        if (leaves && update.node.totalDescendants > 0)
            return Outcome::Reload; // which of them were shown is not followed person by person
        if (leaves) {
            m_joined.remove(update.node.address);
            m_left.insert(update.node.address);
        }
        break;
    case NetworkChange::Updated:
        if (!known)
            return Outcome::Reload;
        break;
    case NetworkChange::Unknown:
        return Outcome::Reload;
    }
    m_updates.push_back(update);
    return Outcome::Fits;
}

} // namespace majlis::habibi
