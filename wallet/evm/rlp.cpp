// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/evm/rlp.h"

#include <bit>

namespace majlis::wallet
{

namespace
{

constexpr std::uint8_t stringBase = 0x80;
constexpr std::uint8_t listBase = 0xC0;
constexpr std::size_t longestShort = 55;

std::size_t bytesOfLength(std::size_t length)
{
    return (static_cast<std::size_t>(std::bit_width(length)) + 7) / 8;
}

std::size_t headSize(std::size_t length)
{
    return length <= longestShort ? 1 : 1 + bytesOfLength(length);
}

bool standsForItself(const Bytes &bytes)
{
    return bytes.size() == 1 && bytes[0] < stringBase;
}

// Sizes of the lists in the order in which they are met, so that each is worked out once.
class Writer
{
public:
    Bytes write(const RlpItem &item)
    {
        const std::size_t total = measure(item);
        m_out.reserve(total);
        put(item);
        return std::move(m_out);
    }

private:
    std::size_t measure(const RlpItem &item)
    {
        if (!item.isList())
            return standsForItself(item.bytes()) ? 1 : headSize(item.bytes().size()) + item.bytes().size();
        const std::size_t place = m_lengths.size();
        m_lengths.push_back(0);
        std::size_t length = 0;
        for (const RlpItem &child : item.list())
            length += measure(child);
        m_lengths[place] = length;
        return headSize(length) + length;
    }

    void putHead(std::uint8_t base, std::size_t length)
    {
        if (length <= longestShort) {
            m_out.push_back(static_cast<std::uint8_t>(base + length));
            return;
        }
        const std::size_t count = bytesOfLength(length);
        m_out.push_back(static_cast<std::uint8_t>(base + longestShort + count));
        for (std::size_t i = count; i > 0; --i)
            m_out.push_back(static_cast<std::uint8_t>(length >> (8 * (i - 1))));
    }

    void put(const RlpItem &item)
    {
        if (item.isList()) {
            putHead(listBase, m_lengths[m_next++]);
            for (const RlpItem &child : item.list())
                put(child);
            return;
        }
        const Bytes &bytes = item.bytes();
        if (!standsForItself(bytes))
            putHead(stringBase, bytes.size());
        m_out.insert(m_out.end(), bytes.begin(), bytes.end());
    }

    std::vector<std::size_t> m_lengths;
    std::size_t m_next = 0;
    Bytes m_out;
};

std::unexpected<Error> malformed(const char *why)
{
    return fail(ErrorCode::InvalidArgument, std::string("RLP: ") + why);
}

struct Head {
    bool isList = false;
    std::size_t size = 0; ///< of the head itself
    std::size_t length = 0; ///< of what follows, and it is there
};

Result<Head> checkedHead(bool isList, std::size_t size, std::size_t length, ByteView rest)
{
    if (length > rest.size() - size)
        return malformed("a length beyond the end");
    return Head{isList, size, length};
}

Result<Head> readHead(ByteView rest)
{
    if (rest.empty())
        return malformed("nothing there");
    const std::uint8_t first = rest[0];
    if (first < stringBase)
        return Head{false, 0, 1};
    const bool isList = first >= listBase;
    const std::size_t code = static_cast<std::size_t>(first) - (isList ? listBase : stringBase);
    if (code <= longestShort) {
        if (!isList && code == 1 && rest.size() > 1 && rest[1] < stringBase)
            return malformed("a single byte with a head");
        return checkedHead(isList, 1, code, rest);
    }
    const std::size_t count = code - longestShort;
    if (rest.size() < 1 + count)
        return malformed("cut within a length");
    if (rest[1] == 0)
        return malformed("a length with leading zeros");
    std::uint64_t length = 0;
    for (std::size_t i = 0; i < count; ++i)
        length = (length << 8U) | rest[1 + i];
    if (length <= longestShort)
        return malformed("a short length in the long form");
    return checkedHead(isList, 1 + count, length, rest);
}

// How many items the content of a list has, as far as it can be read.
std::size_t countOf(ByteView content)
{
    std::size_t count = 0;
    for (; !content.empty(); ++count) {
        const Result<Head> head = readHead(content);
        if (!head)
            break;
        content = content.subspan(head->size + head->length);
    }
    return count;
}

Result<RlpItem> readItem(ByteView &rest, unsigned depthLeft)
{
    const Result<Head> head = readHead(rest);
    if (!head)
        return std::unexpected(head.error());
    ByteView content = rest.subspan(head->size, head->length);
    rest = rest.subspan(head->size + head->length);
    if (!head->isList)
        return RlpItem(content);
    if (depthLeft == 0)
        return malformed("lists nested too deeply");
    RlpItem::List list;
    list.reserve(countOf(content));
    while (!content.empty()) {
        Result<RlpItem> child = readItem(content, depthLeft - 1);
        if (!child)
            return child;
        list.push_back(std::move(*child));
    }
    return RlpItem(std::move(list));
}

} // namespace

Result<Uint256> RlpItem::toNumber() const
{
    if (isList())
        return malformed("a list instead of a number");
    if (!bytes().empty() && bytes()[0] == 0)
        return malformed("a number with leading zeros");
    return Uint256::fromBigEndian(bytes());
}

Bytes encodeRlp(const RlpItem &item)
{
    return Writer().write(item);
}

Result<RlpItem> decodeRlp(ByteView encoded, RlpLimits limits)
{
    if (encoded.size() > limits.bytes)
        return malformed("longer than allowed");
    Result<RlpItem> item = readItem(encoded, limits.depth);
    if (item && !encoded.empty())
        return malformed("something behind the item");
    return item;
}

} // namespace majlis::wallet
