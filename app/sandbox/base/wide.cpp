// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/base/wide.h"

namespace majlis::sandbox
{

QString decimalText(Wide baseUnits)
{
    const auto fraction = static_cast<std::uint64_t>(baseUnits % tokenUnit);
    Wide whole = baseUnits / tokenUnit;
    char buffer[64];
    int at = 64;
    if (fraction != 0) {
        std::uint64_t rest = fraction;
        bool started = false;
        for (int digit = 0; digit < 18; ++digit, rest /= 10) {
            const auto value = static_cast<char>('0' + rest % 10);
            started = started || value != '0';
            if (started)
                buffer[--at] = value;
        }
        buffer[--at] = '.';
    }
    do {
        buffer[--at] = static_cast<char>('0' + static_cast<int>(whole % 10));
        whole /= 10;
    } while (whole != 0);
    return QString::fromLatin1(buffer + at, 64 - at);
}

QString signedDecimalText(Wide magnitude, bool negative)
{
    const QString text = decimalText(magnitude);
    return negative && magnitude != 0 ? QString(QLatin1Char('-') + text) : text;
}

Amount toAmount(Wide baseUnits)
{
    const auto amount = Amount::fromRaw(
        {static_cast<std::uint64_t>(baseUnits), static_cast<std::uint64_t>(baseUnits >> 64), 0, 0, 0, 0}, false);
    return amount.value_or(Amount());
}

Wide fromAmount(const Amount &amount)
{
    const auto &limbs = amount.rawMagnitude();
    if (limbs[2] != 0 || limbs[3] != 0 || limbs[4] != 0 || limbs[5] != 0)
        return ~Wide(0);
    return (Wide(limbs[1]) << 64) | limbs[0];
}

double tokensLossy(Wide baseUnits)
{
    return static_cast<double>(baseUnits) / 1e18;
}

QString dollarText(Wide baseUnits, std::uint32_t microDollars)
{
    // cents = units × µ$ / 10^18 / 10^4; divided in two steps so that 128 bits are enough.
    const Wide cents = (baseUnits / 1'000'000'000U) * microDollars / 1'000'000'000U / 10'000U;
    const auto rest = static_cast<int>(cents % 100);
    QString text = decimalText(cents / 100 * tokenUnit);
    text += QLatin1Char('.') + QString::number(rest).rightJustified(2, QLatin1Char('0'));
    return text;
}

} // namespace majlis::sandbox
