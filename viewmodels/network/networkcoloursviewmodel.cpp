// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/network/networkcoloursviewmodel.h"

#include "graph3d/scene/networkmodel.h"
#include "viewmodels/format/figures.h"
#include "viewmodels/network/persontexts.h"

namespace majlis::viewmodels
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = ColourMeaning::Kind;

namespace
{

QString daysText(int days)
{
    using Vm = NetworkColoursViewModel;
    if (days >= 365) {
        return days < 730 ? Vm::tr("1 year") : Vm::tr("%1 years").arg(days / 365);
    }
    return days == 1 ? Vm::tr("1 day") : Vm::tr("%1 days").arg(days);
}

} // namespace

QHash<int, QByteArray> LegendModel::roleNames() const
{
    static const QHash<int, QByteArray> names{
        {ColourRole, "colour"}, {TextRole, "meaning"}, {PeopleRole, "people"}, {NodeIndexRole, "nodeIndex"}};
    return names;
}

QVariant LegendModel::value(const LegendRow &row, int role) const
{
    switch (role) {
    case ColourRole:
        return row.colour;
    case TextRole:
    case Qt::DisplayRole:
        return row.text;
    case PeopleRole:
        return row.people;
    case NodeIndexRole:
        return row.node;
    default:
        return {};
    }
}

NetworkColoursViewModel::NetworkColoursViewModel(const NetworkPeople &people, const PersonTexts &texts,
    graph3d::NetworkModel &scene, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_people(people)
    , m_texts(texts)
    , m_scene(scene)
    , m_clock(clock)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(500ms);
    connect(&m_soon, &QTimer::timeout, this, &NetworkColoursViewModel::start);
}

NetworkColoursViewModel::~NetworkColoursViewModel() = default;

void NetworkColoursViewModel::setColourBy(Colouring by)
{
    if (m_colourBy != by) {
        m_colourBy = by;
        Q_EMIT changed();
        start();
    }
}

void NetworkColoursViewModel::setSizeBy(Sizing by)
{
    if (m_sizeBy != by) {
        m_sizeBy = by;
        Q_EMIT changed();
        start();
    }
}

QString NetworkColoursViewModel::sizeText() const
{
    switch (m_sizeBy) {
    case Sizing::ByBalance:
        return tr("The larger, the more somebody holds.");
    case Sizing::ByPeople:
        return tr("The larger, the more people are below.");
    case Sizing::Equal:
        break;
    }
    return tr("Everyone has the same size.");
}

void NetworkColoursViewModel::restart()
{
    m_run.forget();
    m_legend.setRows({});
    start();
}

void NetworkColoursViewModel::touch()
{
    m_soon.start();
}

void NetworkColoursViewModel::start()
{
    if (m_people.count() == 0) {
        return;
    }
    const auto colourBy = static_cast<ColourBy>(m_colourBy);
    const auto sizeBy = static_cast<SizeBy>(m_sizeBy);
    m_run.start([people = m_people, now = m_clock.now(), colourBy,
                    sizeBy] { return Made{colourPeople(people, colourBy, now), sizePeople(people, sizeBy)}; },
        [this](Made made) { take(std::move(made)); });
    Q_EMIT busyChanged();
}

void NetworkColoursViewModel::take(Made made)
{
    std::vector<LegendRow> rows;
    rows.reserve(made.colours.legend.size());
    for (const ColourMeaning &meaning : made.colours.legend) {
        rows.push_back({meaning.colour, meaningText(meaning), format::count(meaning.people),
            meaning.head == noParent ? -1 : static_cast<int>(meaning.head)});
    }
    m_legend.setRows(std::move(rows));
    Q_EMIT coloursChanged(made.colours.colours);
    graph3d::NetworkLook look;
    look.colors = std::move(made.colours.colours);
    look.sizes = std::move(made.sizes);
    m_scene.setLook(std::move(look));
    Q_EMIT busyChanged();
}

QString NetworkColoursViewModel::meaningText(const ColourMeaning &meaning) const
{
    switch (meaning.kind) {
    case Kind::Level:
        return meaning.level == 0 ? tr("Top") : tr("Level %1").arg(meaning.level);
    case Kind::Branch:
        return m_texts.label(meaning.head);
    case Kind::OtherBranches:
        return tr("Other branches");
    case Kind::Root:
        return tr("Top");
    case Kind::Unknown:
        return tr("Not known");
    case Kind::Range:
        break;
    }
    if (m_colourBy == Colouring::Age) {
        return !meaning.belowDays ? tr("%1 or longer").arg(daysText(meaning.fromDays))
            : meaning.fromDays == 0
            ? tr("Less than %1").arg(daysText(*meaning.belowDays))
            : tr("%1 to %2", "ages").arg(daysText(meaning.fromDays), daysText(*meaning.belowDays));
    }
    const Amount from = meaning.from.value_or(Amount());
    return !meaning.below ? tr("%1 or more").arg(format::exactAmount(from))
        : from.isZero()
        ? tr("Less than %1").arg(format::exactAmount(*meaning.below))
        : tr("%1 to %2", "balances").arg(format::exactAmount(from), format::exactAmount(*meaning.below));
}

} // namespace majlis::viewmodels
