// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/search/addresspattern.h"
#include "models/domain/search/approximatepattern.h"

#include <QString>
#include <QStringMatcher>

#include <bit>
#include <cstdint>

namespace majlis
{

/// What is looked for among people: (part of) a name or of an address. Immutable; any thread.
class PeopleQuery
{
public:
    /// How well somebody matches, best first.
    enum Rank : std::uint8_t {
        SameName,
        NameStart,
        AddressStart,
        WordStart,
        AddressEnd,
        Inside, ///< of a name
        OneMistake, ///< in the name, or in the beginning of one of its words
        TwoMistakes,
        None,
    };

    explicit PeopleQuery(const QString &typed);

    [[nodiscard]] bool isEmpty() const { return m_folded.isEmpty(); }
    /// Of names folded as foldedText() does it.
    [[nodiscard]] const QStringMatcher &names() const { return m_names; }
    [[nodiscard]] const AddressPattern &address() const { return m_address; }
    [[nodiscard]] bool forgivesMistakes() const { return m_forgiven > 0; }

    /// Of one folded name, to the letter; `from`: where it is first found, when that is known.
    [[nodiscard]] Rank ofName(QStringView folded, qsizetype from = 0) const;
    [[nodiscard]] Rank ofAddress(NetworkAddressKind kind, std::span<const std::uint8_t> bytes) const;
    /// The letters of a folded name, one bit each (several share one): a name that lacks more of the query's letters
    /// than mistakes are forgiven cannot be it, which spares nearly everybody the closer look.
    [[nodiscard]] static std::uint64_t lettersOf(QStringView folded);
    [[nodiscard]] bool mayBeMistyped(std::uint64_t letters) const
    {
        return std::popcount(m_letters & ~letters) <= m_forgiven;
    }
    /// Of one folded name that may be mistyped.
    [[nodiscard]] Rank ofMistypedName(QStringView folded) const;

private:
    QString m_folded;
    QStringMatcher m_names;
    AddressPattern m_address;
    ApproximatePattern m_approximate;
    std::uint64_t m_letters = 0;
    int m_forgiven = 0;
};

} // namespace majlis
