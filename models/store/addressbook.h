// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/address.h"
#include "models/domain/result.h"
#include "models/domain/time.h"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace majlis::wallet
{
class WalletService;
}

namespace majlis::store
{

/// Somebody whom the user pays, or has paid.
struct Contact {
    Address address;
    QString name; ///< the user's, 1 to 64 characters; empty: paid, but never named
    QString note; ///< at most 256 characters
    UnixMs lastPaid; ///< 0: never
    int timesPaid = 0;
    friend bool operator==(const Contact &, const Contact &) = default;
};

/// The address book, sealed in the wallet's file: nobody reads or swaps an address while the wallet is locked. Loaded
/// when the wallet opens, forgotten when it locks, written after each change. GUI thread.
class AddressBook : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this object.
    AddressBook(wallet::WalletService &wallet, const Clock &clock, QObject *parent = nullptr);

    /// False while the wallet is locked, or its entry could not be read: then nothing is changed either.
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    /// Named ones by name, then the paid ones, newest first.
    [[nodiscard]] const std::vector<Contact> &contacts() const { return m_contacts; }
    [[nodiscard]] const Contact *find(const Address &address) const;
    /// Everybody who was paid at least once.
    [[nodiscard]] std::vector<Address> paid() const;

    /// Adds or renames. ValidationFailed with path `name` or `note` when a text is too long or the name is empty.
    [[nodiscard]] Result<void> put(const Address &address, const QString &name, const QString &note);
    /// Who was paid stays known as such (that is what protects from lookalikes); only name and note go.
    void remove(const Address &address);
    void notePaid(const Address &address);

Q_SIGNALS:
    void changed();
    /// The vault did not take it: the change holds until the program ends.
    void saveFailed(const majlis::Error &error);

private:
    void followWallet();
    void load();
    void save();
    void sort();
    Contact &entry(const Address &address);

    wallet::WalletService &m_wallet;
    const Clock &m_clock;
    std::vector<Contact> m_contacts;
    bool m_loaded = false;
};

} // namespace majlis::store
