// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/layout/kernels.h"

#include <cstring>

#if defined(__x86_64__) && defined(__GNUC__)
#define MAJLIS_X86 1
#include <immintrin.h>
#endif

namespace majlis::graph3d
{

namespace
{

using Lanes = float __attribute__((vector_size(kernelLanes * sizeof(float))));

namespace portable
{
#define MAJLIS_TARGET
#define MAJLIS_RECIPROCAL(value, result) ((result) = one / (value))
#include "graph3d/layout/kernelbody.inc"
#undef MAJLIS_TARGET
#undef MAJLIS_RECIPROCAL
} // namespace portable

#ifdef MAJLIS_X86

// The hardware's estimate and one Newton step: 23 bits or more, in a third of the time of a division.
namespace avx2
{
#define MAJLIS_TARGET __attribute__((target("avx2,fma")))
#define MAJLIS_RECIPROCAL(value, result)                                                                               \
    do {                                                                                                               \
        const Lanes bottom_ = (value);                                                                                 \
        __m256 half_[2];                                                                                               \
        std::memcpy(half_, &bottom_, sizeof half_);                                                                    \
        half_[0] = _mm256_rcp_ps(half_[0]);                                                                            \
        half_[1] = _mm256_rcp_ps(half_[1]);                                                                            \
        Lanes guess_;                                                                                                  \
        std::memcpy(&guess_, half_, sizeof guess_);                                                                    \
        (result) = guess_ + guess_ * (one - bottom_ * guess_);                                                         \
    } while (false)
#include "graph3d/layout/kernelbody.inc"
#undef MAJLIS_TARGET
#undef MAJLIS_RECIPROCAL
} // namespace avx2

namespace avx512
{
#ifdef __clang__
// Clang ignores a target list with a word it does not know, and has its own for the width.
#define MAJLIS_TARGET __attribute__((target("avx512f,avx512vl,avx512dq,fma"), min_vector_width(512)))
#else
#define MAJLIS_TARGET __attribute__((target("avx512f,avx512vl,avx512dq,fma,prefer-vector-width=512")))
#endif
#define MAJLIS_RECIPROCAL(value, result)                                                                               \
    do {                                                                                                               \
        const Lanes bottom_ = (value);                                                                                 \
        const Lanes guess_ = (Lanes)_mm512_maskz_rcp14_ps(0xffff, (__m512)bottom_);                                    \
        (result) = guess_ + guess_ * (one - bottom_ * guess_);                                                         \
    } while (false)
#include "graph3d/layout/kernelbody.inc"
#undef MAJLIS_TARGET
#undef MAJLIS_RECIPROCAL
} // namespace avx512

constexpr Kernels avx2Kernels{"avx2", avx2::pairs, avx2::field};
constexpr Kernels avx512Kernels{"avx512", avx512::pairs, avx512::field};

#endif

constexpr Kernels portableKernels{"portable", portable::pairs, portable::field};

} // namespace

const Kernels &kernelsFor(Simd wanted)
{
#ifdef MAJLIS_X86
    const bool has512
        = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq");
    if ((wanted == Simd::Auto || wanted == Simd::Avx512) && has512)
        return avx512Kernels;
    if (wanted != Simd::Portable && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
        return avx2Kernels;
#else
    static_cast<void>(wanted);
#endif
    return portableKernels;
}

} // namespace majlis::graph3d
