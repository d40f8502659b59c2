// SPDX-License-Identifier: GPL-3.0-or-later
// The contract ABI against ethers' and ethereum/tests' vectors (tests/data/vectors/NOTICE) and cases of our own.
#include "tests/unit/wallet/vectorfile.h"
#include "wallet/encoding/utf8.h"
#include "wallet/evm/abi.h"

#include <catch2/catch.hpp>

#include <QJsonArray>
#include <QJsonObject>

using namespace majlis::wallet;
using namespace majlis::wallet::test;
using namespace Qt::StringLiterals;

namespace
{

AbiType tuple(const std::string &text)
{
    return AbiType::parseParameters(text).value();
}

Json jsonOf(const char *text)
{
    return Json::parse(text).value();
}

// Words of hex digits, each filled up with zeros on the left.
Bytes words(std::initializer_list<QStringView> numbers)
{
    Bytes data;
    for (const QStringView number : numbers) {
        const ByteArray<32> word = Uint256::fromHex(number)->bigEndian();
        data.insert(data.end(), word.begin(), word.end());
    }
    return data;
}

bool decodes(const std::string &type, const Bytes &data, AbiLayout layout = AbiLayout::Any)
{
    return decodeAbi(tuple(type), data, layout).has_value();
}

} // namespace

TEST_CASE("ABI: ethers' vectors, both ways", "[abi]")
{
    const Json vectors = Json::parse(readVectors(u"ethers-abi.json.xz"_s).toStdString(), {.bytes = 16U << 20U}).value();
    for (const Json &test : *vectors.array()) {
        INFO(*test.findString("name"));
        const AbiType type = tuple("(" + *test.findString("type") + ")");
        const auto value = AbiValue::fromJson(type, Json(Json::Array{*test.find("value")}));
        REQUIRE(value.has_value());
        const AbiValue::List &list = *value->get<AbiValue::List>();
        const Bytes expected = *fromHex(fromUtf8(*test.findString("encoded")));
        CHECK(*encodeAbi(type, list) == expected);
        CHECK(*decodeAbi(type, expected, AbiLayout::Canonical) == list);
    }
    CHECK(vectors.array()->size() == 512);
}

TEST_CASE("ABI: ethereum/tests", "[abi]")
{
    const QJsonObject tests = jsonVectors(u"ethereum-basic_abi_tests.json"_s).object();
    const Uint256 first = 291;
    const AbiValue::List github{first, AbiValue::List{Uint256(1110), Uint256(1929)},
        *fromHex(u"0x31323334353637383930"), Bytes{'H', 'e', 'l', 'l', 'o', ',', ' ', 'w', 'o', 'r', 'l', 'd', '!'}};
    CHECK(*encodeAbi(tuple("(uint256,uint32[],bytes10,bytes)"), github)
        == bytesFrom(tests[u"GithubWikiTest"_s][u"result"_s]));
    CHECK(*encodeAbi(tuple("(uint256)"), {Uint256(98127491)}) == bytesFrom(tests[u"SingleInteger"_s][u"result"_s]));
    const Address address = *Address::parse(u"0xcd2a3d9f938e13cd947ec05abc7fe734df8dd826");
    CHECK(*encodeAbi(tuple("(uint256,address)"), {Uint256(324124), address})
        == bytesFrom(tests[u"IntegerAndAddress"_s][u"result"_s]));
}

TEST_CASE("ABI: types are read strictly and written canonically", "[abi]")
{
    CHECK(tuple("( uint a , (int,bytes32[2])[] b,tuple(string x) indexed c)").canonical()
        == "(uint256,(int256,bytes32[2])[],(string))");
    CHECK(tuple("()").components().empty());
    CHECK(AbiType::parse("uint8[2][3]").value().words() == 6);
    CHECK(AbiType::parse("string[3]").value().isDynamic());
    for (const char *text : {"", "uint7", "uint0", "uint264", "uint08", "int257", "bytes0", "bytes33", "bytes01",
             "byte", "foo", "uint256[", "uint256[]]", "uint256[0]", "uint256[-1]", "uint256[01]", "uint256[1e3]",
             "uint256 []", "()", "()[]", "(uint256", "(uint256,)", "(,uint256)", "uint256)", "fixed128x18", "function",
             "address payable", "uint256[65537]", "uint256[65536][2]", "uint256[99999999999999999999]", "uint256\n"}) {
        INFO(text);
        CHECK_FALSE(AbiType::parse(text).has_value());
    }
    std::string deep = "uint256";
    for (int i = 0; i < 33; ++i)
        deep += "[]";
    CHECK_FALSE(AbiType::parse(deep).has_value());
    CHECK_FALSE(AbiType::parse(std::string(40, '(') + "bool" + std::string(40, ')')).has_value());
}

TEST_CASE("ABI: selectors and topics that everybody knows", "[abi]")
{
    CHECK(toHex(AbiFunction::parse("transfer(address to,uint256 amount)")->selector()) == u"0xa9059cbb");
    CHECK(toHex(AbiFunction::parse("approve(address,uint)")->selector()) == u"0x095ea7b3");
    CHECK(toHex(AbiEvent::parse("Transfer(address indexed from,address indexed to,uint256 value)")->topic())
        == u"0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef");
    for (const char *text :
        {"", "transfer", "(uint256)", "1a()", "a b()", "a()b", "a() returns (bool)", "a(uint256 1)"}) {
        INFO(text);
        CHECK_FALSE(AbiFunction::parse(text).has_value());
    }
    CHECK_FALSE(AbiEvent::parse("E(bool indexed,bool indexed,bool indexed,bool indexed)").has_value());
}

TEST_CASE("ABI: values out of range are not encoded", "[abi]")
{
    const auto encodes = [](const char *type, const char *json) {
        const AbiType parsed = AbiType::parse(type).value();
        return AbiValue::fromJson(parsed, jsonOf(json)).has_value();
    };
    CHECK(encodes("uint8", "255"));
    CHECK(encodes("uint8", "\"0xff\""));
    CHECK_FALSE(encodes("uint8", "256"));
    CHECK_FALSE(encodes("uint8", "-1"));
    CHECK_FALSE(encodes("uint8", "1.5"));
    CHECK_FALSE(encodes("uint8", "\"\""));
    CHECK_FALSE(encodes("uint8", "true"));
    CHECK_FALSE(encodes("uint256", "9007199254740993"));
    CHECK(encodes("int8", "-128"));
    CHECK_FALSE(encodes("int8", "-129"));
    CHECK_FALSE(encodes("int8", "\"0x80\""));
    CHECK_FALSE(encodes("bool", "1"));
    CHECK_FALSE(encodes("bytes2", "\"0x00\""));
    CHECK_FALSE(encodes("bytes", "\"00\""));
    CHECK_FALSE(encodes("address", "\"0x0\""));
    CHECK_FALSE(encodes("uint8[2]", "[1]"));
    CHECK_FALSE(encodes("(uint8,bool)", "[1]"));
    CHECK_FALSE(encodes("(uint8,bool)", "{}"));
    const auto error = AbiValue::fromJson(AbiType::parse("(uint8,uint8[])[]").value(), jsonOf("[[1,[1]],[2,[3,256]]]"));
    REQUIRE_FALSE(error.has_value());
    CHECK(error.error().detail == "[1][1][1]: too large for its type");
    CHECK_FALSE(encodeAbi(tuple("(uint8)"), {Uint256(256)}).has_value());
    CHECK_FALSE(encodeAbi(tuple("(uint8)"), {true}).has_value());
    CHECK_FALSE(encodeAbi(tuple("(uint8)"), {}).has_value());
    CHECK_FALSE(encodeAbi(tuple("(string)"), {std::string("\xFF")}).has_value());
}

TEST_CASE("ABI: decoding is strict", "[abi]")
{
    CHECK(decodes("(uint8)", words({u"0xff"})));
    CHECK_FALSE(decodes("(uint8)", words({u"0x100"})));
    CHECK_FALSE(decodes("(bool)", words({u"0x2"})));
    CHECK_FALSE(decodes("(int8)", words({u"0x80"})));
    CHECK_FALSE(decodes("(address)", words({u"0x10000000000000000000000000000000000000000"})));
    CHECK_FALSE(decodes("(bytes4)", words({u"0x1"})));
    CHECK_FALSE(decodes("(uint256)", Bytes(31)));
    CHECK(decodes("(bytes)", words({u"0x20", u"0x0"})));
    CHECK_FALSE(decodes("(bytes)", words({u"0x0", u"0x0"}))); // points to itself
    CHECK_FALSE(decodes("(bytes)", words({u"0x21", u"0x0", u"0x0"})));
    CHECK_FALSE(decodes("(bytes)", words({u"0x20", u"0x1"})));
    CHECK_FALSE(decodes("(bytes)", words({u"0x20", u"0x1", u"0x1"}))); // padding
    CHECK_FALSE(decodes("(string)",
        words({u"0x20", u"0x1", // not UTF-8
            u"0xff00000000000000000000000000000000000000000000000000000000000000"})));
    CHECK_FALSE(decodes("(uint256[])", words({u"0x20", u"0xffffffffffffffff"})));
    CHECK_FALSE(decodes("(uint256[])", words({u"0x10000000000000020", u"0x0"})));
    CHECK(decodes("(bytes)", words({u"0x40", u"0x0", u"0x0"})));
    CHECK_FALSE(decodes("(bytes)", words({u"0x40", u"0x0", u"0x0"}), AbiLayout::Canonical));
    CHECK_FALSE(decodes("(bytes)", words({u"0x20", u"0x0", u"0x0"}), AbiLayout::Canonical));
    CHECK(decodes("(bytes,bytes)", words({u"0x40", u"0x40", u"0x0"})));
    CHECK_FALSE(decodes("(bytes,bytes)", words({u"0x40", u"0x40", u"0x0"}), AbiLayout::Canonical));
}

TEST_CASE("ABI: a small text cannot become a large value", "[abi]")
{
    // Every level's 64 elements are the same next level: 64^6 values if each were read.
    Bytes data = words({u"0x20"});
    for (int level = 0; level < 6; ++level) {
        const Bytes length = words({u"0x40"});
        data.insert(data.end(), length.begin(), length.end());
        for (int i = 0; i < 64; ++i) {
            const Bytes offset = words({u"0x800"});
            data.insert(data.end(), offset.begin(), offset.end());
        }
    }
    data.resize(data.size() + 64);
    CHECK_FALSE(decodes("(uint256[][][][][][][])", data));
}

TEST_CASE("ABI: logs", "[abi]")
{
    const AbiEvent event
        = AbiEvent::parse("E(string indexed name,int8 indexed change,uint256[] indexed list,bytes data)").value();
    Hash256 hash{};
    hash.fill(0xAB);
    const Hash256 minusOne = Int256::fromDecimal(u"-1")->bits().bigEndian();
    const Bytes data = words({u"0x20", u"0x0"});
    const std::vector<Hash256> topics{event.topic(), hash, minusOne, hash};
    const auto values = event.decode(topics, data);
    REQUIRE(values.has_value());
    CHECK((*values)[0] == AbiValue(Bytes(32, 0xAB)));
    CHECK((*values)[1] == AbiValue(*Int256::fromDecimal(u"-1")));
    CHECK((*values)[2] == AbiValue(Bytes(32, 0xAB)));
    CHECK((*values)[3] == AbiValue(Bytes()));
    CHECK_FALSE(event.decode(std::vector<Hash256>{event.topic(), hash, minusOne}, data).has_value());
    CHECK_FALSE(event.decode(std::vector<Hash256>{hash, hash, minusOne, hash}, data).has_value());
    CHECK_FALSE(event.decode(std::vector<Hash256>{event.topic(), hash, hash, hash}, data).has_value()); // not an int8
    CHECK_FALSE(event.decode({}, data).has_value());
    CHECK_FALSE(event.decode(topics, {}).has_value());
}

TEST_CASE("ABI: calls", "[abi]")
{
    const AbiFunction transfer = AbiFunction::parse("transfer(address to,uint256 amount)").value();
    const AbiValue::List arguments{Address::evm({1}), Uint256(5)};
    Bytes call = transfer.encodeCall(arguments).value();
    CHECK(call.size() == 68);
    CHECK(transfer.decodeCall(call).value() == arguments);
    call.push_back(0);
    CHECK_FALSE(transfer.decodeCall(call).has_value());
    CHECK(transfer.decodeCall(call, AbiLayout::Any).has_value());
    call[0] ^= 1;
    CHECK_FALSE(transfer.decodeCall(call, AbiLayout::Any).has_value());
    CHECK_FALSE(transfer.decodeCall({}).has_value());
}
