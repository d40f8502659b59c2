// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/net/latch.h"

#include <QByteArray>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <optional>
#include <utility>
#include <vector>

namespace majlis::net
{

/// What one request-answer pair on the wire came to.
struct ExchangeOutcome {
    std::optional<Error> error; ///< no answer, or not all of one
    int status = 0;
    QByteArray contentType; ///< without parameters, lower case
    QByteArray body;
    QUrl location; ///< of a redirect, as sent
    std::vector<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case

    [[nodiscard]] QByteArray header(QByteArrayView lowerCaseName) const;
};

/// Watches one QNetworkReply: collects the body up to a bound while it streams, keeps the two timeouts, and maps what
/// the network layer says to an Error. `done` is set once; outcome() is whole from then on.
class HttpExchange : public QObject
{
    Q_OBJECT

public:
    struct Limits {
        qint64 maxBytes = 0;
        std::chrono::milliseconds idle{0};
        std::chrono::milliseconds total{0};
    };

    /// The reply stays its manager's child, because it must not outlive the manager, and is deleted with this object or
    /// before. When it goes first (with the manager), the exchange ends with Cancelled.
    HttpExchange(QNetworkReply *reply, Limits limits);
    ~HttpExchange() override;

    /// Ends it with `error` unless it has ended.
    void abort(Error error);

    [[nodiscard]] ExchangeOutcome takeOutcome() { return std::move(m_outcome); }

    Latch done;

private:
    void onMetaData();
    void onReadyRead();
    void onFinished();
    void onSslErrors(const QList<QSslError> &errors);
    void onReplyGone();
    void releaseReply();
    void end();
    [[nodiscard]] Error transportError() const;

    QPointer<QNetworkReply> m_reply;
    Limits m_limits;
    QTimer m_idle;
    QTimer m_total;
    ExchangeOutcome m_outcome;
    QString m_tlsReason;
    QString m_tlsDetail;
    bool m_ended = false;
};

} // namespace majlis::net
