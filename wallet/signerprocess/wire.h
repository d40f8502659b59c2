// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/address.h"
#include "wallet/bytes.h"
#include "wallet/secretbytes.h"
#include "wallet/uint256.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <concepts>
#include <cstdint>
#include <optional>
#include <type_traits>

namespace majlis::wallet::wire
{

// The signer protocol's encoding of values. Numbers are little-endian; text is UTF-8 and bytes are as they are, both
// behind 4 bytes of length; an optional is a byte 0 or 1 and the value. Every value has exactly one encoding, and a
// reader takes no other: what was accepted and is written again is the same bytes. Whole messages live in SecretBytes.

/// A type that may be const, for functions that serve writing and reading.
template <class X, class T>
concept Like = std::same_as<std::remove_const_t<X>, T>;

inline constexpr std::size_t longestText = 4096; ///< bytes of UTF-8, where nothing else is said
inline constexpr std::size_t longestMessage = std::size_t{128} * 1024; ///< of what is signed

class Writer
{
public:
    static constexpr bool isReader = false;

    [[nodiscard]] SecretBytes take() { return std::move(m_bytes); }
    [[nodiscard]] std::size_t size() const { return m_bytes.size(); }

    template <std::unsigned_integral Number>
        requires(!std::same_as<Number, bool>)
    void number(Number value)
    {
        for (std::size_t i = 0; i < sizeof value; ++i)
            m_bytes.append(static_cast<std::uint8_t>(value >> (8 * i)));
    }
    void flag(bool value) { m_bytes.append(static_cast<std::uint8_t>(value ? 1 : 0)); }
    template <class Enum>
    void choice(Enum value, std::uint8_t)
    {
        m_bytes.append(static_cast<std::uint8_t>(value));
    }
    void time(std::chrono::milliseconds value) { number(static_cast<std::uint64_t>(value.count())); }
    void raw(ByteView bytes) { m_bytes.append(bytes); }
    void bytes(ByteView bytes, std::size_t limit);
    void bytes(const QByteArray &bytes, std::size_t limit);
    void text(const QString &text, std::size_t limit = longestText);
    void secret(const SecretBytes &secret, std::size_t limit);
    void address(const Address &address);
    void big(const Uint256 &value) { raw(value.bigEndian()); }

private:
    SecretBytes m_bytes;
};

/// Stops at the first thing that is not as it should be: from then on isGood() is false and values stay as they are.
class Reader
{
public:
    static constexpr bool isReader = true;

    explicit Reader(ByteView bytes)
        : m_rest(bytes)
    {
    }

    [[nodiscard]] bool isGood() const { return m_good; }
    /// Everything was read, and all of it was good.
    [[nodiscard]] bool isDone() const { return m_good && m_rest.empty(); }
    void spoil() { m_good = false; }
    /// For values inside values: at most 8 deep, 1024 of them in a message; false and spoiled beyond that.
    [[nodiscard]] bool enter();
    void leave() { --m_depth; }

    template <std::unsigned_integral Number>
        requires(!std::same_as<Number, bool>)
    void number(Number &value)
    {
        const ByteView taken = take(sizeof value);
        Number read = 0;
        for (std::size_t i = 0; i < taken.size(); ++i)
            read = static_cast<Number>(read | static_cast<Number>(static_cast<Number>(taken[i]) << (8 * i)));
        if (m_good)
            value = read;
    }
    void flag(bool &value);
    /// `count`: how many values the enumeration has, from 0 on.
    template <class Enum>
    void choice(Enum &value, std::uint8_t count)
    {
        std::uint8_t read = 0;
        number(read);
        if (m_good && read < count)
            value = static_cast<Enum>(read);
        else
            m_good = false;
    }
    void time(std::chrono::milliseconds &value);
    void raw(std::span<std::uint8_t> target);
    void bytes(Bytes &bytes, std::size_t limit);
    void bytes(QByteArray &bytes, std::size_t limit);
    void text(QString &text, std::size_t limit = longestText);
    void secret(SecretBytes &secret, std::size_t limit);
    void address(Address &address);
    void big(Uint256 &value);

private:
    ByteView take(std::size_t size);
    ByteView takeSized(std::size_t limit);

    ByteView m_rest;
    bool m_good = true;
    int m_depth = 0;
    int m_nested = 0;
};

/// Zero bytes of an address, for a value that is read next.
[[nodiscard]] inline Address blankAddress()
{
    return Address::evm({});
}

} // namespace majlis::wallet::wire
