// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/format/addresses.h"

namespace majlis::viewmodels::format
{

using namespace Qt::StringLiterals;

namespace
{
constexpr qsizetype group = 4;
constexpr qsizetype shortestAddress = 32;
} // namespace

QString shortAddress(const QString &address)
{
    if (address.size() < shortestAddress) {
        return address;
    }
    const qsizetype prefix = address.startsWith("0x"_L1) ? 2 : 0;
    return address.left(prefix + group) + u' ' + address.mid(prefix + group, group) + u" … "_s + address.right(group);
}

QString groupedAddress(const QString &address)
{
    const qsizetype prefix = address.startsWith("0x"_L1) ? 2 : 0;
    QString text = address.left(prefix);
    for (qsizetype at = prefix; at < address.size(); at += group) {
        if (at > prefix) {
            text += u' ';
        }
        text += address.mid(at, group);
    }
    return text;
}

} // namespace majlis::viewmodels::format
