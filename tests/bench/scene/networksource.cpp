// SPDX-License-Identifier: GPL-3.0-or-later
#include "networksource.h"

#include <QFile>
#include <QHash>
#include <QProcess>

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
