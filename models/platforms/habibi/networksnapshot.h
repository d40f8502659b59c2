// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/address.h"
#include "models/domain/chain.h"
#include "models/domain/graph/networkfile.h"
#include "models/wire/habibi/types.h"

#include <QString>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace majlis::habibi
{

/// How far the loading of a network is: nodes held, and nodes in all when the server has counted them.
using NetworkProgress = std::function<void(std::uint64_t nodes, std::optional<std::uint64_t> total)>;

/// Finds nodes by address: 4 bytes a node, built once on a worker thread, then immutable.
class NetworkIndex
{
public:
    NetworkIndex() = default;
    explicit NetworkIndex(const NetworkFile &file);

    [[nodiscard]] std::optional<std::uint32_t> find(const NetworkFile &file, const Address &address) const;

private:
    std::vector<std::uint32_t> m_byAddress; // node indices, sorted by address bytes
};

/// A referral network as it was loaded; immutable, cheap to copy, any thread. What happened since comes as
/// HabibiService::networkUpdated.
class NetworkSnapshot
{
public:
    NetworkSnapshot() = default; ///< no network
    /// Sorts the nodes: worker threads only.
    explicit NetworkSnapshot(NetworkFile file);

    [[nodiscard]] bool isEmpty() const { return m_data == nullptr; }
    /// Precondition: not empty.
    [[nodiscard]] const NetworkFile &file() const { return m_data->file; }
    [[nodiscard]] std::optional<std::uint32_t> find(const Address &address) const;

    // One node; precondition: index < file().nodeCount().
    /// None for a node whose kind of address this version does not know.
    [[nodiscard]] std::optional<Address> address(std::uint32_t index) const;
    [[nodiscard]] Chain chain(std::uint32_t index) const;

    /// The newest people below the root, newest first, at most newestKept.
    [[nodiscard]] const std::vector<std::uint32_t> &newest() const;
    static constexpr std::size_t newestKept = 50;

private:
    struct Data {
        NetworkFile file;
        NetworkIndex index;
        std::vector<std::uint32_t> newest;
    };
    std::shared_ptr<const Data> m_data;
};

/// The JSON form as the same arrays: breadth-first order checked, `parent` addresses become indices. Errors are those
/// of NetworkFile: bad_tree for a parent that is missing, unknown, or does not come before its child; too_large.
[[nodiscard]] Result<NetworkFile> networkFromJson(
    const wire::habibi::NetworkGraph &graph, const NetworkLimits &limits = {});

/// The address bytes of a node as an Address.
[[nodiscard]] std::optional<Address> addressOf(const NetworkFile &file, std::uint32_t index);
[[nodiscard]] Chain chainOf(const NetworkFile &file, std::uint32_t index);

} // namespace majlis::habibi
