// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/bytes.h"
#include "wallet/error.h"
#include "wallet/solana/publickey.h"

#include <cstdint>
#include <span>
#include <vector>

namespace majlis::wallet::solana
{

struct ProgramAddress {
    PublicKey address;
    std::uint8_t bump = 0;
};

/// SHA-256(seeds ‖ program ‖ "ProgramDerivedAddress"). InvalidArgument with more than 16 seeds, a seed of more than 32
/// bytes, or when the result is on the curve.
[[nodiscard]] Result<PublicKey> createProgramAddress(std::span<const Bytes> seeds, const PublicKey &program);
/// The same with one more seed, the bump: the highest that leads off the curve. At most 15 seeds.
[[nodiscard]] Result<ProgramAddress> findProgramAddress(std::vector<Bytes> seeds, const PublicKey &program);
/// SHA-256(base ‖ seed ‖ owner): an account that `base` signs for and `owner` (a program) owns. The seed has at most 32
/// bytes.
[[nodiscard]] Result<PublicKey> createWithSeed(const PublicKey &base, ByteView seed, const PublicKey &owner);

/// Where `wallet` keeps the token of `mint`: the program address of the associated token account program.
[[nodiscard]] Result<PublicKey> associatedTokenAddress(
    const PublicKey &wallet, const PublicKey &mint, const PublicKey &tokenProgram);

} // namespace majlis::wallet::solana
