// SPDX-License-Identifier: GPL-3.0-or-later
// How long a search among a million people takes, beside the plain way: a walk over all names and addresses as text.
#include "models/domain/graph/networkwriter.h"
#include "models/domain/search/peopleindex.h"

#include <QElapsedTimer>
#include <QTextStream>

#include <algorithm>
#include <array>
#include <ctime>
#include <random>

using namespace majlis;
using namespace Qt::StringLiterals;

namespace
{

constexpr std::uint32_t everybody = 1'000'000;
constexpr int rounds = 5;

const std::array<QString, 12> firstParts{u"Layla"_s, u"Omar"_s, u"Sana"_s, u"Freya"_s, u"José"_s, u"Mei"_s, u"Amara"_s,
    u"cedar_"_s, u"willow_"_s, u"Yusuf"_s, u"سارة"_s, u"Ines"_s};
const std::array<QString, 10> lastParts{u" Haddad"_s, u" Parmoto"_s, u"caravan"_s, u"meadow"_s, u" Okonkwo"_s,
    u" Lindqvist"_s, u" الساحلي"_s, u"comet"_s, u" Benali"_s, u""_s};

struct World {
    NetworkFile file;
    std::vector<QString> names;
    std::vector<QString> addresses;
};

std::optional<World> makeWorld()
{
    World world;
    NetworkColumns columns;
    columns.nameOffsets.push_back(0);
    std::mt19937 random(1); // NOLINT: the same people each time
    for (std::uint32_t i = 0; i < everybody; ++i) {
        columns.parents.push_back(i == 0 ? noParent : (i - 1) / 8);
        columns.depths.push_back(i == 0 ? 0 : static_cast<std::uint8_t>(columns.depths[(i - 1) / 8] + 1));
        columns.flags.push_back(0);
        auto &address = columns.addresses.emplace_back();
        std::generate_n(address.begin(), 20, [&] { return static_cast<std::uint8_t>(random() & 0xff); });
        const QString name = firstParts[random() % firstParts.size()] + lastParts[random() % lastParts.size()]
            + QString::number(random() % 1000);
        columns.appendName(name);
        world.names.push_back(name);
        world.addresses.push_back(
            u"0x"_s + QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(address.data()), 20).toHex()));
    }
    const auto bytes = writeNetworkFile(columns);
    const auto file = bytes ? NetworkFile::read(*bytes) : std::unexpected(bytes.error());
    if (!file) {
        return std::nullopt;
    }
    world.file = *file;
    return world;
}

template <class Work>
double medianMs(Work work)
{
    std::array<double, rounds> times{};
    for (double &time : times) {
        const std::clock_t start = std::clock(); // of this process: other programs do not count
        work();
        time = 1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    }
    std::ranges::sort(times);
    return times[rounds / 2];
}

std::size_t plainSearch(const World &world, const QString &typed)
{
    std::size_t hits = 0;
    for (std::size_t i = 0; i < world.names.size(); ++i) {
        hits += world.names[i].contains(typed, Qt::CaseInsensitive)
                || world.addresses[i].contains(typed, Qt::CaseInsensitive)
            ? 1
            : 0;
    }
    return hits;
}

} // namespace

int main()
{
    const auto world = makeWorld();
    QTextStream out(stdout);
    if (!world) {
        out << "the network could not be made\n";
        return 1;
    }
    QElapsedTimer building;
    building.start();
    const PeopleIndex index(world->file, [](const QString &name) { return name; });
    out << "index of " << everybody << " people: " << building.elapsed() << " ms on a worker thread\n";
    out << "| typed | people | ms | plain walk ms | times as fast |\n| --- | --- | --- | --- | --- |\n";
    for (const QString &typed : {u"a"_s, u"layla"_s, u"okonkwo12"_s, u"0x7f3a"_s, u"9c81"_s, u"nobody at all"_s,
             u"lindqivst 77"_s, u"سارة"_s}) {
        std::size_t hits = 0;
        const double ours = medianMs([&] {
            hits = 0;
            const PeopleQuery query(typed);
            const auto always = [] { return true; };
            const auto count = [&hits](std::uint32_t, PeopleQuery::Rank) { ++hits; };
            index.search(query, always, count);
            if (hits < 5) {
                index.searchMistyped(query, always, count);
            }
        });
        const double plain = medianMs([&] { return plainSearch(*world, typed); });
        out << "| " << typed << " | " << hits << " | " << QString::number(ours, 'f', 1) << " | "
            << QString::number(plain, 'f', 1) << " | " << QString::number(plain / ours, 'f', 1) << " |\n";
        out.flush();
    }
    return 0;
}
