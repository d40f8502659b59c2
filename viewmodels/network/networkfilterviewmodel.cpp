// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/network/networkfilterviewmodel.h"

#include "viewmodels/format/figures.h"
#include "viewmodels/format/names.h"
#include "viewmodels/format/times.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace majlis::viewmodels
{

using namespace Qt::StringLiterals;

namespace
{

/// A sum as people type it here: the locale's decimal sign, its groups allowed. None: empty or no sum.
std::optional<Amount> typedAmount(const QString &text)
{
    const QLocale locale;
    QString plain = text.trimmed();
    plain.remove(locale.groupSeparator()).remove(u' ').remove(QChar(0xA0)).remove(QChar(0x202F));
    plain.replace(locale.decimalPoint(), u"."_s);
    const auto amount = Amount::parse(plain);
    return amount && !amount->isNegative() ? std::optional(*amount) : std::nullopt;
}

std::optional<QDate> typedDay(const QString &text)
{
    const QDate day = QDate::fromString(text.trimmed(), Qt::ISODate);
    return day.isValid() ? std::optional(day) : std::nullopt;
}

UnixMs startOf(const QDate &day)
{
    return UnixMs{day.startOfDay().toMSecsSinceEpoch()};
}

QString amountError(const QString &text)
{
    return text.trimmed().isEmpty() || typedAmount(text)
        ? QString()
        : NetworkFilterViewModel::tr("Write a number, such as %1.").arg(QLocale().toString(1000));
}

QString dayError(const QString &text)
{
    return text.trimmed().isEmpty() || typedDay(text) ? QString()
                                                      : NetworkFilterViewModel::tr("Write a day as 2026-01-31.");
}

Chain chainOfBits(std::uint8_t bits)
{
    return bits == networkflags::chainSolana ? ChainName::Solana
        : bits == networkflags::chainBase    ? ChainName::Base
                                             : ChainName::Arbitrum;
}

} // namespace

NetworkFilterViewModel::NetworkFilterViewModel(NetworkLens &lens, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_lens(lens)
    , m_clock(clock)
{
    connect(&lens, &NetworkLens::changed, this, &NetworkFilterViewModel::countChanged);
}

NetworkFilterViewModel::~NetworkFilterViewModel() = default;

template <class Value>
void NetworkFilterViewModel::set(Value &member, const Value &value)
{
    if (member != value) {
        member = value;
        apply();
    }
}

void NetworkFilterViewModel::setDepth(int depth)
{
    set(m_depth, std::clamp(depth, 1, countedLevels));
}

void NetworkFilterViewModel::setChain(int chain)
{
    set(m_chain, std::clamp(chain, 0, int{networkflags::chainArbitrum}));
}

void NetworkFilterViewModel::setVerified(Verified verified)
{
    set(m_verified, verified);
}

void NetworkFilterViewModel::setLeastText(const QString &text)
{
    set(m_leastText, text);
}

void NetworkFilterViewModel::setMostText(const QString &text)
{
    set(m_mostText, text);
}

void NetworkFilterViewModel::setFromText(const QString &text)
{
    set(m_fromText, text);
}

void NetworkFilterViewModel::setUntilText(const QString &text)
{
    set(m_untilText, text);
}

QString NetworkFilterViewModel::leastError() const
{
    return amountError(m_leastText);
}

QString NetworkFilterViewModel::mostError() const
{
    const auto least = typedAmount(m_leastText);
    const auto most = typedAmount(m_mostText);
    return least && most && *most < *least ? tr("This is less than the least.") : amountError(m_mostText);
}

QString NetworkFilterViewModel::fromError() const
{
    return dayError(m_fromText);
}

QString NetworkFilterViewModel::untilError() const
{
    const auto from = typedDay(m_fromText);
    const auto until = typedDay(m_untilText);
    return from && until && *until < *from ? tr("This is before the first day.") : dayError(m_untilText);
}

QString NetworkFilterViewModel::countText() const
{
    const LensResult &seen = m_lens.result();
    if (m_lens.conditions().isEmpty() || seen.total == 0) {
        return {};
    }
    return tr("%1 of %2 people").arg(format::count(seen.lit), format::count(seen.total));
}

bool NetworkFilterViewModel::isNobody() const
{
    return m_lens.result().total > 0 && m_lens.result().lit == 0;
}

NetworkFilter NetworkFilterViewModel::filter() const
{
    NetworkFilter filter;
    filter.depth = m_depth;
    if (m_chain > 0) {
        filter.chain = static_cast<std::uint8_t>(m_chain);
    }
    if (m_verified != Verified::Any) {
        filter.verified = m_verified == Verified::Only;
    }
    filter.leastBalance = typedAmount(m_leastText);
    filter.mostBalance = typedAmount(m_mostText);
    if (const auto day = typedDay(m_fromText)) {
        filter.joinedFrom = startOf(*day);
    }
    if (const auto day = typedDay(m_untilText)) {
        filter.joinedUntil = startOf(day->addDays(1));
    }
    return filter;
}

void NetworkFilterViewModel::clear()
{
    m_depth = countedLevels;
    m_chain = 0;
    m_verified = Verified::Any;
    m_leastText.clear();
    m_mostText.clear();
    m_fromText.clear();
    m_untilText.clear();
    apply();
}

void NetworkFilterViewModel::clearPart(int part)
{
    switch (static_cast<Part>(part)) {
    case Part::Depth:
        m_depth = countedLevels;
        break;
    case Part::Chain:
        m_chain = 0;
        break;
    case Part::VerifiedPart:
        m_verified = Verified::Any;
        break;
    case Part::Balance:
        m_leastText.clear();
        m_mostText.clear();
        break;
    case Part::Joined:
        m_fromText.clear();
        m_untilText.clear();
        break;
    }
    apply();
}

void NetworkFilterViewModel::joinedInLastDays(int days)
{
    m_fromText = QDateTime::fromMSecsSinceEpoch(m_clock.now().value).date().addDays(-days).toString(Qt::ISODate);
    m_untilText.clear();
    apply();
}

void NetworkFilterViewModel::frame()
{
    m_lens.frame();
}

void NetworkFilterViewModel::apply()
{
    LensConditions conditions = m_lens.conditions();
    conditions.filter = filter();
    showChips(conditions.filter);
    Q_EMIT changed();
    m_lens.setConditions(conditions, true);
    Q_EMIT countChanged();
}

void NetworkFilterViewModel::showChips(const NetworkFilter &filter)
{
    std::vector<FilterChip> chips;
    const auto add = [&chips](Part part, const QString &text) { chips.push_back({static_cast<int>(part), text}); };
    if (filter.depth < countedLevels) {
        add(Part::Depth, filter.depth == 1 ? tr("Level 1") : tr("Levels 1 to %1").arg(filter.depth));
    }
    if (filter.chain) {
        add(Part::Chain, format::chainName(chainOfBits(*filter.chain)));
    }
    if (filter.verified) {
        add(Part::VerifiedPart, *filter.verified ? tr("Verified") : tr("Not verified"));
    }
    const auto sum = [](const Amount &amount) { return format::exactAmount(amount); };
    if (filter.leastBalance && filter.mostBalance) {
        add(Part::Balance, tr("Balance %1 to %2").arg(sum(*filter.leastBalance), sum(*filter.mostBalance)));
    } else if (filter.leastBalance) {
        add(Part::Balance, tr("Balance from %1").arg(sum(*filter.leastBalance)));
    } else if (filter.mostBalance) {
        add(Part::Balance, tr("Balance up to %1").arg(sum(*filter.mostBalance)));
    }
    const auto day = [](UnixMs at) { return format::date(at); };
    const auto lastDay = filter.joinedUntil ? day(UnixMs{filter.joinedUntil->value - 1}) : QString();
    if (filter.joinedFrom && filter.joinedUntil) {
        add(Part::Joined, tr("Joined %1 to %2").arg(day(*filter.joinedFrom), lastDay));
    } else if (filter.joinedFrom) {
        add(Part::Joined, tr("Joined from %1").arg(day(*filter.joinedFrom)));
    } else if (filter.joinedUntil) {
        add(Part::Joined, tr("Joined up to %1").arg(lastDay));
    }
    m_chips.setRows(std::move(chips));
}

} // namespace majlis::viewmodels
