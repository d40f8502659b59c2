// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/address.h"
#include "models/domain/amount.h"
#include "models/domain/id.h"
#include "models/domain/openenum.h"
#include "models/domain/time.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QUrl>
#include <QUrlQuery>

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace majlis::wire
{

enum class Method { Get, Post, Put, Patch, Delete };

enum class Authentication {
    None,
    Optional, ///< a token that is sent must be good, even where none is needed
    Required,
};

/// What an endpoint's description says about one request; how it is sent is the network room's business.
struct Request {
    Method method = Method::Get;
    QString path; ///< variable parts percent-encoded
    QUrlQuery query; ///< percent-encoded
    std::optional<QJsonObject> body;
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    Authentication authentication = Authentication::None;
    bool needsIdempotencyKey = false;
    std::vector<int> expectedStatus{200};
    std::vector<QByteArray> answerTypes; ///< content types of a good answer, the contract's order; empty: no body
    QStringList requiredKeys; ///< of the answer's object
};

// A parameter as text in a path, a query or a header.
[[nodiscard]] inline QString parameterText(const QString &value)
{
    return value;
}
[[nodiscard]] inline QString parameterText(bool value)
{
    return value ? QStringLiteral("true") : QStringLiteral("false");
}
[[nodiscard]] inline QString parameterText(std::int64_t value)
{
    return QString::number(value);
}
[[nodiscard]] inline QString parameterText(double value)
{
    return QString::number(value, 'g', 17);
}
[[nodiscard]] inline QString parameterText(const Amount &value)
{
    return value.toString();
}
[[nodiscard]] inline QString parameterText(UnixMs value)
{
    return value.toRfc3339();
}
[[nodiscard]] inline QString parameterText(const Address &value)
{
    return value.text();
}
template <class Tag>
[[nodiscard]] QString parameterText(const Id<Tag> &value)
{
    return value.text();
}
template <class E>
[[nodiscard]] QString parameterText(const OpenEnum<E> &value)
{
    return value.text();
}
template <class T>
[[nodiscard]] QString parameterText(const std::vector<T> &values)
{
    QStringList texts;
    for (const T &value : values)
        texts.append(parameterText(value));
    return texts.join(QChar(u','));
}

template <class T>
[[nodiscard]] QString pathPart(const T &value)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(parameterText(value)));
}
template <class T>
void addQuery(QUrlQuery &query, const QString &name, const T &value)
{
    query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(parameterText(value))));
}
template <class T>
void addQuery(QUrlQuery &query, const QString &name, const std::optional<T> &value)
{
    if (value)
        addQuery(query, name, *value);
}

/// The three kinds of GraphQL operation.
enum class OperationKind { Query, Mutation, Subscription };

} // namespace majlis::wire
