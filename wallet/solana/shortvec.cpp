// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/solana/shortvec.h"

namespace majlis::wallet::solana
{

void appendShortVec(Bytes &target, std::uint16_t value)
{
    unsigned rest = value;
    for (; rest >= 0x80U; rest >>= 7U)
        target.push_back(static_cast<std::uint8_t>(rest | 0x80U));
    target.push_back(static_cast<std::uint8_t>(rest));
}

Result<std::uint16_t> takeShortVec(ByteView &input)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        if (i >= input.size())
            return fail(ErrorCode::InvalidArgument, "a length is cut short");
        const std::uint8_t byte = input[i];
        value |= (byte & 0x7FU) << (7U * i);
        if ((byte & 0x80U) != 0)
            continue;
        if (byte == 0 && i > 0)
            return fail(ErrorCode::InvalidArgument, "a length is written longer than it is");
        if (value > 0xFFFFU)
            return fail(ErrorCode::InvalidArgument, "a length is above 65535");
        input = input.subspan(i + 1);
        return static_cast<std::uint16_t>(value);
    }
    return fail(ErrorCode::InvalidArgument, "a length has more than three bytes");
}

} // namespace majlis::wallet::solana
