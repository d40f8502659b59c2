// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/scene/networkdata.h"
#include "graph3d/scene/networklook.h"

#include <QByteArray>

#include <span>

namespace majlis::graph3d
{

// The rows of the node textures are this wide: index = y * textureWidth + x. Shaders use the same number.
inline constexpr int textureWidth = 2048;

[[nodiscard]] constexpr int textureRows(std::size_t nodes)
{
    return static_cast<int>((nodes + textureWidth - 1) / textureWidth);
}

// Bits of the attribute texture's alpha channel; the shaders in graph3d/scene/shaders know them by the same values.
enum AttributeBit : std::uint8_t {
    HiddenBit = 1, // removed, or never there
    MatchBit = 2, // found by the current search or filter
    PathBit = 4, // on the upline of the selection
    JoiningBit = 8, // appears by the join clock, not by the intro's
    VerifiedBit = 16,
    InactiveBit = 32,
    RoseBit = 64, // drawn as a rose, not as a sphere
    FadedBit = 128, // by NetworkLook::faded
};

// The bytes of a texel of the attribute texture.
enum AttributeChannel { ColorChannel, SizeChannel, DepthChannel, BitsChannel };

// Radius of a node of relative size 1, in the layout's units (whose links are about 50 long).
inline constexpr float ordinaryRadius = 5.0F;

// A rose is that much larger than the sphere of its root would be.
inline constexpr float roseScale = 2.6F;
// Least radius on the screen, in logical pixels, of the rose of the largest tree.
inline constexpr float centreRosePixels = 24.0F;

// Size in one byte: radius = ordinaryRadius * 0.25 * 32^(code / 255), so 0.25 … 8 times an ordinary node.
[[nodiscard]] std::uint8_t sizeCode(float size);
[[nodiscard]] float radiusOfCode(std::uint8_t code);

// The attribute texture of a network. O(n), for a worker thread.
[[nodiscard]] QByteArray attributesOf(const PreparedNetwork &network);
// Those attributes with another look. O(n), for a worker thread.
[[nodiscard]] QByteArray withLook(QByteArray attributes, const NetworkLook &look);

// Who is there and how each looks, as the GUI thread and the shaders see it. Owned by NetworkModel, used on the GUI
// thread; the attribute texture is a shared byte array, so that handing it to the renderer copies nothing, and the
// next edit copies it once (4 bytes a node).
class NetworkState
{
public:
    // Returns what was there before, to be destroyed elsewhere.
    [[nodiscard]] PreparedNetwork reset(PreparedNetwork network);
    int add(int parent, int colorIndex, float size, NodeFlags nodeFlags);
    void remove(int index);
    void setAppearance(int index, int colorIndex, float size, NodeFlags nodeFlags);
    // A look is put into effect by a worker on a copy of the attributes: the bytes that beginLook() returns go through
    // withLook() there. What is changed here meanwhile is kept by commitLook(), which returns the old bytes.
    [[nodiscard]] QByteArray beginLook();
    [[nodiscard]] QByteArray commitLook(QByteArray attributes);
    void setMatches(std::span<const int> indices);
    void clearMatches();
    void setPath(std::span<const int> indices);
    void clearJoining();

    [[nodiscard]] bool contains(int index) const;
    [[nodiscard]] int capacity() const { return static_cast<int>(m_parent.size()); }
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] int maxDepth() const { return m_maxDepth; }
    [[nodiscard]] int parent(int index) const { return m_parent[at(index)]; }
    [[nodiscard]] int firstChild(int index) const { return m_firstChild[at(index)]; }
    [[nodiscard]] int nextSibling(int index) const { return m_nextSibling[at(index)]; }
    [[nodiscard]] int previousSibling(int index) const; // O(siblings)
    [[nodiscard]] int depth(int index) const { return bits(index, DepthChannel); }
    [[nodiscard]] float radius(int index) const { return radiusOfCode(bits(index, SizeChannel)); }
    [[nodiscard]] std::uint8_t attributeBits(int index) const { return bits(index, BitsChannel); }
    [[nodiscard]] std::span<const std::int32_t> parents() const { return m_parent; }
    [[nodiscard]] std::span<const std::int32_t> roots() const { return m_roots; }
    [[nodiscard]] std::span<const std::int32_t> byImportance() const { return m_byImportance; }
    [[nodiscard]] std::uint32_t subtreeSize(int index) const { return m_subtreeSize[at(index)]; }
    // By node: 1 for who had referrals when the network was loaded; those who joined since are not in it.
    [[nodiscard]] const QByteArray &branching() const { return m_branching; }
    // Whether a search or filter is on, also when it found nobody.
    [[nodiscard]] bool isFiltered() const { return m_filtered; }
    // RGBA8, textureWidth wide: colour index, size code, depth, AttributeBits.
    [[nodiscard]] const QByteArray &attributes() const { return m_attributes; }

private:
    [[nodiscard]] static std::size_t at(int index) { return static_cast<std::size_t>(index); }
    [[nodiscard]] std::uint8_t bits(int index, AttributeChannel channel) const;
    void write(int index, AttributeChannel channel, std::uint8_t value);
    void setBit(int index, AttributeBit bit, bool on);
    void writeAppearance(int index, int colorIndex, float size, NodeFlags nodeFlags);
    void unlink(int index);
    void link(int index, int parent);
    void raise(int top);

    std::vector<std::int32_t> m_parent;
    std::vector<std::int32_t> m_firstChild;
    std::vector<std::int32_t> m_nextSibling;
    std::vector<std::uint32_t> m_subtreeSize;
    std::vector<std::int32_t> m_roots;
    std::vector<std::int32_t> m_byImportance;
    std::vector<std::int32_t> m_matches;
    std::vector<std::int32_t> m_path;
    std::vector<std::int32_t> m_joining;
    std::vector<std::int32_t> m_bitEdits; // since beginLook()
    std::vector<std::int32_t> m_appearanceEdits;
    QByteArray m_branching;
    QByteArray m_attributes;
    bool m_looking = false;
    bool m_filtered = false;
    int m_firstRoot = -1;
    int m_count = 0;
    int m_maxDepth = 0;
};

} // namespace majlis::graph3d
