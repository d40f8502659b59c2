// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/database.h"
#include "models/store/errorlog.h"
#include "models/store/responsecache.h"
#include "models/store/settings.h"
#include "tests/unit/net/nettest.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

using namespace majlis;
using namespace majlis::store;
using namespace majlis::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

OpenReport reportOf(Database &database)
{
    REQUIRE(QTest::qWaitFor([&] { return database.report().has_value(); }, 5000));
    return *database.report();
}

std::optional<CachedResponse> find(ResponseCache &cache, const QString &key)
{
    auto found = await([&](net::CancelToken) { return cache.find(key); });
    REQUIRE(found);
    return *found;
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace

TEST_CASE("answers survive the program")
{
    QTemporaryDir folder;
    const auto path = folder.filePath(u"sub/cache.db"_s);
    FakeClock clock;
    {
        Database database(path);
        ResponseCache cache(database, clock);
        cache.put(u"a"_s, {"body", "application/json", "\"e\"", clock.now(), clock.now() + 5s});
    }
    Database database(path);
    CHECK(reportOf(database).kind == OpenReport::Kind::Opened);
    ResponseCache cache(database, clock);
    const auto found = find(cache, u"a"_s);
    REQUIRE(found);
    CHECK(found->body == "body");
    CHECK(found->etag == "\"e\"");
    CHECK(found->confirmedAt == clock.now());
    cache.confirm(u"a"_s, clock.now() + 1s, clock.now() + 9s);
    CHECK(find(cache, u"a"_s)->freshUntil == clock.now() + 9s);
    cache.forget(u"b"_s);
    CHECK(find(cache, u"a"_s));
    cache.forget(u"a"_s);
    CHECK_FALSE(find(cache, u"a"_s));
}

TEST_CASE("the cache is bounded, and what was used last stays")
{
    FakeClock clock;
    Database database({});
    ResponseCache cache(database, clock, 1000);
    for (int i = 0; i < 10; ++i) {
        clock.advance(1s);
        cache.put(QString::number(i), {QByteArray(120, 'x'), "t", {}, clock.now(), clock.now()});
        if (i == 5)
            CHECK(find(cache, u"0"_s));
        clock.advance(1s);
    }
    CHECK(find(cache, u"9"_s));
    CHECK(find(cache, u"0"_s));
    CHECK_FALSE(find(cache, u"1"_s));
    cache.put(u"huge"_s, {QByteArray(500, 'x'), "t", {}, clock.now(), clock.now()});
    CHECK_FALSE(find(cache, u"huge"_s));
}

TEST_CASE("a damaged database is put aside, never deleted, and a new one begun")
{
    QTemporaryDir folder;
    const auto path = folder.filePath(u"cache.db"_s);
    const auto *how = GENERATE("garbage", "torn", "newer", "alien");
    QByteArray before;
    if (QByteArray(how) == "garbage") {
        writeFile(path, QByteArray(10'000, 'g'));
    } else {
        FakeClock clock;
        {
            Database database(path);
            ResponseCache cache(database, clock);
            for (int i = 0; i < 50; ++i)
                cache.put(QString::number(i), {QByteArray(3000, 'x'), "t", {}, clock.now(), clock.now()});
        }
        if (QByteArray(how) == "torn") {
            auto bytes = readFile(path);
            REQUIRE(bytes.size() > 20'000);
            for (qsizetype at = 4096; at < bytes.size(); ++at)
                bytes[at] = static_cast<char>(at * 31);
            writeFile(path, bytes);
        } else {
            auto other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
            other.setDatabaseName(path);
            REQUIRE(other.open());
            QSqlQuery query(other);
            REQUIRE(
                query.exec(QByteArray(how) == "newer" ? u"PRAGMA user_version = 999"_s : u"PRAGMA user_version = 0"_s));
            query.finish();
            other.close();
            other = {};
            QSqlDatabase::removeDatabase(u"other"_s);
        }
    }
    before = readFile(path);
    Database database(path);
    const auto report = reportOf(database);
    INFO(how << ": " << report.detail.toStdString());
    CHECK(report.kind == OpenReport::Kind::Replaced);
    CHECK_FALSE(report.detail.isEmpty());
    REQUIRE(QFile::exists(report.keptAs));
    CHECK(readFile(report.keptAs).left(64) == before.left(64));
    FakeClock clock;
    ResponseCache cache(database, clock);
    cache.put(u"new"_s, {"b", "t", {}, clock.now(), clock.now()});
    CHECK(find(cache, u"new"_s));
}

TEST_CASE("a half-written transaction is rolled back, not mourned")
{
    QTemporaryDir folder;
    const auto path = folder.filePath(u"cache.db"_s);
    FakeClock clock;
    {
        Database database(path);
        ResponseCache cache(database, clock);
        cache.put(u"kept"_s, {"b", "t", {}, clock.now(), clock.now()});
    }
    // A write-ahead log that a crash cut in the middle of a frame.
    writeFile(path + u"-wal"_s, QByteArray("\x37\x7f\x06\x82\x00\x2d\xe2\x18", 8) + QByteArray(700, 'w'));
    Database database(path);
    CHECK(reportOf(database).kind == OpenReport::Kind::Opened);
    ResponseCache cache(database, clock);
    CHECK(find(cache, u"kept"_s));
}

TEST_CASE("a folder that cannot be written leaves a program that works, and says so")
{
    QTemporaryDir folder;
    writeFile(folder.filePath(u"file"_s), "x");
    Database database(folder.filePath(u"file/cache.db"_s));
    const auto report = reportOf(database);
    CHECK(report.kind == OpenReport::Kind::MemoryOnly);
    CHECK_FALSE(report.detail.isEmpty());
    FakeClock clock;
    ResponseCache cache(database, clock);
    cache.put(u"k"_s, {"b", "t", {}, clock.now(), clock.now()});
    CHECK(find(cache, u"k"_s));
}

TEST_CASE("settings are typed, survive, and fall back")
{
    QTemporaryDir folder;
    const auto path = folder.filePath(u"conf/settings.json"_s);
    const SettingKey<bool> flag{"a/flag"_L1, false};
    const SettingKey<int> number{"a/number"_L1, 7};
    const SettingKey<double> scale{"a/scale"_L1, 1.0};
    const SettingKey<QString> name{"name"_L1, u"x"_s};
    const SettingKey<QStringList> list{"list"_L1, {}};
    const SettingKey<QByteArray> bytes{"bytes"_L1, {}};
    const SettingKey<QJsonArray> rows{"rows"_L1, {}};
    {
        Settings settings(path);
        int changes = 0;
        QObject::connect(&settings, &Settings::changed, [&] { ++changes; });
        CHECK(settings.value(number) == 7);
        settings.setValue(flag, true);
        settings.setValue(flag, true);
        CHECK(changes == 1);
        settings.setValue(number, -3);
        settings.setValue(scale, 1.25);
        settings.setValue(name, u"مجلس"_s);
        settings.setValue(list, {u"a"_s, u"b"_s});
        settings.setValue(bytes, QByteArray("\0\xff", 2));
        settings.setValue(rows, QJsonArray{QJsonObject{{u"url"_s, u"u"_s}}});
    }
    Settings settings(path);
    CHECK(settings.keptAs().isEmpty());
    CHECK(settings.value(flag));
    CHECK(settings.value(number) == -3);
    CHECK(settings.value(scale) == 1.25);
    CHECK(settings.value(name) == u"مجلس"_s);
    CHECK(settings.value(list) == QStringList{u"a"_s, u"b"_s});
    CHECK(settings.value(bytes) == QByteArray("\0\xff", 2));
    CHECK(settings.value(rows).size() == 1);
    CHECK(settings.value(SettingKey<int>{"name"_L1, 5}) == 5);
    CHECK(settings.value(SettingKey<QString>{"a/flag"_L1, u"f"_s}) == u"f"_s);
}

TEST_CASE("a damaged settings file is put aside and the defaults are used")
{
    QTemporaryDir folder;
    const auto path = folder.filePath(u"settings.json"_s);
    writeFile(path, "{\"half\": tr");
    Settings settings(path);
    REQUIRE_FALSE(settings.keptAs().isEmpty());
    CHECK(readFile(settings.keptAs()) == "{\"half\": tr");
    settings.setValue(SettingKey<int>{"n"_L1, 0}, 1);
    CHECK(settings.flush());
    CHECK(readFile(path).contains("\"n\""));
}

TEST_CASE("repeated failures are one entry with a count")
{
    FakeClock clock;
    ErrorLog log(clock, 3);
    int changes = 0;
    QObject::connect(&log, &ErrorLog::changed, [&] { ++changes; });
    const auto error = [](ErrorCode code) { return fail(code, u"d"_s).error(); };
    log.record(u"s"_s, error(ErrorCode::Offline));
    const auto first = clock.now();
    clock.advance(1s);
    log.record(u"s"_s, error(ErrorCode::Timeout));
    log.record(u"s"_s, error(ErrorCode::Offline));
    REQUIRE(log.entries().size() == 2);
    CHECK(log.entries()[0].count == 2);
    CHECK(log.entries()[0].first == first);
    CHECK(log.entries()[0].last == clock.now());
    log.record(u"s"_s, error(ErrorCode::Cancelled));
    CHECK(changes == 3);
    log.record(u"t"_s, error(ErrorCode::Offline));
    log.record(u"u"_s, error(ErrorCode::Offline));
    CHECK(log.entries().size() == 3);
    CHECK(log.entries()[0].source == u"u"_s);
    log.clear();
    CHECK(log.entries().empty());
}
