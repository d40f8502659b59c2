// SPDX-License-Identifier: GPL-3.0-or-later
// majlis-cli layout as a script sees it: files in, files out, one line of JSON.
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

#include <lzma.h>

#include <set>

using namespace Qt::StringLiterals;

namespace
{

struct Outcome {
    int code = -1;
    QByteArray out;
    QByteArray error;
};

Outcome layout(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(MAJLIS_BIN_DIR "/majlis-cli"), QStringList{u"layout"_s} + arguments);
    REQUIRE(process.waitForFinished(60'000));
    REQUIRE(process.exitStatus() == QProcess::NormalExit);
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

class Folder
{
public:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
        return file.fileName();
    }

    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }

private:
    QTemporaryDir m_folder;
};

QByteArray packed(const QByteArray &text)
{
    QByteArray result(static_cast<qsizetype>(lzma_stream_buffer_bound(static_cast<std::size_t>(text.size()))), '\0');
    std::size_t size = 0;
    REQUIRE(lzma_easy_buffer_encode(6, LZMA_CHECK_CRC64, nullptr, reinterpret_cast<const std::uint8_t *>(text.data()),
                static_cast<std::size_t>(text.size()), reinterpret_cast<std::uint8_t *>(result.data()), &size,
                static_cast<std::size_t>(result.size()))
        == LZMA_OK);
    result.truncate(static_cast<qsizetype>(size));
    return result;
}

// A tree of `nodes` whose ids start at 1000, as "from to depth".
QByteArray tree(int nodes)
{
    QByteArray text = "# a comment\n1000 1000 0\n";
    for (int node = 1; node < nodes; ++node)
        text += QByteArray::number(1000 + (node - 1) / 5) + ' ' + QByteArray::number(1000 + node) + " 1\r\n";
    return text;
}

std::set<QByteArray> idsIn(const QByteArray &positions)
{
    std::set<QByteArray> ids;
    for (const QByteArray &line : positions.trimmed().split('\n')) {
        const auto words = line.split(' ');
        REQUIRE(words.size() == 4);
        for (int axis = 1; axis < 4; ++axis) {
            bool number = false;
            words[axis].toDouble(&number);
            REQUIRE(number);
        }
        REQUIRE(ids.insert(words[0]).second);
    }
    return ids;
}

} // namespace

TEST_CASE("A layout is written with the ids of the file and reported in one line of JSON")
{
    const Folder folder;
    const QString edges = folder.write(u"edges.txt"_s, tree(300));
    const Outcome outcome = layout({edges, u"--out"_s, folder.path(u"out.txt"_s), u"--json"_s, u"--threads"_s, u"2"_s});
    REQUIRE(outcome.code == 0);
    CHECK(outcome.out.count('\n') == 1);
    const QJsonObject report = QJsonDocument::fromJson(outcome.out).object();
    CHECK(report[u"nodes"_s].toInt() == 300);
    CHECK(report[u"edges"_s].toInt() == 299);
    CHECK(report[u"threads"_s].toInt() == 2);
    CHECK(report[u"settled"_s].toBool());
    CHECK(report[u"ticks"_s].toInt() > 5);
    CHECK(report[u"tick_ms_median"_s].toDouble() > 0.0);
    CHECK(report[u"total_ms"_s].toDouble() > 0.0);
    CHECK(report[u"peakRSS_MB"_s].toDouble() > 0.0);
    const auto ids = idsIn(folder.read(u"out.txt"_s));
    CHECK(ids.size() == 300);
    CHECK(ids.contains("1000"));
    CHECK(ids.contains("1299"));
}

TEST_CASE("An .xz file gives the very positions of the plain one, and a seed others")
{
    const Folder folder;
    const QByteArray text = tree(20'000); // more than one chunk of the reader
    const QString plain = folder.write(u"edges.txt"_s, text);
    const QString small = folder.write(u"edges.txt.xz"_s, packed(text));
    const QStringList ticks{u"--ticks"_s, u"4"_s};
    REQUIRE(layout(QStringList{plain, u"--out"_s, folder.path(u"a.txt"_s)} + ticks).code == 0);
    REQUIRE(layout(QStringList{small, u"--out"_s, folder.path(u"b.txt"_s)} + ticks).code == 0);
    REQUIRE(layout(QStringList{small, u"--out"_s, folder.path(u"c.txt"_s), u"--seed"_s, u"2"_s} + ticks).code == 0);
    CHECK(folder.read(u"a.txt"_s) == folder.read(u"b.txt"_s));
    CHECK(folder.read(u"a.txt"_s) != folder.read(u"c.txt"_s));
}

TEST_CASE("With --ticks it does exactly so many")
{
    const Folder folder;
    const QString edges = folder.write(u"edges.txt"_s, tree(50));
    for (const int ticks : {0, 1, 250}) {
        const Outcome outcome = layout({edges, u"--json"_s, u"--ticks"_s, QString::number(ticks)});
        REQUIRE(outcome.code == 0);
        CHECK(QJsonDocument::fromJson(outcome.out)[u"ticks"_s].toInt() == ticks);
    }
}

TEST_CASE("Edges without depths, referees first, cross links and general graphs are all read")
{
    const Folder folder;
    const auto report = [&folder](const QByteArray &text) {
        const Outcome outcome = layout({folder.write(u"e.txt"_s, text), u"--json"_s, u"--out"_s, folder.path(u"o"_s)});
        REQUIRE(outcome.code == 0);
        return QJsonDocument::fromJson(outcome.out).object();
    };
    CHECK(report("0 1\n0 2\n1 3\n")[u"nodes"_s].toInt() == 4);
    CHECK(report("5 - 1289241911\n6 5 1289241912\n7 5 1289241941\n")[u"edges"_s].toInt() == 2);
    CHECK(report("0 0 0\n0 1 1\n0 2 1\n1 2 -1\n")[u"edges"_s].toInt() == 3);
    CHECK(report("1 2\n2 3\n3 1\n3 1\n9 9\n")[u"nodes"_s].toInt() == 4);
    CHECK(idsIn(folder.read(u"o"_s)) == std::set<QByteArray>{"1", "2", "3", "9"});
    CHECK(report("4294967290 7\n")[u"nodes"_s].toInt() == 2);
}

TEST_CASE("Bad files and bad arguments get a clear word and an exit code")
{
    const Folder folder;
    const QByteArray whole = packed(tree(3000));
    QByteArray damaged = whole;
    damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 0x10);
    const struct {
        QByteArray text;
        QByteArray says;
    } files[]{{"0 1 1\n0 x 1\n", "line 2"}, {"", "no edges"}, {"# nothing\n\n", "no edges"}, {"1\n", "line 1"},
        {"-1 2 3\n", "line 1"}, {"99999999999 2 3\n", "line 1"}, {QByteArray(100'000, '7'), "longer than"},
        {whole.left(whole.size() / 2), "damaged or cut short"}, {damaged, "damaged or cut short"}};
    for (const auto &file : files) {
        const Outcome outcome = layout({folder.write(u"bad.txt"_s, file.text)});
        CAPTURE(outcome.error.toStdString());
        CHECK(outcome.code == 1);
        CHECK(outcome.error.contains(file.says));
        CHECK(outcome.error.contains("bad.txt"));
    }
    CHECK(layout({folder.path(u"absent.txt"_s)}).code == 1);
    const QString good = folder.write(u"good.txt"_s, tree(10));
    CHECK(layout({good, u"--out"_s, folder.path(u"no/such/folder.txt"_s)}).code == 1);
    CHECK(layout({}).code == 2);
    CHECK(layout({good, good}).code == 2);
    CHECK(layout({good, u"--ticks"_s, u"many"_s}).code == 2);
    CHECK(layout({good, u"--threads"_s, u"1000"_s}).code == 2);
    CHECK(layout({good, u"--shape"_s, u"spiral"_s}).code == 2);
    CHECK(layout({good, u"--colour"_s}).code == 2);
}
