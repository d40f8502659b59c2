// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/bytes.h"
#include "wallet/error.h"
#include "wallet/secretbytes.h"

#include <cstdint>

namespace majlis::wallet
{

/// Cost of turning a passphrase into a key with Argon2id (RFC 9106; parallelism 1, as libsodium has it).
struct KdfParameters {
    std::uint32_t operations = 3;
    std::uint32_t memoryKiB = 256 * 1024;

    /// For new vaults: about a second on a computer of today.
    [[nodiscard]] static constexpr KdfParameters recommended() { return {3, 256 * 1024}; }
    /// The least that is accepted from a file (OWASP's 19 MiB and 2 passes).
    [[nodiscard]] static constexpr KdfParameters floor() { return {2, 19 * 1024}; }
    /// The most that is accepted from a file, so that a forged one cannot stop the computer.
    [[nodiscard]] static constexpr KdfParameters ceiling() { return {16, 2 * 1024 * 1024}; }

    /// WeakParameters below the floor, ExcessiveParameters above the ceiling.
    [[nodiscard]] Result<void> check() const;
    friend bool operator==(KdfParameters, KdfParameters) = default;
};

/// 32 bytes. Blocks for the time and takes the memory that the parameters say: call it on a worker thread.
/// Parameters are checked first. Internal when the memory is not to be had.
[[nodiscard]] Result<SecretBytes> deriveKey(
    const SecretBytes &passphrase, const ByteArray<16> &salt, KdfParameters parameters);

} // namespace majlis::wallet
