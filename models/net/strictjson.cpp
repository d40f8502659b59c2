// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/strictjson.h"

#include "models/net/jsonelement.h"
#include "models/net/offthread.h"

#include <simdjson.h>

namespace majlis::net
{

namespace
{

// Below this, parsing costs less than the way to another thread and back.
constexpr qsizetype offThreadFrom = 32LL * 1024;

Error malformed(QString detail, QString path = {})
{
    Error error;
    error.code = ErrorCode::Malformed;
    error.detail = std::move(detail);
    error.path = std::move(path);
    return error;
}

} // namespace

Result<QJsonValue> parseStrict(const QByteArray &text)
{
    simdjson::dom::parser parser;
    const auto size = static_cast<std::size_t>(text.size());
    if (parser.allocate(size, maxJsonDepth) != simdjson::SUCCESS)
        return std::unexpected(malformed(QStringLiteral("no memory for a JSON text of %1 bytes").arg(text.size())));
    simdjson::dom::element root;
    if (text.startsWith("\xef\xbb\xbf"))
        return std::unexpected(malformed(QStringLiteral("JSON begins with a byte order mark")));
    if (const auto error = parser.parse(text.constData(), size).get(root); error != simdjson::SUCCESS)
        return std::unexpected(
            malformed(QStringLiteral("not JSON: %1").arg(QLatin1StringView(simdjson::error_message(error)))));
    QString duplicate;
    const auto value = toJsonValue(root, duplicate);
    if (!value)
        return std::unexpected(malformed(QStringLiteral("duplicate key"), duplicate));
    return *value;
}

QCoro::Task<Result<QJsonValue>> parseOffThread(QByteArray text)
{
    if (text.size() < offThreadFrom)
        co_return parseStrict(text);
    // Named, as GCC 12 destroys a closure twice that is a temporary of a co_await expression.
    auto work = [text] { return parseStrict(text); };
    auto parsed = co_await offThread(std::move(work));
    co_return parsed;
}

} // namespace majlis::net
