// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/graph/networkdigest.h"

#include "models/domain/graph/crc32c.h"

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace majlis
{

namespace
{

// Little-endian: magic, version, whole, 2 zeros, time (8), people (4), the gaps between entries as base-128 numbers,
// CRC-32C of all before (4).
constexpr std::uint32_t magic = 0x44474A4D; // "MJGD"
constexpr std::uint8_t version = 1;
constexpr qsizetype headerSize = 20;
constexpr qsizetype crcSize = 4;
constexpr int hashBits = 47;

/// FNV-1a over the kind and the bytes, then mixed so that the upper bits depend on every byte.
std::uint64_t hashOf(const NetworkFile &file, std::uint32_t index)
{
    std::uint64_t hash = 0xcbf29ce484222325U;
    const auto add = [&hash](std::uint8_t byte) { hash = (hash ^ byte) * 0x100000001b3U; };
    add(static_cast<std::uint8_t>(file.addressKind(index)));
    const auto bytes = file.addressBytes(index);
    for (const std::uint8_t byte : bytes) {
        add(byte);
    }
    if (bytes.empty()) { // without an address, the name is all that says who it is
        for (const char byte : file.nameBytes(index)) {
            add(static_cast<std::uint8_t>(byte));
        }
    }
    hash ^= hash >> 32U;
    hash *= 0xd6e8feb86659fd93U;
    hash ^= hash >> 32U;
    return hash >> (64 - hashBits);
}

template <class Number>
void append(QByteArray &bytes, Number number)
{
    bytes.append(reinterpret_cast<const char *>(&number), sizeof number);
}

template <class Number>
Number numberAt(const QByteArray &bytes, qsizetype at)
{
    Number number{};
    std::memcpy(&number, bytes.constData() + at, sizeof number);
    return number;
}

std::uint32_t crcOf(const QByteArray &bytes, qsizetype size)
{
    return crc32c(std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(size))));
}

} // namespace

NetworkDigest NetworkDigest::of(const NetworkFile &file, UnixMs at)
{
    NetworkDigest digest;
    digest.m_at = at;
    digest.m_whole = !file.isTruncated();
    digest.m_entries.reserve(file.nodeCount());
    for (std::uint32_t i = 0; i < file.nodeCount(); ++i) {
        digest.m_entries.push_back(hashOf(file, i) << 1U | (file.isVerified(i) ? 1U : 0U));
    }
    std::ranges::sort(digest.m_entries);
    const auto same = [](std::uint64_t left, std::uint64_t right) { return left >> 1U == right >> 1U; };
    const auto rest = std::ranges::unique(digest.m_entries, same);
    digest.m_entries.erase(rest.begin(), rest.end());
    return digest;
}

QByteArray NetworkDigest::toBytes() const
{
    QByteArray bytes;
    bytes.reserve(headerSize + static_cast<qsizetype>(m_entries.size()) * 5 + crcSize);
    append(bytes, magic);
    append(bytes, version);
    append(bytes, static_cast<std::uint8_t>(m_whole ? 1 : 0));
    append(bytes, std::uint16_t{0});
    append(bytes, m_at.value);
    append(bytes, static_cast<std::uint32_t>(m_entries.size()));
    std::uint64_t before = 0;
    for (const std::uint64_t entry : m_entries) {
        std::uint64_t gap = entry - before;
        before = entry;
        for (; gap >= 128; gap >>= 7U) {
            bytes.append(static_cast<char>((gap & 127U) | 128U));
        }
        bytes.append(static_cast<char>(gap));
    }
    append(bytes, crcOf(bytes, bytes.size()));
    return bytes;
}

Result<NetworkDigest> NetworkDigest::fromBytes(const QByteArray &bytes)
{
    const auto refuse = [] { return fail(ErrorCode::Malformed, u"no digest of a network"_s); };
    const qsizetype end = bytes.size() - crcSize;
    if (end < headerSize || numberAt<std::uint32_t>(bytes, 0) != magic || bytes.at(4) != version
        || numberAt<std::uint32_t>(bytes, end) != crcOf(bytes, end)) {
        return refuse();
    }
    NetworkDigest digest;
    digest.m_whole = bytes.at(5) != 0;
    digest.m_at = {numberAt<std::int64_t>(bytes, 8)};
    std::uint64_t before = 0;
    for (qsizetype at = headerSize; at < end;) {
        std::uint64_t gap = 0;
        unsigned shift = 0;
        bool more = true;
        for (; more && at < end && shift <= 49; ++at, shift += 7) {
            const auto byte = static_cast<std::uint8_t>(bytes.at(at));
            gap |= std::uint64_t{byte & 127U} << shift;
            more = byte >= 128;
        }
        const std::uint64_t entry = before + gap;
        if (more || entry >> (hashBits + 1) != 0 || (!digest.m_entries.empty() && entry >> 1U == before >> 1U)) {
            return refuse();
        }
        digest.m_entries.push_back(entry);
        before = entry;
    }
    return numberAt<std::uint32_t>(bytes, 16) == digest.m_entries.size() ? Result<NetworkDigest>(std::move(digest))
                                                                         : refuse();
}

NetworkChanges NetworkDigest::changesTo(const NetworkFile &later) const
{
    NetworkChanges changes;
    changes.since = m_at;
    changes.whole = m_whole && !later.isTruncated();
    std::vector<std::uint8_t> met(m_entries.size(), 0);
    for (std::uint32_t i = 0; i < later.nodeCount(); ++i) {
        const std::uint64_t hash = hashOf(later, i);
        const auto found = std::ranges::lower_bound(m_entries, hash << 1U);
        if (found == m_entries.end() || *found >> 1U != hash) {
            changes.joined.push_back(i);
            continue;
        }
        met[static_cast<std::size_t>(found - m_entries.begin())] = 1;
        if (later.isVerified(i) && (*found & 1U) == 0) {
            changes.verified.push_back(i);
        }
    }
    changes.left = std::ranges::count(met, std::uint8_t{0});
    return changes;
}

} // namespace majlis
