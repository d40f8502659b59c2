// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/httpexchange.h"

#include <QSslError>

#include <algorithm>

namespace majlis::net
{

using namespace Qt::StringLiterals;

namespace
{

// What Qt may hold back for us: keeps a decompressed flood from piling up before it is counted.
constexpr qint64 readBuffer = 512LL * 1024;

Error makeError(ErrorCode code, QString detail)
{
    Error error;
    error.code = code;
    error.detail = std::move(detail);
    return error;
}

// Stable names that the user interface can explain.
QString tlsReason(QSslError::SslError error)
{
    switch (error) {
    case QSslError::CertificateExpired:
        return u"certificate_expired"_s;
    case QSslError::CertificateNotYetValid:
        return u"certificate_not_yet_valid"_s;
    case QSslError::HostNameMismatch:
        return u"certificate_other_host"_s;
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
        return u"certificate_self_signed"_s;
    case QSslError::CertificateRevoked:
        return u"certificate_revoked"_s;
    default:
        return u"certificate_untrusted"_s;
    }
}

} // namespace

QByteArray ExchangeOutcome::header(QByteArrayView lowerCaseName) const
{
    const auto found = std::ranges::find_if(headers, [&](const auto &entry) { return entry.first == lowerCaseName; });
    return found == headers.end() ? QByteArray() : found->second;
}

HttpExchange::HttpExchange(QNetworkReply *reply, Limits limits)
    : m_reply(reply)
    , m_limits(limits)
{
    m_reply->setReadBufferSize(readBuffer);
    m_idle.setSingleShot(true);
    m_total.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this,
        [this] { abort(makeError(ErrorCode::Timeout, u"no byte for %1 ms"_s.arg(m_limits.idle.count()))); });
    connect(&m_total, &QTimer::timeout, this,
        [this] { abort(makeError(ErrorCode::Timeout, u"not answered in %1 ms"_s.arg(m_limits.total.count()))); });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpExchange::onMetaData);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpExchange::onReadyRead);
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this] { m_idle.start(m_limits.idle); });
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::onFinished);
    connect(m_reply, &QNetworkReply::sslErrors, this, &HttpExchange::onSslErrors);
    connect(m_reply, &QObject::destroyed, this, &HttpExchange::onReplyGone);
    m_idle.start(m_limits.idle);
    m_total.start(m_limits.total);
    if (m_reply->isFinished())
        QMetaObject::invokeMethod(this, &HttpExchange::onFinished, Qt::QueuedConnection);
}

HttpExchange::~HttpExchange()
{
    releaseReply();
}

void HttpExchange::onReplyGone()
{
    if (m_ended)
        return;
    m_outcome.error = makeError(ErrorCode::Cancelled, u"the network layer was shut down"_s);
    m_outcome.body.clear();
    end();
}

void HttpExchange::releaseReply()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->deleteLater();
    m_reply.clear();
}

void HttpExchange::abort(Error error)
{
    if (m_ended)
        return;
    m_outcome.error = std::move(error);
    m_outcome.body.clear();
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
    }
    releaseReply();
    end();
}

void HttpExchange::onMetaData()
{
    m_idle.start(m_limits.idle);
    m_outcome.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_outcome.contentType = m_reply->header(QNetworkRequest::ContentTypeHeader).toByteArray();
    m_outcome.contentType = m_outcome.contentType.split(';').constFirst().trimmed().toLower();
    m_outcome.headers.clear();
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        m_outcome.headers.emplace_back(name.toLower(), value);
    m_outcome.location = m_reply->header(QNetworkRequest::LocationHeader).toUrl();
    const auto declared = m_reply->header(QNetworkRequest::ContentLengthHeader);
    if (declared.isValid() && declared.toLongLong() > m_limits.maxBytes)
        abort(makeError(ErrorCode::TooLarge,
            u"%1 bytes announced, %2 allowed"_s.arg(declared.toLongLong()).arg(m_limits.maxBytes)));
}

void HttpExchange::onReadyRead()
{
    m_idle.start(m_limits.idle);
    m_outcome.body += m_reply->readAll();
    if (m_outcome.body.size() > m_limits.maxBytes)
        abort(makeError(ErrorCode::TooLarge, u"more than the %1 bytes allowed"_s.arg(m_limits.maxBytes)));
}

void HttpExchange::onFinished()
{
    if (m_ended)
        return;
    onMetaData();
    if (!m_ended)
        onReadyRead();
    if (m_ended)
        return;
    const auto code = m_reply->error();
    // From 200 on Qt speaks about the answer's status, which the client judges itself.
    const bool transport = code != QNetworkReply::NoError && (code < 200 || m_outcome.status == 0);
    const bool spoilt = code != QNetworkReply::NoError && m_outcome.status >= 200 && m_outcome.status < 300;
    if (transport || spoilt) {
        m_outcome.error = transportError();
        m_outcome.body.clear();
    }
    end();
}

void HttpExchange::onSslErrors(const QList<QSslError> &errors)
{
    // Nothing is ignored: Qt ends the handshake after this. The worst reason is kept to be explained.
    QStringList texts;
    for (const auto &error : errors)
        texts += error.errorString();
    m_tlsDetail = texts.join("; "_L1);
    if (!errors.isEmpty())
        m_tlsReason = tlsReason(errors.first().error());
    for (const auto &error : errors) {
        if (error.error() == QSslError::HostNameMismatch || error.error() == QSslError::CertificateExpired
            || error.error() == QSslError::CertificateNotYetValid)
            m_tlsReason = tlsReason(error.error());
    }
}

Error HttpExchange::transportError() const
{
    const auto text = m_reply->errorString();
    switch (m_reply->error()) {
    case QNetworkReply::SslHandshakeFailedError: {
        auto error = makeError(ErrorCode::Tls, m_tlsDetail.isEmpty() ? text : m_tlsDetail);
        error.reason = m_tlsReason;
        return error;
    }
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        return makeError(ErrorCode::Timeout, text);
    case QNetworkReply::OperationCanceledError:
        return makeError(ErrorCode::Cancelled, text);
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure:
        return makeError(ErrorCode::Malformed, text);
    case QNetworkReply::UnknownContentError:
        // The only ways here with a good status: the compressed body is damaged, or swells beyond Qt's own guard.
        return makeError(text.contains("limit"_L1) ? ErrorCode::TooLarge : ErrorCode::Malformed, text);
    default:
        return makeError(ErrorCode::Offline, text);
    }
}

void HttpExchange::end()
{
    m_ended = true;
    m_idle.stop();
    m_total.stop();
    done.set();
}

} // namespace majlis::net
