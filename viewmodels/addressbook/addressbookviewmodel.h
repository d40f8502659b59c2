// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/time.h"
#include "viewmodels/addressbook/contactsmodel.h"
#include "viewmodels/common/values.h"

#include <QObject>

namespace majlis::store
{
class AddressBook;
}

namespace majlis::viewmodels
{

/// The address book: who is named, who was paid, and a draft of a new or changed entry.
class AddressBookViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by RootViewModel")
    Q_PROPERTY(majlis::viewmodels::ContactsModel *contacts READ contacts CONSTANT FINAL)
    Q_PROPERTY(bool available READ isAvailable NOTIFY contactsChanged FINAL) ///< false: locked, or it cannot be read
    Q_PROPERTY(majlis::viewmodels::UserError error READ error NOTIFY errorChanged FINAL) ///< it could not be kept

    Q_PROPERTY(QString draftAddress READ draftAddress WRITE setDraftAddress NOTIFY draftChanged FINAL)
    Q_PROPERTY(QString draftName READ draftName WRITE setDraftName NOTIFY draftChanged FINAL)
    Q_PROPERTY(QString draftNote READ draftNote WRITE setDraftNote NOTIFY draftChanged FINAL)
    Q_PROPERTY(QString draftAddressError READ draftAddressError NOTIFY draftChanged FINAL)
    /// The address resembles one that was paid before: in full, empty when none does.
    Q_PROPERTY(QString draftLookalike READ draftLookalike NOTIFY draftChanged FINAL)
    Q_PROPERTY(bool draftKnown READ isDraftKnown NOTIFY draftChanged FINAL) ///< saving changes an entry
    Q_PROPERTY(bool canSave READ canSave NOTIFY draftChanged FINAL)

public:
    /// Both outlive this object.
    AddressBookViewModel(store::AddressBook &book, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] ContactsModel *contacts() { return &m_contacts; }
    [[nodiscard]] bool isAvailable() const;
    [[nodiscard]] const UserError &error() const { return m_error; }
    [[nodiscard]] QString draftAddress() const { return m_address; }
    void setDraftAddress(const QString &address);
    [[nodiscard]] QString draftName() const { return m_name; }
    void setDraftName(const QString &name);
    [[nodiscard]] QString draftNote() const { return m_note; }
    void setDraftNote(const QString &note);
    [[nodiscard]] QString draftAddressError() const;
    [[nodiscard]] QString draftLookalike() const;
    [[nodiscard]] bool isDraftKnown() const;
    [[nodiscard]] bool canSave() const;

    Q_INVOKABLE void save();
    Q_INVOKABLE void edit(const QString &address); ///< fills the draft
    Q_INVOKABLE void clearDraft();
    Q_INVOKABLE void remove(const QString &address);
    Q_INVOKABLE void copyAddress(const QString &address);
    Q_INVOKABLE void send(const QString &address); ///< opens Send for this recipient

Q_SIGNALS:
    void contactsChanged();
    void draftChanged();
    void errorChanged();
    void copyRequested(const QString &text);
    void sendRequested(const QString &address);

private:
    void refresh();

    store::AddressBook &m_book;
    const Clock &m_clock;
    ContactsModel m_contacts;
    UserError m_error;
    QString m_address;
    QString m_name;
    QString m_note;
};

} // namespace majlis::viewmodels
