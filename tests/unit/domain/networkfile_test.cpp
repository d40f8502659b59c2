// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/graph/crc32c.h"
#include "models/domain/graph/networkwriter.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <catch2/catch.hpp>

#include <cmath>
#include <cstring>

using namespace majlis;
using namespace Qt::StringLiterals;

namespace
{

QByteArray contractExample()
{
    QFile file(QStringLiteral(MAJLIS_TEST_DATA "/domain.examples.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto document = QJsonDocument::fromJson(file.readAll());
    return QByteArray::fromHex(document.object()["binaryGraph3"_L1].toString().toLatin1());
}

std::span<const std::byte> asBytes(const QByteArray &bytes, qsizetype from, qsizetype size)
{
    return {reinterpret_cast<const std::byte *>(bytes.constData()) + from, static_cast<std::size_t>(size)};
}

template <class T>
void put(QByteArray &bytes, qsizetype offset, T value)
{
    std::memcpy(bytes.data() + offset, &value, sizeof(T));
}

template <class T>
T get(const QByteArray &bytes, qsizetype offset)
{
    T value{};
    std::memcpy(&value, bytes.constData() + offset, sizeof(T));
    return value;
}

// Makes the checksums right again, so that the check behind them is what refuses.
void reseal(QByteArray &bytes)
{
    const auto sections = get<std::uint32_t>(bytes, 16);
    for (std::uint32_t index = 0; index < sections && index < 64; ++index) {
        const qsizetype entry = 72 + 32 * static_cast<qsizetype>(index);
        const auto offset = static_cast<qsizetype>(get<std::uint64_t>(bytes, entry + 8));
        const auto length = static_cast<qsizetype>(get<std::uint64_t>(bytes, entry + 16));
        if (offset >= 0 && length >= 0 && offset <= bytes.size() && length <= bytes.size() - offset)
            put(bytes, entry + 24, crc32c(asBytes(bytes, offset, length)));
    }
    const auto tail = asBytes(bytes, 72, 32 * static_cast<qsizetype>(sections));
    put(bytes, 68, crc32c(tail, crc32c(asBytes(bytes, 0, 68))));
}

QString refusal(const QByteArray &bytes, const NetworkLimits &limits = {})
{
    const auto file = NetworkFile::read(bytes, limits);
    return file ? u"accepted"_s : file.error().reason;
}

constexpr qsizetype entryOf(int row)
{
    return 72 + 32 * row;
}

} // namespace

TEST_CASE("CRC32C gives the check value of the contract, whole and in parts", "[graph]")
{
    const QByteArray digits("123456789");
    CHECK(crc32c(asBytes(digits, 0, 9)) == 0xE3069283);
    CHECK(crc32c(asBytes(digits, 4, 5), crc32c(asBytes(digits, 0, 4))) == 0xE3069283);
    CHECK(crc32c({}) == 0);
}

TEST_CASE("the contract's three-node graph is read exactly", "[graph]")
{
    const QByteArray bytes = contractExample();
    REQUIRE(bytes.size() == 960);
    const auto read = NetworkFile::read(bytes);
    REQUIRE(read);
    const NetworkFile &file = *read;
    CHECK(file.nodeCount() == 3);
    CHECK(file.rootCount() == 1);
    CHECK(file.totalNodes() == 6);
    CHECK(file.isTruncated());
    CHECK(file.generatedAt().value == 1795187045000);
    CHECK(file.parents()[0] == noParent);
    CHECK(file.parents()[2] == 0);
    CHECK(file.depths()[1] == 1);
    CHECK(file.joinedAt(0)->value == 1795100645000);
    CHECK(file.balancesLossy()[1] == 1250.5);
    CHECK(file.balance(0)->toString() == u"10000");
    CHECK(file.balance(1)->toString() == u"1250.5");
    CHECK(file.balance(2)->toString() == u"0.000000000000000001");
    CHECK(file.isVerified(0));
    CHECK_FALSE(file.isVerified(1));
    CHECK(file.chainBits(1) == networkflags::chainBase);
    CHECK(file.chainBits(2) == networkflags::chainSolana);
    CHECK(file.hasMoreBelow(2));
    CHECK(file.addressKind(0) == NetworkAddressKind::Evm);
    CHECK(file.addressBytes(0).size() == 20);
    CHECK(file.addressBytes(1)[0] == 0xf3);
    CHECK(file.addressBytes(2).size() == 32);
    CHECK(file.directReferrals()[0] == 2);
    CHECK(file.totalDescendants()[0] == 5);
    CHECK(file.name(0) == u"Layla");
    CHECK(file.name(1).isEmpty());
    CHECK(file.name(2) == u"ليلى");
    CHECK(file.meta().snapshotId == u"s1");
    CHECK(file.meta().nextCursor == u"b3");
    CHECK(file.meta().reason == u"NODE_LIMIT");
    CHECK(file.links().empty());
}

TEST_CASE("the contract's three-node graph is written byte for byte", "[graph]")
{
    const QByteArray expected = contractExample();
    const auto file = NetworkFile::read(expected);
    REQUIRE(file);
    NetworkColumns columns;
    columns.truncated = true;
    columns.totalNodes = 6;
    columns.generatedAt = UnixMs{1795187045000};
    columns.meta = NetworkMeta{.root = u"0x70997970C51812dc3A010C7d01b50e0d17dc79C8"_s,
        .depth = 2,
        .snapshotId = u"s1"_s,
        .truncated = true,
        .reason = u"NODE_LIMIT"_s,
        .nextCursor = u"b3"_s};
    columns.parents = {noParent, 0, 0};
    columns.depths = {0, 1, 1};
    columns.flags = {0x05, 0x04, 0x13};
    columns.joinedSeconds = {1795100645, 1795183445, 1795187045};
    columns.directReferrals = {2, 0, 3};
    columns.totalDescendants = {5, 0, 3};
    for (std::uint32_t index = 0; index < 3; ++index) {
        NetworkColumns::AddressBytes address{};
        std::ranges::copy(file->addressBytes(index), address.begin());
        columns.addresses.push_back(address);
        columns.addressKinds.push_back(file->addressKind(index));
        columns.balancesFixed.push_back(FixedBalance::fromAmount(*file->balance(index)));
        columns.balancesLossy.push_back(file->balance(index)->toDoubleLossy());
        columns.appendName(file->name(index));
    }
    const auto written = writeNetworkFile(columns);
    REQUIRE(written);
    CHECK(*written == expected);
}

TEST_CASE("every truncation of the example is refused and said", "[graph]")
{
    const QByteArray bytes = contractExample();
    for (qsizetype size = 0; size < bytes.size(); ++size)
        REQUIRE(refusal(bytes.first(size)) == (size < 72 ? u"not_a_graph"_s : u"truncated_file"_s));
    CHECK(refusal(bytes + QByteArray(16, '\0')) == u"bad_header"_s);
}

TEST_CASE("every flipped bit of a checked byte is found", "[graph]")
{
    const QByteArray bytes = contractExample();
    int accepted = 0;
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        QByteArray damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
        accepted += NetworkFile::read(damaged) ? 1 : 0;
    }
    // Only the padding between sections has no checksum.
    qsizetype padding = bytes.size() - 72 - 32 * 13;
    for (int row = 0; row < 13; ++row)
        padding -= static_cast<qsizetype>(get<std::uint64_t>(bytes, entryOf(row) + 16));
    CHECK(accepted == padding);
}

TEST_CASE("each check of part 4 has its code", "[graph]")
{
    struct Case {
        const char *code;
        void (*damage)(QByteArray &);
    };
    const Case cases[] = {
        {"not_a_graph", [](QByteArray &bytes) { bytes[0] = 'P'; }},
        {"unsupported_version", [](QByteArray &bytes) { put<std::uint16_t>(bytes, 8, 2); }},
        {"bad_header", [](QByteArray &bytes) { put<std::uint32_t>(bytes, 12, 76); }},
        {"bad_header", [](QByteArray &bytes) { put<std::uint32_t>(bytes, 12, 0xFFFFFFF8); }},
        {"bad_header", [](QByteArray &bytes) { put<std::uint32_t>(bytes, 16, 0); }},
        {"truncated_file", [](QByteArray &bytes) { put<std::uint64_t>(bytes, 56, 1 << 20); }},
        {"unsupported_feature", [](QByteArray &bytes) { put<std::uint32_t>(bytes, 20, 0x10001); }},
        {"bad_header", [](QByteArray &bytes) { put<std::uint32_t>(bytes, 20, 0); }}, // truncated, but not said
        {"bad_header", [](QByteArray &bytes) { put<std::uint32_t>(bytes, 24, 0); }},
        {"bad_header", [](QByteArray &bytes) { put<std::uint32_t>(bytes, 24, 10'000'001); }},
        {"bad_header", [](QByteArray &bytes) { put<std::uint32_t>(bytes, 28, 0xFFFFFFFE); }},
        {"bad_header", [](QByteArray &bytes) { put<std::uint32_t>(bytes, 32, 1); }}, // edges without their section
        {"bad_header", [](QByteArray &bytes) { put<std::uint32_t>(bytes, 36, 4); }},
        {"bad_header", [](QByteArray &bytes) { put<std::uint64_t>(bytes, 40, 2); }},
        {"bad_header", [](QByteArray &bytes) { put<std::uint32_t>(bytes, 64, 39); }},
        {"bad_section", [](QByteArray &bytes) { put<std::uint64_t>(bytes, entryOf(1) + 8, 0x201); }},
        {"bad_section", [](QByteArray &bytes) { put<std::uint64_t>(bytes, entryOf(1) + 8, 0x1e0); }},
        {"bad_section", [](QByteArray &bytes) { put<std::uint64_t>(bytes, entryOf(0) + 8, ~std::uint64_t{15}); }},
        {"bad_section", [](QByteArray &bytes) { put<std::uint64_t>(bytes, entryOf(12) + 16, ~std::uint64_t{0}); }},
        {"bad_section", [](QByteArray &bytes) { put<std::uint32_t>(bytes, entryOf(3), 3); }}, // twice
        {"unsupported_feature", [](QByteArray &bytes) { put<std::uint32_t>(bytes, entryOf(3), 0x80000063); }},
        {"bad_section", [](QByteArray &bytes) { put<std::uint32_t>(bytes, entryOf(0) + 4, 8); }},
        {"bad_section", [](QByteArray &bytes) { put<std::uint64_t>(bytes, entryOf(1) + 16, 2); }},
        {"bad_section", [](QByteArray &bytes) { put<std::uint32_t>(bytes, entryOf(0), 99); }}, // PARENT missing
        {"bad_section", [](QByteArray &bytes) { put<std::uint32_t>(bytes, entryOf(7), 99); }}, // kinds missing
        {"bad_section", [](QByteArray &bytes) { put<std::uint32_t>(bytes, entryOf(11), 99); }}, // names missing
        {"bad_tree", [](QByteArray &bytes) { put<std::uint32_t>(bytes, 0x1f4, 1); }}, // its own parent: a cycle
        {"bad_tree", [](QByteArray &bytes) { put<std::uint32_t>(bytes, 0x1f4, 7); }}, // out of range
        {"bad_tree", [](QByteArray &bytes) { put<std::uint32_t>(bytes, 0x1f4, 0xFFFFFFFF); }}, // a root too many
        {"bad_tree", [](QByteArray &bytes) { put<std::uint8_t>(bytes, 0x202, 2); }},
        {"bad_section", [](QByteArray &bytes) { put<double>(bytes, 0x220, -1.0); }},
        {"bad_section", [](QByteArray &bytes) { put<double>(bytes, 0x220, INFINITY); }},
        {"bad_section", [](QByteArray &bytes) { put<std::uint8_t>(bytes, 0x280 + 21, 1); }},
        {"bad_section", [](QByteArray &bytes) { put<std::uint32_t>(bytes, 0x310, 1); }},
        {"bad_section", [](QByteArray &bytes) { put<std::uint32_t>(bytes, 0x314, 6); }},
        {"bad_section", [](QByteArray &bytes) { put<std::uint32_t>(bytes, 0x31c, 12); }},
        {"bad_section", [](QByteArray &bytes) { bytes[0x330] = '['; }},
    };
    int row = 0;
    for (const Case &test : cases) {
        QByteArray bytes = contractExample();
        test.damage(bytes);
        if (get<std::uint32_t>(bytes, 16) == 13 && get<std::uint32_t>(bytes, 12) == 72)
            reseal(bytes);
        INFO("case " << row++);
        CHECK(refusal(bytes).toStdString() == test.code);
    }
    CHECK(refusal(contractExample(), {.maxNodes = 2}) == u"too_large");
    CHECK(NetworkFile::read(contractExample(), {.maxNodes = 2}).error().code == ErrorCode::TooLarge);
}

TEST_CASE("a later minor version and unknown sections are read", "[graph]")
{
    QByteArray bytes = contractExample();
    put<std::uint16_t>(bytes, 10, 7);
    put<std::uint32_t>(bytes, entryOf(8), 77);
    put<std::uint32_t>(bytes, 20, 1 | 0x8000);
    put<double>(bytes, 0x220, NAN);
    reseal(bytes);
    const auto file = NetworkFile::read(bytes);
    REQUIRE(file);
    CHECK(file->directReferrals().empty());
    CHECK(file->totalDescendants().size() == 3);
}

TEST_CASE("a buffer that does not start at a multiple of 16 is copied, a view of one is refused", "[graph]")
{
    QByteArray padded = QByteArray(1, 'x') + contractExample();
    const auto view = NetworkFile::view(asBytes(padded, 1, 960));
    REQUIRE_FALSE(view);
    CHECK(view.error().code == ErrorCode::InvalidArgument);
    CHECK(NetworkFile::read(padded.sliced(1)));
}

TEST_CASE("balances at other scales are exact or unknown", "[graph]")
{
    CHECK(FixedBalance{1250500000, 0}.toAmount(6)->toString() == u"1250.5");
    CHECK(FixedBalance{1000, 0}.toAmount(20)->toString() == u"0.00000000000000001");
    CHECK_FALSE(FixedBalance{1, 0}.toAmount(20)); // more digits than an amount has: never cut
    CHECK_FALSE(FixedBalance::unknown().toAmount(18));
    CHECK(FixedBalance::fromAmount(Amount::fromInteger(-1)) == FixedBalance::unknown());
    CHECK(FixedBalance::fromAmount(*Amount::parse(u"1000000000000000000000")) == FixedBalance::unknown());
}

TEST_CASE("columns of unequal length and bad trees are never written", "[graph]")
{
    NetworkColumns columns;
    columns.parents = {noParent, 0};
    columns.depths = {0};
    CHECK(writeNetworkFile(columns).error().code == ErrorCode::InvalidArgument);
    columns.depths = {0, 2};
    columns.flags = {0, 0};
    columns.addresses = {{}, {}};
    CHECK(writeNetworkFile(columns).error().reason == u"bad_tree");
    columns.depths = {0, 1};
    const auto bytes = writeNetworkFile(columns);
    REQUIRE(bytes);
    const auto file = NetworkFile::read(*bytes);
    CHECK(file->addressBytes(1).size() == 20);
    CHECK_FALSE(file->joinedAt(0));
    CHECK_FALSE(file->balance(0));
}
