// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/graph/crc32c.h"
#include "models/domain/graph/networkfile.h"
#include "models/domain/graph/networkformat.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <cstring>

using namespace Qt::StringLiterals;
using namespace majlis::networkformat;

namespace majlis
{

namespace
{

using Check = Result<void>;

[[nodiscard]] std::unexpected<Error> refuse(const char *code, const QString &detail)
{
    Error error;
    error.reason = QString::fromLatin1(code);
    error.code = error.reason == "too_large"_L1 ? ErrorCode::TooLarge : ErrorCode::Malformed;
    error.detail = u"binary graph: "_s + detail;
    return std::unexpected(std::move(error));
}

template <class T>
[[nodiscard]] T load(std::span<const std::byte> bytes, std::size_t offset)
{
    T value{};
    std::memcpy(&value, bytes.data() + offset, sizeof(T));
    return value;
}

// The elements of a section in place: its offset is a multiple of 16 from a start that is one too.
template <class T>
[[nodiscard]] std::span<const T> elements(std::span<const std::byte> section)
{
    return {reinterpret_cast<const T *>(section.data()), section.size() / sizeof(T)};
}

struct SectionData {
    bool present = false;
    std::uint32_t elementSize = 0;
    std::span<const std::byte> bytes;
};

} // namespace

QByteArray networkformat::jsonString(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

/// The checks of part 4, one function a step, in their order; fills the NetworkFile on the way.
class NetworkFileReader
{
public:
    NetworkFileReader(std::span<const std::byte> bytes, const NetworkLimits &limits)
        : m_bytes(bytes)
        , m_limits(limits)
    {
    }

    Result<NetworkFile> run()
    {
        using Step = Check (NetworkFileReader::*)();
        static constexpr Step steps[] = {&NetworkFileReader::checkMagic, &NetworkFileReader::checkExtent,
            &NetworkFileReader::checkHeadCrc, &NetworkFileReader::checkCounts, &NetworkFileReader::checkSections,
            &NetworkFileReader::checkRequired, &NetworkFileReader::checkTree, &NetworkFileReader::checkValues,
            &NetworkFileReader::checkNames, &NetworkFileReader::checkMeta};
        for (const Step step : steps) {
            if (const Check check = (this->*step)(); !check)
                return std::unexpected(check.error());
        }
        m_file.m_bytes = m_bytes;
        return std::move(m_file);
    }

private:
    Check checkMagic();
    Check checkExtent();
    Check checkHeadCrc();
    Check checkCounts();
    Check checkSections();
    Check checkSection(std::uint32_t index, std::uint64_t &end);
    Check checkLayout(std::uint32_t type, std::uint32_t elementSize, std::uint64_t length) const;
    Check checkRequired();
    Check checkTree();
    Check checkValues();
    Check checkAddresses();
    Check checkLinks();
    Check checkNames();
    Check checkMeta();
    void takeArrays();

    std::uint32_t u32(std::size_t offset) const { return load<std::uint32_t>(m_bytes, offset); }
    std::uint64_t u64(std::size_t offset) const { return load<std::uint64_t>(m_bytes, offset); }
    std::uint64_t tableEnd() const { return std::uint64_t{m_headerSize} + entrySize * std::uint64_t{m_sectionCount}; }

    std::span<const std::byte> m_bytes;
    NetworkLimits m_limits;
    NetworkFile m_file;
    std::uint32_t m_headerSize = 0;
    std::uint32_t m_sectionCount = 0;
    std::uint32_t m_edgeCount = 0;
    std::array<SectionData, sectionTypes> m_sections;
};

Check NetworkFileReader::checkMagic()
{
    if (m_bytes.size() < headerSize || std::memcmp(m_bytes.data(), magic.data(), magic.size()) != 0)
        return refuse("not_a_graph", u"no header"_s);
    if (const auto major = load<std::uint16_t>(m_bytes, 8); major != 1)
        return refuse("unsupported_version", u"major version %1"_s.arg(major));
    return {};
}

Check NetworkFileReader::checkExtent()
{
    m_headerSize = u32(12);
    m_sectionCount = u32(16);
    const std::uint64_t fileSize = u64(56);
    const bool good = m_headerSize >= headerSize && m_headerSize % 8 == 0 && m_headerSize <= maxHeaderSize
        && m_sectionCount >= 1 && m_sectionCount <= maxSections && tableEnd() <= m_bytes.size()
        && fileSize == m_bytes.size();
    if (good)
        return {};
    if (fileSize > m_bytes.size())
        return refuse("truncated_file", u"%1 of %2 bytes came"_s.arg(m_bytes.size()).arg(fileSize));
    return refuse("bad_header", u"sizes"_s);
}

Check NetworkFileReader::checkHeadCrc()
{
    const auto rest = m_bytes.subspan(headerSize, tableEnd() - headerSize);
    if (crc32c(rest, crc32c(m_bytes.first(crcOffset))) != u32(crcOffset))
        return refuse("corrupt", u"checksum of the head"_s);
    if ((u32(20) & requiredFlags) != 0)
        return refuse("unsupported_feature", u"flags %1"_s.arg(u32(20), 8, 16, QChar(u'0')));
    return {};
}

Check NetworkFileReader::checkCounts()
{
    NetworkFile &file = m_file;
    file.m_nodeCount = u32(24);
    file.m_firstIndex = u32(28);
    m_edgeCount = u32(32);
    file.m_rootCount = u32(36);
    const std::uint64_t total = u64(40);
    file.m_generatedAt = UnixMs{load<std::int64_t>(m_bytes, 48)};
    file.m_decimals = u32(64);
    file.m_truncated = (u32(20) & truncatedFlag) != 0;
    const std::uint64_t end = std::uint64_t{file.m_firstIndex} + file.m_nodeCount;
    const bool rootsGood = file.m_firstIndex == 0 ? file.m_rootCount >= 1 && file.m_rootCount <= file.m_nodeCount
                                                  : file.m_rootCount == 0;
    bool hasEdges = false;
    for (std::uint32_t index = 0; index < m_sectionCount; ++index)
        hasEdges = hasEdges || u32(m_headerSize + index * entrySize) == Edges;
    const bool good = file.m_nodeCount >= 1 && file.m_nodeCount <= maxNodes && end < noParent && rootsGood
        && m_edgeCount <= maxEdges && (hasEdges || m_edgeCount == 0) && file.m_decimals <= maxDecimals && total >= end
        && (total == unknownTotal || file.m_truncated == (total > end));
    if (!good)
        return refuse("bad_header", u"counts"_s);
    if (total != unknownTotal)
        file.m_totalNodes = total;
    if (file.m_nodeCount > m_limits.maxNodes)
        return refuse("too_large", u"%1 nodes, the limit is %2"_s.arg(file.m_nodeCount).arg(m_limits.maxNodes));
    return {};
}

Check NetworkFileReader::checkSections()
{
    std::uint64_t end = tableEnd();
    for (std::uint32_t index = 0; index < m_sectionCount; ++index) {
        if (const Check check = checkSection(index, end); !check)
            return check;
    }
    return {};
}

Check NetworkFileReader::checkSection(std::uint32_t index, std::uint64_t &end)
{
    const std::size_t entry = m_headerSize + index * entrySize;
    const std::uint32_t type = u32(entry);
    const std::uint32_t elementSize = u32(entry + 4);
    const std::uint64_t offset = u64(entry + 8);
    const std::uint64_t length = u64(entry + 16);
    const QString name = u"section %1"_s.arg(type);
    if (offset % alignment != 0 || offset < end || offset > m_bytes.size() || length > m_bytes.size() - offset)
        return refuse("bad_section", name + u" lies outside its place"_s);
    end = offset + length;
    for (std::uint32_t earlier = 0; earlier < index; ++earlier) {
        if (u32(m_headerSize + earlier * entrySize) == type)
            return refuse("bad_section", name + u" stands twice"_s);
    }
    const bool known = type >= 1 && type < sectionTypes;
    if (!known && (type & criticalSection) != 0)
        return refuse("unsupported_feature", name);
    if (known) {
        if (const Check check = checkLayout(type, elementSize, length); !check)
            return check;
    }
    const auto bytes = m_bytes.subspan(offset, length);
    if (crc32c(bytes) != u32(entry + 24))
        return refuse("corrupt", u"checksum of "_s + name);
    if (known)
        m_sections[type] = {true, elementSize, bytes};
    return {};
}

Check NetworkFileReader::checkLayout(std::uint32_t type, std::uint32_t elementSize, std::uint64_t length) const
{
    // Two allowed sizes a type; most have one.
    static constexpr std::array<std::array<std::uint32_t, 2>, sectionTypes> sizes{{{0, 0}, {4, 4}, {1, 1}, {4, 8},
        {8, 8}, {16, 16}, {1, 1}, {20, 32}, {1, 1}, {4, 4}, {4, 4}, {4, 4}, {1, 1}, {16, 16}, {1, 1}}};
    const bool sizeGood = elementSize == sizes[type][0] || elementSize == sizes[type][1];
    std::uint64_t count = m_file.m_nodeCount;
    if (type == NameOffset)
        ++count;
    else if (type == Edges)
        count = m_edgeCount;
    const bool lengthGood = type == NameBytes || (type == Meta && length <= maxMetaSize)
        || (type != Meta && length == elementSize * count);
    if (!sizeGood || !lengthGood)
        return refuse("bad_section", u"section %1 has a wrong size"_s.arg(type));
    return {};
}

Check NetworkFileReader::checkRequired()
{
    for (const std::uint32_t type : {Parent, Depth, Flags, Address}) {
        if (!m_sections[type].present)
            return refuse("bad_section", u"section %1 is missing"_s.arg(type));
    }
    const bool kindsGood = m_sections[Address].elementSize == evmAddressSize || m_sections[AddressKind].present;
    if (!kindsGood || m_sections[NameOffset].present != m_sections[NameBytes].present)
        return refuse("bad_section", u"a section that another needs is missing"_s);
    takeArrays();
    return {};
}

void NetworkFileReader::takeArrays()
{
    NetworkFile &file = m_file;
    file.m_parents = elements<std::uint32_t>(m_sections[Parent].bytes);
    file.m_depths = elements<std::uint8_t>(m_sections[Depth].bytes);
    if (m_sections[Joined].elementSize == sizeof(std::int64_t))
        file.m_joinedMs = elements<std::int64_t>(m_sections[Joined].bytes);
    else
        file.m_joinedSeconds = elements<std::uint32_t>(m_sections[Joined].bytes);
    file.m_balances = elements<double>(m_sections[Balance].bytes);
    file.m_fixedBalances = elements<FixedBalance>(m_sections[BalanceFixed].bytes);
    file.m_flags = elements<std::uint8_t>(m_sections[Flags].bytes);
    file.m_addresses = elements<std::uint8_t>(m_sections[Address].bytes);
    file.m_addressSize = m_sections[Address].elementSize;
    file.m_addressKinds = elements<std::uint8_t>(m_sections[AddressKind].bytes);
    file.m_direct = elements<std::uint32_t>(m_sections[Direct].bytes);
    file.m_descendants = elements<std::uint32_t>(m_sections[Descendants].bytes);
    file.m_nameOffsets = elements<std::uint32_t>(m_sections[NameOffset].bytes);
    file.m_names = elements<char>(m_sections[NameBytes].bytes);
    file.m_links = elements<NetworkLink>(m_sections[Edges].bytes);
}

Check NetworkFileReader::checkTree()
{
    const std::uint32_t first = m_file.m_firstIndex;
    std::uint32_t previous = 0;
    for (std::uint32_t index = 0; index < m_file.m_nodeCount; ++index) {
        const std::uint32_t parent = m_file.m_parents[index];
        const std::uint32_t depth = m_file.m_depths[index];
        const bool isRoot = index < m_file.m_rootCount; // rootCount is 0 on later pages
        if (isRoot != (parent == noParent) || isRoot != (depth == 0))
            return refuse("bad_tree", u"node %1: root and depth disagree"_s.arg(index));
        if (isRoot)
            continue;
        if (parent >= first + index || parent < previous || depth > maxDepth)
            return refuse("bad_tree", u"node %1: its parent does not come before it in order"_s.arg(index));
        if (parent >= first && depth != m_file.m_depths[parent - first] + 1U)
            return refuse("bad_tree", u"node %1: its depth is not its parent's + 1"_s.arg(index));
        previous = parent;
    }
    return {};
}

Check NetworkFileReader::checkValues()
{
    const bool balancesGood = std::all_of(m_file.m_balances.begin(), m_file.m_balances.end(),
        [](double balance) { return std::isnan(balance) || (balance >= 0 && std::isfinite(balance)); });
    if (!balancesGood)
        return refuse("bad_section", u"a balance is negative or infinite"_s);
    if (const Check check = checkAddresses(); !check)
        return check;
    return checkLinks();
}

Check NetworkFileReader::checkAddresses()
{
    if (m_file.m_addressSize == evmAddressSize)
        return {};
    for (std::uint32_t index = 0; index < m_file.m_nodeCount; ++index) {
        const std::uint8_t kind = m_file.m_addressKinds[index];
        const std::size_t used = kind == 0 ? 0 : kind == 1 ? evmAddressSize : addressSize;
        const auto whole = m_file.m_addresses.subspan(std::size_t{index} * addressSize, addressSize);
        const auto padding = whole.subspan(used);
        if (!std::all_of(padding.begin(), padding.end(), [](std::uint8_t byte) { return byte == 0; }))
            return refuse("bad_section", u"node %1: padding of its address"_s.arg(index));
    }
    return {};
}

Check NetworkFileReader::checkLinks()
{
    const std::uint32_t end = m_file.m_firstIndex + m_file.m_nodeCount;
    const bool good = std::all_of(m_file.m_links.begin(), m_file.m_links.end(), [end](const NetworkLink &link) {
        return link.from < end && link.to < end && link.from != link.to && std::isfinite(link.weight);
    });
    return good ? Check{} : refuse("bad_section", u"a link beside the tree"_s);
}

Check NetworkFileReader::checkNames()
{
    const auto offsets = m_file.m_nameOffsets;
    if (offsets.empty())
        return {};
    bool good = offsets.front() == 0 && offsets.back() == m_file.m_names.size();
    for (std::size_t index = 1; good && index < offsets.size(); ++index)
        good = offsets[index] >= offsets[index - 1] && offsets[index] - offsets[index - 1] <= maxNameSize;
    return good ? Check{} : refuse("bad_section", u"name offsets"_s);
}

Check NetworkFileReader::checkMeta()
{
    if (!m_sections[Meta].present)
        return {};
    const auto bytes = m_sections[Meta].bytes;
    const auto document = QJsonDocument::fromJson(
        QByteArray::fromRawData(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())));
    if (!document.isObject())
        return refuse("bad_section", u"META is no JSON object"_s);
    const QJsonObject object = document.object();
    NetworkMeta &meta = m_file.m_meta;
    meta.root = object["root"_L1].toString();
    meta.depth = object["depth"_L1].toInt();
    meta.snapshotId = object["snapshotId"_L1].toString();
    meta.truncated = object["truncated"_L1].toBool();
    meta.reason = object["reason"_L1].toString();
    meta.nextCursor = object["nextCursor"_L1].toString();
    return {};
}

Result<NetworkFile> NetworkFile::view(std::span<const std::byte> bytes, const NetworkLimits &limits)
{
    if (!bytes.empty() && reinterpret_cast<std::uintptr_t>(bytes.data()) % alignment != 0)
        return fail(ErrorCode::InvalidArgument, u"a binary graph must start at a multiple of 16"_s);
    return NetworkFileReader(bytes, limits).run();
}

Result<NetworkFile> NetworkFile::read(QByteArray bytes, const NetworkLimits &limits)
{
    // QByteArray's own allocations start at a multiple of 16; a buffer with bytes removed at its front may not.
    if (reinterpret_cast<std::uintptr_t>(bytes.constData()) % alignment != 0)
        bytes = QByteArray(bytes.constData(), bytes.size());
    Result<NetworkFile> file = view(
        {reinterpret_cast<const std::byte *>(bytes.constData()), static_cast<std::size_t>(bytes.size())}, limits);
    if (file)
        file->m_owner = std::move(bytes);
    return file;
}

} // namespace majlis
