// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>
#include <QStringView>

#include <array>
#include <cstddef>
#include <utility>

namespace majlis
{

/// The names of an enumeration on the wire: specialised beside each one with
/// `static constexpr std::array<std::pair<E, QStringView>, n> names`. E has an enumerator Unknown, which is not named.
template <class E>
struct WireNames;

/// A closed set that a server may grow: a known value, or Unknown with the text that came (CONVENTIONS rule 10).
/// A value; any thread.
template <class E>
class OpenEnum
{
public:
    constexpr OpenEnum() = default; ///< Unknown without a text
    // Not explicit: a known value is an OpenEnum without loss.
    constexpr OpenEnum(E value) // NOLINT(google-explicit-constructor)
        : m_value(value)
    {
    }

    [[nodiscard]] static OpenEnum fromText(QStringView text)
    {
        for (const auto &[value, name] : WireNames<E>::names) {
            if (name == text)
                return value;
        }
        OpenEnum unknown;
        unknown.m_unknownText = text.toString();
        return unknown;
    }

    [[nodiscard]] E value() const { return m_value; }
    [[nodiscard]] bool isKnown() const { return m_value != E::Unknown; }
    /// As on the wire; what came, when unknown.
    [[nodiscard]] QString text() const
    {
        for (const auto &[value, name] : WireNames<E>::names) {
            if (value == m_value)
                return name.toString();
        }
        return m_unknownText;
    }

    friend bool operator==(const OpenEnum &, const OpenEnum &) = default;
    friend bool operator==(const OpenEnum &left, E right) { return left.m_value == right; }
    friend std::size_t qHash(const OpenEnum &value, std::size_t seed = 0)
    {
        return qHashMulti(seed, static_cast<int>(value.m_value), value.m_unknownText);
    }

private:
    E m_value = E::Unknown;
    QString m_unknownText; // only when Unknown
};

} // namespace majlis
