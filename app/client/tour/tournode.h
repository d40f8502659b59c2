// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QJsonValue>
#include <QTcpServer>
#include <QUrl>

namespace majlis::client
{

/// A node of the local development chain for the pictures of the Send page: on loopback, with an account that has
/// something, and whatever trouble a picture is of. Nothing is executed. GUI thread.
class TourNode : public QObject
{
    Q_OBJECT

public:
    enum class Mood {
        Waiting, ///< takes what is sent; no block has it yet
        Mined, ///< a block has everything that was sent
        Refusing, ///< says that the account has too little
        Poor, ///< the account has hardly any coin
    };

    explicit TourNode(QObject *parent = nullptr);

    [[nodiscard]] QUrl url() const;
    void setMood(Mood mood) { m_mood = mood; }

private:
    void accept();
    void read(QTcpSocket *socket);
    [[nodiscard]] QJsonObject answer(const QJsonObject &request) const;
    [[nodiscard]] QJsonValue resultOf(const QString &method, const QJsonArray &params) const;
    [[nodiscard]] QJsonValue tokenCall(const QJsonObject &call) const;

    QHash<QTcpSocket *, QByteArray> m_received; // the server's sockets say goodbye to it
    QTcpServer m_server;
    Mood m_mood = Mood::Waiting;
};

} // namespace majlis::client
