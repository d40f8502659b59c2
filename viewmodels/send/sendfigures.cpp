// SPDX-License-Identifier: GPL-3.0-or-later
// What the page says of balances, fees and amounts.
#include "viewmodels/format/figures.h"
#include "viewmodels/format/times.h"
#include "viewmodels/send/paymenttexts.h"
#include "viewmodels/send/sendviewmodel.h"

#include <array>

namespace majlis::viewmodels
{

QStringList SendViewModel::assets() const
{
    QStringList names;
    for (const chain::PaymentAsset &asset : m_quote ? m_quote->assets : std::vector<chain::PaymentAsset>()) {
        names += tr("%1 · %2", "asset, how much there is of it")
                     .arg(assetName(asset),
                         asset.balance ? asset.balance->toUnits(asset.decimals) : tr("unknown", "a balance"));
    }
    return names;
}

QString SendViewModel::balance() const
{
    const chain::PaymentAsset *chosen = asset();
    return chosen != nullptr && chosen->balance ? amountText(*chosen->balance, chosen->decimals, chosen->symbol)
                                                : format::unknown();
}

QStringList SendViewModel::fees() const
{
    if (!m_quote || !m_isQuoteForAsset) {
        return {};
    }
    const std::array names{tr("Slow", "speed of a transaction"), tr("Normal", "speed of a transaction"),
        tr("Fast", "speed of a transaction")};
    QStringList lines;
    for (std::size_t i = 0; i < names.size(); ++i) {
        lines += tr("%1: at most %2", "speed of a transaction, its fee")
                     .arg(names.at(i), amountText(m_quote->fees.at(i).total, coin()->decimals, coin()->symbol));
    }
    return lines;
}

wallet::Uint256 SendViewModel::feeAndRent() const
{
    if (!m_quote) {
        return {};
    }
    const wallet::Uint256 &fee = m_quote->fees[static_cast<std::size_t>(m_fee)].total;
    return fee.plus(m_quote->rent).value_or(fee);
}

QString SendViewModel::total() const
{
    const chain::PaymentAsset *chosen = asset();
    const auto units = m_amount.units();
    if (chosen == nullptr || !units || units->isZero() || !m_isQuoteForAsset) {
        return {};
    }
    const QString costs = amountText(feeAndRent(), coin()->decimals, coin()->symbol);
    if (chosen->token) {
        return tr("%1, and at most %2", "amount of a token, fee in the coin")
            .arg(amountText(*units, chosen->decimals, chosen->symbol), costs);
    }
    const auto whole = units->plus(feeAndRent());
    return whole ? tr("At most %1").arg(amountText(*whole, chosen->decimals, chosen->symbol)) : QString();
}

QString SendViewModel::feeError() const
{
    if (!m_quote || !m_isQuoteForAsset || !coin()->balance || *coin()->balance >= feeAndRent()) {
        return {};
    }
    return tr("The fee can be %1, and this account has %2.", "amounts of the chain's coin")
        .arg(amountText(feeAndRent(), coin()->decimals, coin()->symbol),
            amountText(*coin()->balance, coin()->decimals, coin()->symbol));
}

QString SendViewModel::rent() const
{
    return m_quote && !m_quote->rent.isZero() ? amountText(m_quote->rent, coin()->decimals, coin()->symbol) : QString();
}

QString SendViewModel::worth() const
{
    const chain::PaymentAsset *chosen = asset();
    if (chosen == nullptr) {
        return {};
    }
    if (!m_amount.price()) {
        return tr("No price known");
    }
    QString age = tr("price of %1, %2", "platform, age")
                      .arg(m_amount.price()->source, format::age(m_amount.price()->asOf, m_paying.clock.now()));
    const auto units = m_amount.units();
    const auto dollars = m_amount.dollars();
    if (!units || !dollars) {
        return age;
    }
    return tr("about %1, %2", "value, age of the price")
        .arg(m_amount.isInDollars() ? amountText(*units, chosen->decimals, chosen->symbol) : format::dollars(*dollars),
            age);
}

QString SendViewModel::amountError() const
{
    const chain::PaymentAsset *chosen = asset();
    if (m_amount.text().isEmpty() || chosen == nullptr) {
        return {};
    }
    const auto units = m_amount.units();
    if (!units || units->isZero()) {
        return m_amount.isInDollars()
            ? tr("A sum of dollars such as 12.50.")
            : tr("A number such as 0.25, with at most %1 digits after the point.").arg(chosen->decimals);
    }
    if (!chosen->balance) {
        return {}; // not known here; the chain is asked before anything is signed
    }
    const auto whole = chosen->token ? wallet::Result<wallet::Uint256>(*units) : units->plus(feeAndRent());
    if (whole && *whole <= *chosen->balance) {
        return {};
    }
    return chosen->token ? tr("More than there is: %1.").arg(balance())
                         : tr("More than there is: %1 with the fee.").arg(balance());
}

} // namespace majlis::viewmodels
