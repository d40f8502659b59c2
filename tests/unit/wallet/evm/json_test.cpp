// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/encoding/json.h"
#include "wallet/encoding/utf8.h"

#include <catch2/catch.hpp>

#include <string>

using namespace majlis::wallet;

TEST_CASE("JSON is read as it is written", "[json]")
{
    const Json value
        = Json::parse(R"( {"a":[1,-2.5e+3,true,false,null],"b":{"c":"\u00e9\ud83d\ude00\n\"\\\/"},"":""} )").value();
    const Json::Array &array = *value.find("a")->array();
    CHECK(array.size() == 5);
    CHECK(array[0].integer() == 1);
    CHECK(array[1].number()->text == "-2.5e+3");
    CHECK_FALSE(array[1].integer().has_value());
    CHECK(*array[2].boolean());
    CHECK(array[4].isNull());
    CHECK(*value.find("b")->findString("c") == "\xC3\xA9\xF0\x9F\x98\x80\n\"\\/");
    CHECK(value.findString("") != nullptr);
    CHECK(value.find("d") == nullptr);
    CHECK(array[0].find("a") == nullptr);
    CHECK(Json::parse("9007199254740991").value().integer() == 9007199254740991);
    CHECK_FALSE(Json::parse("9007199254740992").value().integer().has_value());
    CHECK_FALSE(Json::parse("1e2").value().integer().has_value());
    CHECK(Json::parse("\"\\u0000\"").value().string()->size() == 1);
}

TEST_CASE("JSON that two readers could understand differently is refused", "[json]")
{
    for (const char *text : {"", " ", "{", "[", "[1", "[1,]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "'a'", "01",
             "-", "1.", ".5", "1e", "+1", "NaN", "Infinity", "tru", "nul", "1 2", "{} {}", "[1}", "\"a", "\"\\x\"",
             "\"\\u12\"", "\"\\ud800\"", "\"\\udc00\"", "\"\\ud800\\u0041\"", "\"\t\"", "\"\\u+123\"", "\xEF\xBB\xBF{}",
             "{\"a\":1,\"a\":2}", "{\"a\":1,\"\\u0061\":2}", "\"\xC0\x80\"", "\"\xED\xA0\x80\"", "\"\xFF\"", "/**/1"}) {
        INFO(text);
        CHECK_FALSE(Json::parse(text).has_value());
    }
    CHECK(Json::parse("[[[]]]", {.depth = 3}).has_value());
    CHECK_FALSE(Json::parse("[[[]]]", {.depth = 2}).has_value());
    CHECK_FALSE(Json::parse("[     ]", {.bytes = 6}).has_value());
    CHECK_FALSE(Json::parse(std::string(100000, '[')).has_value());
    CHECK_FALSE(Json::parse(std::string("1\0", 2)).has_value());
}

TEST_CASE("a byte order mark in a text stays", "[json]")
{
    const std::string text = "\xEF\xBB\xBFx";
    CHECK(fromUtf8(text).size() == 2);
    CHECK(toUtf8(fromUtf8(text)) == text);
}
