// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeplatform.h"

#include "app/sandbox/api/networksnapshots.h"
#include "app/sandbox/world/life.h"
#include "models/domain/graph/networkfile.h"

#include <QFile>

using namespace majlis;
using namespace majlis::sandbox;
using namespace Qt::StringLiterals;

namespace
{

/// Everything that a client could see of the world, as one text.
QString portrait(const Platform &platform)
{
    const World &world = platform.world();
    QString text;
    for (Index node = 0; node < world.count(); ++node) {
        text += world.address(node).text() + u' ' + QString::number(world.parent(node)) + u' '
            + decimalText(world.balance(node)) + u' ' + decimalText(world.weightedBalance(node)) + u' '
            + QString::number(world.joinedAt(node)) + u' ' + world.displayName(node) + u'\n';
    }
    return text;
}

} // namespace

TEST_CASE("A restart finds the world as it was, accounts, lives and claims included", "[sandbox]")
{
    FakePlatform fake;
    const auto mine = fake.platform->ensureAccount(evmAddress(1), Chain::Base);
    const auto other = fake.platform->ensureAccount(evmAddress(2), Chain::Arbitrum);
    REQUIRE(
        fake.platform->registerReferral(other.node, Chain::Arbitrum, fake.platform->codeOf(mine.node, Chain::Base)));
    fake.platform->setProfile(mine.node, {{u"displayName"_s, u"ليلى"_s}});
    REQUIRE(fake.platform->claimReferralRewards(mine.node));
    {
        Life life(*fake.platform, 0);
        life.advance(3 * Life::daySeconds);
        CHECK(life.joins() > 60);
    }
    fake.clock.at += 10'000;
    fake.platform->settleClaims();
    const QString before = portrait(*fake.platform);
    const auto users = fake.platform->world().count();
    fake.restart();
    CHECK(fake.platform->world().count() == users);
    CHECK((portrait(*fake.platform) == before));
    CHECK(fake.platform->account(evmAddress(1))->id == mine.id);
    CHECK(fake.platform->claims(mine.node).size() == 1);
    CHECK(!fake.platform->adoptsLargest());
}

TEST_CASE("The first new wallet takes over the largest network, the next has nothing", "[sandbox]")
{
    FakePlatform fake;
    const Index largest = fake.platform->largestNetwork();
    const auto first = fake.platform->ensureAccount(evmAddress(1), Chain::Base);
    const auto second = fake.platform->ensureAccount(evmAddress(2), Chain::Base);
    CHECK(first.node == largest);
    CHECK(fake.platform->role(first.node) == Role::Verified);
    CHECK(fake.platform->world().descendants(first.node) > 50);
    CHECK(fake.platform->world().address(first.node) == evmAddress(1));
    CHECK(fake.platform->world().descendants(second.node) == 0);
    CHECK(fake.platform->role(second.node) == Role::User);
    CHECK(fake.platform->ensureAccount(evmAddress(2), Chain::Base).node == second.node);
}

TEST_CASE("Another world in the same folder is refused with a message", "[sandbox]")
{
    FakePlatform fake;
    fake.options.seed = 2;
    const auto refused = Platform::start(fake.options, *fake.database, fake.clock);
    REQUIRE(!refused);
    CHECK(refused.error().contains(u"--data-dir"_s));
}

TEST_CASE("A damaged database is moved aside and said", "[sandbox]")
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"habibi.sqlite"_s);
    QFile file(name);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("this is no database, whatever its name says, and it is long enough to be looked at twice");
    file.close();
    Database database;
    REQUIRE(database.open(folder.path()));
    CHECK(database.wasDamaged());
    CHECK(QFile::exists(name + u".damaged"_s));
}

TEST_CASE("Referral codes lead back to their owners and nobody else", "[sandbox]")
{
    FakePlatform fake;
    QSet<QString> codes;
    for (Index node = 0; node < fake.platform->world().count(); ++node) {
        for (const Chain chain : allChains) {
            const QString code = fake.platform->codeOf(node, chain);
            codes.insert(code);
            const auto owner = fake.platform->ownerOf(code);
            REQUIRE(owner);
            REQUIRE(owner->node == node);
            REQUIRE(owner->chain == chain);
        }
    }
    CHECK(codes.size() == 900);
    int unknown = 0;
    for (const auto &code : {u"HABIBI-SOL-AAAAAAAA"_s, u"HABIBI-BASE-ZZZZZZZZ"_s, u"HABIBI-ARB-12345678"_s})
        unknown += fake.platform->ownerOf(code) ? 0 : 1;
    CHECK(unknown == 3);
}

TEST_CASE("Registrations follow domain.md 1.4, in its order", "[sandbox]")
{
    auto options = FakePlatform::smallWorld();
    options.adoptLargest = false;
    FakePlatform fake(options);
    Platform &platform = *fake.platform;
    const auto a = platform.ensureAccount(evmAddress(1), Chain::Base).node;
    const auto b = platform.ensureAccount(evmAddress(2), Chain::Base).node;
    const auto c = platform.ensureAccount(evmAddress(3), Chain::Base).node;
    const auto codeOf = [&](Index node) { return platform.codeOf(node, Chain::Base); };
    const auto reason = [&](Index referee, Index referrer) {
        const auto result = platform.registerReferral(referee, Chain::Base, codeOf(referrer));
        return result ? QString() : result.error().reason;
    };
    CHECK(reason(b, a) == QString());
    CHECK(reason(c, b) == QString());
    CHECK(reason(a, c) == u"referral_cycle"_s);
    CHECK(reason(b, c) == u"already_referred"_s);
    CHECK(reason(a, a) == u"self_referral"_s);
    CHECK(platform.world().forestDepth(c) == 2);
    CHECK(platform.world().descendants(a) == 2);
}

TEST_CASE("Pages of a walk come from one moment, and expire", "[sandbox]")
{
    FakePlatform fake;
    NetworkSnapshots snapshots(*fake.platform);
    const Index root = fake.platform->largestNetwork();
    const auto first = snapshots.page(root, 7, 20, {}, GraphForm::Json);
    REQUIRE(first);
    fake.platform->worldJoin(root, fake.clock.at);
    const auto second = snapshots.page(root, 7, 20, first->nextCursor, GraphForm::Json);
    REQUIRE(second);
    CHECK(second->snapshot == first->snapshot);
    CHECK(second->first == 20);
    const auto fresh = snapshots.page(root, 7, 20, {}, GraphForm::Json);
    CHECK(fresh->snapshot->id != first->snapshot->id);
    CHECK(fresh->snapshot->size() == first->snapshot->size() + 1);
    CHECK(snapshots.page(root, 7, 20, first->nextCursor, GraphForm::Binary).error().code == u"validation_failed"_s);
    fake.clock.at += NetworkSnapshots::holdMs + 1;
    CHECK(snapshots.page(root, 7, 20, first->nextCursor, GraphForm::Json).error().reason == u"snapshot_expired"_s);
}

TEST_CASE("The binary graph passes every check of its reader and says what JSON says", "[sandbox]")
{
    FakePlatform fake;
    NetworkSnapshots snapshots(*fake.platform);
    const Index root = fake.platform->largestNetwork();
    QString cursor;
    std::size_t at = 0;
    do {
        const auto page = snapshots.page(root, 7, 50, cursor, GraphForm::Binary);
        REQUIRE(page);
        const auto bytes = snapshots.toBinary(*page);
        REQUIRE(bytes);
        const auto file = NetworkFile::read(*bytes);
        REQUIRE(file);
        CHECK(file->firstIndex() == at);
        CHECK(file->meta().snapshotId == page->snapshot->id);
        for (std::uint32_t i = 0; i < file->nodeCount(); ++i) {
            const Index node = page->snapshot->nodes[at + i];
            CHECK(file->balance(i)->toString() == decimalText(fake.platform->world().balance(node)));
            CHECK(file->name(i) == fake.platform->world().displayName(node));
            CHECK(file->directReferrals()[i] == fake.platform->world().directReferrals(node));
        }
        at += file->nodeCount();
        cursor = file->meta().nextCursor;
    } while (!cursor.isEmpty());
    CHECK(at == fake.platform->world().descendants(root) + 1);
}

TEST_CASE("Nobody holds tokens on a chain that the address cannot live on", "[sandbox]")
{
    FakePlatform fake;
    wallet::ByteArray<32> key{};
    key.fill(9);
    const auto solana = fake.platform->ensureAccount(wallet::Address::solana(key), Chain::Solana);
    const World &world = fake.platform->world();
    CHECK((world.balance(solana.node, Chain::Solana) >= Wide(2'500) * tokenUnit));
    Life life(*fake.platform, 0);
    life.advance(5 * Life::daySeconds);
    for (Index node = 0; node < world.count(); ++node) {
        for (const Chain chain : allChains) {
            if (world.address(node).isSolana() != (chain == Chain::Solana))
                REQUIRE((world.balance(node, chain) == 0));
        }
        if (const Index parent = world.parent(node); parent != none)
            REQUIRE(world.atLevel(parent, 1) == world.directReferrals(parent));
    }
}

TEST_CASE("Life goes at its pace: joins, rebases of every chain, and nothing at speed 0", "[sandbox]")
{
    FakePlatform fake;
    Life life(*fake.platform, 720);
    const auto epochs = fake.platform->world().rebases(Chain::Solana).size();
    life.advance(10 * Life::daySeconds);
    const auto joins = static_cast<double>(life.joins());
    CHECK(joins > 10 * Life::joinsPerDay * 0.7);
    CHECK(joins < 10 * Life::joinsPerDay * 1.3);
    for (const Chain chain : allChains)
        CHECK(fake.platform->world().rebases(chain).size() == epochs + 10);
    CHECK(life.nextRebase(Chain::Base).has_value());
    CHECK(*life.nextRebase(Chain::Base) - fake.clock.at <= 120'000);
    life.setSpeed(0);
    CHECK(!life.nextRebase(Chain::Base));
}
