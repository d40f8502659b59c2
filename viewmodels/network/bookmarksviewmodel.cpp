// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/network/bookmarksviewmodel.h"

#include "models/store/settings.h"
#include "viewmodels/common/currentplatform.h"
#include "viewmodels/format/addresses.h"
#include "viewmodels/network/networkpeople.h"
#include "viewmodels/network/persontexts.h"
#include "viewmodels/settings/settingkeys.h"

#include <QJsonArray>

namespace majlis::viewmodels
{

QHash<int, QByteArray> BookmarksModel::roleNames() const
{
    static const QHash<int, QByteArray> names{
        {AddressRole, "address"}, {NameRole, "name"}, {NodeIndexRole, "nodeIndex"}};
    return names;
}

QVariant BookmarksModel::value(const BookmarkRow &row, int role) const
{
    switch (role) {
    case AddressRole:
        return row.address;
    case NameRole:
    case Qt::DisplayRole:
        return row.name;
    case NodeIndexRole:
        return row.node;
    default:
        return {};
    }
}

BookmarksViewModel::BookmarksViewModel(const NetworkPeople &people, const PersonTexts &texts,
    const CurrentPlatform &platform, store::Settings &settings, QObject *parent)
    : QObject(parent)
    , m_people(people)
    , m_texts(texts)
    , m_platform(platform)
    , m_settings(settings)
{
}

BookmarksViewModel::~BookmarksViewModel() = default;

bool BookmarksViewModel::isMarked(int node) const
{
    return std::ranges::any_of(m_rows.rows(), [node](const BookmarkRow &row) { return row.node == node; });
}

void BookmarksViewModel::toggle(int node)
{
    if (node < 0 || static_cast<std::uint32_t>(node) >= m_people.count()) {
        return;
    }
    const QString address = m_people.addressText(static_cast<std::uint32_t>(node));
    if (address.isEmpty()) {
        return; // nothing to find them again by
    }
    QStringList addresses = stored();
    if (addresses.removeAll(address) == 0 && addresses.size() < mostPerNetwork) {
        addresses.append(address);
    }
    store(addresses);
}

void BookmarksViewModel::remove(const QString &address)
{
    QStringList addresses = stored();
    if (addresses.removeAll(address) > 0) {
        store(addresses);
    }
}

void BookmarksViewModel::restart()
{
    std::vector<BookmarkRow> rows;
    for (const QString &text : stored()) {
        const auto address = Address::parse(text);
        if (!address) {
            continue; // the file was edited by hand
        }
        const auto node = m_people.find(*address);
        rows.push_back(
            {text, node ? m_texts.label(*node) : format::shortAddress(text), node ? static_cast<int>(*node) : -1});
    }
    m_rows.setRows(std::move(rows));
    Q_EMIT changed();
}

QString BookmarksViewModel::network() const
{
    return m_people.count() == 0 ? QString() : QString(m_platform.facts().id + u'/' + m_people.addressText(0));
}

QStringList BookmarksViewModel::stored() const
{
    QStringList addresses;
    const QJsonArray kept = m_settings.value(keys::networkBookmarks).value(network()).toArray();
    for (const auto value : kept) {
        addresses.append(value.toString());
    }
    return addresses;
}

void BookmarksViewModel::store(const QStringList &addresses)
{
    const QString key = network();
    if (key.isEmpty()) {
        return;
    }
    QJsonObject all = m_settings.value(keys::networkBookmarks);
    if (addresses.isEmpty()) {
        all.remove(key);
    } else {
        all.insert(key, QJsonArray::fromStringList(addresses));
    }
    m_settings.setValue(keys::networkBookmarks, all);
    restart();
}

} // namespace majlis::viewmodels
