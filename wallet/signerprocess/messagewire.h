// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/signerprocess/wire.h"
#include "wallet/walletrequest.h"

#include <cstdint>

namespace majlis::wallet::wire
{

// The messages between the client and majlis-signer, one in each frame. A frame is 4 bytes of length and that many
// bytes, at most `largestFrame`; a length beyond it, or a message that is not exactly as below, ends the connection.
//
//     client: Hello, then any number of Request; signer: Welcome, then one Reply for each, in order.
//     Hello    "MAJLISSP"  2 version
//     Welcome  "MAJLISSP"  2 version  4 confinement (bits of Confinement)
//     Request  4 number, counting from 1  1 kind (index in WalletRequest)  fields
//     Reply    4 number of its request  snapshot  1 ok?  value (1 kind, fields) or error

inline constexpr std::uint16_t protocolVersion = 2;
inline constexpr std::size_t largestFrame = std::size_t{1024} * 1024;
inline constexpr std::size_t largestPassphrase = 4096;

struct Welcome {
    std::uint16_t version = 0;
    std::uint32_t confinement = 0;
};

[[nodiscard]] SecretBytes writeHello();
/// UnsupportedVersion when it is a hello of another version, Damaged when it is none.
[[nodiscard]] Result<void> readHello(ByteView message);
[[nodiscard]] SecretBytes writeWelcome(std::uint32_t confinement);
[[nodiscard]] Result<Welcome> readWelcome(ByteView message);

struct NumberedRequest {
    std::uint32_t number = 0;
    WalletRequest request;
};
[[nodiscard]] SecretBytes writeRequest(std::uint32_t number, const WalletRequest &request);
/// Damaged for anything else than a request.
[[nodiscard]] Result<NumberedRequest> readRequest(ByteView message);

struct NumberedReply {
    std::uint32_t number = 0;
    WalletReply reply;
};
[[nodiscard]] SecretBytes writeReply(std::uint32_t number, const WalletReply &reply);
[[nodiscard]] Result<NumberedReply> readReply(ByteView message);

} // namespace majlis::wallet::wire
