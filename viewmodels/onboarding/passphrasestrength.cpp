// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/onboarding/passphrasestrength.h"

#include <array>
#include <cmath>
#include <cstdlib>

namespace majlis::viewmodels
{

namespace
{

constexpr double worthOfPattern = 0.25; // of a letter that repeats or follows the one before

int poolOf(wallet::ByteView utf8)
{
    bool lower = false;
    bool upper = false;
    bool digit = false;
    bool mark = false;
    bool other = false;
    for (const std::uint8_t byte : utf8) {
        lower |= byte >= 'a' && byte <= 'z';
        upper |= byte >= 'A' && byte <= 'Z';
        digit |= byte >= '0' && byte <= '9';
        mark |= byte < 0x80 && !((byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z') && !(byte >= '0' && byte <= '9');
        other |= byte >= 0x80;
    }
    return (lower ? 26 : 0) + (upper ? 26 : 0) + (digit ? 10 : 0) + (mark ? 33 : 0) + (other ? 64 : 0);
}

} // namespace

double passphraseBits(wallet::ByteView utf8)
{
    double letters = 0;
    std::array<int, 256> seen{};
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        if ((utf8[i] & 0xC0U) == 0x80U) {
            continue; // the rest of a letter
        }
        const bool pattern = i > 0 && std::abs(int{utf8[i]} - int{utf8[i - 1]}) <= 1;
        const int before = seen[utf8[i]]++;
        letters += pattern ? worthOfPattern : 1.0 / (1 + before * 0.5);
    }
    const int pool = poolOf(utf8);
    return pool == 0 ? 0 : letters * std::log2(pool);
}

} // namespace majlis::viewmodels
