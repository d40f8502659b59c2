// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/graphcommand.h"

#include "app/cli/networkinput.h"
#include "models/domain/graph/edgelist.h"

#include <QElapsedTimer>
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

Outcome converted(NetworkFile network, bool wasGraph)
{
    QByteArray written = wasGraph ? writeForest(network)
                                  : QByteArray(reinterpret_cast<const char *>(network.bytes().data()),
                                        static_cast<qsizetype>(network.bytes().size()));
    return {std::move(network), std::move(written), wasGraph ? u"forest"_s : u"graph"_s};
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
    auto network = readNetwork(words[1]);
    if (!network)
        return fail(network.error());
    const Outcome outcome = converted(std::move(*network), isBinaryGraph(words[1]));
    if (const auto written = write(words[2], outcome.written); !written)
        return fail(written.error());
    report(outcome, timer.elapsed(), json);
    return ok;
}

} // namespace

Command graphCommand()
{
    return {"graph", usageLine, run};
}

} // namespace majlis::cli
