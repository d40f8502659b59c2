// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/graph/networkpages.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace majlis
{

namespace
{

std::unexpected<Error> refuse(ErrorCode code, const QString &reason, const QString &detail)
{
    auto error = fail(code, u"network page: "_s + detail);
    error.error().reason = reason;
    return error;
}

// A column that only some pages have is unknown for all.
template <class Column, class Source>
void appendColumn(Column &column, const Source &source, std::size_t before)
{
    if (source.empty() || column.size() != before)
        column.clear();
    else
        column.insert(column.end(), source.begin(), source.end());
}

} // namespace

Result<void> NetworkPages::check(const NetworkFile &page) const
{
    const std::uint32_t held = nodeCount();
    const auto bad = [](const QString &detail) { return refuse(ErrorCode::Malformed, u"bad_page"_s, detail); };
    if (page.firstIndex() != held)
        return bad(u"it begins at %1, not at %2"_s.arg(page.firstIndex()).arg(held));
    if (held > 0 && page.meta().snapshotId != m_first->meta().snapshotId)
        return bad(u"it is of another snapshot"_s);
    if (held > 0 && page.decimals() != m_first->decimals())
        return bad(u"its scale differs"_s);
    if (held + page.nodeCount() > m_limits.maxNodes)
        return refuse(ErrorCode::TooLarge, u"too_large"_s, u"more than %1 nodes"_s.arg(m_limits.maxNodes));
    if (held == 0)
        return {};
    // PARENT and DEPTH over the page's border; within the page the reader has checked them.
    std::uint32_t previous = m_columns.parents.back() == noParent ? 0 : m_columns.parents.back();
    for (std::uint32_t index = 0; index < page.nodeCount(); ++index) {
        const std::uint32_t parent = page.parents()[index];
        if (parent >= held)
            break; // parents never fall, so all others are within the page
        if (parent < previous || page.depths()[index] != m_columns.depths[parent] + 1U)
            return bad(u"node %1 does not continue the tree"_s.arg(held + index));
        previous = parent;
    }
    return {};
}

Result<void> NetworkPages::add(const NetworkFile &page)
{
    if (const auto good = check(page); !good)
        return good;
    append(page);
    if (m_pages++ == 0)
        m_first = page;
    else
        m_columns.generatedAt = page.generatedAt();
    m_columns.truncated = page.isTruncated();
    m_columns.totalNodes = page.totalNodes();
    m_columns.meta = page.meta();
    m_columns.decimals = page.decimals();
    return {};
}

void NetworkPages::append(const NetworkFile &page)
{
    const std::size_t before = m_columns.parents.size();
    appendColumn(m_columns.balancesLossy, page.balancesLossy(), before);
    appendColumn(m_columns.balancesFixed, page.balancesFixed(), before);
    appendColumn(m_columns.directReferrals, page.directReferrals(), before);
    appendColumn(m_columns.totalDescendants, page.totalDescendants(), before);
    m_columns.depths.insert(m_columns.depths.end(), page.depths().begin(), page.depths().end());
    m_columns.flags.insert(m_columns.flags.end(), page.flags().begin(), page.flags().end());
    m_columns.links.insert(m_columns.links.end(), page.links().begin(), page.links().end());
    for (std::uint32_t index = 0; index < page.nodeCount(); ++index) {
        NetworkColumns::AddressBytes address{};
        std::ranges::copy(page.addressBytes(index), address.begin());
        m_columns.addresses.push_back(address);
        m_columns.addressKinds.push_back(page.addressKind(index));
        m_columns.joinedMs.push_back(page.joinedAt(index).value_or(UnixMs{}).value);
        m_columns.appendName(page.name(index));
    }
    m_columns.parents.insert(m_columns.parents.end(), page.parents().begin(), page.parents().end());
}

Result<NetworkFile> NetworkPages::join() const
{
    if (m_pages == 1)
        return *m_first;
    auto bytes = writeNetworkFile(m_columns);
    if (!bytes)
        return std::unexpected(bytes.error());
    return NetworkFile::read(std::move(*bytes), m_limits);
}

} // namespace majlis
