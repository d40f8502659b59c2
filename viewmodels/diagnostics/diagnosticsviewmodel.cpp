// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/diagnostics/diagnosticsviewmodel.h"

namespace majlis::viewmodels
{

DiagnosticsViewModel::DiagnosticsViewModel(QObject *parent)
    : QObject(parent)
{
}

QString DiagnosticsViewModel::report() const
{
    return {};
}

void DiagnosticsViewModel::copyReport()
{
    Q_EMIT copyRequested(report());
}

void DiagnosticsViewModel::clearErrors() { }

} // namespace majlis::viewmodels
