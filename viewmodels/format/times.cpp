// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/format/times.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace majlis::viewmodels::format
{

using namespace std::chrono;
using namespace std::chrono_literals;

namespace
{

constexpr milliseconds clockSlack = 1min; // a server's clock may be this far ahead before it is worth a word

QString tr(const char *text)
{
    return QCoreApplication::translate("Times", text);
}

QDateTime local(UnixMs at)
{
    return QDateTime::fromMSecsSinceEpoch(at.value);
}

} // namespace

QString age(UnixMs at, UnixMs now, const QLocale &locale)
{
    const milliseconds passed = now - at;
    if (passed < -clockSlack) {
        return exactTime(at, locale);
    }
    if (passed < 1min) {
        return tr("just now");
    }
    if (passed < 1h) {
        return tr("%1 min ago").arg(duration_cast<minutes>(passed).count());
    }
    if (passed < 24h) {
        return tr("%1 h ago").arg(duration_cast<hours>(passed).count());
    }
    return date(at, locale);
}

QString exactTime(UnixMs at, const QLocale &locale)
{
    const QDateTime time = local(at);
    return locale.toString(time.date(), QLocale::ShortFormat) + QChar::Space
        + locale.toString(time.time(), QStringLiteral("HH:mm:ss"));
}

QString date(UnixMs at, const QLocale &locale)
{
    return locale.toString(local(at).date(), QStringLiteral("d MMM yyyy"));
}

QString until(milliseconds left)
{
    if (left < 1s) {
        return tr("now");
    }
    if (left < 1min) {
        return tr("in %1 s").arg(duration_cast<seconds>(left).count());
    }
    const auto allMinutes = duration_cast<minutes>(left).count();
    if (left < 1h) {
        return tr("in %1 min").arg(allMinutes);
    }
    if (left < 24h) {
        return tr("in %1 h %2 min").arg(allMinutes / 60).arg(allMinutes % 60);
    }
    const auto wholeDays = duration_cast<days>(left).count();
    const auto restHours = duration_cast<hours>(left).count() % 24;
    return wholeDays == 1 ? tr("in 1 day %1 h").arg(restHours) : tr("in %1 days %2 h").arg(wholeDays).arg(restHours);
}

QString countdown(milliseconds left)
{
    const auto all = duration_cast<seconds>(std::max(left, 0ms) + 999ms).count();
    return QStringLiteral("%1:%2").arg(all / 60).arg(all % 60, 2, 10, QLatin1Char('0'));
}

Freshness freshness(std::optional<UnixMs> asOf, UnixMs now, milliseconds limit, bool live, const QLocale &locale)
{
    Freshness result;
    if (!asOf) {
        return result;
    }
    result.known = true;
    result.live = live;
    result.stale = !live && now - *asOf > limit;
    result.age = age(*asOf, now, locale);
    result.asOf = exactTime(*asOf, locale);
    return result;
}

} // namespace majlis::viewmodels::format
