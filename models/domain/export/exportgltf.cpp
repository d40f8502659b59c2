// SPDX-License-Identifier: GPL-3.0-or-later
// glTF 2.0 (Khronos), binary form: one mesh of points, one of lines, both over the same positions and colours.
#include "models/domain/export/exportformats.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <limits>

namespace majlis
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int floatType = 5126;
constexpr int unsignedByteType = 5121;
constexpr int unsignedIntType = 5125;
constexpr int arrayBuffer = 34962;
constexpr int elementArrayBuffer = 34963;
constexpr int pointsMode = 0;
constexpr int linesMode = 1;

struct Arrays {
    QByteArray positions;
    QByteArray colors; // RGBA, linear as glTF wants them
    QByteArray lines;
    std::array<float, 3> least{};
    std::array<float, 3> most{};
};

template <class T>
void append(QByteArray &bytes, T value)
{
    const T little = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

char linear(std::uint8_t channel)
{
    const double part = channel / 255.0;
    const double light = part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    return static_cast<char>(static_cast<std::uint8_t>(std::lround(light * 255)));
}

Result<Arrays> arraysOf(const ExportSource &source, const ExportProgress &progress)
{
    Arrays arrays;
    arrays.least.fill(std::numeric_limits<float>::max());
    arrays.most.fill(std::numeric_limits<float>::lowest());
    const Result<void> done = forEverybody(source, progress, 0, 0.9, [&](std::uint32_t index) {
        const ExportLook look = source.look(index);
        for (std::size_t axis = 0; axis < 3; ++axis) {
            append(arrays.positions, look.position[axis]);
            arrays.least[axis] = std::min(arrays.least[axis], look.position[axis]);
            arrays.most[axis] = std::max(arrays.most[axis], look.position[axis]);
            arrays.colors.append(linear(look.color[axis]));
        }
        arrays.colors.append(static_cast<char>(0xff));
        if (const auto parent = source.person(index).parent) {
            append(arrays.lines, *parent);
            append(arrays.lines, index);
        }
    });
    if (!done) {
        return std::unexpected(done.error());
    }
    return arrays;
}

QJsonArray numbers(const std::array<float, 3> &values)
{
    return {values[0], values[1], values[2]};
}

QJsonObject accessor(int view, int type, qsizetype count, const QString &shape)
{
    return {{u"bufferView"_s, view}, {u"componentType"_s, type}, {u"count"_s, count}, {u"type"_s, shape}};
}

QJsonObject view(qsizetype offset, qsizetype length, int target)
{
    return {{u"buffer"_s, 0}, {u"byteOffset"_s, offset}, {u"byteLength"_s, length}, {u"target"_s, target}};
}

QJsonObject description(const Arrays &arrays, qsizetype people)
{
    const qsizetype colorsAt = arrays.positions.size();
    const qsizetype linesAt = colorsAt + arrays.colors.size();
    QJsonObject positions = accessor(0, floatType, people, u"VEC3"_s);
    positions.insert(u"min"_s, numbers(arrays.least));
    positions.insert(u"max"_s, numbers(arrays.most));
    QJsonObject colors = accessor(1, unsignedByteType, people, u"VEC4"_s);
    colors.insert(u"normalized"_s, true);
    QJsonArray views{view(0, arrays.positions.size(), arrayBuffer), view(colorsAt, arrays.colors.size(), arrayBuffer)};
    QJsonArray accessors{positions, colors};
    const QJsonObject attributes{{u"POSITION"_s, 0}, {u"COLOR_0"_s, 1}};
    QJsonArray primitives{QJsonObject{{u"mode"_s, pointsMode}, {u"attributes"_s, attributes}}};
    if (!arrays.lines.isEmpty()) {
        views.append(view(linesAt, arrays.lines.size(), elementArrayBuffer));
        accessors.append(accessor(2, unsignedIntType, arrays.lines.size() / 4, u"SCALAR"_s));
        primitives.append(QJsonObject{{u"mode"_s, linesMode}, {u"attributes"_s, attributes}, {u"indices"_s, 2}});
    }
    const qsizetype size = linesAt + arrays.lines.size();
    return {{u"asset"_s, QJsonObject{{u"version"_s, u"2.0"_s}, {u"generator"_s, u"Majlis"_s}}},
        {u"buffers"_s, QJsonArray{QJsonObject{{u"byteLength"_s, size}}}}, {u"bufferViews"_s, views},
        {u"accessors"_s, accessors}, {u"meshes"_s, QJsonArray{QJsonObject{{u"primitives"_s, primitives}}}},
        {u"nodes"_s, QJsonArray{QJsonObject{{u"mesh"_s, 0}, {u"name"_s, u"network"_s}}}},
        {u"scenes"_s, QJsonArray{QJsonObject{{u"nodes"_s, QJsonArray{0}}}}}, {u"scene"_s, 0}};
}

QByteArray chunkHead(qsizetype size, const char *type)
{
    QByteArray head;
    append(head, static_cast<std::uint32_t>(size));
    return head.append(type, 4);
}

} // namespace

Result<void> writeGltf(const ExportSource &source, QIODevice &device, const ExportProgress &progress)
{
    const Result<Arrays> arrays = arraysOf(source, progress);
    if (!arrays) {
        return std::unexpected(arrays.error());
    }
    QByteArray json
        = QJsonDocument(description(*arrays, static_cast<qsizetype>(source.count()))).toJson(QJsonDocument::Compact);
    json.append((4 - json.size() % 4) % 4, ' ');
    const qsizetype binary = arrays->positions.size() + arrays->colors.size() + arrays->lines.size(); // whole words
    QByteArray head("glTF");
    append(head, std::uint32_t{2});
    append(head, static_cast<std::uint32_t>(12 + 8 + json.size() + 8 + binary));
    for (const QByteArray &part : {head, chunkHead(json.size(), "JSON"), json, chunkHead(binary, "BIN\0"),
             arrays->positions, arrays->colors, arrays->lines}) {
        if (device.write(part) != part.size()) {
            return fail(ErrorCode::Storage, device.errorString());
        }
    }
    return progress(1) ? Result<void>() : fail(ErrorCode::Cancelled);
}

} // namespace majlis
