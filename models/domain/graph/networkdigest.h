// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/graph/networkfile.h"

#include <QByteArray>

#include <cstdint>
#include <vector>

namespace majlis
{

/// What happened to a network between two visits.
struct NetworkChanges {
    UnixMs since; ///< of the earlier visit
    std::vector<std::uint32_t> joined; ///< new people, as indices of the later file
    std::vector<std::uint32_t> verified; ///< who was there and has been verified since
    std::int64_t left = 0; ///< how many are not there any more; who they were is not remembered
    /// False when one of the two was not the whole network: who was not sent looks as if they had left or joined.
    bool whole = true;

    [[nodiscard]] bool isEmpty() const { return joined.empty() && verified.empty() && left == 0; }
};

/// What is remembered of a network from one visit to the next: about 5 bytes a person, and no address. Of each, 47 bits
/// of a hash of the address and whether they were verified. Among a million people, one newcomer of 140 million is
/// taken for somebody known. A value; any thread.
class NetworkDigest
{
public:
    NetworkDigest() = default;
    /// O(n log n): worker threads.
    [[nodiscard]] static NetworkDigest of(const NetworkFile &file, UnixMs at);
    /// What toBytes() wrote; Malformed for anything else. Nothing is allocated in proportion to a number that the bytes
    /// merely claim.
    [[nodiscard]] static Result<NetworkDigest> fromBytes(const QByteArray &bytes);
    [[nodiscard]] QByteArray toBytes() const;

    [[nodiscard]] UnixMs at() const { return m_at; }
    [[nodiscard]] std::size_t people() const { return m_entries.size(); }
    /// From this visit to a later one. O(n log n): worker threads.
    [[nodiscard]] NetworkChanges changesTo(const NetworkFile &later) const;

    friend bool operator==(const NetworkDigest &, const NetworkDigest &) = default;

private:
    UnixMs m_at;
    bool m_whole = true;
    std::vector<std::uint64_t> m_entries; // hash << 1 | verified; rising, each hash once
};

} // namespace majlis
