// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/graphcommand.h"

#include "models/domain/graph/edgelist.h"
#include "models/domain/graph/networkfile.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace majlis::cli
{

namespace
{

constexpr auto usageLine = "graph convert IN OUT [--json]";
constexpr NetworkLimits fileLimits{.maxNodes = 10'000'000};
constexpr std::array<char, 4> graphMagic{'\x89', 'M', 'J', 'G'};

int fail(const Error &error)
{
    const QString reason = error.reason.isEmpty() ? QString() : error.reason + u": "_s;
    std::fprintf(stderr, "majlis-cli graph: %s\n", qUtf8Printable(reason + error.detail));
    return failed;
}

Error storageError(const QString &detail)
{
    return majlis::fail(ErrorCode::Storage, detail).error();
}

Result<void> write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return std::unexpected(storageError(path + u": "_s + file.errorString()));
    return {};
}

/// What was converted, for people and for scripts.
struct Outcome {
    NetworkFile network;
    QByteArray written;
    QString form; ///< of what was written
};

Result<Outcome> graphToList(QFile &file)
{
    auto network = NetworkFile::read(file.readAll(), fileLimits);
    if (!network)
        return std::unexpected(network.error());
    QByteArray text = writeForest(*network);
    return Outcome{std::move(*network), std::move(text), u"forest"_s};
}

Result<Outcome> listToGraph(const QString &path)
{
    const auto list = readEdgeList(path);
    if (!list)
        return std::unexpected(list.error());
    const auto columns = list->toNetwork(UnixMs{QDateTime::currentMSecsSinceEpoch()});
    if (!columns)
        return std::unexpected(columns.error());
    const auto bytes = writeNetworkFile(*columns);
    if (!bytes)
        return std::unexpected(bytes.error());
    auto network = NetworkFile::read(*bytes, fileLimits);
    if (!network)
        return std::unexpected(network.error());
    return Outcome{std::move(*network), *bytes, u"graph"_s};
}

void report(const Outcome &outcome, qint64 milliseconds, bool json)
{
    const NetworkFile &network = outcome.network;
    const int depth = *std::max_element(network.depths().begin(), network.depths().end());
    if (json) {
        const QJsonObject line{{u"wrote"_s, outcome.form}, {u"nodes"_s, static_cast<qint64>(network.nodeCount())},
            {u"roots"_s, static_cast<qint64>(network.rootCount())}, {u"depth"_s, depth},
            {u"links"_s, static_cast<qint64>(network.links().size())}, {u"bytes"_s, outcome.written.size()},
            {u"total_ms"_s, milliseconds}};
        std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
        return;
    }
    std::printf("%s of %u people, %u roots, %d levels, %zu links beside the tree: %lld bytes in %lld ms\n",
        qUtf8Printable(outcome.form), network.nodeCount(), network.rootCount(), depth, network.links().size(),
        static_cast<long long>(outcome.written.size()), static_cast<long long>(milliseconds));
}

int run(const QStringList &arguments)
{
    QStringList words = arguments;
    const bool json = words.removeAll(u"--json"_s) > 0;
    if (words.size() != 3 || words[0] != u"convert" || words[1].startsWith(u'-') || words[2].startsWith(u'-')) {
        std::fprintf(stderr, "usage: majlis-cli %s\n", usageLine);
        return badUsage;
    }
    QElapsedTimer timer;
    timer.start();
    QFile file(words[1]);
    if (!file.open(QIODevice::ReadOnly))
        return fail(storageError(words[1] + u": "_s + file.errorString()));
    const bool isGraph = file.peek(graphMagic.size()) == QByteArrayView(graphMagic.data(), graphMagic.size());
    const auto outcome = isGraph ? graphToList(file) : listToGraph(words[1]);
    if (!outcome)
        return fail(outcome.error());
    if (const auto written = write(words[2], outcome->written); !written)
        return fail(written.error());
    report(*outcome, timer.elapsed(), json);
    return ok;
}

} // namespace

Command graphCommand()
{
    return {"graph", usageLine, run};
}

} // namespace majlis::cli
