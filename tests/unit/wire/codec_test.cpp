// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/codec.h"

#include "models/domain/chain.h"

#include <QJsonDocument>

#include <catch2/catch.hpp>

#include <cmath>

using namespace majlis;
using namespace Qt::StringLiterals;

namespace
{

struct Leaf {
    Amount balance;
    std::optional<Address> owner;
    friend bool operator==(const Leaf &, const Leaf &) = default;
};

struct Sample {
    QString name;
    std::int64_t count = 0;
    double share = 0;
    bool open = false;
    UnixMs at;
    Chain chain;
    std::optional<QString> cursor;
    std::vector<Leaf> leaves;
    wire::Patch<QString> bio;
    friend bool operator==(const Sample &, const Sample &) = default;
};

template <class Archive>
void describe(Archive &archive, wire::Described<Archive, Leaf> &value)
{
    archive.required("balance", value.balance);
    archive.optional("owner", value.owner);
}

template <class Archive>
void describe(Archive &archive, wire::Described<Archive, Sample> &value)
{
    archive.required("name", value.name, {.minLength = 1, .maxLength = 4, .pattern = "^[a-z]+$"});
    archive.required("count", value.count, {.minimum = 0, .maximum = 7});
    archive.required("share", value.share, {.minimum = 0, .exclusiveMinimum = true});
    archive.required("open", value.open);
    archive.required("at", value.at);
    archive.required("chain", value.chain);
    archive.nullable("cursor", value.cursor);
    archive.required("leaves", value.leaves, {.maxItems = 2});
    archive.patch("bio", value.bio);
}

QJsonObject good()
{
    return QJsonDocument::fromJson(R"({"name":"ab","count":3,"share":0.5,"open":true,"at":"2026-11-20T15:04:05.000Z",
        "chain":"base","cursor":null,"leaves":[{"balance":"1.5"}],"unheard":{"of":[1]}})")
        .object();
}

QString pathOf(const QJsonObject &object)
{
    const auto sample = wire::decode<Sample>(object, u"data.user"_s);
    if (sample)
        return u"accepted"_s;
    CHECK(sample.error().code == ErrorCode::Malformed);
    CHECK(sample.error().detail.contains(sample.error().path));
    return sample.error().path;
}

QString pathWith(const QString &key, const QJsonValue &value)
{
    QJsonObject object = good();
    object.insert(key, value);
    return pathOf(object);
}

} // namespace

TEST_CASE("a good object is read, unknown fields and enum values notwithstanding", "[wire]")
{
    const auto sample = wire::decode<Sample>(good());
    REQUIRE(sample);
    CHECK(sample->count == 3);
    CHECK(sample->leaves.at(0).balance.toString() == u"1.5");
    CHECK_FALSE(sample->leaves[0].owner);
    CHECK_FALSE(sample->bio);
    CHECK(*wire::decode<Sample>(wire::encode(*sample)) == *sample);
    CHECK(pathWith(u"chain"_s, u"polygon"_s) == u"accepted");
}

TEST_CASE("a missing field is an error that names its path", "[wire]")
{
    for (const QString &key : good().keys()) {
        if (key == u"unheard")
            continue;
        QJsonObject object = good();
        object.remove(key);
        CHECK(pathOf(object) == u"data.user."_s + key);
    }
    CHECK(pathWith(u"leaves"_s, QJsonArray{QJsonObject{{u"balance"_s, u"1"_s}}, QJsonObject()})
        == u"data.user.leaves.1.balance");
    CHECK(wire::decode<Sample>(QJsonValue(), u"data.user"_s).error().path == u"data.user");
}

TEST_CASE("wrong types and values outside their limits are refused", "[wire]")
{
    CHECK(pathWith(u"name"_s, 3) == u"data.user.name");
    CHECK(pathWith(u"name"_s, u""_s) == u"data.user.name");
    CHECK(pathWith(u"name"_s, u"abcde"_s) == u"data.user.name");
    CHECK(pathWith(u"name"_s, u"ab\n"_s) == u"data.user.name");
    CHECK(pathWith(u"count"_s, u"3"_s) == u"data.user.count");
    CHECK(pathWith(u"count"_s, 2.5) == u"data.user.count");
    CHECK(pathWith(u"count"_s, 1e300) == u"data.user.count");
    CHECK(pathWith(u"count"_s, -1) == u"data.user.count");
    CHECK(pathWith(u"count"_s, 8) == u"data.user.count");
    CHECK(pathWith(u"count"_s, QJsonValue()) == u"data.user.count");
    CHECK(pathWith(u"share"_s, 0) == u"data.user.share");
    CHECK(pathWith(u"open"_s, 1) == u"data.user.open");
    CHECK(pathWith(u"at"_s, qint64{1'795'187'045'000}) == u"data.user.at");
    CHECK(pathWith(u"at"_s, u"yesterday"_s) == u"data.user.at");
    CHECK(pathWith(u"chain"_s, QJsonObject()) == u"data.user.chain");
    CHECK(pathWith(u"leaves"_s, QJsonObject()) == u"data.user.leaves");
    CHECK(pathWith(u"leaves"_s, QJsonArray{1}) == u"data.user.leaves.0");
    const QJsonObject leaf{{u"balance"_s, u"1"_s}};
    CHECK(pathWith(u"leaves"_s, QJsonArray{leaf, leaf, leaf}) == u"data.user.leaves");
}

TEST_CASE("a balance is a decimal text and nothing else", "[wire]")
{
    const auto leafPath = [](const QJsonValue &balance) {
        return pathWith(u"leaves"_s, QJsonArray{QJsonObject{{u"balance"_s, balance}}});
    };
    CHECK(leafPath(u"0.000000000000000001"_s) == u"accepted");
    const QJsonValue bad[] = {1.5, 1, QJsonValue(), u"-1"_s, u"1e3"_s, u"01"_s, u"NaN"_s, u""_s,
        u"0.0000000000000000001"_s, QString(61, u'9')};
    for (const QJsonValue &value : bad)
        CHECK(leafPath(value) == u"data.user.leaves.0.balance");
}

TEST_CASE("an address must be one", "[wire]")
{
    const auto owner = [](const QString &text) {
        return pathWith(u"leaves"_s, QJsonArray{QJsonObject{{u"balance"_s, u"1"_s}, {u"owner"_s, text}}});
    };
    CHECK(owner(u"0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266"_s) == u"accepted");
    CHECK(owner(u"FAe4sisG95oZ42w7buUn5qEE4TAnfTTFPiguZUHmhiF"_s) == u"accepted");
    CHECK(owner(u"0xF39Fd6e51aad88F6F4ce6aB8827279cffFb92266"_s) == u"data.user.leaves.0.owner"); // checksum
}

TEST_CASE("an input field left out, cleared and set are three things", "[wire]")
{
    Sample sample = *wire::decode<Sample>(good());
    CHECK_FALSE(wire::encode(sample).toObject().contains(u"bio"_s));
    sample.bio.emplace();
    CHECK(wire::encode(sample).toObject()[u"bio"_s].isNull());
    sample.bio = std::optional(u"rose"_s);
    CHECK(wire::encode(sample).toObject()[u"bio"_s] == u"rose"_s);
}

TEST_CASE("an optional answer is none when null", "[wire]")
{
    CHECK_FALSE(wire::decode<std::optional<Sample>>(QJsonValue())->has_value());
    CHECK(wire::decode<std::optional<Sample>>(good())->has_value());
    CHECK(wire::decode<std::vector<Leaf>>(QJsonArray(), u"data.x"_s)->empty());
}
