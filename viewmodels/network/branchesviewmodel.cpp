// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/network/branchesviewmodel.h"

#include "viewmodels/format/failures.h"
#include "viewmodels/format/figures.h"
#include "viewmodels/network/persontexts.h"

#include <algorithm>

namespace majlis::viewmodels
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

Result<BranchFacts> factsOf(const NetworkPeople &people, std::span<const std::uint32_t> parents, std::uint32_t node)
{
    return branchFacts(
        parents, node, [&people](std::uint32_t i) { return BranchPerson{people.balance(i), people.isVerified(i)}; });
}

QString peopleInLevels(const BranchFacts &facts)
{
    using Vm = BranchesViewModel;
    if (facts.people == 0) {
        return Vm::tr("Nobody below");
    }
    const QString people
        = facts.people == 1 ? Vm::tr("1 person below") : Vm::tr("%1 people below").arg(format::count(facts.people));
    return facts.levels == 1 ? Vm::tr("%1, in 1 level").arg(people)
                             : Vm::tr("%1, in %2 levels").arg(people).arg(facts.levels);
}

QString points(double value)
{
    return u"+"_s + format::score(value);
}

std::vector<StrengthTerm> termsOf(const BranchFacts &facts)
{
    using Vm = BranchesViewModel;
    const StrengthSteps steps = strengthSteps(facts);
    const double score = facts.strength.score;
    const auto share = [score](double term) { return score > 0 ? term / score : 0; };
    const QString people = Vm::tr("One more person anywhere in the seven levels: %1. Ten times as many: %2.")
                               .arg(points(steps.onePerson), points(steps.tenfoldPeople));
    const QString balance = facts.weighted.isZero()
        ? Vm::tr("Balances count less with each level: 70 % at the first, 8.2 % at the seventh.")
        : Vm::tr("Twice the balance: %1. A balance counts 70 % at the first level and 8.2 % at the seventh.")
              .arg(points(steps.doubledBalance));
    const QString depth = steps.oneLevel > 0
        ? Vm::tr("Somebody one level below the deepest: %1.").arg(points(steps.oneLevel))
        : Vm::tr("All seven levels are there: this is the most.");
    return {{u"descendants"_s, Vm::tr("People"), format::score(facts.strength.descendantScore), peopleInLevels(facts),
                people, share(facts.strength.descendantScore)},
        {u"balance"_s, Vm::tr("Balance"), format::score(facts.strength.balanceScore),
            Vm::tr("%1 of %2 counts").arg(format::amount(facts.weighted), format::amount(facts.balance)), balance,
            share(facts.strength.balanceScore)},
        {u"depth"_s, Vm::tr("Depth"), format::score(facts.strength.depthScore),
            facts.levels == 1 ? Vm::tr("1 level of 7") : Vm::tr("%1 levels of 7").arg(facts.levels), depth,
            share(facts.strength.depthScore)}};
}

QString noteOf(const BranchFacts &facts)
{
    using Vm = BranchesViewModel;
    QStringList notes;
    if (facts.deeper > 0) {
        notes += Vm::tr("%1 below the seventh level do not count.").arg(format::count(facts.deeper));
    }
    if (facts.unknownBalances > 0) {
        notes += Vm::tr("The balances of %1 are not known and not in the sums.")
                     .arg(format::count(facts.unknownBalances));
    }
    return notes.join(u' ');
}

template <class Value>
int larger(const Value &left, const Value &right)
{
    return left > right ? -1 : left < right ? 1 : 0;
}

} // namespace

GatheredFacts gatheredFacts(const NetworkPeople &people, const std::vector<std::uint32_t> &nodes)
{
    GatheredFacts facts;
    const auto parents = people.parents();
    std::vector<std::uint8_t> inside(parents.size(), 0);
    for (const std::uint32_t node : nodes) {
        facts.branches.push_back(factsOf(people, parents, node));
        inside[node] = 1;
    }
    for (std::uint32_t i = 0; i < parents.size(); ++i) {
        if (parents[i] != noParent && inside[parents[i]] != 0) {
            inside[i] = 1;
        }
        if (inside[i] == 0) {
            continue;
        }
        ++facts.people;
        facts.verified += people.isVerified(i) ? 1 : 0;
        const auto held = people.balance(i);
        facts.unknownBalances += held ? 0 : 1;
        if (held && facts.balance) {
            facts.balance = facts.balance->plus(*held);
        }
    }
    return facts;
}

BranchesViewModel::BranchesViewModel(
    const NetworkPeople &people, const PersonTexts &texts, NetworkLens &lens, QObject *parent)
    : QObject(parent)
    , m_people(people)
    , m_texts(texts)
    , m_lens(lens)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(500ms);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        startExplaining();
        startGathering();
    });
}

BranchesViewModel::~BranchesViewModel() = default;

QString BranchesViewModel::leftName() const
{
    return m_nodes.size() > 1 ? m_texts.label(m_nodes[0]) : QString();
}

QString BranchesViewModel::rightName() const
{
    return m_nodes.size() > 1 ? m_texts.label(m_nodes[1]) : QString();
}

QString BranchesViewModel::topName() const
{
    return m_top < 0 ? QString() : m_texts.label(static_cast<std::uint32_t>(m_top));
}

void BranchesViewModel::explain(int node)
{
    const auto wanted = static_cast<std::uint32_t>(std::max(0, node));
    if (m_node != wanted || !isExplained()) {
        m_node = wanted;
        startExplaining();
    }
}

void BranchesViewModel::gather(int node)
{
    if (node < 0 || static_cast<std::uint32_t>(node) >= m_people.count() || isGathered(node)
        || m_nodes.size() >= mostGathered) {
        return;
    }
    m_nodes.push_back(static_cast<std::uint32_t>(node));
    Q_EMIT gatheredChanged();
    startGathering();
}

void BranchesViewModel::drop(int node)
{
    if (std::erase(m_nodes, static_cast<std::uint32_t>(node)) > 0) {
        Q_EMIT gatheredChanged();
        startGathering();
    }
}

void BranchesViewModel::dropAll()
{
    if (!m_nodes.empty()) {
        m_nodes.clear();
        Q_EMIT gatheredChanged();
        startGathering();
    }
}

bool BranchesViewModel::isGathered(int node) const
{
    return std::ranges::find(m_nodes, static_cast<std::uint32_t>(node)) != m_nodes.end();
}

void BranchesViewModel::makeTop(int node)
{
    if (node < 0 || static_cast<std::uint32_t>(node) >= m_people.count() || node == m_top) {
        return;
    }
    m_top = node;
    Q_EMIT topChanged();
    LensConditions conditions = m_lens.conditions();
    conditions.top = static_cast<std::uint32_t>(node);
    m_lens.setConditions(conditions, false);
    m_lens.frameWhenReady();
}

void BranchesViewModel::leaveTop()
{
    if (m_top < 0) {
        return;
    }
    m_top = -1;
    Q_EMIT topChanged();
    LensConditions conditions = m_lens.conditions();
    conditions.top.reset();
    m_lens.setConditions(conditions, false);
    m_lens.frameWhenReady();
}

void BranchesViewModel::restart()
{
    m_explaining.forget();
    m_gathering.forget();
    m_nodes.clear();
    m_gathered.setRows({});
    m_compared.setRows({});
    m_summary.clear();
    m_strength.clear();
    m_name.clear();
    m_terms.setRows({});
    m_node = 0;
    m_top = -1;
    Q_EMIT topChanged();
    Q_EMIT gatheredChanged();
    Q_EMIT summaryChanged();
    Q_EMIT explainedChanged();
    startExplaining();
}

void BranchesViewModel::touch()
{
    m_soon.start();
}

void BranchesViewModel::startExplaining()
{
    if (m_node >= m_people.count()) {
        return;
    }
    m_explaining.start([people = m_people, node = m_node] { return factsOf(people, people.parents(), node); },
        [this](const Result<BranchFacts> &facts) { takeExplained(facts); });
}

void BranchesViewModel::startGathering()
{
    if (m_people.count() == 0) {
        return;
    }
    m_gathering.start([people = m_people, nodes = m_nodes] { return gatheredFacts(people, nodes); },
        [this](const GatheredFacts &facts) { takeGathered(facts); });
}

void BranchesViewModel::takeExplained(const Result<BranchFacts> &facts)
{
    m_name = m_texts.label(m_node);
    if (facts) {
        m_strength = format::score(facts->strength.score);
        m_note = noteOf(*facts);
        m_terms.setRows(termsOf(*facts));
    } else {
        m_strength = format::unknown();
        m_note = format::describe(facts.error()).title;
        m_terms.setRows({});
    }
    Q_EMIT explainedChanged();
}

void BranchesViewModel::takeGathered(const GatheredFacts &facts)
{
    std::vector<BranchRow> rows;
    for (std::size_t i = 0; i < facts.branches.size() && i < m_nodes.size(); ++i) {
        const auto &branch = facts.branches[i];
        BranchRow row;
        row.node = static_cast<int>(m_nodes[i]);
        row.name = m_texts.label(m_nodes[i]);
        row.people = branch ? peopleInLevels(*branch) : format::describe(branch.error()).title;
        row.strength = branch ? format::score(branch->strength.score) : format::unknown();
        rows.push_back(std::move(row));
    }
    m_gathered.setRows(std::move(rows));
    m_summary.clear();
    if (!m_nodes.empty()) {
        const QString balance = facts.balance ? format::amount(*facts.balance) : format::unknown();
        m_summary = tr("Together %1 people, %2 verified, holding %3")
                        .arg(format::count(facts.people), format::count(facts.verified), balance);
    }
    if (facts.branches.size() > 1 && facts.branches[0] && facts.branches[1]) {
        showCompared(*facts.branches[0], *facts.branches[1]);
    } else {
        m_compared.setRows({});
    }
    Q_EMIT summaryChanged();
}

void BranchesViewModel::showCompared(const BranchFacts &left, const BranchFacts &right)
{
    std::vector<ComparedRow> rows;
    const auto add = [&rows](const QString &label, const QString &one, const QString &other, int which) {
        rows.push_back({label, label, one, other, which});
    };
    const auto score = [&add](const QString &label, double one, double other) {
        add(label, format::score(one), format::score(other), larger(one, other));
    };
    const auto count = [&add](const QString &label, std::int64_t one, std::int64_t other) {
        add(label, format::count(one), format::count(other), larger(one, other));
    };
    score(tr("Strength"), left.strength.score, right.strength.score);
    score(tr("from people"), left.strength.descendantScore, right.strength.descendantScore);
    score(tr("from balance"), left.strength.balanceScore, right.strength.balanceScore);
    score(tr("from depth"), left.strength.depthScore, right.strength.depthScore);
    count(tr("People below"), left.people, right.people);
    count(tr("Directly below"), left.byLevel[1], right.byLevel[1]);
    count(tr("Verified"), left.verified, right.verified);
    count(tr("Levels"), left.levels, right.levels);
    add(tr("Balance"), format::amount(left.balance), format::amount(right.balance),
        larger(left.balance, right.balance));
    m_compared.setRows(std::move(rows));
}

} // namespace majlis::viewmodels
