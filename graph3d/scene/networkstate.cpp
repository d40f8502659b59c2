// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/scene/networkstate.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace majlis::graph3d
{

namespace
{

constexpr float smallest = 0.25F;
constexpr float largest = 8.0F;
constexpr std::size_t mostRoses = 24; // the largest trees get a rose; more would cost more than they tell

std::uint8_t bitsOfFlags(NodeFlags nodeFlags)
{
    std::uint8_t result = 0;
    if ((nodeFlags & flags(NodeFlag::Verified)) != 0)
        result |= VerifiedBit;
    if ((nodeFlags & flags(NodeFlag::Inactive)) != 0)
        result |= InactiveBit;
    return result;
}

} // namespace

std::uint8_t sizeCode(float size)
{
    const float kept = std::isfinite(size) ? std::clamp(size, smallest, largest) : 1.0F;
    return static_cast<std::uint8_t>(std::lround(std::log2(kept / smallest) / std::log2(largest / smallest) * 255.0F));
}

float radiusOfCode(std::uint8_t code)
{
    static const auto radii = [] {
        std::array<float, 256> result{};
        for (std::size_t i = 0; i < result.size(); ++i)
            result[i] = ordinaryRadius * smallest * std::pow(largest / smallest, static_cast<float>(i) / 255.0F);
        return result;
    }();
    return radii[code];
}

QByteArray attributesOf(const PreparedNetwork &network)
{
    const std::size_t count = network.data.parent.size();
    QByteArray attributes(static_cast<qsizetype>(textureRows(count)) * textureWidth * 4, '\0');
    auto *texel = reinterpret_cast<std::uint8_t *>(attributes.data());
    const auto *end = texel + attributes.size();
    for (std::size_t i = 0; i < count; ++i, texel += 4) {
        texel[ColorChannel] = network.data.colorIndex[i];
        texel[SizeChannel] = sizeCode(network.data.size[i]);
        texel[DepthChannel] = network.depth[i];
        texel[BitsChannel] = bitsOfFlags(network.data.flags[i]);
    }
    for (; texel < end; texel += 4)
        texel[BitsChannel] = HiddenBit;
    auto *bits = reinterpret_cast<std::uint8_t *>(attributes.data());
    for (std::size_t i = 0; i < std::min(mostRoses, network.roots.size()); ++i)
        bits[static_cast<std::size_t>(network.roots[i]) * 4 + BitsChannel] |= RoseBit;
    return attributes;
}

QByteArray withLook(QByteArray attributes, const NetworkLook &look)
{
    auto *texels = reinterpret_cast<std::uint8_t *>(attributes.data());
    const auto nodes = static_cast<std::size_t>(attributes.size() / 4);
    for (std::size_t i = 0; i < std::min(nodes, look.colors.size()); ++i)
        texels[i * 4 + ColorChannel] = look.colors[i];
    for (std::size_t i = 0; i < std::min(nodes, look.sizes.size()); ++i)
        texels[i * 4 + SizeChannel] = sizeCode(look.sizes[i]);
    for (std::size_t i = 0; i < std::min(nodes, look.faded.size()); ++i) {
        std::uint8_t &bits = texels[i * 4 + BitsChannel];
        bits = static_cast<std::uint8_t>(look.faded[i] != 0 ? bits | FadedBit : bits & ~FadedBit);
    }
    return attributes;
}

PreparedNetwork NetworkState::reset(PreparedNetwork network)
{
    m_count = static_cast<int>(network.data.parent.size());
    m_maxDepth = network.maxDepth;
    m_firstRoot = network.firstRoot;
    std::swap(m_attributes, network.attributes);
    std::swap(m_branching, network.branching);
    std::swap(m_parent, network.data.parent);
    std::swap(m_firstChild, network.firstChild);
    std::swap(m_nextSibling, network.nextSibling);
    std::swap(m_subtreeSize, network.subtreeSize);
    std::swap(m_roots, network.roots);
    std::swap(m_byImportance, network.byImportance);
    m_matches.clear();
    m_filtered = false;
    m_path.clear();
    m_joining.clear();
    m_looking = false;
    return network;
}

QByteArray NetworkState::beginLook()
{
    m_looking = true;
    m_bitEdits.clear();
    m_appearanceEdits.clear();
    return m_attributes;
}

QByteArray NetworkState::commitLook(QByteArray attributes)
{
    if (!m_looking)
        return attributes;
    m_looking = false;
    if (attributes.size() < m_attributes.size())
        attributes.append(QByteArrayView(m_attributes).sliced(attributes.size()));
    auto *texels = reinterpret_cast<std::uint8_t *>(attributes.data());
    const auto *present = reinterpret_cast<const std::uint8_t *>(m_attributes.constData());
    for (const std::int32_t index : m_bitEdits) {
        std::uint8_t *texel = texels + at(index) * 4;
        texel[DepthChannel] = present[at(index) * 4 + DepthChannel];
        texel[BitsChannel] = static_cast<std::uint8_t>(
            (present[at(index) * 4 + BitsChannel] & ~FadedBit) | (texel[BitsChannel] & FadedBit));
    }
    for (const std::int32_t index : m_appearanceEdits) {
        texels[at(index) * 4 + ColorChannel] = present[at(index) * 4 + ColorChannel];
        texels[at(index) * 4 + SizeChannel] = present[at(index) * 4 + SizeChannel];
    }
    std::swap(m_attributes, attributes);
    return attributes;
}

int NetworkState::add(int parent, int colorIndex, float size, NodeFlags nodeFlags)
{
    if (m_parent.size() >= maxNodes)
        return -1;
    const int index = capacity();
    const int below = contains(parent) ? parent : -1;
    if (static_cast<qsizetype>(index) * 4 >= m_attributes.size()) {
        const qsizetype rows = std::max<qsizetype>(1, m_attributes.size() / (textureWidth * 4) / 2);
        const qsizetype before = m_attributes.size();
        m_attributes.resize(before + rows * textureWidth * 4);
        for (qsizetype i = before; i < m_attributes.size(); ++i)
            m_attributes[i] = static_cast<char>(i % 4 == BitsChannel ? HiddenBit : 0);
    }
    m_parent.push_back(below);
    m_firstChild.push_back(-1);
    m_nextSibling.push_back(-1);
    m_subtreeSize.push_back(1);
    const int depth = below < 0 ? 0 : std::min(this->depth(below) + 1, 255);
    write(index, DepthChannel, static_cast<std::uint8_t>(depth));
    write(index, BitsChannel, JoiningBit);
    writeAppearance(index, colorIndex < 0 ? depth % seriesColors : colorIndex, size, nodeFlags);
    m_joining.push_back(index);
    link(index, below);
    for (int up = below; up >= 0; up = m_parent[at(up)])
        ++m_subtreeSize[at(up)];
    m_maxDepth = std::max(m_maxDepth, depth);
    ++m_count;
    return index;
}

void NetworkState::link(int index, int parent)
{
    std::int32_t &head = parent < 0 ? m_firstRoot : m_firstChild[at(parent)];
    m_nextSibling[at(index)] = head;
    head = index;
    m_parent[at(index)] = parent;
    if (parent < 0)
        m_roots.push_back(index);
}

void NetworkState::unlink(int index)
{
    const int parent = m_parent[at(index)];
    std::int32_t *link = parent < 0 ? &m_firstRoot : &m_firstChild[at(parent)];
    while (*link != index)
        link = &m_nextSibling[at(*link)];
    *link = m_nextSibling[at(index)];
    if (parent < 0)
        std::erase(m_roots, index);
}

void NetworkState::remove(int index)
{
    if (!contains(index))
        return;
    const int parent = m_parent[at(index)];
    unlink(index);
    for (int child = m_firstChild[at(index)]; child >= 0;) {
        const int next = m_nextSibling[at(child)];
        link(child, parent);
        raise(child);
        child = next;
    }
    for (int up = parent; up >= 0; up = m_parent[at(up)])
        --m_subtreeSize[at(up)];
    m_firstChild[at(index)] = -1;
    m_parent[at(index)] = -1;
    write(index, BitsChannel, HiddenBit);
    std::erase(m_byImportance, index);
    --m_count;
}

// Everyone from `top` down comes one level up. An explicit stack: a path of a million would overflow the thread's.
void NetworkState::raise(int top)
{
    std::vector<int> open{top};
    while (!open.empty()) {
        const int node = open.back();
        open.pop_back();
        write(node, DepthChannel, static_cast<std::uint8_t>(std::max(depth(node) - 1, 0)));
        for (int child = m_firstChild[at(node)]; child >= 0; child = m_nextSibling[at(child)])
            open.push_back(child);
    }
}

bool NetworkState::contains(int index) const
{
    return index >= 0 && index < capacity() && (attributeBits(index) & HiddenBit) == 0;
}

int NetworkState::previousSibling(int index) const
{
    const int parent = m_parent[at(index)];
    int before = -1;
    for (int node = parent < 0 ? m_firstRoot : m_firstChild[at(parent)]; node >= 0 && node != index;
        node = m_nextSibling[at(node)])
        before = node;
    return before;
}

void NetworkState::setAppearance(int index, int colorIndex, float size, NodeFlags nodeFlags)
{
    if (contains(index))
        writeAppearance(index, colorIndex < 0 ? depth(index) % seriesColors : colorIndex, size, nodeFlags);
}

void NetworkState::writeAppearance(int index, int colorIndex, float size, NodeFlags nodeFlags)
{
    write(index, ColorChannel, static_cast<std::uint8_t>(std::min(colorIndex, 255)));
    write(index, SizeChannel, sizeCode(size));
    const int kept = attributeBits(index) & ~(VerifiedBit | InactiveBit);
    write(index, BitsChannel, static_cast<std::uint8_t>(kept | bitsOfFlags(nodeFlags)));
}

void NetworkState::setMatches(std::span<const int> indices)
{
    for (const int index : m_matches)
        setBit(index, MatchBit, false);
    m_matches.assign(indices.begin(), indices.end());
    std::erase_if(m_matches, [this](int index) { return !contains(index); });
    for (const int index : m_matches)
        setBit(index, MatchBit, true);
    m_filtered = true;
}

void NetworkState::clearMatches()
{
    setMatches({});
    m_filtered = false;
}

void NetworkState::setPath(std::span<const int> indices)
{
    for (const int index : m_path)
        setBit(index, PathBit, false);
    m_path.assign(indices.begin(), indices.end());
    std::erase_if(m_path, [this](int index) { return !contains(index); });
    for (const int index : m_path)
        setBit(index, PathBit, true);
}

void NetworkState::clearJoining()
{
    for (const int index : m_joining)
        setBit(index, JoiningBit, false);
    m_joining.clear();
}

std::uint8_t NetworkState::bits(int index, AttributeChannel channel) const
{
    return static_cast<std::uint8_t>(m_attributes[static_cast<qsizetype>(index) * 4 + channel]);
}

void NetworkState::write(int index, AttributeChannel channel, std::uint8_t value)
{
    m_attributes[static_cast<qsizetype>(index) * 4 + channel] = static_cast<char>(value);
    if (m_looking)
        (channel == DepthChannel || channel == BitsChannel ? m_bitEdits : m_appearanceEdits).push_back(index);
}

void NetworkState::setBit(int index, AttributeBit bit, bool on)
{
    const int before = attributeBits(index);
    write(index, BitsChannel, static_cast<std::uint8_t>(on ? before | bit : before & ~bit));
}

} // namespace majlis::graph3d
