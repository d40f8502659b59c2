// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/graph/networkfile.h"
#include "models/domain/graph/networkwriter.h"

namespace majlis
{

/// Joins the pages of one walk (habibi.feeds.md part 4, "Truncation"). Errors: Malformed with reason `bad_page` for a
/// page that is not the next one of the same snapshot or does not continue the tree (start the walk again), TooLarge
/// with reason `too_large` beyond the node limit.
class NetworkPages
{
public:
    explicit NetworkPages(NetworkLimits limits = {})
        : m_limits(limits)
    {
    }

    [[nodiscard]] Result<void> add(const NetworkFile &page);
    [[nodiscard]] std::uint32_t nodeCount() const { return static_cast<std::uint32_t>(m_columns.parents.size()); }
    /// All pages as one network; its first page alone is handed on without a copy.
    [[nodiscard]] Result<NetworkFile> join() const;

private:
    [[nodiscard]] Result<void> check(const NetworkFile &page) const;
    void append(const NetworkFile &page);

    NetworkLimits m_limits;
    std::optional<NetworkFile> m_first;
    int m_pages = 0;
    NetworkColumns m_columns;
};

} // namespace majlis
