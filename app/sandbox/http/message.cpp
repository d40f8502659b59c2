// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/http/message.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QLocale>

#include <zlib.h>

using namespace Qt::StringLiterals;

namespace majlis::sandbox
{

namespace
{

constexpr qsizetype compressFrom = 1024;
constexpr qsizetype compressUpTo = 64LL << 20;

QByteArray statusText(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 204:
        return "No Content";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 409:
        return "Conflict";
    case 413:
        return "Content Too Large";
    case 415:
        return "Unsupported Media Type";
    case 421:
        return "Misdirected Request";
    case 429:
        return "Too Many Requests";
    case 503:
        return "Service Unavailable";
    default:
        return "Internal Server Error";
    }
}

bool accepts(const QByteArray &header, const QByteArray &encoding)
{
    for (const QByteArray &part : header.split(',')) {
        const QList<QByteArray> pieces = part.split(';');
        const QByteArray name = pieces.first().trimmed().toLower();
        if (name == encoding)
            return pieces.size() < 2 || pieces.at(1).trimmed() != "q=0";
    }
    return false;
}

bool holdsTag(const QByteArray &ifNoneMatch, const QByteArray &etag)
{
    for (const QByteArray &part : ifNoneMatch.split(',')) {
        QByteArray tag = part.trimmed();
        if (tag == "*")
            return true;
        if (tag.startsWith("W/"))
            tag = tag.mid(2);
        if (tag == '"' + etag + '"' || tag == '"' + etag + "-gz\"")
            return true;
    }
    return false;
}

} // namespace

HttpResponse HttpResponse::json(const QJsonObject &object, int status)
{
    HttpResponse response;
    response.status = status;
    response.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return response;
}

HttpResponse HttpResponse::fromError(const ApiError &error, const QString &requestId)
{
    HttpResponse response = json(error.toEnvelope(requestId), error.status);
    if (error.retryAfter)
        response.addHeader("Retry-After", QByteArray::number(*error.retryAfter));
    return response;
}

QByteArray gzip(const QByteArray &plain)
{
    z_stream stream{};
    constexpr int gzipWindow = 15 + 16;
    if (deflateInit2(&stream, 1, Z_DEFLATED, gzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    QByteArray packed(
        static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(plain.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(plain.constData()));
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const int state = deflate(&stream, Z_FINISH);
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return state == Z_STREAM_END ? packed : QByteArray();
}

void finish(const HttpRequest &request, HttpResponse &response)
{
    QByteArray tag = response.etag;
    if (!tag.isEmpty() && response.status == 200 && holdsTag(request.header("if-none-match"), tag)) {
        response.status = 304;
        response.body.clear();
    }
    if (response.body.size() >= compressFrom && response.body.size() <= compressUpTo
        && accepts(request.header("accept-encoding"), "gzip")) {
        if (QByteArray packed = gzip(response.body); !packed.isEmpty()) {
            response.body = std::move(packed);
            response.addHeader("Content-Encoding", "gzip");
            tag += tag.isEmpty() ? "" : "-gz";
        }
    }
    if (!tag.isEmpty()) {
        response.addHeader("ETag", '"' + tag + '"');
        response.addHeader("Cache-Control", "private, max-age=" + QByteArray::number(response.maxAge));
        response.addHeader("Vary", "Accept, Accept-Encoding, Authorization");
    } else {
        response.addHeader("Cache-Control", "no-store");
    }
}

QByteArray serialize(const HttpResponse &response, bool headOnly, bool keepAlive)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + statusText(response.status) + "\r\n";
    const bool hasBody = response.status != 204 && response.status != 304;
    bytes
        += "Date: " + QLocale::c().toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy hh:mm:ss"_s).toLatin1()
        + " GMT\r\n";
    if (hasBody) {
        bytes += "Content-Type: " + response.contentType
            + "\r\nContent-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    }
    for (const auto &[name, value] : response.headers)
        bytes += name + ": " + value + "\r\n";
    bytes += "X-Content-Type-Options: nosniff\r\n";
    bytes += keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    if (hasBody && !headOnly)
        bytes += response.body;
    return bytes;
}

} // namespace majlis::sandbox
