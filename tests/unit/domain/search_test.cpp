// SPDX-License-Identifier: GPL-3.0-or-later
// Searching among people: folding, mistakes, parts of addresses; each against the plain way of saying the same.
#include "models/domain/graph/networkwriter.h"
#include "models/domain/search/foldedtext.h"
#include "models/domain/search/peopleindex.h"
#include "wallet/encoding/base58.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

using namespace majlis;
using namespace Qt::StringLiterals;

namespace
{

// Optimal string alignment by the book: the whole table.
int distanceToStart(const QString &pattern, const QString &text)
{
    const auto rows = static_cast<std::size_t>(pattern.size());
    const auto columns = static_cast<std::size_t>(text.size());
    std::vector<std::vector<int>> table(rows + 1, std::vector<int>(columns + 1));
    for (std::size_t i = 0; i <= rows; ++i) {
        for (std::size_t j = 0; j <= columns; ++j) {
            if (i == 0 || j == 0) {
                table[i][j] = static_cast<int>(i + j);
                continue;
            }
            const auto p = [&](std::size_t at) { return pattern[static_cast<qsizetype>(at - 1)]; };
            const auto t = [&](std::size_t at) { return text[static_cast<qsizetype>(at - 1)]; };
            table[i][j]
                = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (p(i) == t(j) ? 0 : 1)});
            if (i > 1 && j > 1 && p(i) == t(j - 1) && p(i - 1) == t(j)) {
                table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
            }
        }
    }
    return *std::ranges::min_element(table[rows]);
}

QString randomWord(std::mt19937 &random, QStringView letters, int longest)
{
    QString word;
    for (int left = std::uniform_int_distribution(0, longest)(random); left > 0; --left) {
        word += letters[std::uniform_int_distribution<qsizetype>(0, letters.size() - 1)(random)];
    }
    return word;
}

NetworkFile networkOf(const std::vector<QString> &names, const std::vector<NetworkColumns::AddressBytes> &addresses,
    NetworkAddressKind kind)
{
    NetworkColumns columns;
    columns.nameOffsets.push_back(0);
    for (std::size_t i = 0; i < names.size(); ++i) {
        columns.parents.push_back(i == 0 ? noParent : 0);
        columns.depths.push_back(i == 0 ? 0 : 1);
        columns.flags.push_back(0);
        columns.addresses.push_back(addresses[i]);
        columns.addressKinds.push_back(kind);
        columns.appendName(names[i]);
    }
    auto bytes = writeNetworkFile(columns);
    REQUIRE(bytes);
    auto file = NetworkFile::read(*bytes);
    REQUIRE(file);
    return *file;
}

using Hits = std::vector<std::pair<std::uint32_t, PeopleQuery::Rank>>;

Hits searchFor(const PeopleIndex &index, const QString &typed, bool mistyped = false)
{
    Hits hits;
    const PeopleQuery query(typed);
    const auto take = [&hits](std::uint32_t person, PeopleQuery::Rank rank) { hits.emplace_back(person, rank); };
    const auto always = [] { return true; };
    CHECK((mistyped ? index.searchMistyped(query, always, take) : index.search(query, always, take)));
    return hits;
}

} // namespace

TEST_CASE("names are compared without case, accents and needless spaces", "[search]")
{
    CHECK(foldedText(u"  José \t ÑANDÚ ") == u"jose nandu");
    CHECK(foldedText(u"Plain  NAME ") == u"plain name");
    CHECK(foldedText(u"ﬁne") == u"fine");
    CHECK(foldedText(u"مُحَمَّد") == u"محمد");
    CHECK(foldedText(u"").isEmpty());
}

TEST_CASE("mistakes are counted as the whole table counts them", "[search]")
{
    std::mt19937 random(7); // NOLINT: the same words each time
    for (int round = 0; round < 20'000; ++round) {
        const QString pattern = randomWord(random, u"abcé\u0645", round % 50 == 0 ? 64 : 9);
        const QString text = randomWord(random, u"abcé\u0645", 14);
        const int exact = distanceToStart(pattern, text);
        INFO(pattern.toStdString() << " / " << text.toStdString());
        for (const int most : {1, 2, 64}) {
            const int found = ApproximatePattern(pattern).distanceToStart(text, most);
            CHECK((exact <= most ? found == exact : found > most));
        }
    }
}

TEST_CASE("part of an address finds exactly the addresses whose text has it", "[search]")
{
    std::mt19937 random(11); // NOLINT
    std::vector<NetworkColumns::AddressBytes> addresses(400);
    for (std::size_t i = 0; i < addresses.size(); ++i) {
        std::ranges::generate(addresses[i], [&] { return static_cast<std::uint8_t>(random() & 0xff); });
        std::fill_n(addresses[i].begin(), i % 5 == 0 ? i % 32 : 0, std::uint8_t{0}); // leading ones
    }
    addresses[0].fill(0xff);
    addresses[1].fill(0);
    for (const auto &address : addresses) {
        const QString text = wallet::toBase58(address);
        for (const qsizetype length : {2, 3, 5, 8, 12}) {
            for (const QString &typed : {text.left(length), text.right(length)}) {
                const AddressPattern pattern(typed);
                std::size_t wrong = 0;
                for (const auto &other : addresses) {
                    const QString theirs = wallet::toBase58(other);
                    const auto match = pattern.matches(NetworkAddressKind::Solana, other);
                    const auto right = theirs.startsWith(typed) ? AddressPattern::Match::Start
                        : theirs.endsWith(typed)                ? AddressPattern::Match::End
                                                                : AddressPattern::Match::No;
                    wrong += match == right ? 0 : 1;
                }
                INFO(typed.toStdString());
                CHECK(wrong == 0);
            }
        }
        CHECK(AddressPattern(text).matches(NetworkAddressKind::Solana, address) == AddressPattern::Match::Start);
    }
}

TEST_CASE("an Ethereum address is found by its beginning, its end, or both", "[search]")
{
    const auto bytes = QByteArray::fromHex("70997970C51812dc3A010C7d01b50e0d17dc79C8");
    const std::span address(reinterpret_cast<const std::uint8_t *>(bytes.constData()), std::size_t{20});
    const auto match
        = [&](const QString &typed) { return AddressPattern(typed).matches(NetworkAddressKind::Evm, address); };
    using Match = AddressPattern::Match;
    CHECK(match(u"0x7099 79"_s) == Match::Start);
    CHECK(match(u"70997970c51812DC3A010C7d01b50e0d17dc79C8"_s) == Match::Start);
    CHECK(match(u"dc79c8"_s) == Match::End);
    CHECK(match(u"0x7099…79C8"_s) == Match::Start);
    CHECK(match(u"0x7099 7970 ... 79C8"_s) == Match::Start);
    CHECK(match(u"0x7099…79C9"_s) == Match::No);
    CHECK(match(u"0x79C8"_s) == Match::No); // an end has no 0x
    CHECK(match(u"7099x"_s) == Match::No);
    CHECK(match(u"70997970C51812dc3A010C7d01b50e0d17dc79C800"_s) == Match::No);
    CHECK(AddressPattern(u"7"_s).isEmpty());
    CHECK(AddressPattern(u"0x"_s).isEmpty());
    CHECK(AddressPattern(QString(500, u'a')).matches(NetworkAddressKind::Evm, address) == Match::No);
}

TEST_CASE("everybody is found by name in the order of how well it fits, and by mistyped names", "[search]")
{
    const std::vector<QString> names{u"Layla"_s, u"layla haddad"_s, u"Umm Layla"_s, u"Belayla"_s, u"Omar"_s, QString(),
        u"Ḥāmid Benali"_s, u"Laylah"_s};
    std::vector<NetworkColumns::AddressBytes> addresses(names.size());
    for (std::size_t i = 0; i < addresses.size(); ++i) {
        addresses[i].fill(0);
        addresses[i][0] = static_cast<std::uint8_t>(i + 1);
    }
    const PeopleIndex index(
        networkOf(names, addresses, NetworkAddressKind::Evm), [](const QString &name) { return name; });
    CHECK(searchFor(index, u"LAYLA"_s)
        == Hits{{0, PeopleQuery::SameName}, {1, PeopleQuery::NameStart}, {2, PeopleQuery::WordStart},
            {3, PeopleQuery::Inside}, {7, PeopleQuery::NameStart}});
    CHECK(searchFor(index, u"hamid"_s) == Hits{{6, PeopleQuery::NameStart}});
    CHECK(searchFor(index, u"0x05"_s) == Hits{{4, PeopleQuery::AddressStart}});
    CHECK(searchFor(index, u"nobody"_s).empty());
    CHECK(searchFor(index, u"lalya"_s, true)
        == Hits{{0, PeopleQuery::OneMistake}, {1, PeopleQuery::OneMistake}, {2, PeopleQuery::OneMistake},
            {7, PeopleQuery::OneMistake}});
    CHECK(searchFor(index, u"bennalli"_s, true) == Hits{{6, PeopleQuery::TwoMistakes}});
    CHECK(searchFor(index, u"omr"_s, true).empty()); // too short to forgive anything
    CHECK(searchFor(index, u"layla"_s, true).empty()); // to the letter is not mistyped
    CHECK_FALSE(index.search(PeopleQuery(u"layla"_s), [] { return false; }, [](auto, auto) {}));
}
