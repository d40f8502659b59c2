// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/currentplatform.h"

#include <functional>
#include <memory>

namespace majlis::viewmodels
{

/// Keeps a view model tied to the current platform's service: `attach` is called with each new one (null: none) and the
/// context to connect with and to start calls from; when the platform changes, that context goes, and with it every
/// connection and call. GUI thread.
class PlatformLink
{
public:
    using Attach = std::function<void(habibi::HabibiService *service, QObject *context)>;

    PlatformLink(CurrentPlatform &platform, Attach attach);
    ~PlatformLink();
    Q_DISABLE_COPY_MOVE(PlatformLink)

    /// Null when there is no platform.
    [[nodiscard]] habibi::HabibiService *service() const { return m_platform.service(); }
    /// For calls: cancelled when the platform changes or the owner goes.
    [[nodiscard]] QObject *context() const { return m_context.get(); }
    [[nodiscard]] CurrentPlatform &platform() const { return m_platform; }

private:
    void attachNow();

    CurrentPlatform &m_platform;
    Attach m_attach;
    std::unique_ptr<QObject> m_context;
    QObject m_guard; // last, so that it goes first
};

} // namespace majlis::viewmodels
