// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>

#include <optional>

namespace majlis::client
{

/// Whether the desktop prefers dark, as its portal says (org.freedesktop.appearance color-scheme) and whenever it
/// changes its mind. None: there is no portal, or it has no preference; the palette decides then. GUI thread, never
/// blocks.
class DesktopTheme : public QObject
{
    Q_OBJECT

public:
    explicit DesktopTheme(QDBusConnection session, QObject *parent = nullptr);

    [[nodiscard]] std::optional<bool> prefersDark() const { return m_prefersDark; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void read();
    void take(const QVariant &value);

    QDBusConnection m_session;
    std::optional<bool> m_prefersDark;
};

} // namespace majlis::client
