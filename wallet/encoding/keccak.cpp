// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/encoding/keccak.h"

#include "wallet/secretbytes.h"

#include <array>
#include <bit>

// Keccak-f[1600] as in the Keccak reference (version 3.0, sections 1.2 and 2): lanes a[x + 5y].
namespace majlis::wallet
{

namespace
{

constexpr std::size_t rate = 136;
constexpr std::uint8_t keccakPadding = 0x01;
constexpr std::array<std::uint64_t, 24> roundConstants
    = {0x0000000000000001, 0x0000000000008082, 0x800000000000808A, 0x8000000080008000, 0x000000000000808B,
        0x0000000080000001, 0x8000000080008081, 0x8000000000008009, 0x000000000000008A, 0x0000000000000088,
        0x0000000080008009, 0x000000008000000A, 0x000000008000808B, 0x800000000000008B, 0x8000000000008089,
        0x8000000000008003, 0x8000000000008002, 0x8000000000000080, 0x000000000000800A, 0x800000008000000A,
        0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008};
// The walk of rho and pi: lane after lane, and by how much each is rotated.
constexpr std::array<std::size_t, 24> piLane
    = {10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1};
constexpr std::array<int, 24> rhoOffset
    = {1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44};

class Sponge
{
public:
    Sponge() = default;
    ~Sponge() { wipe({reinterpret_cast<std::uint8_t *>(m_lanes.data()), sizeof m_lanes}); }
    Sponge(const Sponge &) = delete;
    Sponge &operator=(const Sponge &) = delete;

    void absorb(ByteView data)
    {
        for (const std::uint8_t byte : data) {
            mix(m_position, byte);
            if (++m_position == rate) {
                permute();
                m_position = 0;
            }
        }
    }

    Hash256 squeeze()
    {
        mix(m_position, keccakPadding);
        mix(rate - 1, 0x80);
        permute();
        Hash256 hash;
        for (std::size_t i = 0; i < hash.size(); ++i)
            hash[i] = static_cast<std::uint8_t>(m_lanes[i / 8] >> (8 * (i % 8)));
        return hash;
    }

private:
    void mix(std::size_t position, std::uint8_t byte)
    {
        m_lanes[position / 8] ^= static_cast<std::uint64_t>(byte) << (8 * (position % 8));
    }

    void theta()
    {
        std::array<std::uint64_t, 5> parity{};
        for (std::size_t x = 0; x < 5; ++x)
            parity[x] = m_lanes[x] ^ m_lanes[x + 5] ^ m_lanes[x + 10] ^ m_lanes[x + 15] ^ m_lanes[x + 20];
        for (std::size_t x = 0; x < 5; ++x) {
            const std::uint64_t change = parity[(x + 4) % 5] ^ std::rotl(parity[(x + 1) % 5], 1);
            for (std::size_t y = 0; y < 25; y += 5)
                m_lanes[x + y] ^= change;
        }
    }

    void rhoAndPi()
    {
        std::uint64_t moving = m_lanes[1];
        for (std::size_t i = 0; i < piLane.size(); ++i) {
            const std::uint64_t displaced = m_lanes[piLane[i]];
            m_lanes[piLane[i]] = std::rotl(moving, rhoOffset[i]);
            moving = displaced;
        }
    }

    void chi()
    {
        for (std::size_t y = 0; y < 25; y += 5) {
            std::array<std::uint64_t, 5> row{};
            for (std::size_t x = 0; x < 5; ++x)
                row[x] = m_lanes[x + y];
            for (std::size_t x = 0; x < 5; ++x)
                m_lanes[x + y] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5]);
        }
    }

    void permute()
    {
        for (const std::uint64_t constant : roundConstants) {
            theta();
            rhoAndPi();
            chi();
            m_lanes[0] ^= constant;
        }
    }

    std::array<std::uint64_t, 25> m_lanes{};
    std::size_t m_position = 0;
};

} // namespace

Hash256 keccak256(ByteView data)
{
    return keccak256({data});
}

Hash256 keccak256(std::initializer_list<ByteView> parts)
{
    Sponge sponge;
    for (const ByteView part : parts)
        sponge.absorb(part);
    return sponge.squeeze();
}

} // namespace majlis::wallet
