// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/api/serialize.h"

namespace majlis::sandbox
{

/// The contract's `TimeFrame`.
enum class TimeFrame { Day, Week, Month, Year, All };
[[nodiscard]] std::optional<TimeFrame> timeFrameFromName(const QString &name);

/// What somebody earned: one entry for every person in the network (REFERRAL) and for every share of a rebase (REBASE).
/// Computed when asked for; the world keeps no such list. One thread.
class Rewards
{
public:
    explicit Rewards(const Platform &platform)
        : m_platform(platform)
    {
    }

    [[nodiscard]] QJsonObject history(Index node, TimeFrame frame) const; ///< `RewardHistory`
    /// `RewardPage`; the cursor names the last entry before the page.
    [[nodiscard]] ApiResult<QJsonObject> page(Index node, TimeFrame frame, int limit, const QString &cursor) const;

private:
    struct Entry {
        bool isReferral = false;
        Wide amount = 0;
        Chain chain = Chain::Base;
        std::int64_t earnedAt = 0;
        std::int64_t settledAt = 0; ///< 0: null
        QLatin1StringView status;
        Index source = none;
        int epoch = 0;
        QString hash;
        QString id;
    };
    struct Window {
        std::int64_t from = 0;
        std::int64_t to = 0;
    };
    [[nodiscard]] Window window(Index node, TimeFrame frame) const;
    [[nodiscard]] std::vector<Entry> entries(Index node, const Window &window) const; ///< newest first
    void addReferrals(Index node, const Window &window, std::vector<Entry> &entries) const;
    void addRebases(Index node, const Window &window, std::vector<Entry> &entries) const;
    void settle(Index node, Entry &entry) const;
    [[nodiscard]] QJsonObject entryJson(const Entry &entry) const;
    [[nodiscard]] QJsonArray totals(Index node, const std::vector<Entry> &entries) const;

    const Platform &m_platform;
};

} // namespace majlis::sandbox
