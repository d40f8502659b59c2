// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/httpdate.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace majlis::net
{

std::optional<UnixMs> parseHttpDate(const QByteArray &text)
{
    auto date = QLocale::c().toDateTime(
        QString::fromLatin1(text.trimmed()), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    if (!date.isValid())
        return {};
    date.setTimeSpec(Qt::UTC);
    return UnixMs{date.toMSecsSinceEpoch()};
}

} // namespace majlis::net
