// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/networkinput.h"

#include "models/domain/graph/edgelist.h"
#include "models/domain/graph/networkwriter.h"

#include <QDateTime>
#include <QFile>

using namespace Qt::StringLiterals;

namespace majlis::cli
{

namespace
{

constexpr NetworkLimits fileLimits{.maxNodes = 10'000'000};
constexpr std::array<char, 4> graphMagic{'\x89', 'M', 'J', 'G'};

Result<QByteArray> graphOfList(const QString &path)
{
    const auto list = readEdgeList(path);
    if (!list)
        return std::unexpected(list.error());
    const auto columns = list->toNetwork(UnixMs{QDateTime::currentMSecsSinceEpoch()});
    if (!columns)
        return std::unexpected(columns.error());
    return writeNetworkFile(*columns);
}

} // namespace

bool isBinaryGraph(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly)
        && file.peek(graphMagic.size()) == QByteArrayView(graphMagic.data(), graphMagic.size());
}

Result<NetworkFile> readNetwork(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return majlis::fail(ErrorCode::Storage, path + u": "_s + file.errorString());
    const auto bytes = isBinaryGraph(path) ? Result<QByteArray>(file.readAll()) : graphOfList(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    return NetworkFile::read(*bytes, fileLimits);
}

} // namespace majlis::cli
