// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QUrl>

namespace majlis::habibi
{
class HabibiService;
}

namespace majlis::viewmodels
{

/// The platform that the pages are about now. The composition root sets it; view models follow it. The service is owned
/// elsewhere and lives at least until `aboutToChange` has been handled. GUI thread.
class CurrentPlatform : public QObject
{
    Q_OBJECT

public:
    struct Facts {
        QString id;
        QString name; ///< "Sandbox"
        QUrl url;
        bool practice = false; ///< the sandbox on this computer: nothing of value
    };

    using QObject::QObject;

    /// Null: no platform was chosen, or it is not running.
    [[nodiscard]] habibi::HabibiService *service() const { return m_service; }
    [[nodiscard]] const Facts &facts() const { return m_facts; }
    void set(habibi::HabibiService *service, const Facts &facts);

Q_SIGNALS:
    /// The service is about to go: let go of it.
    void aboutToChange();
    void changed();

private:
    habibi::HabibiService *m_service = nullptr;
    Facts m_facts;
};

} // namespace majlis::viewmodels
