// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/shell/rootviewmodel.h"
namespace majlis::viewmodels
{
QString RootViewModel::version() const
{
    return QStringLiteral(MAJLIS_VERSION);
}
} // namespace majlis::viewmodels
