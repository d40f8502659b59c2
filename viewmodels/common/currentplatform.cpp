// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/common/currentplatform.h"

namespace majlis::viewmodels
{

void CurrentPlatform::set(habibi::HabibiService *service, const Facts &facts)
{
    if (m_service != service) {
        Q_EMIT aboutToChange();
    }
    m_service = service;
    m_facts = facts;
    Q_EMIT changed();
}

} // namespace majlis::viewmodels
