// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/send/recipientinput.h"

#include "models/domain/pay/lookalike.h"
#include "models/store/addressbook.h"
#include "viewmodels/format/names.h"
#include "viewmodels/send/sendviewmodel.h"

namespace majlis::viewmodels
{

namespace
{
constexpr qsizetype pasteLength = 20; // nobody types that many characters at once
}

void RecipientInput::setText(const QString &text)
{
    m_pasted = text.size() - m_text.size() >= pasteLength;
    m_text = text;
}

QString RecipientInput::error() const
{
    if (m_text.isEmpty() || !m_payer) {
        return {};
    }
    const bool solana = m_payer->address.isSolana();
    const auto parsed = parseAddress(m_text);
    if (!parsed) {
        return solana ? SendViewModel::tr("This is no address of Solana.")
                      : SendViewModel::tr("This is no address of Ethereum.");
    }
    if (parsed->isSolana() != solana) {
        return solana ? SendViewModel::tr("This is an address of Ethereum; this account is of Solana.")
                      : SendViewModel::tr("This is an address of Solana; this account is of Ethereum.");
    }
    return m_payer->address == *parsed ? SendViewModel::tr("This is the account itself.") : QString();
}

std::optional<Address> RecipientInput::address() const
{
    if (m_text.isEmpty() || !m_payer || !error().isEmpty()) {
        return std::nullopt;
    }
    return *parseAddress(m_text);
}

QString RecipientInput::name() const
{
    const auto to = address();
    const store::Contact *contact = to ? m_book.find(*to) : nullptr;
    return contact != nullptr ? format::plainName(contact->name) : QString();
}

QString RecipientInput::lookalike() const
{
    const auto to = address();
    const auto similar = to ? lookalikeOf(*to, m_book.paid()) : std::nullopt;
    return similar ? similar->text() : QString();
}

QString RecipientInput::copiedInstead() const
{
    const auto copied = parseAddress(m_copied);
    const auto to = address();
    const bool swapped = m_pasted && copied && to && *copied != *to && copied->isSolana() == to->isSolana();
    return swapped ? copied->text() : QString();
}

bool RecipientInput::isFirstTime() const
{
    const auto to = address();
    const store::Contact *contact = to ? m_book.find(*to) : nullptr;
    return to && (contact == nullptr || contact->timesPaid == 0);
}

} // namespace majlis::viewmodels
