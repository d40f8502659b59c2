// SPDX-License-Identifier: GPL-3.0-or-later
#include "networksource.h"

#include <QFile>
#include <QHash>
#include <QProcess>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace Qt::StringLiterals;
using majlis::graph3d::NetworkData;

namespace
{

QByteArray contentOf(const QString &fileName)
{
    if (fileName.endsWith(u".xz"_s)) {
        QProcess xz;
        xz.start(u"xz"_s, {u"-dc"_s, fileName});
        xz.waitForFinished(-1);
        return xz.readAllStandardOutput();
    }
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

NetworkData readForest(const QString &fileName)
{
    NetworkData data;
    QHash<QByteArray, std::int32_t> indexOf;
    const auto node = [&](const QByteArray &name) {
        auto found = indexOf.constFind(name);
        if (found == indexOf.constEnd()) {
            found = indexOf.insert(name, static_cast<std::int32_t>(data.parent.size()));
            data.parent.push_back(-1);
        }
        return *found;
    };
    for (const QByteArray &row : contentOf(fileName).split('\n')) {
        const QList<QByteArray> words = row.simplified().split(' ');
        if (words.size() < 2 || words[0].startsWith('#'))
            continue;
        const std::int32_t child = node(words[0]);
        if (words[1] != "-") {
            const std::int32_t parent = node(words[1]);
            data.parent[static_cast<std::size_t>(child)] = parent;
        }
    }
    return data;
}

NetworkData generateForest(int nodes, int roots, unsigned seed)
{
    NetworkData data;
    std::mt19937 random(seed);
    std::vector<int> depth;
    std::vector<std::int32_t> tickets; // a node is in it once for itself and once for each referral
    for (int i = 0; i < nodes; ++i) {
        std::int32_t parent = -1;
        while (i >= roots && parent < 0) {
            const auto drawn = tickets[random() % tickets.size()];
            if (depth[static_cast<std::size_t>(drawn)] < 7)
                parent = drawn;
        }
        data.parent.push_back(parent);
        depth.push_back(parent < 0 ? 0 : depth[static_cast<std::size_t>(parent)] + 1);
        if (parent >= 0)
            tickets.push_back(parent);
        if (random() % 4 == 0 || parent < 0)
            tickets.push_back(i);
    }
    return data;
}

bool readPositions(const QString &fileName, NetworkData &data)
{
    data.warmPositions.assign(data.parent.size() * 3, std::numeric_limits<float>::quiet_NaN());
    for (const QByteArray &row : contentOf(fileName).split('\n')) {
        const QList<QByteArray> words = row.split(' ');
        const auto node = words[0].toULongLong() * 3;
        if (words.size() < 4 || node + 2 >= data.warmPositions.size())
            continue;
        for (std::size_t axis = 0; axis < 3; ++axis)
            data.warmPositions[node + axis] = words[static_cast<qsizetype>(axis) + 1].toFloat();
    }
    return std::ranges::none_of(data.warmPositions, [](float value) { return std::isnan(value); });
}

bool writeNetwork(const QString &fileName, const majlis::graph3d::NetworkModel &model)
{
    QFile positions(fileName);
    QFile edges(fileName + u".edges"_s);
    if (!positions.open(QIODevice::WriteOnly) || !edges.open(QIODevice::WriteOnly))
        return false;
    for (int i = 0; i < model.capacity(); ++i) {
        const QVector3D at = model.positionOf(i);
        positions.write(QByteArray::number(i) + ' ' + QByteArray::number(at.x(), 'f', 3) + ' '
            + QByteArray::number(at.y(), 'f', 3) + ' ' + QByteArray::number(at.z(), 'f', 3) + '\n');
        const int parent = model.parentOf(i);
        edges.write(QByteArray::number(i) + ' ' + QByteArray::number(parent < 0 ? i : parent) + '\n');
    }
    return positions.flush() && edges.flush();
}
