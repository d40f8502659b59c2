// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/scene/softrose.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace majlis::graph3d
{

namespace
{

float smooth(float low, float high, float value)
{
    const float t = std::clamp((value - low) / (high - low), 0.0F, 1.0F);
    return t * t * (3.0F - 2.0F * t);
}

float mix(float a, float b, float t)
{
    return a + (b - a) * t;
}

float overshoot(float t)
{
    const float k = std::clamp(t, 0.0F, 1.0F) - 1.0F;
    return std::max(1.0F + 2.70158F * k * k * k + 1.70158F * k * k, 0.0F);
}

// A petal at one moment: what of rose.vert's petal() does not depend on the place on it.
class Petal
{
public:
    Petal(float rank, float angle, float time)
        : m_rank(rank)
        , m_angle(angle)
        , m_open(std::pow(rank, 0.75F))
    {
        const float breath = 0.05F * std::sin(time * 0.9F + angle * 1.7F) + 0.07F * std::sin(time * 0.45F);
        m_lean = mix(0.02F, 1.22F, m_open) + breath * (0.3F + rank);
        m_size = mix(0.50F, 1.0F, m_open);
        m_cosTurn = std::cos(angle + time * 0.05F);
        m_sinTurn = std::sin(angle + time * 0.05F);
    }

    [[nodiscard]] QVector3D at(float across, float along) const
    {
        const float bend = m_lean + along * along * mix(-0.30F, 0.55F, m_open);
        const float reach = along * m_size;
        const float rise = std::clamp(along * 1.7F, 0.0F, 1.0F);
        const float power = along * along * along * along * along;
        const float width
            = m_size * mix(0.40F, 0.66F, m_rank) * rise * (2.0F - rise) * std::sqrt(std::max(1.0F - power, 0.0F));
        const float cup = across * across * width * mix(1.05F, 0.40F, m_open);
        const float wave = 0.035F * m_rank * along * std::sin(across * 7.0F + m_angle * 3.0F);
        const float x = std::sin(bend) * reach - std::cos(bend) * (cup - wave) + 0.03F + 0.07F * m_rank;
        const float y = across * width;
        const float z = std::cos(bend) * reach + std::sin(bend) * (cup - wave);
        return {x * m_cosTurn - y * m_sinTurn, x * m_sinTurn + y * m_cosTurn, z - 0.06F};
    }

private:
    float m_rank;
    float m_angle;
    float m_open;
    float m_lean;
    float m_size;
    float m_cosTurn;
    float m_sinTurn;
};

// As rose.frag.
Rgb colorOf(const SoftScene &scene, QVector3D normal, float across, float along, float rank)
{
    normal.normalize();
    if (normal.z() < 0.0F)
        normal = -normal;
    const float light = std::max(QVector3D::dotProduct(normal, {-0.42F, 0.55F, 0.72F}), 0.0F);
    const float gold = smooth(0.10F, 0.92F, along) * mix(0.25F, 1.0F, rank);
    const float shimmer = 0.5F + 0.5F * std::sin(scene.roseTime * 0.7F + rank * 5.0F + along * 2.0F);
    Rgb color = mixed(scene.roseDeep, scene.rose, std::clamp(gold + 0.10F * shimmer, 0.0F, 1.0F));
    const float hem = smooth(0.86F, 1.0F, along) + 0.6F * smooth(0.8F, 1.0F, std::abs(across));
    color = mixed(color, {1.0F, 0.93F, 0.92F}, 0.35F * std::clamp(hem, 0.0F, 1.0F));
    const float edge = 1.0F - normal.z();
    const float day = scene.background.red * 0.3F + scene.background.green * 0.6F + scene.background.blue * 0.1F;
    color = color * ((0.34F + 0.22F * day + 0.74F * light) * mix(0.50F, 1.0F, smooth(0.0F, 0.75F, along)))
        + scene.rose * (edge * edge * 0.35F);
    float shine = std::max(QVector3D::dotProduct(normal, {-0.26F, 0.34F, 0.904F}), 0.0F);
    for (int i = 0; i < 3; ++i)
        shine *= shine;
    shine *= 0.16F * (0.6F + 0.4F * shimmer);
    return color + Rgb{shine, shine, shine};
}

} // namespace

SoftRoseMesh::SoftRoseMesh(const SoftScene &scene, const RoseDetail &detail)
{
    const QVector3D stem = QVector3D(0.16F, 0.42F, 0.89F).normalized();
    const QVector3D side = QVector3D::crossProduct({0, 1, 0}, stem).normalized();
    const QVector3D rise = QVector3D::crossProduct(stem, side);
    const auto posed = [&](const QVector3D &p) { return side * p.x() + rise * p.y() + stem * p.z(); };
    const float golden = std::numbers::pi_v<float> * (3.0F - std::sqrt(5.0F));
    for (int number = 0; number < detail.petals; ++number) {
        const float petalRank = static_cast<float>(number) / static_cast<float>(detail.petals - 1);
        const Petal petal(petalRank, golden * static_cast<float>(number), scene.roseTime);
        const auto first = static_cast<std::uint32_t>(corners.size());
        for (int row = 0; row <= detail.along; ++row) {
            for (int column = 0; column <= detail.across; ++column) {
                const float across = 2.0F * static_cast<float>(column) / static_cast<float>(detail.across) - 1.0F;
                const float along = static_cast<float>(row) / static_cast<float>(detail.along);
                const QVector3D p = petal.at(across, along);
                const QVector3D normal
                    = QVector3D::crossProduct(petal.at(across + 0.02F, along) - p, petal.at(across, along + 0.02F) - p);
                corners.push_back({posed(p), colorOf(scene, posed(normal), across, along, petalRank)});
            }
        }
        const auto width = static_cast<std::uint32_t>(detail.across) + 1;
        for (std::uint32_t row = 0; row < static_cast<std::uint32_t>(detail.along); ++row) {
            for (std::uint32_t column = 0; column + 1 < width; ++column) {
                const std::uint32_t at = first + row * width + column;
                triangles.insert(triangles.end(), {at, at + 1, at + width, at + width, at + 1, at + width + 1});
            }
        }
    }
}

const SoftRoseMesh &SoftRoseMeshes::of(const SoftScene &scene, const RoseDetail &detail)
{
    constexpr float moment = 1.0F / 15.0F;
    const float time = std::floor(scene.roseTime / moment);
    const std::array colors{scene.rose, scene.roseDeep, scene.background};
    if (time != m_time || colors != m_colors) {
        m_meshes.clear();
        m_time = time;
        m_colors = colors;
    }
    const auto found = m_meshes.find(detail.petals);
    return found != m_meshes.end() ? found->second
                                   : m_meshes.emplace(detail.petals, SoftRoseMesh(scene, detail)).first->second;
}

SoftRose::SoftRose(const SoftScene &scene, const SoftView &view, const NodeCells::Node &root, float radius,
    const RoseDetail &detail, SoftRoseMeshes &meshes)
{
    const SoftView::Place center = view.see(root.at);
    if (center.depth - radius < view.nearest() || scene.introTime <= 0.0F)
        return;
    const float bloom = smooth(9.0F, 16.0F, radius * view.pixelsPerUnit(center.depth) / scene.ratio);
    const float size = radius * overshoot(scene.introTime * 1.2F) * bloom;
    const CanvasPoint middle = view.point(center);
    const float reach = size * view.pixelsPerUnit(center.depth - radius) * 1.2F;
    if (size <= 0.0F || middle.x + reach < 0.0F || middle.x - reach > static_cast<float>(scene.size.width())
        || middle.y + reach < 0.0F || middle.y - reach > static_cast<float>(scene.size.height()))
        return;
    const float haze = std::clamp((center.depth - scene.fog.x()) / (scene.fog.y() - scene.fog.x()), 0.0F, 1.0F)
        * scene.fog.z() * 0.6F;
    const SoftRoseMesh &mesh = meshes.of(scene, detail);
    triangles = &mesh.triangles;
    corners.reserve(mesh.corners.size());
    for (const SoftRoseMesh::Corner &corner : mesh.corners) {
        const QVector3D away = corner.at * size;
        corners.push_back({view.point({center.x + away.x(), center.y + away.y(), center.depth - away.z()}),
            mixed(corner.color, scene.background, haze)});
    }
    const auto [highest, lowest]
        = std::ranges::minmax_element(corners, {}, [](const SoftCanvas::Corner &corner) { return corner.at.y; });
    top = highest->at.y;
    bottom = lowest->at.y;
}

} // namespace majlis::graph3d
