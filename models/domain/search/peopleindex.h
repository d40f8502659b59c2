// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/graph/networkfile.h"
#include "models/domain/search/peoplequery.h"

#include <QString>

#include <atomic>
#include <cstdint>
#include <functional>
#include <vector>

namespace majlis
{

/// Everybody in a network by name and address, for searching while one types: two bytes a letter of each name and
/// twelve bytes a person, addresses are compared where they lie in the file. Built once (worker threads only: a third
/// of a second for a million names), then immutable; any thread.
class PeopleIndex
{
public:
    PeopleIndex() = default;
    /// `shown` is a name as the program shows it (made harmless).
    PeopleIndex(NetworkFile file, const std::function<QString(const QString &name)> &shown);

    /// Calls `found` for everybody who matches, in the file's order, with how well. Ends early, false, once `isWanted`
    /// is false; it is asked every few thousand people.
    bool search(const PeopleQuery &query, const std::function<bool()> &isWanted,
        const std::function<void(std::uint32_t person, PeopleQuery::Rank rank)> &found) const;
    /// The same for names that were mistyped; the ranks are PeopleQuery::OneMistake and below. Who matches to the
    /// letter is left out.
    bool searchMistyped(const PeopleQuery &query, const std::function<bool()> &isWanted,
        const std::function<void(std::uint32_t person, PeopleQuery::Rank rank)> &found) const;

private:
    [[nodiscard]] QStringView name(std::uint32_t person) const;

    NetworkFile m_file;
    QString m_names; // folded, one after the other, a line each
    std::vector<std::uint64_t> m_letters; // of each name, PeopleQuery::lettersOf
    std::vector<std::uint32_t> m_starts; // of each name in m_names, and one more for the end
};

} // namespace majlis
