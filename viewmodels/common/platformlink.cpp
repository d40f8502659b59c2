// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/common/platformlink.h"

namespace majlis::viewmodels
{

PlatformLink::PlatformLink(CurrentPlatform &platform, Attach attach)
    : m_platform(platform)
    , m_attach(std::move(attach))
    , m_context(std::make_unique<QObject>())
{
    QObject::connect(
        &platform, &CurrentPlatform::aboutToChange, &m_guard, [this] { m_context = std::make_unique<QObject>(); });
    QObject::connect(&platform, &CurrentPlatform::changed, &m_guard, [this] { attachNow(); });
    attachNow();
}

PlatformLink::~PlatformLink() = default;

void PlatformLink::attachNow()
{
    m_context = std::make_unique<QObject>();
    m_attach(m_platform.service(), m_context.get());
}

} // namespace majlis::viewmodels
