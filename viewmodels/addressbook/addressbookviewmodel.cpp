// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/addressbook/addressbookviewmodel.h"

#include "models/domain/pay/lookalike.h"
#include "models/store/addressbook.h"
#include "viewmodels/format/addresses.h"
#include "viewmodels/format/failures.h"
#include "viewmodels/format/figures.h"
#include "viewmodels/format/names.h"
#include "viewmodels/format/times.h"

namespace majlis::viewmodels
{

namespace
{

constexpr qsizetype longestName = 64;
constexpr qsizetype longestNote = 256;

QString paidText(const store::Contact &contact, UnixMs now)
{
    if (contact.timesPaid == 0) {
        return {};
    }
    const QString age = format::age(contact.lastPaid, now);
    return contact.timesPaid == 1
        ? AddressBookViewModel::tr("Paid once, %1").arg(age)
        : AddressBookViewModel::tr("Paid %1 times, last %2").arg(format::count(contact.timesPaid), age);
}

} // namespace

AddressBookViewModel::AddressBookViewModel(store::AddressBook &book, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_book(book)
    , m_clock(clock)
{
    connect(&m_book, &store::AddressBook::changed, this, &AddressBookViewModel::refresh);
    connect(&m_book, &store::AddressBook::saveFailed, this, [this](const Error &error) {
        m_error = format::describe(error);
        Q_EMIT errorChanged();
    });
    refresh();
}

bool AddressBookViewModel::isAvailable() const
{
    return m_book.isLoaded();
}

void AddressBookViewModel::setDraftAddress(const QString &address)
{
    if (m_address != address.trimmed()) {
        m_address = address.trimmed();
        Q_EMIT draftChanged();
    }
}

void AddressBookViewModel::setDraftName(const QString &name)
{
    if (m_name != name) {
        m_name = name.left(longestName);
        Q_EMIT draftChanged();
    }
}

void AddressBookViewModel::setDraftNote(const QString &note)
{
    if (m_note != note) {
        m_note = note.left(longestNote);
        Q_EMIT draftChanged();
    }
}

QString AddressBookViewModel::draftAddressError() const
{
    return m_address.isEmpty() || parseAddress(m_address) ? QString() : tr("This is no address of Ethereum or Solana.");
}

QString AddressBookViewModel::draftLookalike() const
{
    const auto address = parseAddress(m_address);
    if (!address) {
        return {};
    }
    const auto similar = lookalikeOf(*address, m_book.paid());
    return similar ? similar->text() : QString();
}

bool AddressBookViewModel::isDraftKnown() const
{
    const auto address = parseAddress(m_address);
    return address && m_book.find(*address) != nullptr;
}

bool AddressBookViewModel::canSave() const
{
    return m_book.isLoaded() && parseAddress(m_address) && !m_name.trimmed().isEmpty();
}

void AddressBookViewModel::save()
{
    const auto address = parseAddress(m_address);
    if (!canSave() || !address) {
        return;
    }
    m_error = {};
    if (const auto kept = m_book.put(*address, m_name, m_note); !kept) {
        m_error = format::describe(kept.error());
    } else {
        clearDraft();
    }
    Q_EMIT errorChanged();
}

void AddressBookViewModel::edit(const QString &address)
{
    const auto parsed = parseAddress(address);
    const store::Contact *contact = parsed ? m_book.find(*parsed) : nullptr;
    if (contact != nullptr) {
        m_address = contact->address.text();
        m_name = contact->name;
        m_note = contact->note;
        Q_EMIT draftChanged();
    }
}

void AddressBookViewModel::clearDraft()
{
    m_address.clear();
    m_name.clear();
    m_note.clear();
    Q_EMIT draftChanged();
}

void AddressBookViewModel::remove(const QString &address)
{
    if (const auto parsed = parseAddress(address)) {
        m_book.remove(*parsed);
    }
}

void AddressBookViewModel::copyAddress(const QString &address)
{
    Q_EMIT copyRequested(address);
}

void AddressBookViewModel::send(const QString &address)
{
    Q_EMIT sendRequested(address);
}

void AddressBookViewModel::refresh()
{
    std::vector<ContactRow> rows;
    for (const store::Contact &contact : m_book.contacts()) {
        ContactRow row;
        row.address = contact.address.text();
        row.addressText = format::shortAddress(row.address);
        row.name = format::plainName(contact.name);
        row.note = contact.note;
        row.paid = paidText(contact, m_clock.now());
        row.chains = contact.address.isSolana() ? tr("Solana") : tr("Ethereum and its like", "chains");
        rows.push_back(std::move(row));
    }
    m_contacts.setRows(std::move(rows));
    if (!m_book.isLoaded()) {
        clearDraft();
    }
    Q_EMIT contactsChanged();
    Q_EMIT draftChanged();
}

} // namespace majlis::viewmodels
