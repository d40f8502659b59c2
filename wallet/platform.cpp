// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/platform.h"

#include <algorithm>
#include <array>

namespace majlis::wallet
{

namespace
{

struct Known {
    QStringView name;
    QStringView host; ///< contract/<platform>.openapi.yaml, "servers"; lower case, ASCII
};

constexpr std::array<Known, platformCount> known{{
    {u"HABIBI", u"api.habibi.finance"},
    {u"ZMART", u"api.yourdomain.com"},
    {u"DSLT", u"dslt.example"},
    {u"Trade Hybrid", u"trade-hybrid.example"},
    {u"AB.LAND", u"api.ab.land"},
}};

bool isPort(QStringView digits)
{
    if (digits.isEmpty() || digits.size() > 5 || digits.front() == u'0')
        return false;
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    return std::all_of(digits.begin(), digits.end(), isDigit) && digits.toInt() <= 65535;
}

} // namespace

QStringView platformName(Platform platform)
{
    return known.at(static_cast<std::size_t>(platform)).name;
}

bool isPracticeDomain(QStringView host)
{
    for (const QStringView local : {QStringView(u"127.0.0.1"), QStringView(u"localhost")}) {
        if (host == local)
            return true;
        if (host.startsWith(local) && host.size() > local.size() && host[local.size()] == u':')
            return isPort(host.sliced(local.size() + 1));
    }
    return false;
}

bool isPlatformDomain(Platform platform, QStringView host)
{
    return host == known.at(static_cast<std::size_t>(platform)).host || isPracticeDomain(host);
}

} // namespace majlis::wallet
