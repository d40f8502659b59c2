// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/base/apierror.h"
#include "app/sandbox/graphql/schema.h"

#include <QJsonArray>
#include <QJsonObject>

#include <functional>

namespace majlis::sandbox::graphql
{

/// A root field about to be resolved: its arguments, coerced and completed with defaults.
class FieldCall
{
public:
    QString name;
    QJsonObject arguments; ///< arguments not given and without default are absent
    /// Whether the selection reaches a field, as in {"networkStrength", "topDescendants"}.
    std::function<bool(const QStringList &path)> selects;
};

/// Answers a root field with the whole JSON of its type; the executor takes from it what was asked for.
using Resolver = std::function<ApiResult<QJsonValue>(const FieldCall &call)>;

/// A document that was parsed and found valid, with the operation to run.
struct Prepared {
    std::shared_ptr<const Document> document;
    const Operation *operation = nullptr;
    QJsonObject variables; ///< coerced
};

/// The errors of a request that cannot be run, as `errors` of the answer.
using RequestErrors = QJsonArray;

/// One request on its way through: parse, validate, choose the operation, coerce the variables; then run it, or project
/// the events of a subscription. Valid documents are kept for the next request with the same text. One thread.
class Executor
{
public:
    explicit Executor(const Schema &schema)
        : m_schema(schema)
    {
    }

    [[nodiscard]] std::expected<Prepared, RequestErrors> prepare(
        const QString &query, const QString &operationName, const QJsonObject &variables);
    /// Of a query or mutation: `{data, errors?}`.
    [[nodiscard]] QJsonObject run(const Prepared &prepared, const Resolver &resolver) const;
    /// The one root field of a subscription.
    [[nodiscard]] FieldCall subscriptionCall(const Prepared &prepared) const;
    /// `{data: {key: …}}` of one event.
    [[nodiscard]] QJsonObject event(const Prepared &prepared, const QJsonValue &payload) const;
    [[nodiscard]] int rootFieldCount(const Prepared &prepared) const;

    [[nodiscard]] static QJsonObject errorJson(const ApiError &error, const QJsonArray &path);

private:
    const Schema &m_schema;
    QHash<QString, std::shared_ptr<const Document>> m_known;
};

} // namespace majlis::sandbox::graphql
