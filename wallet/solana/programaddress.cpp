// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/solana/programaddress.h"

#include "wallet/crypto/sodium.h"
#include "wallet/solana/programs.h"

#include <sodium.h>

#include <string_view>

namespace majlis::wallet::solana
{

namespace
{

constexpr std::size_t mostSeeds = 16;
constexpr std::size_t longestSeed = 32;
constexpr std::string_view marker = "ProgramDerivedAddress";

class Sha256
{
public:
    Sha256()
    {
        ensureSodium();
        crypto_hash_sha256_init(&m_state);
    }
    void add(ByteView bytes) { crypto_hash_sha256_update(&m_state, bytes.data(), bytes.size()); }
    PublicKey key()
    {
        PublicKey key;
        crypto_hash_sha256_final(&m_state, key.bytes.data());
        return key;
    }

private:
    crypto_hash_sha256_state m_state{};
};

Result<void> checkSeeds(std::span<const Bytes> seeds)
{
    if (seeds.size() > mostSeeds)
        return fail(ErrorCode::InvalidArgument, "seeds: more than 16");
    if (std::ranges::any_of(seeds, [](const Bytes &seed) { return seed.size() > longestSeed; }))
        return fail(ErrorCode::InvalidArgument, "seeds: one has more than 32 bytes");
    return {};
}

PublicKey hashed(std::span<const Bytes> seeds, const PublicKey &program)
{
    Sha256 hash;
    for (const Bytes &seed : seeds)
        hash.add(seed);
    hash.add(program.bytes);
    hash.add(bytesOf(marker));
    return hash.key();
}

} // namespace

Result<PublicKey> createProgramAddress(std::span<const Bytes> seeds, const PublicKey &program)
{
    if (const Result<void> good = checkSeeds(seeds); !good)
        return std::unexpected(good.error());
    const PublicKey address = hashed(seeds, program);
    if (address.isOnCurve())
        return fail(ErrorCode::InvalidArgument, "seeds: they lead to an address on the curve");
    return address;
}

Result<ProgramAddress> findProgramAddress(std::vector<Bytes> seeds, const PublicKey &program)
{
    seeds.push_back({255});
    if (const Result<void> good = checkSeeds(seeds); !good)
        return std::unexpected(good.error());
    for (unsigned bump = 255; bump > 0; --bump) {
        seeds.back().front() = static_cast<std::uint8_t>(bump);
        const PublicKey address = hashed(seeds, program);
        if (!address.isOnCurve())
            return ProgramAddress{address, seeds.back().front()};
    }
    return fail(ErrorCode::Internal, "seeds: no bump leads off the curve");
}

Result<PublicKey> createWithSeed(const PublicKey &base, ByteView seed, const PublicKey &owner)
{
    if (seed.size() > longestSeed)
        return fail(ErrorCode::InvalidArgument, "seed: more than 32 bytes");
    const ByteView tail = ByteView(owner.bytes).last(marker.size());
    if (std::ranges::equal(tail, bytesOf(marker)))
        return fail(ErrorCode::InvalidArgument, "owner: could be taken for a program address");
    Sha256 hash;
    hash.add(base.bytes);
    hash.add(seed);
    hash.add(owner.bytes);
    return hash.key();
}

Result<PublicKey> associatedTokenAddress(const PublicKey &wallet, const PublicKey &mint, const PublicKey &tokenProgram)
{
    const auto seed = [](const PublicKey &key) { return Bytes(key.bytes.begin(), key.bytes.end()); };
    const auto found = findProgramAddress({seed(wallet), seed(tokenProgram), seed(mint)}, associatedTokenProgram());
    if (!found)
        return std::unexpected(found.error());
    return found->address;
}

} // namespace majlis::wallet::solana
