// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/solana/keyfile.h"

#include "wallet/signer.h"

#include <algorithm>

namespace majlis::wallet::solana
{

namespace
{

constexpr std::size_t seedSize = 32;
constexpr std::size_t numbers = 64;
constexpr std::size_t longestFile = 4096;

// A reader for this one shape: a general JSON parser would leave copies of the numbers on the heap.
class Reader
{
public:
    explicit Reader(std::string_view text)
        : m_rest(text)
    {
    }
    bool take(char expected)
    {
        skipSpace();
        if (m_rest.empty() || m_rest.front() != expected)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }
    bool takeByte(std::uint8_t &byte)
    {
        skipSpace();
        unsigned value = 0;
        std::size_t digits = 0;
        for (; digits < m_rest.size() && m_rest[digits] >= '0' && m_rest[digits] <= '9' && digits < 4; ++digits)
            value = value * 10 + static_cast<unsigned>(m_rest[digits] - '0');
        if (digits == 0 || digits > 3 || value > 255 || (digits > 1 && m_rest.front() == '0'))
            return false;
        m_rest.remove_prefix(digits);
        byte = static_cast<std::uint8_t>(value);
        return true;
    }
    bool isAtEnd()
    {
        skipSpace();
        return m_rest.empty();
    }

private:
    void skipSpace()
    {
        const auto isSpace = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
        while (!m_rest.empty() && isSpace(m_rest.front()))
            m_rest.remove_prefix(1);
    }

    std::string_view m_rest;
};

Result<SecretBytes> readNumbers(std::string_view text)
{
    Reader reader(text);
    SecretBytes bytes(numbers);
    bool good = reader.take('[');
    for (std::size_t i = 0; i < numbers && good; ++i)
        good = (i == 0 || reader.take(',')) && reader.takeByte(bytes.data()[i]);
    if (!good || !reader.take(']') || !reader.isAtEnd())
        return fail(ErrorCode::InvalidArgument, "key file: not an array of 64 numbers from 0 to 255");
    return bytes;
}

void appendDecimal(SecretBytes &text, unsigned byte)
{
    if (byte >= 100)
        text.append(static_cast<std::uint8_t>('0' + byte / 100));
    if (byte >= 10)
        text.append(static_cast<std::uint8_t>('0' + byte / 10 % 10));
    text.append(static_cast<std::uint8_t>('0' + byte % 10));
}

} // namespace

Result<SecretBytes> parseKeyFile(const SecretBytes &json)
{
    if (json.size() > longestFile)
        return fail(ErrorCode::InvalidArgument, "key file: too long");
    Result<SecretBytes> bytes = readNumbers(json.text());
    if (!bytes)
        return bytes;
    SecretBytes seed = SecretBytes::copyOf(bytes->view().first(seedSize));
    const Result<Address> address = solanaAddress(seed);
    if (!address)
        return std::unexpected(address.error());
    if (!std::ranges::equal(address->bytes(), bytes->view().subspan(seedSize)))
        return fail(ErrorCode::InvalidArgument, "key file: the public key does not belong to the private one");
    return seed;
}

Result<SecretBytes> writeKeyFile(const SecretBytes &seed)
{
    const Result<Address> address = solanaAddress(seed);
    if (!address)
        return std::unexpected(address.error());
    SecretBytes all = seed.clone();
    all.append(address->bytes());
    SecretBytes text;
    text.reserve(numbers * 4 + 2);
    text.append('[');
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i > 0)
            text.append(',');
        appendDecimal(text, all.data()[i]);
    }
    text.append(']');
    return text;
}

} // namespace majlis::wallet::solana
