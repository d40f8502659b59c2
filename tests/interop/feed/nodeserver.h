// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace majlis::test
{

/// One of the servers of this folder, run by node; ends with this object.
class NodeServer
{
public:
    explicit NodeServer(const QString &script, const QStringList &arguments = {});
    ~NodeServer();
    NodeServer(const NodeServer &) = delete;
    NodeServer &operator=(const NodeServer &) = delete;

    [[nodiscard]] QUrl url() const { return m_url; }
    /// The JSON behind a path.
    [[nodiscard]] QJsonObject get(const QString &path) const;
    [[nodiscard]] QJsonObject post(const QString &path, const QByteArray &body) const;

private:
    QProcess m_process;
    QUrl m_url;
};

} // namespace majlis::test
