// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/format/figures.h"

#include "models/domain/strength.h"

#include <cmath>

namespace majlis::viewmodels::format
{

using namespace Qt::StringLiterals;

namespace
{

/// "-1234.50" (as Amount writes it) with the locale's separators. Written here because QLocale takes doubles only.
QString localised(const QString &plain, const QLocale &locale)
{
    const bool negative = plain.startsWith(u'-');
    const qsizetype point = plain.indexOf(u'.');
    const QString whole = plain.mid(negative ? 1 : 0, (point < 0 ? plain.size() : point) - (negative ? 1 : 0));
    QString grouped;
    for (qsizetype i = 0; i < whole.size(); ++i) {
        if (i > 0 && (whole.size() - i) % 3 == 0 && !locale.numberOptions().testFlag(QLocale::OmitGroupSeparator)) {
            grouped += locale.groupSeparator();
        }
        grouped += whole[i];
    }
    QString text = (negative ? locale.negativeSign() : QString()) + grouped;
    if (point >= 0) {
        text += locale.decimalPoint() + plain.mid(point + 1);
    }
    return text;
}

} // namespace

QString unknown()
{
    return u"–"_s;
}

QString amount(const Amount &value, int places, const QLocale &locale)
{
    const QString cut = value.toString(places, Rounding::Down);
    const bool vanished = !value.isZero() && Amount::parse(cut).value_or(Amount()).isZero();
    if (vanished) {
        const QString least = u"0."_s + QString(places - 1, u'0') + u'1';
        return value.isNegative() ? u">"_s + localised(u'-' + least, locale) : u"<"_s + localised(least, locale);
    }
    return localised(cut, locale);
}

QString amount(const std::optional<Amount> &value, int places, const QLocale &locale)
{
    return value ? amount(*value, places, locale) : unknown();
}

QString exactAmount(const Amount &value, const QLocale &locale)
{
    return localised(value.toString(), locale);
}

QString change(const Amount &value, int places, const QLocale &locale)
{
    if (value.isZero()) {
        return u"0"_s;
    }
    return value.isNegative() ? u"▼ "_s + amount(value, places, locale) : u"▲ +"_s + amount(value, places, locale);
}

QString dollars(const Amount &value, const QLocale &locale)
{
    return u"$"_s + amount(value, 2, locale);
}

QString count(std::int64_t value, const QLocale &locale)
{
    return locale.toString(static_cast<qlonglong>(value));
}

QString score(double value, const QLocale &locale)
{
    return std::isfinite(value) ? localised(StrengthTerms::shown(value), locale) : unknown();
}

QString percent(double share, bool sign, const QLocale &locale)
{
    if (!std::isfinite(share)) {
        return unknown();
    }
    const QString figure = locale.toString(share * 100, 'f', 2) + u" %"_s;
    return sign && share > 0 ? u"+"_s + figure : figure;
}

QString milliseconds(double value, const QLocale &locale)
{
    if (!std::isfinite(value) || value < 0) {
        return unknown();
    }
    return value < 1000 ? locale.toString(value, 'f', value < 10 ? 1 : 0) + u" ms"_s
                        : locale.toString(value / 1000, 'f', 1) + u" s"_s;
}

} // namespace majlis::viewmodels::format
