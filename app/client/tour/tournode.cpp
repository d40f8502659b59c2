// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/tour/tournode.h"

#include "wallet/encoding/hex.h"
#include "wallet/evm/transaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpSocket>

namespace majlis::client
{

using namespace Qt::StringLiterals;

namespace
{

const QString majlisToken = u"0x8398bcd4f633c72939f9043db78c574a91c99c0a"_s;

QString word(const wallet::Uint256 &number)
{
    return wallet::toHex(number.bigEndian());
}

// string: where it begins, how long it is, and its bytes.
QString abiText(const QByteArray &text)
{
    const QByteArray padded = text + QByteArray(32 - text.size(), '\0');
    return word(32) + word(wallet::Uint256(static_cast<std::uint64_t>(text.size()))).mid(2)
        + QString::fromLatin1(padded.toHex());
}

QJsonValue feeHistory()
{
    QJsonArray rewards;
    for (int i = 0; i < 20; ++i)
        rewards.append(QJsonArray{u"0x5f5e100"_s, u"0xbebc200"_s, u"0x1dcd6500"_s});
    QJsonArray baseFees;
    QJsonArray ratios;
    for (int i = 0; i < 21; ++i) {
        baseFees.append(u"0x3b9aca00"_s);
        if (i < 20)
            ratios.append(0.5);
    }
    return QJsonObject{{u"oldestBlock"_s, u"0x64"_s}, {u"baseFeePerGas"_s, baseFees}, {u"gasUsedRatio"_s, ratios},
        {u"reward"_s, rewards}};
}

QJsonValue receiptOf(const QString &hash)
{
    return QJsonObject{{u"transactionHash"_s, hash}, {u"status"_s, u"0x1"_s}, {u"blockNumber"_s, u"0x78"_s},
        {u"gasUsed"_s, u"0x5208"_s}, {u"effectiveGasPrice"_s, u"0x3b9aca00"_s}, {u"logs"_s, QJsonArray()}};
}

} // namespace

TourNode::TourNode(QObject *parent)
    : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, &TourNode::accept);
    m_server.listen(QHostAddress::LocalHost);
}

QUrl TourNode::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_server.serverPort()));
}

void TourNode::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_received.remove(socket);
            socket->deleteLater();
        });
    }
}

void TourNode::read(QTcpSocket *socket)
{
    QByteArray &received = m_received[socket];
    received += socket->readAll();
    const qsizetype body = received.indexOf("\r\n\r\n") + 4;
    const QByteArray head = received.left(std::max<qsizetype>(body, 0)).toLower();
    const qsizetype length = head.indexOf("content-length:");
    if (body < 4 || length < 0)
        return;
    const qsizetype bytes = head.mid(length + 15, head.indexOf('\r', length) - length - 15).trimmed().toLongLong();
    if (received.size() < body + bytes)
        return;
    const QJsonObject request = QJsonDocument::fromJson(received.mid(body, bytes)).object();
    received.remove(0, body + bytes);
    const QByteArray reply = QJsonDocument(answer(request)).toJson(QJsonDocument::Compact);
    socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(reply.size()) + "\r\n\r\n" + reply);
}

QJsonObject TourNode::answer(const QJsonObject &request) const
{
    const QString method = request[u"method"_s].toString();
    QJsonObject reply{{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, request[u"id"_s]}};
    const QJsonValue result = resultOf(method, request[u"params"_s].toArray());
    if (!result.isUndefined()) {
        reply[u"result"_s] = result;
        return reply;
    }
    reply[u"error"_s] = m_mood == Mood::Refusing && method == u"eth_sendRawTransaction"
        ? QJsonObject{{u"code"_s, -32000}, {u"message"_s, u"insufficient funds for gas * price + value"_s}}
        : QJsonObject{{u"code"_s, -32005}, {u"message"_s, u"limit exceeded"_s}};
    return reply;
}

QJsonValue TourNode::resultOf(const QString &method, const QJsonArray &params) const
{
    const bool isMined = m_mood == Mood::Mined;
    if (method == u"eth_getTransactionReceipt")
        return isMined ? receiptOf(params[0].toString()) : QJsonValue();
    if (method == u"eth_getTransactionByHash")
        return m_mood == Mood::Waiting ? QJsonValue(QJsonObject{{u"hash"_s, params[0]}}) : QJsonValue();
    if (method == u"eth_sendRawTransaction") {
        const auto raw = wallet::fromHex(params[0].toString());
        const auto sent = wallet::decodeTransaction(raw.value_or(wallet::Bytes()));
        return sent && m_mood != Mood::Refusing ? QJsonValue(wallet::toHex(sent->hash)) : QJsonValue::Undefined;
    }
    if (method == u"eth_call")
        return tokenCall(params[0].toObject());
    if (method == u"eth_feeHistory")
        return feeHistory();
    static const QHash<QString, QString> fixed{{u"eth_chainId"_s, u"0x7a69"_s}, {u"eth_blockNumber"_s, u"0x78"_s},
        {u"eth_getCode"_s, u"0x"_s}, {u"eth_getTransactionCount"_s, u"0x3"_s}, {u"eth_estimateGas"_s, u"0xc350"_s},
        {u"eth_gasPrice"_s, u"0x3b9aca00"_s}, {u"eth_maxPriorityFeePerGas"_s, u"0x5f5e100"_s}};
    if (method == u"eth_getBalance")
        return m_mood == Mood::Poor ? u"0x9184e72a000"_s : u"0x1158e460913d0000"_s;
    if (method == u"eth_estimateGas" && params[0].toObject()[u"data"_s].toString() == u"0x")
        return u"0x5208"_s;
    return fixed.contains(method) ? QJsonValue(fixed[method]) : QJsonValue(QJsonValue::Undefined);
}

// The wallet knows two tokens there. Of the one everything can be asked, of the other nothing: it stays unknown.
QJsonValue TourNode::tokenCall(const QJsonObject &call) const
{
    if (call[u"to"_s].toString().toLower() != majlisToken)
        return QJsonValue::Undefined;
    const QString method = call[u"data"_s].toString().left(10);
    if (method == u"0x70a08231") // balanceOf(address)
        return word(wallet::Uint256::fromUnits(u"120.5", 18).value());
    if (method == u"0x313ce567") // decimals()
        return word(18);
    if (method == u"0x95d89b41") // symbol()
        return abiText("MJG");
    return abiText("Majlis Governance");
}

} // namespace majlis::client
