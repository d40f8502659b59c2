// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace majlis::client
{

struct AppServices;
class DesktopTheme;
class SessionWatch;

/// What the desktop has to say to the client: which theme it prefers (its portal's word, else its palette), and that
/// the user has left, which locks the wallet at once. Where there is no D-Bus the palette alone speaks.
class DesktopLink : public QObject
{
    Q_OBJECT

public:
    /// `services` outlives this object. The buses are looked for once the event loop runs, so that they delay nothing.
    explicit DesktopLink(AppServices &services, QObject *parent = nullptr);
    ~DesktopLink() override;

    /// The palette may have changed.
    void followTheme();

private:
    void connectBuses();

    AppServices &m_services;
    std::unique_ptr<DesktopTheme> m_theme; ///< none without D-Bus, and before the event loop runs
    std::unique_ptr<SessionWatch> m_session;
};

} // namespace majlis::client
