// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/bytes.h"
#include "wallet/error.h"
#include "wallet/solana/publickey.h"
#include "wallet/solana/shortvec.h"

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <string>

namespace majlis::wallet::solana
{

/// Takes values off the front of bytes that somebody else wrote, little endian. After the first value that is not there
/// everything reads as zero and error() names that value; look at it once, at the end.
class ByteReader
{
public:
    explicit ByteReader(ByteView bytes)
        : m_rest(bytes)
    {
    }

    template <std::unsigned_integral Number>
    [[nodiscard]] Number number(const char *name)
    {
        Number value = 0;
        const ByteView raw = bytes(sizeof(Number), name);
        for (std::size_t i = 0; i < raw.size(); ++i)
            value = static_cast<Number>(value | static_cast<Number>(static_cast<Number>(raw[i]) << (8 * i)));
        return value;
    }
    [[nodiscard]] PublicKey key(const char *name)
    {
        PublicKey key;
        std::ranges::copy(bytes(key.bytes.size(), name), key.bytes.begin());
        return key;
    }
    /// Empty when there are not so many.
    [[nodiscard]] ByteView bytes(std::size_t size, const char *name)
    {
        if (size > m_rest.size())
            setError(name, "is cut short");
        if (!m_error.empty())
            return {};
        const ByteView taken = m_rest.first(size);
        m_rest = m_rest.subspan(size);
        return taken;
    }
    /// A compact-u16 and so many bytes.
    [[nodiscard]] ByteView shortBytes(const char *name) { return bytes(shortLength(name), name); }
    [[nodiscard]] std::uint16_t shortLength(const char *name)
    {
        if (!m_error.empty())
            return 0;
        const Result<std::uint16_t> length = takeShortVec(m_rest);
        if (!length)
            setError(name, length.error().detail.c_str());
        return length.value_or(0);
    }
    /// Bincode's string: a u64 length and UTF-8.
    [[nodiscard]] ByteView longBytes(const char *name)
    {
        const auto length = number<std::uint64_t>(name);
        return length > m_rest.size() ? bytes(m_rest.size() + 1, name) : bytes(static_cast<std::size_t>(length), name);
    }
    [[nodiscard]] ByteView rest() const { return m_rest; }
    [[nodiscard]] bool isAtEnd() const { return m_rest.empty(); }
    [[nodiscard]] bool isGood() const { return m_error.empty(); }
    void setError(const char *name, const char *what)
    {
        if (m_error.empty())
            m_error = std::string(name) + ": " + what;
    }
    /// InvalidArgument when a value was not there, or when anything is left.
    [[nodiscard]] Result<void> finish()
    {
        if (!m_rest.empty())
            setError("end", "more bytes follow");
        if (!m_error.empty())
            return fail(ErrorCode::InvalidArgument, m_error);
        return {};
    }

private:
    ByteView m_rest;
    std::string m_error;
};

/// Appends little-endian numbers and keys.
template <std::unsigned_integral Number>
void appendNumber(Bytes &target, Number value)
{
    for (std::size_t i = 0; i < sizeof(Number); ++i)
        target.push_back(static_cast<std::uint8_t>(static_cast<std::uint64_t>(value) >> (8 * i)));
}
inline void appendBytes(Bytes &target, ByteView bytes)
{
    target.insert(target.end(), bytes.begin(), bytes.end());
}

} // namespace majlis::wallet::solana
