// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/shell/rootviewmodel.h"

namespace majlis::viewmodels
{

RootViewModel::RootViewModel(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_shell(clock)
{
}

QString RootViewModel::version() const
{
    return QStringLiteral(MAJLIS_VERSION);
}

} // namespace majlis::viewmodels
