// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/home/homeviewmodel.h"

#include "models/domain/strength.h"
#include "models/platforms/habibi/habibiservice.h"
#include "viewmodels/common/knownstate.h"
#include "viewmodels/format/addresses.h"
#include "viewmodels/format/figures.h"
#include "viewmodels/format/names.h"

#include <algorithm>
#include <tuple>

namespace majlis::viewmodels
{

using namespace Qt::StringLiterals;
using habibi::HabibiService;

namespace
{

constexpr std::size_t joinsOnShow = 12;

/// "Epoch 42: 3 h ago".
QString lastRebase(const std::optional<wire::habibi::RebaseEvent> &last, UnixMs now)
{
    return last ? HomeViewModel::tr("Epoch %1, %2").arg(format::count(last->epoch), format::age(last->executedAt, now))
                : QString();
}

StrengthTerm term(const QString &key, const QString &name, double value, double score, const QString &basis,
    const QString &explanation)
{
    return {key, name, format::score(value), basis, explanation, score > 0 ? value / score : 0};
}

} // namespace

HomeViewModel::HomeViewModel(CurrentPlatform &platform, const Clock &clock, Ticker &ticker, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_total(format::unknown())
    , m_totalExact(format::unknown())
    , m_strength(format::unknown())
    , m_directReferrals(format::unknown())
    , m_totalReferrals(format::unknown())
    , m_nextRebase(format::unknown())
    , m_link(platform, [this](HabibiService *service, QObject *context) { attach(service, context); })
{
    connect(&ticker, &Ticker::tick, this, &HomeViewModel::showAll);
    for (const AsyncState *part : {&m_balanceState, &m_strengthState, &m_joinsState, &m_rebaseState}) {
        connect(part, &AsyncState::errorChanged, this, &HomeViewModel::showNotice);
        connect(part, &AsyncState::freshnessChanged, this, &HomeViewModel::showNotice);
    }
}

HomeViewModel::~HomeViewModel() = default;

QString HomeViewModel::token() const
{
    return u"HABIBI"_s;
}

void HomeViewModel::refresh()
{
    if (HabibiService *service = m_link.service()) {
        service->refresh(); // the network as well
    }
}

void HomeViewModel::showPerson(const QString &address)
{
    Q_EMIT personRequested(address);
}

void HomeViewModel::attach(HabibiService *service, QObject *context)
{
    m_change.clear();
    m_changeSign = 0;
    if (service != nullptr) {
        connect(service, &HabibiService::accountChanged, context, [this] { showAll(); });
        connect(service, &HabibiService::connectionChanged, context, [this] { showAll(); });
        connect(service, &HabibiService::userChanged, context, [this] {
            showAccount();
            showBalances();
            showStrength();
        });
        connect(service, &HabibiService::balancesChanged, context,
            [this](const std::optional<wire::habibi::BalanceUpdate> &update) {
                if (update && update->delta && !update->delta->isZero()) {
                    showChange(*update->delta);
                }
                showBalances();
            });
        connect(service, &HabibiService::joinsChanged, context, [this] { showJoins(); });
        connect(service, &HabibiService::networkChanged, context, [this] { showJoins(); });
        connect(service, &HabibiService::statisticsChanged, context, [this] { showRebases(); });
        connect(service, &HabibiService::rebasesChanged, context, [this](const Chain &) { showRebases(); });
    }
    showAll();
}

void HomeViewModel::showAll()
{
    showAccount();
    showBalances();
    showStrength();
    showJoins();
    showRebases();
}

void HomeViewModel::showAccount()
{
    const HabibiService *service = m_link.service();
    QString accountText;
    QString greeting;
    QString code;
    if (service != nullptr && service->account()) {
        accountText = format::shortAddress(service->account()->text());
        greeting = accountText;
        if (const auto &user = service->user().value) {
            const QString name = format::plainName(user->profile.displayName.value_or(QString()));
            greeting = name.isEmpty() ? accountText : name;
            code = user->referralCode ? user->referralCode->code : QString();
        }
    }
    if (m_accountText != accountText || m_greeting != greeting || m_referralCode != code) {
        m_accountText = accountText;
        m_greeting = greeting;
        m_referralCode = code;
        Q_EMIT profileChanged();
    }
}

void HomeViewModel::showBalances()
{
    HabibiService *service = m_link.service();
    QString total = format::unknown();
    QString exact = format::unknown();
    QString value;
    if (service == nullptr) {
        m_balanceState.reset();
    } else {
        showKnown(
            m_balanceState, service->user(), m_clock.now(), service->connection() == HabibiService::Connection::Live);
        const bool known = service->user().value || !service->balances().holdings().empty();
        if (const auto sum = service->balances().total(); known && sum) {
            total = format::amount(*sum);
            exact = format::exactAmount(*sum) + u' ' + token();
        }
        if (const auto usd = service->balances().totalUsd(); known && usd && !usd->isZero()) {
            value = u"≈ "_s + format::dollars(*usd);
        }
    }
    m_chains.setRows(chainRows());
    const auto next = std::tie(total, exact, value, m_change);
    if (std::tie(m_total, m_totalExact, m_totalValue, m_shownChange) != next) {
        m_total = total;
        m_totalExact = exact;
        m_totalValue = value;
        m_shownChange = m_change;
        Q_EMIT balanceChanged();
    }
}

void HomeViewModel::showChange(const Amount &delta)
{
    m_change = format::change(delta);
    m_changeSign = delta.isNegative() ? -1 : 1;
}

std::vector<ChainRow> HomeViewModel::chainRows() const
{
    std::vector<ChainRow> rows;
    const HabibiService *service = m_link.service();
    if (service == nullptr) {
        return rows;
    }
    const auto rebases = service->nextRebases();
    const auto total = service->balances().total();
    const UnixMs now = m_clock.now();
    const bool live = service->connection() == HabibiService::Connection::Live;
    for (const habibi::ChainHolding &holding : service->balances().holdings()) {
        ChainRow row;
        row.chain = holding.chain.text();
        row.name = format::chainName(holding.chain);
        row.balance = format::amount(holding.balance);
        row.balanceExact = format::exactAmount(holding.balance) + u' ' + token();
        row.value = holding.usdValue ? format::dollars(*holding.usdValue) : QString();
        row.share = total && !total->isZero() ? holding.balance.toDoubleLossy() / total->toDoubleLossy() : 0;
        row.rebaseIn = format::unknown();
        row.freshness = format::freshness(holding.recordedAt, now, staleAfter, live);
        row.freshness.stale = m_balanceState.freshness().stale;
        const auto next = std::ranges::find(rebases, holding.chain, &habibi::NextRebase::chain);
        if (next != rebases.end()) {
            row.rebaseIn = format::until(next->countdown.left);
            row.rebaseAt = format::exactTime(next->countdown.at);
            row.rebaseLast = lastRebase(next->last, now);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

void HomeViewModel::showStrength()
{
    HabibiService *service = m_link.service();
    std::vector<StrengthTerm> terms;
    QString score = format::unknown();
    QString direct = format::unknown();
    QString total = format::unknown();
    if (service == nullptr) {
        m_strengthState.reset();
    } else {
        showKnown(
            m_strengthState, service->user(), m_clock.now(), service->connection() == HabibiService::Connection::Live);
        if (const auto &user = service->user().value) {
            const auto &strength = user->networkStrength;
            const StrengthTerms own = StrengthTerms::of(
                strength.totalDescendants, strength.weightedBalance, static_cast<int>(strength.maxDepth))
                                          .value_or(StrengthTerms{});
            score = format::score(strength.score);
            direct = format::count(user->directReferrals);
            total = format::count(user->totalReferrals);
            terms.push_back(term(u"descendants"_s, tr("People"), strength.descendantScore.value_or(own.descendantScore),
                strength.score, tr("%1 people in 7 levels").arg(format::count(strength.totalDescendants)),
                tr("100 × log10(people + 1). Ten times as many people add 100.")));
            terms.push_back(term(u"balance"_s, tr("Holdings"), strength.balanceScore.value_or(own.balanceScore),
                strength.score, tr("%1 %2, weighted by level").arg(format::amount(strength.weightedBalance), token()),
                tr("50 × log10(weighted holdings + 1). What somebody holds counts 70 % at level 1, 49 % at level 2 and "
                   "so "
                   "on. Ten times as much adds 50.")));
            terms.push_back(term(u"depth"_s, tr("Depth"), strength.depthScore.value_or(own.depthScore), strength.score,
                tr("%1 of 7 levels").arg(format::count(strength.maxDepth)),
                tr("10 for each level with somebody in it, at most 70.")));
        }
    }
    m_terms.setRows(std::move(terms));
    if (m_strength != score || m_directReferrals != direct || m_totalReferrals != total) {
        m_strength = score;
        m_directReferrals = direct;
        m_totalReferrals = total;
        Q_EMIT strengthChanged();
    }
}

void HomeViewModel::showJoins()
{
    HabibiService *service = m_link.service();
    std::vector<JoinRow> rows;
    if (service == nullptr) {
        m_joinsState.reset();
        m_joins.setRows({});
        return;
    }
    const UnixMs now = m_clock.now();
    showKnown(m_joinsState, service->network(), now, service->connection() == HabibiService::Connection::Live);
    for (const habibi::Join &join : service->newestJoins()) {
        if (rows.size() == joinsOnShow) {
            break;
        }
        JoinRow row;
        row.address = join.address.text();
        row.addressText = format::shortAddress(row.address);
        row.name = format::plainName(join.displayName);
        row.depth = join.depth;
        row.joined = format::age(join.joinedAt, now);
        row.joinedAt = format::exactTime(join.joinedAt);
        row.isNew = join.live;
        rows.push_back(std::move(row));
    }
    m_joins.setRows(std::move(rows));
}

void HomeViewModel::showNotice()
{
    UserError next;
    for (const AsyncState *part : {&m_balanceState, &m_strengthState, &m_joinsState, &m_rebaseState}) {
        // What is not allowed stands in place of the part itself, and so does a failure with nothing to show.
        if (part->error().isPresent() && part->error().kind != errorkind::Value::NotAllowed
            && part->freshness().known) {
            next = part->error();
            break;
        }
    }
    if (m_notice != next) {
        m_notice = next;
        Q_EMIT noticeChanged();
    }
}

void HomeViewModel::showRebases()
{
    HabibiService *service = m_link.service();
    QString text = format::unknown();
    if (service == nullptr) {
        m_rebaseState.reset();
    } else {
        showKnown(m_rebaseState, service->statistics(), m_clock.now(),
            service->connection() == HabibiService::Connection::Live, staleAfter);
        const auto rebases = service->nextRebases();
        if (!rebases.empty()) {
            text = tr("%1 %2").arg(
                format::chainName(rebases.front().chain), format::until(rebases.front().countdown.left));
        }
    }
    m_chains.setRows(chainRows());
    if (m_nextRebase != text) {
        m_nextRebase = text;
        Q_EMIT rebaseChanged();
    }
}

} // namespace majlis::viewmodels
