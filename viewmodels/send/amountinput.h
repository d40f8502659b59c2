// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chain/pay/pricesource.h"
#include "wallet/uint256.h"

#include <QString>

#include <optional>

namespace majlis::viewmodels
{

/// How much is paid, while it is typed: in the asset, or in dollars where a price is known. Exact; what is worth less
/// than one base unit, or has more digits than the asset, is not taken. A value.
class AmountInput
{
public:
    [[nodiscard]] const QString &text() const { return m_text; }
    /// False when nothing changed.
    bool setText(const QString &text);
    void clear();
    [[nodiscard]] unsigned decimals() const { return m_decimals; }
    void setDecimals(unsigned decimals) { m_decimals = decimals; }
    [[nodiscard]] const std::optional<chain::AssetPrice> &price() const { return m_price; }
    /// Without a price what is typed counts as the asset's again: dollars that were typed go.
    void setPrice(const std::optional<chain::AssetPrice> &price);

    [[nodiscard]] bool isInDollars() const { return m_isInDollars; }
    /// What is typed is written anew in the other measure. Without a price: refused.
    bool setInDollars(bool inDollars);

    /// Base units; none while it is no amount.
    [[nodiscard]] std::optional<wallet::Uint256> units() const;
    /// What is typed, in dollars; none when it is no amount or there is no price.
    [[nodiscard]] std::optional<Amount> dollars() const;

private:
    [[nodiscard]] std::optional<wallet::Uint256> unitsFor(const Amount &dollars) const;

    QString m_text;
    unsigned m_decimals = 18;
    bool m_isInDollars = false;
    std::optional<chain::AssetPrice> m_price;
};

} // namespace majlis::viewmodels
