// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled with -ffp-contract=off (CMakeLists.txt): see WalkKernel.
#include "graph3d/layout/walkkernels.h"

#include "graph3d/layout/kernels.h"

#include <algorithm>
#include <bit>
#include <cmath>

#if defined(__x86_64__) && defined(__GNUC__)
#define MAJLIS_X86 1
#include <immintrin.h>
#endif

namespace majlis::graph3d
{

namespace
{

bool hasRoom(const WalkLists &lists)
{
    return lists.pending.hasRoomFor(walkRoom) && lists.far.hasRoomFor(walkStep) && lists.near.hasRoomFor(walkStep)
        && lists.leaves.hasRoomFor(walkStep) && lists.undecided.hasRoomFor(walkStep);
}

void add(SourceList &list, const Octree &tree, std::uint32_t cell)
{
    list.x[list.count] = tree.comX[cell];
    list.y[list.count] = tree.comY[cell];
    list.z[list.count] = tree.comZ[cell];
    list.mass[list.count++] = tree.mass[cell];
}

void open(CellList &pending, const Octree::Cell &cell)
{
    for (std::uint32_t child = 0; child < cell.childCount; ++child)
        pending.push(cell.firstChild + child);
}

void look(const Octree &tree, const WalkTarget &target, float theta2, WalkLists &lists, std::uint32_t source)
{
    const Octree::Cell &cell = tree.cells[source];
    const float dx = tree.comX[source] - target.middle.x;
    const float dy = tree.comY[source] - target.middle.y;
    const float dz = tree.comZ[source] - target.middle.z;
    const float size = tree.extent[source];
    const float reach = size + target.extent;
    if (reach * reach <= theta2 * (dx * dx + dy * dy + dz * dz)) {
        add(lists.far, tree, source);
        return;
    }
    if (!target.last) {
        if (!cell.isLeaf() && size >= target.extent)
            open(lists.pending, cell);
        else
            lists.undecided.push(source);
        return;
    }
    const float ox = std::max(std::abs(dx) - target.half.x, 0.0f);
    const float oy = std::max(std::abs(dy) - target.half.y, 0.0f);
    const float oz = std::max(std::abs(dz) - target.half.z, 0.0f);
    if (size * size <= theta2 * (ox * ox + oy * oy + oz * oz))
        add(lists.near, tree, source);
    else if (cell.isLeaf())
        lists.leaves.push(source);
    else
        open(lists.pending, cell);
}

void walkPortable(const Octree &tree, const WalkTarget &target, float theta2, WalkLists &lists)
{
    while (lists.pending.count > 0 && hasRoom(lists))
        look(tree, target, theta2, lists, lists.pending.cells[--lists.pending.count]);
}

#ifdef MAJLIS_X86

#define MAJLIS_AVX512 __attribute__((target("avx512f,avx512vl,avx512dq")))

struct Batch {
    __m512i index;
    __m512 x, y, z, mass;
};

MAJLIS_AVX512 inline void compress(SourceList &list, __mmask16 which, const Batch &batch)
{
    _mm512_storeu_ps(&list.x[list.count], _mm512_maskz_compress_ps(which, batch.x));
    _mm512_storeu_ps(&list.y[list.count], _mm512_maskz_compress_ps(which, batch.y));
    _mm512_storeu_ps(&list.z[list.count], _mm512_maskz_compress_ps(which, batch.z));
    _mm512_storeu_ps(&list.mass[list.count], _mm512_maskz_compress_ps(which, batch.mass));
    list.count += static_cast<std::size_t>(std::popcount(static_cast<unsigned>(which)));
}

MAJLIS_AVX512 inline void compress(CellList &list, __mmask16 which, __m512i index)
{
    _mm512_storeu_si512(&list.cells[list.count], _mm512_maskz_compress_epi32(which, index));
    list.count += static_cast<std::size_t>(std::popcount(static_cast<unsigned>(which)));
}

MAJLIS_AVX512 inline __m512 squares(__m512 a, __m512 b, __m512 c)
{
    return _mm512_add_ps(_mm512_add_ps(_mm512_mul_ps(a, a), _mm512_mul_ps(b, b)), _mm512_mul_ps(c, c));
}

// How far an offset from the middle of a box reaches beyond its side.
MAJLIS_AVX512 inline __m512 outside(__m512 offset, float half)
{
    const __m512 beyond = _mm512_sub_ps(_mm512_abs_ps(offset), _mm512_set1_ps(half));
    return _mm512_maskz_max_ps(0xffff, beyond, _mm512_setzero_ps());
}

// Reads and writes whole vectors; the lists keep walkRoom behind their marks.
MAJLIS_AVX512 void walkAvx512(const Octree &tree, const WalkTarget &target, float theta2, WalkLists &lists)
{
    const __m512 mx = _mm512_set1_ps(target.middle.x);
    const __m512 my = _mm512_set1_ps(target.middle.y);
    const __m512 mz = _mm512_set1_ps(target.middle.z);
    const __m512 extent = _mm512_set1_ps(target.extent);
    const __m512 limit = _mm512_set1_ps(theta2);
    const __m256i steps = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
    const auto *childCounts = reinterpret_cast<const int *>(&tree.cells[0].childCount);
    CellList &pending = lists.pending;
    while (pending.count > 0 && hasRoom(lists)) {
        const std::size_t taken = std::min(pending.count, walkStep);
        pending.count -= taken;
        const auto lanes = static_cast<__mmask16>((1u << taken) - 1u);
        Batch batch{};
        batch.index = _mm512_maskz_loadu_epi32(lanes, &pending.cells[pending.count]);
        const __m512 zero = _mm512_setzero_ps();
        batch.x = _mm512_mask_i32gather_ps(zero, lanes, batch.index, tree.comX.data(), 4);
        batch.y = _mm512_mask_i32gather_ps(zero, lanes, batch.index, tree.comY.data(), 4);
        batch.z = _mm512_mask_i32gather_ps(zero, lanes, batch.index, tree.comZ.data(), 4);
        batch.mass = _mm512_mask_i32gather_ps(zero, lanes, batch.index, tree.mass.data(), 4);
        const __m512 size = _mm512_mask_i32gather_ps(zero, lanes, batch.index, tree.extent.data(), 4);
        const __m512i children = _mm512_mask_i32gather_epi32(
            _mm512_setzero_si512(), lanes, _mm512_maskz_slli_epi32(0xffff, batch.index, 4), childCounts, 1);
        const __mmask16 leaf = _mm512_mask_testn_epi32_mask(lanes, children, children);
        const __m512 dx = _mm512_sub_ps(batch.x, mx);
        const __m512 dy = _mm512_sub_ps(batch.y, my);
        const __m512 dz = _mm512_sub_ps(batch.z, mz);
        const __m512 reach = _mm512_add_ps(size, extent);
        const __mmask16 far = _mm512_mask_cmp_ps_mask(
            lanes, _mm512_mul_ps(reach, reach), _mm512_mul_ps(limit, squares(dx, dy, dz)), _CMP_LE_OQ);
        compress(lists.far, far, batch);
        auto opened = static_cast<__mmask16>(lanes & ~far);
        if (target.last) {
            const __m512 away
                = squares(outside(dx, target.half.x), outside(dy, target.half.y), outside(dz, target.half.z));
            const __mmask16 near
                = _mm512_mask_cmp_ps_mask(opened, _mm512_mul_ps(size, size), _mm512_mul_ps(limit, away), _CMP_LE_OQ);
            compress(lists.near, near, batch);
            compress(lists.leaves, static_cast<__mmask16>(opened & ~near & leaf), batch.index);
            opened = static_cast<__mmask16>(opened & ~near & ~leaf);
        } else {
            const __mmask16 split
                = _mm512_mask_cmp_ps_mask(static_cast<__mmask16>(opened & ~leaf), size, extent, _CMP_GE_OQ);
            compress(lists.undecided, static_cast<__mmask16>(opened & ~split), batch.index);
            opened = split;
        }
        alignas(64) std::uint32_t cells[walkStep];
        _mm512_store_si512(cells, batch.index);
        for (unsigned rest = opened; rest != 0; rest &= rest - 1) {
            const Octree::Cell &cell = tree.cells[cells[std::countr_zero(rest)]];
            const __m256i firsts = _mm256_set1_epi32(static_cast<int>(cell.firstChild));
            _mm256_storeu_si256(
                reinterpret_cast<__m256i *>(&pending.cells[pending.count]), _mm256_add_epi32(firsts, steps));
            pending.count += cell.childCount;
        }
    }
}

#endif

} // namespace

void SourceList::setCapacity(std::size_t wanted)
{
    capacity = wanted;
    for (std::vector<float> *field : {&x, &y, &z, &mass})
        field->resize(wanted + walkStep);
}

void CellList::makeRoomFor(std::size_t more)
{
    if (!hasRoomFor(more))
        cells.resize(2 * (count + more));
}

WalkKernel walkKernelFor(Simd wanted)
{
#ifdef MAJLIS_X86
    const bool has512
        = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq");
    if ((wanted == Simd::Auto || wanted == Simd::Avx512) && has512)
        return walkAvx512;
#else
    static_cast<void>(wanted);
#endif
    return walkPortable;
}

} // namespace majlis::graph3d
