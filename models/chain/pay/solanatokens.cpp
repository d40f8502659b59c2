// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chain/pay/solanatokens.h"

namespace majlis::chain
{

using namespace Qt::StringLiterals;

const std::vector<KnownSolanaToken> &knownSolanaTokens()
{
    static const std::vector<KnownSolanaToken> tokens{
        {wallet::Address::parse(u"Ae4diLqKQZ7kuZwzLfx2FqqXcZnYcrh4na2GtDC7XhWN").value(), u"USDC"_s, u"ZMART"_s, 9},
        {wallet::Address::parse(u"aCdPU5H7KsPTMmjBH6X5N5WsC1i1vn4dEVX9XtrCjk6").value(), u"USDC"_s, u"Trade Hybrid"_s,
            6},
        {wallet::Address::parse(u"Hki6vEyQoHjuyBtMotQDKpqB5HCxtT6KdDBfTznYn3FD").value(), u"THC"_s, u"Trade Hybrid"_s,
            9},
    };
    return tokens;
}

} // namespace majlis::chain
