// SPDX-License-Identifier: GPL-3.0-or-later
// EIP-712 against its own example and ethers' vectors (tests/data/vectors/NOTICE), and what must be refused.
#include "tests/unit/wallet/vectorfile.h"
#include "wallet/encoding/keccak.h"
#include "wallet/encoding/utf8.h"
#include "wallet/evm/typeddata.h"
#include "wallet/signer.h"

#include <catch2/catch.hpp>

using namespace majlis::wallet;
using namespace majlis::wallet::test;
using namespace Qt::StringLiterals;

namespace
{

Json vectors(const QString &name)
{
    return Json::parse(readVectors(name).toStdString(), {.bytes = 16U << 20U}).value();
}

// A message of one field, `T.a`, with further types.
Result<TypedData> oneField(const std::string &type, const std::string &value, const std::string &more = "")
{
    return TypedData::parse(R"({"types":{"EIP712Domain":[{"name":"name","type":"string"}],"T":[{"name":"a","type":")"
        + type + R"("}])" + more + R"(},"primaryType":"T","domain":{"name":"x"},"message":{"a":)" + value + "}}");
}

std::string errorOf(const Result<TypedData> &data)
{
    return data ? "none" : data.error().detail;
}

Result<TypedData> withDomain(const std::string &fields, const std::string &domain)
{
    return TypedData::parse(R"({"types":{"EIP712Domain":[)" + fields + R"(],"T":[]},"primaryType":"T","domain":)"
        + domain + R"(,"message":{}})");
}

} // namespace

TEST_CASE("typed data: the example of EIP-712", "[typeddata]")
{
    const Json example = vectors(u"eip-712-mail.json"_s);
    const auto data = TypedData::fromJson(*example.find("typedData"));
    REQUIRE(data.has_value());
    CHECK(data->encodedType() == *example.findString("encodeType"));
    CHECK(toHex(data->messageHash()) == fromUtf8(*example.findString("structHash")));
    CHECK(toHex(data->domainSeparator()) == fromUtf8(*example.findString("domainSeparator")));
    CHECK(toHex(data->digest()) == fromUtf8(*example.findString("signHash")));
    const SecretBytes key = SecretBytes::copyOf(keccak256(bytesOf("cow")));
    const EvmSignature signature = signTypedData(*data, key).value();
    CHECK(signature.text() == fromUtf8(*example.findString("r") + example.findString("s")->substr(2)) + u"1c"_s);
    CHECK(recoverTypedData(*data, signature) == *evmAddress(key));
    CHECK(data->uncovered().empty());
    CHECK(data->domain().chainId == Uint256(1));
    CHECK(data->domain().name == "Ether Mail");
    REQUIRE(data->leaves().size() == 5);
    CHECK(data->leaves()[1].path == "message.from.wallet");
    CHECK(data->leaves()[1].type == "address");
    EvmSignature other = signature;
    other.bytes[10] ^= 1;
    CHECK(recoverTypedData(*data, other) != *evmAddress(key));
}

TEST_CASE("typed data: ethers' vectors", "[typeddata]")
{
    int cases = 0;
    const Json all = vectors(u"ethers-typed-data.json.xz"_s);
    for (const Json &test : *all.array()) {
        INFO(*test.findString("name"));
        const Json json(Json::Object{{"types", *test.find("types")}, {"primaryType", *test.find("primaryType")},
            {"domain", *test.find("domain")}, {"message", *test.find("data")}});
        const auto data = TypedData::fromJson(json);
        INFO(errorOf(data));
        REQUIRE(data.has_value());
        CHECK(toHex(data->digest()) == fromUtf8(*test.findString("digest")));
        ++cases;
    }
    CHECK(cases == 65);
}

TEST_CASE("typed data: values outside their types are refused by name", "[typeddata]")
{
    CHECK(oneField("uint8", "255").has_value());
    CHECK(errorOf(oneField("uint8", "256")) == "message.a: too large for its type");
    CHECK_FALSE(oneField("uint256", "\"-1\"").has_value());
    CHECK_FALSE(oneField("uint256", "1.5").has_value());
    CHECK_FALSE(oneField("uint256", "1e3").has_value());
    CHECK_FALSE(oneField("uint256", "null").has_value());
    CHECK_FALSE(oneField("uint256", "\"\"").has_value());
    CHECK(oneField("int8", "\"-128\"").has_value());
    CHECK_FALSE(oneField("int8", "-129").has_value());
    CHECK_FALSE(oneField("bool", "1").has_value());
    CHECK_FALSE(oneField("bool", "\"true\"").has_value());
    CHECK_FALSE(oneField("string", "1").has_value());
    CHECK_FALSE(oneField("bytes4", "\"0x112233\"").has_value());
    CHECK_FALSE(oneField("bytes", "\"0x123\"").has_value());
    CHECK_FALSE(oneField("address", "\"0x01\"").has_value());
    CHECK_FALSE(oneField("address", "\"0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCccccccC1\"").has_value());
    CHECK(oneField("uint8[2][]", "[[1,2],[3,4]]").has_value());
    CHECK(
        errorOf(oneField("uint8[2][]", "[[1,2],[3,4,5]]")) == "message.a[1]: a list of another length than the type's");
    CHECK_FALSE(oneField("uint8[2]", "{}").has_value());
    CHECK_FALSE(oneField("B", "[]", R"(,"B":[])").has_value());
    CHECK(oneField("B[]", "[{}]", R"(,"B":[])").has_value());
    CHECK(errorOf(oneField("B", "{}", R"(,"B":[{"name":"c","type":"bool"}])")) == "message.a.c: missing");
}

TEST_CASE("typed data: wrong types are refused", "[typeddata]")
{
    for (const char *type : {"uint", "int", "uint7", "bytes33", "B", "uint8[0]", "uint8[-1]", "uint8[1", "uint8]",
             "(uint8)", "tuple", "uint8 ", "", "[]", "fixed8x1", "function"}) {
        INFO(type);
        CHECK_FALSE(oneField(type, "1").has_value());
    }
    CHECK_FALSE(oneField("T[]", "[]").has_value()); // within itself
    CHECK_FALSE(oneField("B", R"({"b":[]})", R"(,"B":[{"name":"b","type":"T[]"}])").has_value());
    CHECK_FALSE(oneField("B", "{}", R"(,"B":{})").has_value());
    CHECK_FALSE(oneField("B", "{}", R"(,"B":[{"name":"a"}])").has_value());
    CHECK_FALSE(
        oneField("B", R"({"a":1})", R"(,"B":[{"name":"a","type":"uint8"},{"name":"a","type":"uint8"}])").has_value());
    CHECK_FALSE(oneField("B", R"({"a b":1})", R"(,"B":[{"name":"a b","type":"uint8"}])").has_value());
    CHECK_FALSE(oneField("bool", "true", R"(,"T":[])").has_value()); // a type twice
    CHECK(oneField("bool", "true", R"(,"Unused":[{"name":"x","type":"nonsense"}])").has_value());
    std::string chain;
    for (int i = 0; i < 40; ++i)
        chain += R"(,"S)" + std::to_string(i) + R"(":[{"name":"s","type":"S)" + std::to_string(i + 1) + R"("}])";
    CHECK(errorOf(oneField("S0", "{}", chain)).find("too deeply") != std::string::npos);
}

TEST_CASE("typed data: the domain has what its type names and nothing else", "[typeddata]")
{
    const std::string name = R"({"name":"name","type":"string"})";
    CHECK(withDomain(name, R"({"name":"x"})").has_value());
    CHECK_FALSE(withDomain(name, "{}").has_value());
    CHECK(errorOf(withDomain(name, R"({"name":"x","chainId":1})")) == "domain.chainId: EIP712Domain does not name it");
    CHECK_FALSE(withDomain(R"({"name":"name","type":"bytes32"})", R"({"name":"x"})").has_value());
    CHECK_FALSE(withDomain(R"({"name":"other","type":"string"})", R"({"other":"x"})").has_value());
    CHECK_FALSE(withDomain(name, R"({"name":null})").has_value());
    CHECK(withDomain("", "{}").has_value());
    CHECK_FALSE(
        TypedData::parse(R"({"types":{"EIP712Domain":[]},"primaryType":"EIP712Domain","domain":{},"message":{}})"));
    CHECK_FALSE(TypedData::parse(R"({"types":{"T":[]},"primaryType":"U","domain":{},"message":{}})"));
    CHECK_FALSE(TypedData::parse(R"({"types":{"T":[]},"primaryType":"T","domain":{}})"));
    CHECK_FALSE(TypedData::parse("[]"));
}

TEST_CASE("typed data: members that the signature does not cover are named", "[typeddata]")
{
    const auto data
        = TypedData::parse(R"({"types":{"T":[{"name":"b","type":"B[]"}],"B":[]},"primaryType":"T","domain":{},)"
                           R"("message":{"b":[{"amount":1}],"to":2},"note":3})");
    REQUIRE(data.has_value());
    CHECK(data->uncovered() == std::vector<std::string>{"message.b[0].amount", "message.to", "note"});
}
