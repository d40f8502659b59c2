// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/send/amountinput.h"

#include <algorithm>

namespace majlis::viewmodels
{

namespace
{
constexpr int cents = 2;
}

bool AmountInput::setText(const QString &text)
{
    if (m_text == text.trimmed()) {
        return false;
    }
    m_text = text.trimmed();
    return true;
}

void AmountInput::clear()
{
    m_text.clear();
    m_isInDollars = false;
}

void AmountInput::setPrice(const std::optional<chain::AssetPrice> &price)
{
    m_price = price && !price->dollars.isZero() && !price->dollars.isNegative() ? price : std::nullopt;
    if (!m_price && m_isInDollars) {
        clear();
    }
}

bool AmountInput::setInDollars(bool inDollars)
{
    if (m_isInDollars == inDollars || (inDollars && !m_price)) {
        return false;
    }
    const auto now = inDollars ? dollars() : std::nullopt;
    const auto base = inDollars ? std::nullopt : units();
    m_isInDollars = inDollars;
    m_text = now ? now->toString(cents, Rounding::Down) : base ? base->toUnits(m_decimals) : QString();
    return true;
}

std::optional<wallet::Uint256> AmountInput::units() const
{
    if (m_isInDollars) {
        const auto typed = Amount::parse(m_text);
        const bool isMoney = typed && !typed->isNegative() && typed->rounded(cents, Rounding::Down) == *typed;
        return isMoney ? unitsFor(*typed) : std::nullopt;
    }
    const auto typed = wallet::Uint256::fromUnits(m_text, m_decimals);
    return typed ? std::optional(*typed) : std::nullopt;
}

std::optional<Amount> AmountInput::dollars() const
{
    if (!m_price) {
        return std::nullopt;
    }
    if (m_isInDollars) {
        const auto typed = Amount::parse(m_text);
        return typed ? std::optional(*typed) : std::nullopt;
    }
    const auto base = units();
    const auto whole = base ? Amount::fromBaseUnits(base->toDecimal(), static_cast<int>(m_decimals))
                            : Result<Amount>(fail(ErrorCode::Undefined));
    const auto worth = whole ? whole->times(m_price->dollars, Rounding::HalfUp) : whole;
    return worth ? std::optional(*worth) : std::nullopt;
}

std::optional<wallet::Uint256> AmountInput::unitsFor(const Amount &dollars) const
{
    const int places = std::min(static_cast<int>(m_decimals), Amount::scale);
    const auto share = dollars.dividedBy(m_price->dollars, Rounding::Down);
    const auto cut = share ? share->rounded(places, Rounding::Down) : share;
    const auto text
        = cut ? cut->toBaseUnits(static_cast<int>(m_decimals)) : Result<QString>(fail(ErrorCode::Undefined));
    const auto base = text ? wallet::Uint256::fromDecimal(*text) : wallet::Result<wallet::Uint256>();
    return text && base ? std::optional(*base) : std::nullopt;
}

} // namespace majlis::viewmodels
