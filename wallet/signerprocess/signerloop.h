// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/signerprocess/framechannel.h"
#include "wallet/walletcore.h"

#include <cstdint>

namespace majlis::wallet
{

/// Greets, then answers requests one by one until the other side closes or says something that is not the protocol;
/// locks in either case. Between requests it locks when the idle time is over. What it returns is the process's exit
/// status: 0 after a close, 2 when the other side did not speak the protocol.
[[nodiscard]] int serveSigner(FrameChannel &channel, WalletCore &core, std::uint32_t confinement);

/// One message of a greeted client, without any input or output: what the fuzzer calls. The reply to send, or an error
/// when the message is not a request.
[[nodiscard]] Result<SecretBytes> answerMessage(WalletCore &core, ByteView message);

} // namespace majlis::wallet
