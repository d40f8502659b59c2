// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

namespace majlis::client
{

/// One client per data folder: two would write the same wallet file. The second one asks the first to show itself and
/// ends. A lock left by a crash is taken over.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(const QString &dataDir, QObject *parent = nullptr);

    /// False: another client has this folder; it was asked to come to the front.
    [[nodiscard]] bool claim();

Q_SIGNALS:
    void activationRequested();

private:
    QString m_serverName;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace majlis::client
