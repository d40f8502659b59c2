// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/secretbytes.h"

#include "wallet/crypto/sodium.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>

namespace majlis::wallet
{

namespace
{

constexpr std::size_t smallestAllocation = 64;
constexpr std::size_t scrubbedStack = std::size_t{32} * 1024;

// Byte by byte through general registers. memcpy goes through vector registers, which keep what it moved, and the
// dynamic linker saves those on the stack when it binds a function of another library at its first call.
void copy(const std::uint8_t *from, std::size_t size, std::uint8_t *to)
{
    const volatile std::uint8_t *source = from;
    for (std::size_t i = 0; i < size; ++i)
        to[i] = source[i];
}

bool isContinuation(std::uint8_t byte)
{
    return (byte & 0xC0U) == 0x80U;
}

} // namespace

SecretBytes::SecretBytes(std::size_t size)
{
    reserve(size);
    m_size = size;
    if (size > 0)
        std::memset(m_data, 0, size);
}

SecretBytes::~SecretBytes()
{
    clear();
}

SecretBytes::SecretBytes(SecretBytes &&other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
    , m_capacity(std::exchange(other.m_capacity, 0))
{
}

SecretBytes &SecretBytes::operator=(SecretBytes &&other) noexcept
{
    if (this != &other) {
        clear();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
        m_capacity = std::exchange(other.m_capacity, 0);
    }
    return *this;
}

SecretBytes SecretBytes::copyOf(ByteView source)
{
    SecretBytes copy;
    copy.append(source);
    return copy;
}

SecretBytes SecretBytes::fromText(std::string_view utf8)
{
    return copyOf(bytesOf(utf8));
}

SecretBytes SecretBytes::takeFrom(std::span<std::uint8_t> source)
{
    SecretBytes taken = copyOf(source);
    wipe(source);
    return taken;
}

SecretBytes SecretBytes::clone() const
{
    return copyOf(view());
}

void SecretBytes::reserve(std::size_t capacity)
{
    if (capacity <= m_capacity)
        return;
    ensureSodium();
    const std::size_t wanted = std::max({capacity, m_capacity * 2, smallestAllocation});
    auto *grown = static_cast<std::uint8_t *>(sodium_malloc(wanted));
    if (grown == nullptr)
        throw std::bad_alloc();
    copy(m_data, m_size, grown);
    if (m_data != nullptr)
        sodium_free(m_data);
    m_data = grown;
    m_capacity = wanted;
}

void SecretBytes::append(ByteView more)
{
    if (more.empty())
        return;
    reserve(m_size + more.size());
    copy(more.data(), more.size(), m_data + m_size);
    m_size += more.size();
}

void SecretBytes::truncate(std::size_t size)
{
    if (size >= m_size)
        return;
    sodium_memzero(m_data + size, m_size - size);
    m_size = size;
}

void SecretBytes::removeLastCharacter()
{
    std::size_t keep = m_size;
    while (keep > 0) {
        --keep;
        if (!isContinuation(m_data[keep]))
            break;
    }
    truncate(keep);
}

std::size_t SecretBytes::characterCount() const noexcept
{
    const ByteView bytes = view();
    return static_cast<std::size_t>(
        std::count_if(bytes.begin(), bytes.end(), [](std::uint8_t byte) { return !isContinuation(byte); }));
}

void SecretBytes::clear() noexcept
{
    if (m_data != nullptr)
        sodium_free(m_data);
    m_data = nullptr;
    m_size = 0;
    m_capacity = 0;
}

bool operator==(const SecretBytes &left, const SecretBytes &right) noexcept
{
    if (left.m_size != right.m_size)
        return false;
    return left.m_size == 0 || sodium_memcmp(left.m_data, right.m_data, left.m_size) == 0;
}

void wipe(std::span<std::uint8_t> memory) noexcept
{
    if (!memory.empty())
        sodium_memzero(memory.data(), memory.size());
}

// memcpy of a library goes through vector registers, which keep what it moved until somebody else uses them, and a core
// image has them.
void wipeVectorRegisters() noexcept
{
#if defined(__x86_64__) && defined(__GNUC__)
    if (__builtin_cpu_supports("avx512f")) {
        asm volatile("vpxorq %%zmm16, %%zmm16, %%zmm16\n\tvpxorq %%zmm17, %%zmm17, %%zmm17\n\t"
                     "vpxorq %%zmm18, %%zmm18, %%zmm18\n\tvpxorq %%zmm19, %%zmm19, %%zmm19\n\t"
                     "vpxorq %%zmm20, %%zmm20, %%zmm20\n\tvpxorq %%zmm21, %%zmm21, %%zmm21\n\t"
                     "vpxorq %%zmm22, %%zmm22, %%zmm22\n\tvpxorq %%zmm23, %%zmm23, %%zmm23\n\t"
                     "vpxorq %%zmm24, %%zmm24, %%zmm24\n\tvpxorq %%zmm25, %%zmm25, %%zmm25\n\t"
                     "vpxorq %%zmm26, %%zmm26, %%zmm26\n\tvpxorq %%zmm27, %%zmm27, %%zmm27\n\t"
                     "vpxorq %%zmm28, %%zmm28, %%zmm28\n\tvpxorq %%zmm29, %%zmm29, %%zmm29\n\t"
                     "vpxorq %%zmm30, %%zmm30, %%zmm30\n\tvpxorq %%zmm31, %%zmm31, %%zmm31" ::
                         : "memory");
    }
    if (__builtin_cpu_supports("avx")) {
        asm volatile("vzeroall" ::
                : "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9", "xmm10", "xmm11",
            "xmm12", "xmm13", "xmm14", "xmm15", "memory");
    } else {
        asm volatile("pxor %%xmm0, %%xmm0\n\tpxor %%xmm1, %%xmm1\n\tpxor %%xmm2, %%xmm2\n\tpxor %%xmm3, %%xmm3\n\t"
                     "pxor %%xmm4, %%xmm4\n\tpxor %%xmm5, %%xmm5\n\tpxor %%xmm6, %%xmm6\n\tpxor %%xmm7, %%xmm7" ::
                         : "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "memory");
    }
#elif defined(__aarch64__) && defined(__GNUC__)
    asm volatile("movi v0.16b, #0\n\tmovi v1.16b, #0\n\tmovi v2.16b, #0\n\tmovi v3.16b, #0\n\t"
                 "movi v4.16b, #0\n\tmovi v5.16b, #0\n\tmovi v6.16b, #0\n\tmovi v7.16b, #0\n\t"
                 "movi v16.16b, #0\n\tmovi v17.16b, #0\n\tmovi v18.16b, #0\n\tmovi v19.16b, #0" ::
                     : "v0", "v1", "v2", "v3", "v4", "v5", "v6", "v7", "v16", "v17", "v18", "v19", "memory");
#endif
}

void wipeStackBelow() noexcept
{
    sodium_stackzero(scrubbedStack);
    wipeVectorRegisters();
}

} // namespace majlis::wallet
