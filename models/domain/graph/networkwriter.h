// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/graph/networkfile.h"

#include <string>
#include <vector>

namespace majlis
{

/// What a binary graph is written from: one element a node in every array that is not empty, in breadth-first order
/// (networkorder.h makes it). Empty optional arrays leave their section out.
struct NetworkColumns {
    using AddressBytes = std::array<std::uint8_t, 32>;

    std::vector<std::uint32_t> parents; ///< required; indices of the whole walk, noParent for a root
    std::vector<std::uint8_t> depths; ///< required
    std::vector<std::uint8_t> flags; ///< required
    std::vector<AddressBytes> addresses; ///< required; EVM: 20 bytes, then zeros
    /// Empty: every address is EVM, and 20 bytes each are written.
    std::vector<NetworkAddressKind> addressKinds;
    std::vector<std::uint32_t> joinedSeconds; ///< at most one of the two
    std::vector<std::int64_t> joinedMs;
    std::vector<double> balancesLossy;
    std::vector<FixedBalance> balancesFixed;
    std::vector<std::uint32_t> directReferrals;
    std::vector<std::uint32_t> totalDescendants;
    std::vector<std::uint32_t> nameOffsets; ///< empty, or one more than nodes, starting at 0
    std::string names;
    std::vector<NetworkLink> links; ///< empty: no section

    std::uint32_t firstIndex = 0;
    std::optional<std::uint64_t> totalNodes; ///< none: unknown
    UnixMs generatedAt;
    std::uint32_t decimals = 18;
    bool truncated = false;
    std::optional<NetworkMeta> meta;

    /// Appends the name of the next node (at most 256 bytes of UTF-8 are kept, cut between characters).
    void appendName(QStringView name);
};

/// The file's bytes (part 4 of habibi.feeds.md), sections in the order of their types, each at a multiple of 16. What
/// was written has passed the reader's checks: the errors are NetworkFile's, and InvalidArgument for arrays of unequal
/// length.
[[nodiscard]] Result<QByteArray> writeNetworkFile(const NetworkColumns &columns);

} // namespace majlis
