// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/httpvocabulary.h"

#include <QJsonObject>

#include <algorithm>

namespace majlis::net
{

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

bool sameOrigin(const QUrl &left, const QUrl &right)
{
    const int standard = left.scheme() == "https"_L1 ? 443 : 80;
    return left.scheme() == right.scheme() && left.host() == right.host()
        && left.port(standard) == right.port(standard);
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool mayRepeat(const HttpRequest &request)
{
    return request.method == HttpMethod::Get || request.repeatable || !request.idempotencyKey.isEmpty();
}

QByteArray verb(HttpMethod method)
{
    switch (method) {
    case HttpMethod::Get:
        return "GET";
    case HttpMethod::Post:
        return "POST";
    case HttpMethod::Put:
        return "PUT";
    case HttpMethod::Patch:
        return "PATCH";
    case HttpMethod::Delete:
        break;
    }
    return "DELETE";
}

std::optional<milliseconds> maxAge(const QByteArray &cacheControl)
{
    milliseconds age(0);
    for (const auto &part : cacheControl.toLower().split(',')) {
        const auto directive = part.trimmed();
        if (directive == "no-store")
            return {};
        if (directive.startsWith("max-age="))
            age = std::chrono::seconds(std::clamp(directive.mid(8).toLongLong(), 0LL, 31'536'000LL));
        if (directive == "no-cache")
            return milliseconds(0);
    }
    return age;
}

Result<void> checkKeys(const HttpRequest &request, const QJsonValue &json)
{
    if (request.requiredKeys.isEmpty())
        return {};
    if (!json.isObject())
        return fail(ErrorCode::Malformed, u"the answer is no JSON object"_s);
    const auto object = json.toObject();
    QStringList missing;
    for (const auto &key : request.requiredKeys) {
        if (!object.contains(key))
            missing += key;
    }
    if (!missing.isEmpty())
        return fail(ErrorCode::Malformed, u"missing in the answer: "_s + missing.join(", "_L1), missing.first());
    return {};
}

} // namespace majlis::net
