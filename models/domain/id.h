// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>
#include <cstddef>
#include <utility>

namespace majlis
{

/// An identifier of a `Tag`: opaque text that is compared and sent back, never parsed (CONVENTIONS rule 4). Ids of
/// different things do not mix.
template <class Tag>
class Id
{
public:
    Id() = default; ///< empty: no id that a server gives
    explicit Id(QString text)
        : m_text(std::move(text))
    {
    }

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }

    friend bool operator==(const Id &, const Id &) = default;
    friend auto operator<=>(const Id &left, const Id &right) { return left.m_text.compare(right.m_text) <=> 0; }
    friend std::size_t qHash(const Id &id, std::size_t seed = 0) { return ::qHash(id.m_text, seed); }

private:
    QString m_text;
};

} // namespace majlis
