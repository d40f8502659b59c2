// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/fakes/fakeworld.h"

#include "models/domain/graph/networkwriter.h"

namespace majlis::qmltest
{
namespace
{

using namespace Qt::StringLiterals;
using namespace viewmodels;

Freshness freshness(bool stale)
{
    Freshness result;
    result.known = true;
    result.stale = stale;
    result.live = !stale;
    result.age = stale ? u"6 min ago"_s : u"just now"_s;
    result.asOf = u"20 November 2026, 18:42:10"_s;
    return result;
}

UserError errorOf(int kind)
{
    UserError error;
    error.retryable = kind != FakeWorld::NotAllowed;
    switch (kind) {
    case FakeWorld::Offline:
        error.kind = errorkind::Value::Offline;
        error.title = u"You are offline"_s;
        error.advice = u"These are the last known figures. They are fetched again when the connection is back."_s;
        break;
    case FakeWorld::NotAllowed:
        error.kind = errorkind::Value::NotAllowed;
        error.title = u"Only verified members see this"_s;
        error.advice = u"Your account needs the role “Verified”. Ask an administrator of the platform."_s;
        break;
    default:
        error.kind = errorkind::Value::Timeout;
        error.title = u"The platform did not answer"_s;
        error.advice = u"Try again, or look at the connection."_s;
        error.details = u"GET /api/user/balance: no answer in 10 s"_s;
        break;
    }
    return error;
}

const QString somebody = u"0x70997970C51812dc3A010C7d01b50e0d17dc79C8"_s;

NetworkFile networkOf(int people, UnixMs now)
{
    constexpr std::int64_t day = 86'400'000;
    NetworkColumns all;
    all.decimals = 0;
    for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(people); ++i) {
        const std::uint32_t parent = i == 0 ? noParent : (i - 1) / 3;
        all.parents.push_back(parent);
        all.depths.push_back(i == 0 ? std::uint8_t{0} : static_cast<std::uint8_t>(all.depths[parent] + 1));
        const auto chain = static_cast<std::uint8_t>((1 + i % 3) << networkflags::chainShift);
        all.flags.push_back(static_cast<std::uint8_t>(chain | (i % 4 == 0 ? networkflags::verified : 0)));
        NetworkColumns::AddressBytes address{};
        address[0] = 0x70;
        address[18] = static_cast<std::uint8_t>(i >> 8U);
        address[19] = static_cast<std::uint8_t>(i);
        all.addresses.push_back(address);
        all.appendName(i % 3 == 0 ? u"Amira %1"_s.arg(i) : QString());
        all.joinedMs.push_back(now.value - (people - std::int64_t{i}) * day);
        all.balancesFixed.push_back({std::uint64_t{i} * i * 10, 0});
        all.balancesLossy.push_back(static_cast<double>(i) * i * 10);
    }
    return NetworkFile::read(writeNetworkFile(all).value()).value();
}

} // namespace

FakeWorld::FakeWorld(QObject *parent)
    : QObject(parent)
{
    client::AppServices::Setup setup;
    setup.dataDir = m_folder.path();
    setup.kdf = wallet::KdfParameters::floor();
    m_services = std::make_unique<client::AppServices>(std::move(setup));
}

FakeWorld::~FakeWorld() = default;

RootViewModel *FakeWorld::root()
{
    return &m_services->root;
}

void FakeWorld::fill()
{
    fillHome();
    fillLists();
    fillWallet();
    for (AsyncState *state : parts()) {
        setReady(state);
    }
}

QList<AsyncState *> FakeWorld::parts()
{
    HomeViewModel &home = *root()->home();
    return {home.balanceState(), home.strengthState(), home.joinsState(), home.rebaseState(), root()->leaderboard(),
        root()->profile(), root()->network()};
}

void FakeWorld::showNetwork(int people)
{
    root()->network()->show(habibi::NetworkSnapshot(networkOf(people, m_services->clock.now())));
}

void FakeWorld::fillHome()
{
    HomeViewModel &home = *root()->home();
    const auto chain = [](const QString &id, const QString &name, const QString &balance, double share) {
        ChainRow row;
        row.chain = id;
        row.name = name;
        row.balance = balance;
        row.balanceExact = balance + u"000000 HABIBI"_s;
        row.share = share;
        row.rebaseIn = u"in 5 h 12 min"_s;
        row.rebaseAt = u"20 November 2026, 23:54"_s;
        row.rebaseLast = u"Epoch 42: +12.50, 3 h ago"_s;
        row.freshness = freshness(false);
        return row;
    };
    home.chains()->setRows({chain(u"base"_s, u"Base"_s, u"9,120.25"_s, 0.74),
        chain(u"bsc"_s, u"BNB Chain"_s, u"2,204.40"_s, 0.18), chain(u"solana"_s, u"Solana"_s, u"1,020.02"_s, 0.08)});
    home.strengthTerms()->setRows({{u"descendants"_s, u"People"_s, u"242.11"_s, u"1,204 people in 7 levels"_s,
                                       u"Grows with the number of people, slower and slower."_s, 0.5},
        {u"balance"_s, u"Balance"_s, u"163.27"_s, u"81,203.10 HABIBI below you"_s, u"Nearer levels count more."_s,
            0.34},
        {u"depth"_s, u"Depth"_s, u"80.00"_s, u"7 levels"_s, u"Each level adds the same."_s, 0.16}});
    std::vector<JoinRow> joins;
    for (int i = 0; i < 6; ++i) {
        JoinRow row;
        row.address = somebody.chopped(1) + QString::number(i);
        row.addressText = u"0x7099 7970 … 79C%1"_s.arg(i);
        row.name = i % 2 == 0 ? QString() : u"Amira %1"_s.arg(i);
        row.depth = 1 + i % 3;
        row.joined = u"%1 min ago"_s.arg(4 + 7 * i);
        row.verified = i % 3 == 1;
        row.isNew = i == 0;
        joins.push_back(row);
    }
    home.joins()->setRows(std::move(joins));
}

void FakeWorld::fillLists()
{
    std::vector<RankRow> ranks;
    for (int i = 1; i <= 40; ++i) {
        RankRow row;
        row.rank = i;
        row.address = somebody.chopped(2) + QString::number(10 + i);
        row.addressText = u"0x7099 7970 … 79%1"_s.arg(10 + i);
        row.name = i % 3 == 0 ? QString() : u"Person %1"_s.arg(i);
        row.verified = i % 4 == 0;
        row.value = QString::number(5000.25 / i, 'f', 2);
        row.balance = QString::number(90000.5 / i, 'f', 2);
        row.moveSign = i % 3 - 1;
        row.move = row.moveSign > 0 ? u"▲ 2"_s : row.moveSign < 0 ? u"▼ 1"_s : u"–"_s;
        row.self = i == 7;
        ranks.push_back(row);
    }
    root()->leaderboard()->ranks()->setRows(std::move(ranks));
    root()->diagnostics()->feeds()->setRows({{u"balance:0x70…79C8"_s, FeedRow::State::Live, u"Live"_s, u"Socket.IO"_s,
                                                 u"12 ms"_s, u"4 s ago"_s, u"1,204"_s, u"0"_s},
        {u"joins:0x70…79C8"_s, FeedRow::State::Stale, u"Out of date"_s, u"GraphQL"_s, u"–"_s, u"6 min ago"_s, u"12"_s,
            u"2"_s}});
    root()->diagnostics()->errors()->setRows({{u"a"_s, u"2 min ago"_s, u"18:40:02"_s, u"GET /users/{address}"_s,
        u"The platform did not answer"_s, u"no answer in 10 s"_s, 3}});
}

void FakeWorld::fillWallet()
{
    std::vector<AccountRow> accounts;
    std::vector<ContactRow> contacts;
    for (int i = 0; i < 3; ++i) {
        AccountRow account;
        account.id = i;
        account.name = u"Account %1"_s.arg(i);
        account.address = somebody.chopped(1) + QString::number(i);
        account.addressText = u"0x7099 7970 … 79C%1"_s.arg(i);
        account.chains = u"Base and Arbitrum"_s;
        account.origin = static_cast<AccountRow::Origin>(i);
        account.isCurrent = i == 0;
        accounts.push_back(account);
        contacts.push_back({account.address, account.addressText, i == 2 ? QString() : u"Person %1"_s.arg(i),
            u"A note"_s, u"Paid once, 2 days ago"_s, u"Solana"_s});
    }
    using Tone = PaymentsModel::Tone;
    const auto payment = [](int number, const QString &state, Tone tone) {
        PaymentRow row;
        row.id = u"0x"_s + QString(63, u'a') + QString::number(number);
        row.amount = u"12.5 MJG"_s;
        row.recipient = somebody;
        row.name = number == 0 ? u"Layla"_s : QString();
        row.network = u"Base"_s;
        row.state = state;
        row.tone = tone;
        row.age = u"4 min ago"_s;
        row.signedAt = u"20 November 2026, 18:42:10"_s;
        row.problem = tone == Tone::Uncertain ? u"The node does not answer"_s : QString();
        row.canLook = tone == Tone::Waiting || tone == Tone::Uncertain;
        row.canGiveUp = tone == Tone::Uncertain;
        return row;
    };
    root()->send()->payments()->payments()->setRows({payment(0, u"Signed, not sent yet"_s, Tone::Uncertain),
        payment(1, u"On its way"_s, Tone::Waiting), payment(2, u"Sent"_s, Tone::Good),
        payment(3, u"Not sent: another transaction took its place"_s, Tone::Bad)});
    root()->accounts()->accounts()->setRows(std::move(accounts));
    root()->addressBook()->contacts()->setRows(std::move(contacts));
}

void FakeWorld::setIdle(AsyncState *state)
{
    state->reset();
    state->setFreshness({});
}

void FakeWorld::setLoading(AsyncState *state)
{
    setIdle(state);
    state->setLoading();
}

void FakeWorld::setReady(AsyncState *state, bool stale)
{
    state->setFreshness(freshness(stale));
    state->setReady();
}

void FakeWorld::setFailed(AsyncState *state, int kind, bool known)
{
    state->setFreshness(known ? freshness(true) : Freshness());
    state->setFailed(errorOf(kind));
}

void FakeWorld::open(int page)
{
    root()->shell()->goTo(static_cast<page::Id>(page));
}

void FakeWorld::showToast()
{
    root()->shell()->toasts()->show(Toast::Kind::Failure, u"offline"_s, u"You are offline"_s, u"Trying again."_s);
}

} // namespace majlis::qmltest
