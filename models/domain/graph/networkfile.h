// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/amount.h"
#include "models/domain/result.h"
#include "models/domain/time.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>

namespace majlis
{

static_assert(std::endian::native == std::endian::little, "the binary graph is used where it lies: little-endian only");

/// The parent of a root.
inline constexpr std::uint32_t noParent = std::numeric_limits<std::uint32_t>::max();

/// A balance in units of 10^-decimals, as section BALANCE_FIXED holds it. All ones: unknown or too large.
struct FixedBalance {
    std::uint64_t low = 0;
    std::uint64_t high = 0;

    static constexpr FixedBalance unknown() { return {~std::uint64_t{0}, ~std::uint64_t{0}}; }
    /// Of an amount at 18 decimals; unknown() when it is negative or does not fit.
    [[nodiscard]] static FixedBalance fromAmount(const Amount &amount);
    [[nodiscard]] std::optional<Amount> toAmount(std::uint32_t decimals) const;
    friend bool operator==(const FixedBalance &, const FixedBalance &) = default;
};

/// A link beside the tree (section EDGES); indices are of the whole walk.
struct NetworkLink {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    float weight = 0;
    std::uint32_t kind = 0;
    friend bool operator==(const NetworkLink &, const NetworkLink &) = default;
};

/// Who stands behind a node's 32 address bytes (section ADDRESS_KIND).
enum class NetworkAddressKind : std::uint8_t {
    None = 0,
    Evm = 1, ///< 20 bytes, then 12 zeros
    Solana = 2,
    Unknown = 255, ///< a later minor's kind: shown as hex
};

/// The FLAGS byte: bit 0 verified, bits 1-3 chain, bit 4 "has direct referrals that are not in this file".
namespace networkflags
{
inline constexpr std::uint8_t verified = 0x01;
inline constexpr std::uint8_t moreBelow = 0x10;
inline constexpr int chainShift = 1;
inline constexpr std::uint8_t chainMask = 0x07;
inline constexpr std::uint8_t chainSolana = 1;
inline constexpr std::uint8_t chainBase = 2;
inline constexpr std::uint8_t chainArbitrum = 3;
} // namespace networkflags

/// META of the binary graph. Unknown keys are ignored on reading.
struct NetworkMeta {
    QString root; ///< address text of the root that was asked for; empty in a forest
    int depth = 0; ///< depth applied; 0 unknown
    QString snapshotId; ///< equal ids mean equal content
    bool truncated = false;
    QString reason; ///< NODE_LIMIT, TIME_LIMIT or a later one; empty: none
    QString nextCursor; ///< empty: no further page

    /// Compact, keys in the contract's order, those without a value left out.
    [[nodiscard]] QByteArray toJson() const;
    friend bool operator==(const NetworkMeta &, const NetworkMeta &) = default;
};

/// What a reader refuses beyond the format's own limits.
struct NetworkLimits {
    std::uint32_t maxNodes = 1'500'000; ///< the client's node limit
};

/// A referral network as the arrays of habibi.feeds.md part 4, used where they lie. Breadth first: the parent of a node
/// comes before it, PARENT never falls, every prefix is a tree (or forest). Immutable; copies share the buffer, and may
/// be read from any thread. Optional arrays are empty when the file does not have them ("unknown for every node").
/// Indices passed to the accessors are of this file (0..nodeCount-1); `parent()` values are of the whole walk
/// (minus `firstIndex()` for later pages).
///
/// Errors: ErrorCode::Malformed (TooLarge for `too_large`), `reason` is the contract's code: not_a_graph,
/// unsupported_version, truncated_file, bad_header, corrupt, unsupported_feature, too_large, bad_section, bad_tree,
/// bad_page. All checks of part 4 run, in its order, before an object exists. Bounded by the buffer: nothing is
/// allocated in proportion to a number that the file merely claims.
class NetworkFile
{
public:
    /// Keeps `bytes` (shared, not copied unless it does not start at a multiple of 16).
    [[nodiscard]] static Result<NetworkFile> read(QByteArray bytes, const NetworkLimits &limits = {});
    /// A view: `bytes` (a mapped file) must outlive the object and every copy, and start at a multiple of 16
    /// (InvalidArgument otherwise).
    [[nodiscard]] static Result<NetworkFile> view(std::span<const std::byte> bytes, const NetworkLimits &limits = {});

    [[nodiscard]] std::uint32_t nodeCount() const { return m_nodeCount; }
    /// Index of the first node in the whole walk; 0 unless a later page.
    [[nodiscard]] std::uint32_t firstIndex() const { return m_firstIndex; }
    /// Nodes of depth 0, which come first.
    [[nodiscard]] std::uint32_t rootCount() const { return m_rootCount; }
    /// Nodes that the request selects; none: the server did not count them.
    [[nodiscard]] std::optional<std::uint64_t> totalNodes() const { return m_totalNodes; }
    [[nodiscard]] bool isTruncated() const { return m_truncated; }
    [[nodiscard]] UnixMs generatedAt() const { return m_generatedAt; }
    [[nodiscard]] std::uint32_t decimals() const { return m_decimals; }
    [[nodiscard]] const NetworkMeta &meta() const { return m_meta; }
    /// The whole file.
    [[nodiscard]] std::span<const std::byte> bytes() const { return m_bytes; }

    // Whole arrays, nodeCount() long or empty.
    [[nodiscard]] std::span<const std::uint32_t> parents() const { return m_parents; } ///< never empty
    [[nodiscard]] std::span<const std::uint8_t> depths() const { return m_depths; } ///< never empty
    [[nodiscard]] std::span<const std::uint8_t> flags() const { return m_flags; } ///< never empty
    /// Nearest doubles, NaN unknown: for drawing and sorting only.
    [[nodiscard]] std::span<const double> balancesLossy() const { return m_balances; }
    [[nodiscard]] std::span<const FixedBalance> balancesFixed() const { return m_fixedBalances; }
    [[nodiscard]] std::span<const std::uint32_t> directReferrals() const { return m_direct; }
    [[nodiscard]] std::span<const std::uint32_t> totalDescendants() const { return m_descendants; }
    [[nodiscard]] std::span<const NetworkLink> links() const { return m_links; }

    // One node. Precondition: index < nodeCount().
    [[nodiscard]] std::optional<UnixMs> joinedAt(std::uint32_t index) const;
    /// Exact; none: unknown.
    [[nodiscard]] std::optional<Amount> balance(std::uint32_t index) const;
    [[nodiscard]] bool isVerified(std::uint32_t index) const { return (m_flags[index] & networkflags::verified) != 0; }
    [[nodiscard]] bool hasMoreBelow(std::uint32_t index) const
    {
        return (m_flags[index] & networkflags::moreBelow) != 0;
    }
    /// networkflags::chainSolana…; 0 or greater than 3: unknown.
    [[nodiscard]] std::uint8_t chainBits(std::uint32_t index) const
    {
        return static_cast<std::uint8_t>((m_flags[index] >> networkflags::chainShift) & networkflags::chainMask);
    }
    [[nodiscard]] NetworkAddressKind addressKind(std::uint32_t index) const;
    /// 20 bytes (EVM), 32 (Solana and unknown kinds) or none.
    [[nodiscard]] std::span<const std::uint8_t> addressBytes(std::uint32_t index) const;
    /// UTF-8 as sent; invalid sequences are shown with U+FFFD by name().
    [[nodiscard]] std::span<const char> nameBytes(std::uint32_t index) const;
    [[nodiscard]] QString name(std::uint32_t index) const;

private:
    friend class NetworkFileReader;

    QByteArray m_owner; // empty in a view
    std::span<const std::byte> m_bytes;
    std::uint32_t m_nodeCount = 0;
    std::uint32_t m_firstIndex = 0;
    std::uint32_t m_rootCount = 0;
    std::uint32_t m_decimals = 18;
    std::optional<std::uint64_t> m_totalNodes;
    bool m_truncated = false;
    UnixMs m_generatedAt;
    NetworkMeta m_meta;
    std::span<const std::uint32_t> m_parents;
    std::span<const std::uint8_t> m_depths;
    std::span<const std::uint32_t> m_joinedSeconds; // one of the two, or none
    std::span<const std::int64_t> m_joinedMs;
    std::span<const double> m_balances;
    std::span<const FixedBalance> m_fixedBalances;
    std::span<const std::uint8_t> m_flags;
    std::span<const std::uint8_t> m_addresses;
    std::uint32_t m_addressSize = 32;
    std::span<const std::uint8_t> m_addressKinds;
    std::span<const std::uint32_t> m_direct;
    std::span<const std::uint32_t> m_descendants;
    std::span<const std::uint32_t> m_nameOffsets;
    std::span<const char> m_names;
    std::span<const NetworkLink> m_links;
};

} // namespace majlis
