// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/addressbook.h"

#include "wallet/walletservice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <tuple>

namespace majlis::store
{

using namespace Qt::StringLiterals;

namespace
{

const QString entryName = u"address-book"_s;
constexpr qsizetype longestName = 64;
constexpr qsizetype longestNote = 256;

QJsonObject toJson(const Contact &contact)
{
    return {{u"address"_s, contact.address.text()}, {u"name"_s, contact.name}, {u"note"_s, contact.note},
        {u"lastPaid"_s, static_cast<qint64>(contact.lastPaid.value)}, {u"timesPaid"_s, contact.timesPaid}};
}

std::optional<Contact> contactFrom(const QJsonObject &object)
{
    const auto address = Address::parse(object["address"_L1].toString());
    if (!address) {
        return std::nullopt;
    }
    Contact contact{.address = *address, .name = {}, .note = {}, .lastPaid = {}, .timesPaid = 0};
    contact.name = object["name"_L1].toString().left(longestName);
    contact.note = object["note"_L1].toString().left(longestNote);
    contact.lastPaid.value = object["lastPaid"_L1].toInteger();
    contact.timesPaid = object["timesPaid"_L1].toInt();
    return contact;
}

std::vector<Contact> contactsFrom(const wallet::SecretBytes &bytes)
{
    const wallet::ByteView view = bytes.view();
    const QByteArray json(reinterpret_cast<const char *>(view.data()), static_cast<qsizetype>(view.size()));
    std::vector<Contact> contacts;
    const QJsonArray rows = QJsonDocument::fromJson(json).array();
    for (const auto row : rows) {
        if (auto contact = contactFrom(row.toObject())) {
            contacts.push_back(std::move(*contact));
        }
    }
    return contacts;
}

} // namespace

AddressBook::AddressBook(wallet::WalletService &wallet, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_wallet(wallet)
    , m_clock(clock)
{
    connect(&m_wallet, &wallet::WalletService::stateChanged, this, &AddressBook::followWallet);
    followWallet();
}

const Contact *AddressBook::find(const Address &address) const
{
    const auto found = std::ranges::find(m_contacts, address, &Contact::address);
    return found == m_contacts.end() ? nullptr : &*found;
}

std::vector<Address> AddressBook::paid() const
{
    std::vector<Address> addresses;
    for (const Contact &contact : m_contacts) {
        if (contact.timesPaid > 0) {
            addresses.push_back(contact.address);
        }
    }
    return addresses;
}

Result<void> AddressBook::put(const Address &address, const QString &name, const QString &note)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty() || trimmed.size() > longestName) {
        return fail(ErrorCode::ValidationFailed, u"a name has 1 to 64 characters"_s, u"name"_s);
    }
    if (note.size() > longestNote) {
        return fail(ErrorCode::ValidationFailed, u"a note has at most 256 characters"_s, u"note"_s);
    }
    if (!m_loaded) {
        return fail(ErrorCode::Wallet, u"the wallet is locked"_s);
    }
    Contact &contact = entry(address);
    contact.name = trimmed;
    contact.note = note.trimmed();
    save();
    return {};
}

void AddressBook::remove(const Address &address)
{
    const auto found = std::ranges::find(m_contacts, address, &Contact::address);
    if (!m_loaded || found == m_contacts.end()) {
        return;
    }
    if (found->timesPaid == 0) {
        m_contacts.erase(found);
    } else {
        found->name.clear();
        found->note.clear();
    }
    save();
}

void AddressBook::notePaid(const Address &address)
{
    if (!m_loaded) {
        return;
    }
    Contact &contact = entry(address);
    contact.lastPaid = m_clock.now();
    ++contact.timesPaid;
    save();
}

void AddressBook::followWallet()
{
    if (m_wallet.state() == wallet::WalletService::State::Unlocked) {
        load();
    } else if (m_loaded || !m_contacts.empty()) {
        m_loaded = false;
        m_contacts.clear();
        Q_EMIT changed();
    }
}

void AddressBook::load()
{
    m_wallet.secret(entryName, this, [this](const wallet::Result<wallet::SecretBytes> &found) {
        if (m_wallet.state() != wallet::WalletService::State::Unlocked) {
            return;
        }
        // No entry: nobody was ever put into it. Anything else must not be overwritten.
        m_loaded = found.has_value() || found.error().code == wallet::ErrorCode::NotFound;
        m_contacts = found ? contactsFrom(*found) : std::vector<Contact>();
        sort();
        Q_EMIT changed();
    });
}

void AddressBook::save()
{
    sort();
    QJsonArray rows;
    for (const Contact &contact : m_contacts) {
        rows.append(toJson(contact));
    }
    const QByteArray json = QJsonDocument(rows).toJson(QJsonDocument::Compact);
    auto bytes = wallet::SecretBytes::fromText({json.constData(), static_cast<std::size_t>(json.size())});
    m_wallet.putSecret(entryName, std::move(bytes), this, [this](const wallet::Result<void> &kept) {
        if (!kept) {
            Q_EMIT saveFailed(fail(ErrorCode::Storage, QString::fromStdString(kept.error().detail)).error());
        }
    });
    Q_EMIT changed();
}

void AddressBook::sort()
{
    std::ranges::sort(m_contacts, [](const Contact &left, const Contact &right) {
        if (left.name.isEmpty() != right.name.isEmpty()) {
            return right.name.isEmpty();
        }
        if (!left.name.isEmpty()) {
            const int order = QString::localeAwareCompare(left.name, right.name);
            return order != 0 ? order < 0 : left.address.text() < right.address.text();
        }
        return left.lastPaid.value > right.lastPaid.value;
    });
}

Contact &AddressBook::entry(const Address &address)
{
    const auto found = std::ranges::find(m_contacts, address, &Contact::address);
    if (found != m_contacts.end()) {
        return *found;
    }
    return m_contacts.emplace_back(Contact{.address = address, .name = {}, .note = {}, .lastPaid = {}, .timesPaid = 0});
}

} // namespace majlis::store
