// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/scene/networkdata.h"
#include "models/domain/graph/networkfilter.h"
#include "models/domain/search/peopleindex.h"
#include "models/platforms/habibi/networksnapshot.h"
#include "models/wire/habibi/types.h"

#include <QHash>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace majlis::viewmodels
{

/// Who is in the network: a snapshot and what happened since. Node i is person i of the snapshot's file; those who
/// joined later follow. A value that is cheap to copy (the snapshot is shared), so that searches run on a copy in a
/// worker thread.
class NetworkPeople
{
public:
    NetworkPeople() = default;
    /// Indexes everybody for searching: worker threads only, but for a handful of people.
    explicit NetworkPeople(habibi::NetworkSnapshot snapshot);

    [[nodiscard]] std::uint32_t count() const { return m_fileCount + static_cast<std::uint32_t>(m_joined.size()); }
    [[nodiscard]] const habibi::NetworkSnapshot &snapshot() const { return m_snapshot; }

    /// Somebody joined: the index of the new person's referrer, whose child has the next index; none when the referrer
    /// is not known or the person is here already.
    [[nodiscard]] std::optional<std::uint32_t> join(const wire::habibi::NetworkNode &node);
    /// Something about a person changed; its index, none when not known.
    [[nodiscard]] std::optional<std::uint32_t> update(const wire::habibi::NetworkNode &node);

    [[nodiscard]] std::optional<std::uint32_t> find(const Address &address) const;
    /// Of the snapshot's people, as they were in it; null without a network.
    [[nodiscard]] const PeopleIndex *searchIndex() const { return m_searchIndex.get(); }
    /// Those who joined or changed since the snapshot.
    [[nodiscard]] std::vector<std::uint32_t> changedSince() const;
    [[nodiscard]] bool hasChanged(std::uint32_t index) const { return live(index) != nullptr; }

    // Precondition: index < count().
    [[nodiscard]] std::optional<Address> address(std::uint32_t index) const;
    [[nodiscard]] QString addressText(std::uint32_t index) const; ///< empty: unknown
    [[nodiscard]] QString name(std::uint32_t index) const; ///< made harmless; empty: none
    [[nodiscard]] std::optional<std::uint32_t> parent(std::uint32_t index) const; ///< none: a root
    [[nodiscard]] int depth(std::uint32_t index) const; ///< 0 for a root
    [[nodiscard]] Chain chain(std::uint32_t index) const;
    [[nodiscard]] bool isVerified(std::uint32_t index) const;
    [[nodiscard]] std::optional<Amount> balance(std::uint32_t index) const;
    [[nodiscard]] std::optional<UnixMs> joinedAt(std::uint32_t index) const;
    [[nodiscard]] std::optional<std::int64_t> directReferrals(std::uint32_t index) const;
    [[nodiscard]] std::optional<std::int64_t> totalDescendants(std::uint32_t index) const;
    [[nodiscard]] PersonFacts facts(std::uint32_t index) const; ///< what filters ask of one person

    /// Of everybody, those who joined later included. O(n): worker threads.
    [[nodiscard]] std::vector<std::uint32_t> parents() const;
    /// Those of whom the feed knows better than the snapshot's file. Few.
    [[nodiscard]] std::vector<std::uint32_t> liveIndices() const;

    /// How the scene draws the snapshot's people: verified ones have a rim, size grows with what somebody holds.
    [[nodiscard]] graph3d::NetworkData sceneData() const;
    [[nodiscard]] float size(std::uint32_t index) const;
    [[nodiscard]] graph3d::NodeFlags flags(std::uint32_t index) const;

private:
    /// What the feed said of a person, when it did.
    [[nodiscard]] const wire::habibi::NetworkNode *live(std::uint32_t index) const;

    habibi::NetworkSnapshot m_snapshot;
    std::shared_ptr<const PeopleIndex> m_searchIndex;
    std::uint32_t m_fileCount = 0;
    std::vector<wire::habibi::NetworkNode> m_joined;
    std::vector<std::uint32_t> m_joinedParents;
    QHash<std::uint32_t, wire::habibi::NetworkNode> m_changed;
    QHash<Address, std::uint32_t> m_joinedIndex;
};

} // namespace majlis::viewmodels
