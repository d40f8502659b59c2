// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/encoding/keccak.h"

#include "wallet/secretbytes.h"

#include <array>
#include <bit>
#include <utility>

#if defined(__GNUC__) && defined(__x86_64__)
#define MAJLIS_X86_64
#endif
#ifdef __GNUC__
#define MAJLIS_INLINE __attribute__((always_inline)) inline
#else
#define MAJLIS_INLINE inline
#endif

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
using Lanes = std::array<std::uint64_t, 25>;

// Where pi moves each lane, and by how much rho rotates it.
constexpr std::array<std::size_t, 25> piTarget
    = {0, 10, 20, 5, 15, 16, 1, 11, 21, 6, 7, 17, 2, 12, 22, 23, 8, 18, 3, 13, 14, 24, 9, 19, 4};
constexpr std::array<int, 25> rhoOffset
    = {0, 1, 62, 28, 27, 36, 44, 6, 55, 20, 3, 10, 43, 25, 39, 41, 45, 15, 21, 8, 18, 2, 61, 56, 14};

// Every index is a constant, so that the lanes of a round stay in registers.
template <std::size_t... Place>
MAJLIS_INLINE void round(Lanes &lanes, std::uint64_t constant, std::index_sequence<Place...>)
{
    std::array<std::uint64_t, 5> parity{};
    ((parity[Place % 5] ^= lanes[Place]), ...);
    Lanes moved;
    ((moved[piTarget[Place]]
         = std::rotl(lanes[Place] ^ parity[(Place + 4) % 5] ^ std::rotl(parity[(Place + 1) % 5], 1), rhoOffset[Place])),
        ...);
    ((lanes[Place]
         = moved[Place] ^ (~moved[Place - Place % 5 + (Place + 1) % 5] & moved[Place - Place % 5 + (Place + 2) % 5])),
        ...);
    lanes[0] ^= constant;
}

MAJLIS_INLINE void permuteLanes(Lanes &state)
{
    Lanes lanes = state;
    for (const std::uint64_t constant : roundConstants)
        round(lanes, constant, std::make_index_sequence<25>());
    state = lanes;
    wipe({reinterpret_cast<std::uint8_t *>(lanes.data()), sizeof lanes});
}

#ifdef MAJLIS_X86_64
// The same, where the processor can rotate into another register and has and-not.
__attribute__((target("bmi,bmi2"))) void permuteWithBmi(Lanes &state)
{
    permuteLanes(state);
}
#endif

void permute(Lanes &state)
{
#ifdef MAJLIS_X86_64
    static const bool hasBmi = __builtin_cpu_supports("bmi") != 0 && __builtin_cpu_supports("bmi2") != 0;
    if (hasBmi)
        return permuteWithBmi(state);
#endif
    permuteLanes(state);
}

class Sponge
{
public:
    Sponge() = default;
    ~Sponge() { wipe({reinterpret_cast<std::uint8_t *>(m_lanes.data()), sizeof m_lanes}); }
    Sponge(const Sponge &) = delete;
    Sponge &operator=(const Sponge &) = delete;

    void absorb(ByteView data)
    {
        while (!data.empty()) {
            if (m_position % 8 == 0 && data.size() >= 8) {
                m_lanes[m_position / 8] ^= littleEndian(data);
                m_position += 8;
                data = data.subspan(8);
            } else {
                mix(m_position++, data.front());
                data = data.subspan(1);
            }
            if (m_position == rate) {
                permute(m_lanes);
                m_position = 0;
            }
        }
    }

    Hash256 squeeze()
    {
        mix(m_position, keccakPadding);
        mix(rate - 1, 0x80);
        permute(m_lanes);
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

    static std::uint64_t littleEndian(ByteView bytes)
    {
        std::uint64_t lane = 0;
        for (std::size_t i = 0; i < 8; ++i)
            lane |= static_cast<std::uint64_t>(bytes[i]) << (8 * i);
        return lane;
    }

    Lanes m_lanes{};
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
