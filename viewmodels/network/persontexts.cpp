// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/network/persontexts.h"

#include "graph3d/scene/networkmodel.h"
#include "models/domain/strength.h"
#include "viewmodels/format/addresses.h"
#include "viewmodels/format/figures.h"
#include "viewmodels/format/names.h"
#include "viewmodels/format/times.h"
#include "viewmodels/network/networkviewmodel.h"

#include <cmath>

namespace majlis::viewmodels
{

namespace
{

constexpr double weightPerLevel = 0.7; // domain.md 1.1

QString countOr(const std::optional<std::int64_t> &count)
{
    return count ? format::count(*count) : format::unknown();
}

} // namespace

PersonTexts::PersonTexts(const NetworkPeople &people, const graph3d::NetworkModel &model, const Clock &clock)
    : m_people(people)
    , m_model(model)
    , m_clock(clock)
{
}

QVariant PersonTexts::text(std::uint32_t node, NetworkTreeModel::Role role) const
{
    if (node >= m_people.count()) {
        return {};
    }
    const auto joined = m_people.joinedAt(node);
    switch (role) {
    case NetworkTreeModel::NameRole:
        return label(node);
    case NetworkTreeModel::AddressTextRole:
        return format::shortAddress(m_people.addressText(node));
    case NetworkTreeModel::DirectRole:
        return countOr(m_people.directReferrals(node));
    case NetworkTreeModel::DescendantsRole:
        return countOr(m_people.totalDescendants(node));
    case NetworkTreeModel::BalanceRole:
        return format::amount(m_people.balance(node));
    case NetworkTreeModel::JoinedRole:
        return joined ? format::age(*joined, m_clock.now()) : format::unknown();
    case NetworkTreeModel::JoinedAtRole:
        return joined ? format::exactTime(*joined) : QString();
    case NetworkTreeModel::VerifiedRole:
        return m_people.isVerified(node);
    default:
        return {};
    }
}

QString PersonTexts::label(std::uint32_t node) const
{
    const QString name = m_people.name(node);
    return name.isEmpty() ? format::shortAddress(m_people.addressText(node)) : name;
}

SearchHit PersonTexts::hit(std::uint32_t node) const
{
    SearchHit hit;
    hit.node = static_cast<int>(node);
    hit.title = label(node);
    hit.subtitle = NetworkViewModel::tr("%1, level %2")
                       .arg(format::shortAddress(m_people.addressText(node)), format::count(m_model.depthOf(hit.node)));
    hit.verified = m_people.isVerified(node);
    return hit;
}

PersonDetails PersonTexts::details(std::uint32_t node, const std::optional<Address> &self) const
{
    PersonDetails details;
    const int index = static_cast<int>(node);
    details.present = true;
    details.node = index;
    details.name = m_people.name(node);
    details.address = m_people.addressText(node);
    details.addressText = format::shortAddress(details.address);
    details.chain = format::chainName(m_people.chain(node));
    details.verified = m_people.isVerified(node);
    details.self = self && self == m_people.address(node);
    const auto balance = m_people.balance(node);
    details.balance = format::amount(balance);
    details.balanceExact = balance ? format::exactAmount(*balance) : format::unknown();
    if (const auto at = m_people.joinedAt(node)) {
        details.joined = format::age(*at, m_clock.now());
        details.joinedAt = format::exactTime(*at);
    } else {
        details.joined = format::unknown();
    }
    details.depth = m_model.depthOf(index);
    details.directReferrals = countOr(m_people.directReferrals(node));
    details.totalDescendants = countOr(m_people.totalDescendants(node));
    details.share = details.depth >= 1 && details.depth <= countedLevels
        ? format::percent(std::pow(weightPerLevel, details.depth))
        : QString();
    return details;
}

std::vector<UplineRow> PersonTexts::upline(std::uint32_t node) const
{
    std::vector<UplineRow> rows;
    for (const int above : m_model.uplineOf(static_cast<int>(node))) {
        const auto person = static_cast<std::uint32_t>(above);
        UplineRow row;
        row.node = above;
        row.name = label(person);
        row.hasName = !m_people.name(person).isEmpty();
        row.address = m_people.addressText(person);
        row.level = m_model.depthOf(above);
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace majlis::viewmodels
