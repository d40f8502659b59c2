// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/graph/networkwriter.h"

#include "models/domain/graph/crc32c.h"
#include "models/domain/graph/networkformat.h"

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;
using namespace majlis::networkformat;

namespace majlis
{

namespace
{

[[nodiscard]] std::span<const std::byte> asBytes(const QByteArray &bytes, qsizetype from, qsizetype size)
{
    return {reinterpret_cast<const std::byte *>(bytes.constData()) + from, static_cast<std::size_t>(size)};
}

template <class T>
void store(QByteArray &bytes, std::size_t offset, T value)
{
    std::memcpy(bytes.data() + offset, &value, sizeof(T));
}

struct SectionSource {
    std::uint32_t type;
    std::uint32_t elementSize;
    const void *data;
    std::size_t length;
};

template <class T>
void addSection(std::vector<SectionSource> &sections, Section type, const std::vector<T> &elements)
{
    if (!elements.empty())
        sections.push_back({type, sizeof(T), elements.data(), elements.size() * sizeof(T)});
}

[[nodiscard]] bool sizesAgree(const NetworkColumns &columns)
{
    const std::size_t nodes = columns.parents.size();
    const auto optional = [nodes](const auto &column) { return column.empty() || column.size() == nodes; };
    return nodes > 0 && nodes <= maxNodes && columns.depths.size() == nodes && columns.flags.size() == nodes
        && columns.addresses.size() == nodes && optional(columns.addressKinds) && optional(columns.joinedSeconds)
        && optional(columns.joinedMs) && (columns.joinedSeconds.empty() || columns.joinedMs.empty())
        && optional(columns.balancesLossy) && optional(columns.balancesFixed) && optional(columns.directReferrals)
        && optional(columns.totalDescendants) && columns.links.size() <= maxEdges
        && (columns.nameOffsets.empty() ? columns.names.empty() : columns.nameOffsets.size() == nodes + 1);
}

[[nodiscard]] std::vector<std::uint8_t> shortAddresses(const NetworkColumns &columns)
{
    std::vector<std::uint8_t> bytes;
    if (!columns.addressKinds.empty())
        return bytes;
    bytes.reserve(columns.addresses.size() * evmAddressSize);
    for (const NetworkColumns::AddressBytes &address : columns.addresses)
        bytes.insert(bytes.end(), address.begin(), address.begin() + evmAddressSize);
    return bytes;
}

[[nodiscard]] std::vector<SectionSource> sectionsOf(
    const NetworkColumns &columns, const std::vector<std::uint8_t> &evmAddresses, const QByteArray &meta)
{
    std::vector<SectionSource> sections;
    addSection(sections, Parent, columns.parents);
    addSection(sections, Depth, columns.depths);
    addSection(sections, Joined, columns.joinedSeconds);
    addSection(sections, Joined, columns.joinedMs);
    addSection(sections, Balance, columns.balancesLossy);
    addSection(sections, BalanceFixed, columns.balancesFixed);
    addSection(sections, Flags, columns.flags);
    if (columns.addressKinds.empty())
        sections.push_back({Address, evmAddressSize, evmAddresses.data(), evmAddresses.size()});
    else
        addSection(sections, Address, columns.addresses);
    addSection(sections, AddressKind, columns.addressKinds);
    addSection(sections, Direct, columns.directReferrals);
    addSection(sections, Descendants, columns.totalDescendants);
    addSection(sections, NameOffset, columns.nameOffsets);
    if (!columns.nameOffsets.empty())
        sections.push_back({NameBytes, 1, columns.names.data(), columns.names.size()});
    addSection(sections, Edges, columns.links);
    if (!meta.isEmpty())
        sections.push_back({Meta, 1, meta.constData(), static_cast<std::size_t>(meta.size())});
    return sections;
}

[[nodiscard]] std::size_t aligned(std::size_t size)
{
    return (size + alignment - 1) / alignment * alignment;
}

void storeHeader(QByteArray &bytes, const NetworkColumns &columns, std::size_t sectionCount)
{
    const auto roots = std::count(columns.parents.begin(), columns.parents.end(), noParent);
    std::memcpy(bytes.data(), magic.data(), magic.size());
    store(bytes, 8, std::uint16_t{1});
    store(bytes, 10, std::uint16_t{0});
    store(bytes, 12, static_cast<std::uint32_t>(headerSize));
    store(bytes, 16, static_cast<std::uint32_t>(sectionCount));
    store(bytes, 20, columns.truncated ? truncatedFlag : std::uint32_t{0});
    store(bytes, 24, static_cast<std::uint32_t>(columns.parents.size()));
    store(bytes, 28, columns.firstIndex);
    store(bytes, 32, static_cast<std::uint32_t>(columns.links.size()));
    store(bytes, 36, static_cast<std::uint32_t>(roots));
    store(bytes, 40, columns.totalNodes.value_or(unknownTotal));
    store(bytes, 48, columns.generatedAt.value);
    store(bytes, 56, static_cast<std::uint64_t>(bytes.size()));
    store(bytes, 64, columns.decimals);
}

} // namespace

void NetworkColumns::appendName(QStringView name)
{
    if (nameOffsets.empty())
        nameOffsets.push_back(0);
    QByteArray utf8 = name.toUtf8();
    if (utf8.size() > static_cast<qsizetype>(maxNameSize)) {
        qsizetype size = maxNameSize;
        while (size > 0 && (static_cast<unsigned char>(utf8[size]) & 0xC0U) == 0x80U)
            --size;
        utf8.truncate(size);
    }
    names.append(utf8.constData(), static_cast<std::size_t>(utf8.size()));
    nameOffsets.push_back(static_cast<std::uint32_t>(names.size()));
}

Result<QByteArray> writeNetworkFile(const NetworkColumns &columns)
{
    if (!sizesAgree(columns))
        return fail(ErrorCode::InvalidArgument, u"the columns of a network differ in length"_s);
    const QByteArray meta = columns.meta ? columns.meta->toJson() : QByteArray();
    const std::vector<std::uint8_t> evmAddresses = shortAddresses(columns);
    const std::vector<SectionSource> sections = sectionsOf(columns, evmAddresses, meta);

    const std::size_t tableEnd = headerSize + entrySize * sections.size();
    std::size_t size = aligned(tableEnd);
    for (const SectionSource &section : sections)
        size = aligned(size + section.length);
    QByteArray bytes(static_cast<qsizetype>(size), '\0');
    storeHeader(bytes, columns, sections.size());

    std::size_t offset = aligned(tableEnd);
    std::size_t entry = headerSize;
    for (const SectionSource &section : sections) {
        if (section.length > 0)
            std::memcpy(bytes.data() + offset, section.data, section.length);
        store(bytes, entry, section.type);
        store(bytes, entry + 4, section.elementSize);
        store(bytes, entry + 8, static_cast<std::uint64_t>(offset));
        store(bytes, entry + 16, static_cast<std::uint64_t>(section.length));
        const auto written = asBytes(bytes, static_cast<qsizetype>(offset), static_cast<qsizetype>(section.length));
        store(bytes, entry + 24, crc32c(written));
        offset = aligned(offset + section.length);
        entry += entrySize;
    }
    const auto tail = asBytes(bytes, headerSize, static_cast<qsizetype>(tableEnd - headerSize));
    store(bytes, crcOffset, crc32c(tail, crc32c(asBytes(bytes, 0, crcOffset))));

    // What the reader would refuse is never handed out.
    const auto check = NetworkFile::read(bytes, {.maxNodes = maxNodes});
    if (!check)
        return std::unexpected(check.error());
    return bytes;
}

} // namespace majlis
