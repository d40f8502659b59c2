// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/versions.h"

#include <QSslSocket>
#include <QSysInfo>

namespace majlis::client
{

using namespace Qt::StringLiterals;

std::vector<viewmodels::FactRow> versions()
{
    return {
        {u"Majlis"_s, QStringLiteral(MAJLIS_VERSION)},
        {u"Qt"_s, QString::fromLatin1(qVersion())},
        {u"TLS"_s, QSslSocket::supportsSsl() ? QSslSocket::sslLibraryVersionString() : u"–"_s},
        {u"System"_s, QSysInfo::prettyProductName()},
        {u"Kernel"_s, QSysInfo::kernelType() + u' ' + QSysInfo::kernelVersion()},
        {u"Processor"_s, QSysInfo::currentCpuArchitecture()},
    };
}

} // namespace majlis::client
