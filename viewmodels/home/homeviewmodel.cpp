// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/home/homeviewmodel.h"

namespace majlis::viewmodels
{

HomeViewModel::HomeViewModel(QObject *parent)
    : QObject(parent)
{
}

QString HomeViewModel::token() const
{
    return QStringLiteral("HABIBI");
}

void HomeViewModel::refresh()
{
    Q_EMIT refreshRequested();
}

void HomeViewModel::showPerson(const QString &address)
{
    Q_EMIT personRequested(address);
}

} // namespace majlis::viewmodels
