// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/address.h"
#include "wallet/account.h"

#include <QString>

#include <optional>

namespace majlis::store
{
class AddressBook;
}

namespace majlis::viewmodels
{

/// To whom a payment goes, while it is typed: whether it is an address of the right kind, whose, and what speaks
/// against it. A value that refers to the address book.
class RecipientInput
{
public:
    /// Outlives this object.
    explicit RecipientInput(const store::AddressBook &book)
        : m_book(book)
    {
    }

    [[nodiscard]] const QString &text() const { return m_text; }
    void setText(const QString &text);
    /// The account that pays: decides which addresses are right.
    void setPayer(const std::optional<wallet::Account> &payer) { m_payer = payer; }
    /// What was put on the clipboard from within the program.
    void noteCopied(const QString &text) { m_copied = text; }

    [[nodiscard]] QString error() const; ///< empty while nothing is typed
    [[nodiscard]] std::optional<Address> address() const; ///< none while there is an error
    [[nodiscard]] QString name() const; ///< by the address book
    [[nodiscard]] QString lookalike() const; ///< who was paid before and looks like it; in full
    /// What was copied here last, when another address was pasted: a program may have swapped it.
    [[nodiscard]] QString copiedInstead() const;
    [[nodiscard]] bool isFirstTime() const; ///< an address that was never paid

private:
    const store::AddressBook &m_book;
    std::optional<wallet::Account> m_payer;
    QString m_text;
    QString m_copied;
    bool m_pasted = false; ///< it came in one piece
};

} // namespace majlis::viewmodels
