// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/world/platform.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace majlis::sandbox
{

namespace
{

constexpr std::int64_t historyMs = 900LL * 86'400'000; // the generated world began two and a half years ago

QString wideText(Wide value)
{
    return QString(
        QString::number(static_cast<quint64>(value >> 64)) + u':' + QString::number(static_cast<quint64>(value)));
}

Wide wideFromText(const QString &text)
{
    const auto colon = text.indexOf(u':');
    return (Wide(text.left(colon).toULongLong()) << 64) | text.mid(colon + 1).toULongLong();
}

QString worldName(const Options &options)
{
    if (options.networkFile.isEmpty())
        return u"generated seed=%1 users=%2"_s.arg(options.seed).arg(options.users);
    const QFileInfo file(options.networkFile);
    return u"network %1 (%2 bytes) seed=%3"_s.arg(file.fileName()).arg(file.size()).arg(options.seed);
}

} // namespace

QString roleName(Role role)
{
    switch (role) {
    case Role::User:
        return u"user"_s;
    case Role::Verified:
        return u"verified"_s;
    case Role::Admin:
        return u"admin"_s;
    }
    return u"user"_s;
}

std::expected<std::unique_ptr<Platform>, QString> Platform::start(
    const Options &options, Database &database, const Clock &clock)
{
    const QString name = worldName(options);
    const QString kept = database.meta(u"world"_s);
    if (!kept.isEmpty() && kept != name) {
        return std::unexpected(QString(u"the data folder holds another world (%1); this one would be: %2. Use another "
                                       "--data-dir, or the options of the first start"_s.arg(kept, name)));
    }
    if (kept.isEmpty()) {
        database.setMeta(u"began"_s, QString::number(clock.now().value));
        database.setMeta(u"world"_s, name);
    }
    World::Origin origin;
    origin.seed = options.seed;
    origin.now = database.meta(u"began"_s).toLongLong();
    if (options.networkFile.isEmpty()) {
        origin.forest = generateForest(options.users, options.seed, origin.now, historyMs);
    } else {
        auto forest = readForest(options.networkFile, origin.now, historyMs);
        if (!forest)
            return std::unexpected(forest.error());
        origin.forest = std::move(*forest);
    }
    std::unique_ptr<Platform> platform(new Platform(std::move(origin), options, database, clock));
    return platform;
}

Platform::Platform(World::Origin origin, const Options &options, Database &database, const Clock &clock)
    : m_world(std::move(origin))
    , m_database(database)
    , m_clock(clock)
    , m_adoptLargest(options.adoptLargest)
    , m_startedAt(clock.now().value)
    , m_bootId(QUuid::createUuid().toString(QUuid::Id128).left(8))
{
    if (const auto admin = wallet::Address::parse(options.admin))
        m_admin = *admin;
    m_world.setNameSource([this](Index node) -> std::optional<QString> {
        const auto found = m_profiles.constFind(node);
        if (found == m_profiles.constEnd())
            return std::nullopt;
        return found->value(u"displayName"_s).toString();
    });
    loadAccounts();
    replay();
}

void Platform::loadAccounts()
{
    QSqlQuery query = m_database.run(u"SELECT node, id, created FROM accounts"_s);
    while (query.next()) {
        const auto node = query.value(0).toUInt();
        m_accounts.insert(node, {query.value(1).toString(), node, query.value(2).toLongLong()});
    }
    query = m_database.run(u"SELECT node, json FROM profiles"_s);
    while (query.next())
        m_profiles.insert(query.value(0).toUInt(), QJsonDocument::fromJson(query.value(1).toByteArray()).object());
    query = m_database.run(u"SELECT code, uses FROM code_uses"_s);
    while (query.next())
        m_codeUses.insert(query.value(0).toString(), query.value(1).toInt());
    query = m_database.run(
        u"SELECT id, node, amount, chain, claimed, confirmed, hash, settled FROM claims ORDER BY claimed"_s);
    while (query.next()) {
        const Claim claim{query.value(0).toString(), query.value(1).toUInt(), wideFromText(query.value(2).toString()),
            static_cast<Chain>(query.value(3).toInt()), query.value(4).toLongLong(), query.value(5).toLongLong(),
            query.value(6).toString()};
        m_claims[claim.node].push_back(claim);
        if (query.value(7).toInt() == 0)
            m_unsettled.push_back(claim);
    }
}

void Platform::replay()
{
    for (const JournalEntry &entry : m_database.journal())
        apply(entry);
    if (!m_accounts.isEmpty())
        m_adoptLargest = false;
}

void Platform::apply(const JournalEntry &entry)
{
    using Kind = JournalEntry::Kind;
    const auto subject = static_cast<Index>(entry.subject);
    const auto object = entry.object < 0 ? none : static_cast<Index>(entry.object);
    const auto chain = static_cast<Chain>(entry.chain);
    switch (entry.kind) {
    case Kind::Join:
        m_world.join(object, entry.at);
        break;
    case Kind::Transfer:
        m_world.transfer(subject, object, chain, wideFromText(entry.text), entry.at);
        break;
    case Kind::Move:
        m_world.move(subject, object, entry.at);
        break;
    case Kind::Rebase:
        m_world.rebase(chain, entry.at);
        break;
    case Kind::Account:
        if (const auto address = wallet::Address::parse(entry.text))
            m_world.addAccount(*address, chain, entry.at);
        break;
    case Kind::Adopt:
        if (const auto address = wallet::Address::parse(entry.text))
            m_world.adopt(subject, *address, chain, entry.at);
        break;
    case Kind::Credit:
        m_world.credit(subject, chain, wideFromText(entry.text), BalanceReason::Claim, entry.at);
        break;
    case Kind::Verify:
        m_world.setVerified(subject, entry.object == 1, entry.at);
        break;
    case Kind::SetChain:
        m_world.setChain(subject, chain, entry.at);
        break;
    }
}

Index Platform::largestNetwork() const
{
    Index best = none;
    std::uint32_t most = 0;
    for (Index node = 0; node < m_world.count(); ++node) {
        const auto size = m_world.descendants(node);
        if ((best == none || size > most) && !m_accounts.contains(node)) {
            best = node;
            most = size;
        }
    }
    return best;
}

Account Platform::ensureAccount(const wallet::Address &address, Chain chain, bool mayAdopt)
{
    const std::int64_t at = now();
    Index node = m_world.find(address);
    if (node != none && m_accounts.contains(node)) {
        if (m_world.chain(node) != chain) {
            m_database.append({JournalEntry::Kind::SetChain, at, node, -1, static_cast<int>(slot(chain)), {}});
            m_world.setChain(node, chain, at);
        }
        return m_accounts.value(node);
    }
    const Index adopted = node == none && mayAdopt && m_adoptLargest ? largestNetwork() : none;
    if (adopted != none) {
        node = adopted;
        m_adoptLargest = false;
        m_database.append({JournalEntry::Kind::Adopt, at, node, -1, static_cast<int>(slot(chain)), address.text()});
        m_world.adopt(node, address, chain, at);
    } else if (node == none) {
        m_database.append({JournalEntry::Kind::Account, at, -1, -1, static_cast<int>(slot(chain)), address.text()});
        node = m_world.addAccount(address, chain, at);
    }
    const Account account{QUuid::createUuid().toString(QUuid::WithoutBraces), node, at};
    m_database.flush();
    m_database.run(u"INSERT INTO accounts(address, node, id, created) VALUES(?, ?, ?, ?)"_s,
        {address.text(), node, account.id, qint64(at)});
    m_accounts.insert(node, account);
    return account;
}

std::optional<Account> Platform::account(const wallet::Address &address) const
{
    const Index node = m_world.find(address);
    const auto found = m_accounts.constFind(node);
    if (node == none || found == m_accounts.constEnd())
        return std::nullopt;
    return *found;
}

Role Platform::role(Index node) const
{
    if (m_admin && m_world.find(*m_admin) == node)
        return Role::Admin;
    return m_world.isVerified(node) ? Role::Verified : Role::User;
}

QString Platform::userId(Index node) const
{
    if (const auto found = m_accounts.constFind(node); found != m_accounts.constEnd())
        return found->id;
    Dice dice(mix(m_world.seed() ^ 0x6964) ^ mix(node));
    const std::array<std::uint64_t, 2> bits{dice.next(), dice.next()};
    const auto bytes = QByteArray(reinterpret_cast<const char *>(bits.data()), sizeof bits);
    return QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
}

QJsonObject Platform::profile(Index node) const
{
    QJsonObject result;
    const QJsonObject own = m_profiles.value(node);
    for (const auto &key : {u"displayName"_s, u"avatarUrl"_s, u"bio"_s, u"website"_s, u"twitter"_s, u"telegram"_s,
             u"discord"_s, u"locale"_s})
        result.insert(key, own.contains(key) ? own.value(key) : QJsonValue(QJsonValue::Null));
    const QString name = m_world.displayName(node);
    if (!name.isEmpty())
        result.insert(u"displayName"_s, name);
    return result;
}

void Platform::setProfile(Index node, const QJsonObject &profile)
{
    m_database.run(
        u"INSERT INTO profiles(node, json) VALUES(?, ?) ON CONFLICT(node) DO UPDATE SET json = excluded.json"_s,
        {node, QString::fromUtf8(QJsonDocument(profile).toJson(QJsonDocument::Compact))});
    m_profiles.insert(node, profile);
    m_world.touchProfile(node, now());
}

Index Platform::worldJoin(Index parent, std::int64_t at)
{
    m_database.append({JournalEntry::Kind::Join, at, -1, parent == none ? -1 : std::int64_t(parent), 0, {}});
    return m_world.join(parent, at);
}

void Platform::worldTransfer(Index from, Index to, Chain chain, Wide amount, std::int64_t at)
{
    if (!m_world.transfer(from, to, chain, amount, at))
        return;
    m_database.append({JournalEntry::Kind::Transfer, at, from, to, static_cast<int>(slot(chain)), wideText(amount)});
}

void Platform::worldMove(Index node, Index parent, std::int64_t at)
{
    m_database.append({JournalEntry::Kind::Move, at, node, parent, 0, {}});
    m_world.move(node, parent, at);
}

void Platform::worldRebase(Chain chain, std::int64_t at)
{
    m_database.append({JournalEntry::Kind::Rebase, at, -1, -1, static_cast<int>(slot(chain)), {}});
    m_world.rebase(chain, at);
}

void Platform::worldVerify(Index node, bool verified, std::int64_t at)
{
    m_database.append({JournalEntry::Kind::Verify, at, node, verified ? 1 : 0, 0, {}});
    m_world.setVerified(node, verified, at);
}

} // namespace majlis::sandbox
