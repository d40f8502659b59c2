// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/habibi/networksnapshot.h"
#include "models/wire/habibi/types.h"

#include <QSet>

#include <vector>

namespace majlis::habibi
{

/// The network rule of habibi.feeds.md part 0: which live updates fit onto the network that is held. A value.
class NetworkFollower
{
public:
    enum class Outcome {
        Fits, ///< kept in updates()
        Reload, ///< its parent or the person is not known here: fetch the network again
    };

    [[nodiscard]] const NetworkSnapshot &snapshot() const { return m_snapshot; }
    [[nodiscard]] const std::vector<wire::habibi::NetworkUpdate> &updates() const { return m_updates; }
    /// A fresh network; what was followed before is part of it.
    void reset(NetworkSnapshot snapshot);
    [[nodiscard]] Outcome follow(const wire::habibi::NetworkUpdate &update);
    [[nodiscard]] bool contains(const Address &address) const;

private:
    NetworkSnapshot m_snapshot;
    QSet<Address> m_joined; // since the snapshot
    QSet<Address> m_left;
    std::vector<wire::habibi::NetworkUpdate> m_updates;
};

} // namespace majlis::habibi
