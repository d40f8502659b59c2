// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/feed/streamkey.h"

#include <algorithm>

namespace majlis::net
{

namespace
{

bool isEvmAddress(std::string_view text)
{
    return text.size() == 42 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X');
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

// FNV-1a, folding the case of what is compared without case.
std::size_t mix(std::size_t hash, std::string_view text, bool fold)
{
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(fold ? lower(c) : c)) * 0x100000001b3ULL;
    return hash;
}

} // namespace

bool operator==(StreamKeyView left, StreamKeyView right)
{
    if (left.topic != right.topic)
        return false;
    if (isEvmAddress(left.subject) && isEvmAddress(right.subject))
        return std::ranges::equal(left.subject, right.subject, {}, lower, lower);
    return left.subject == right.subject;
}

std::size_t StreamKeyHash::operator()(StreamKeyView key) const
{
    const auto topic = mix(0xcbf29ce484222325ULL, key.topic, false);
    return mix(topic * 31 + 1, key.subject, isEvmAddress(key.subject));
}

} // namespace majlis::net
