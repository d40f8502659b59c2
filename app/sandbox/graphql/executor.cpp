// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/graphql/executor.h"

#include "app/sandbox/graphql/validator.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace majlis::sandbox::graphql
{

namespace
{

constexpr qsizetype mostKnownDocuments = 200;

QJsonObject requestError(const QString &message, std::optional<Location> at = {})
{
    QJsonObject error{{u"message"_s, message}, {u"extensions"_s, QJsonObject{{u"code"_s, u"validation_failed"_s}}}};
    if (at)
        error.insert(u"locations"_s, QJsonArray{QJsonObject{{u"line"_s, at->line}, {u"column"_s, at->column}}});
    return error;
}

/// A JSON value as an input of the type; nothing when it is none.
std::optional<QJsonValue> coerce(const Schema &schema, const QJsonValue &value, const TypeRef &type)
{
    if (value.isNull() || value.isUndefined())
        return type.nonNull ? std::nullopt : std::optional(QJsonValue());
    if (type.item) {
        QJsonArray result;
        for (const QJsonValue item : value.isArray() ? value.toArray() : QJsonArray{value}) {
            const auto inner = coerce(schema, item, *type.item);
            if (!inner)
                return std::nullopt;
            result.append(*inner);
        }
        return result;
    }
    const TypeDefinition &definition = *schema.type(type.name);
    if (definition.kind == TypeDefinition::Kind::Input) {
        if (!value.isObject())
            return std::nullopt;
        const QJsonObject object = value.toObject();
        QJsonObject result;
        for (auto it = object.begin(); it != object.end(); ++it) {
            const auto input = std::ranges::find(definition.inputs, it.key(), &InputDefinition::name);
            const auto inner
                = input == definition.inputs.end() ? std::nullopt : coerce(schema, it.value(), input->type);
            if (!inner)
                return std::nullopt;
            result.insert(it.key(), *inner);
        }
        return result;
    }
    if (definition.kind == TypeDefinition::Kind::Enum) {
        const bool known = value.isString()
            && std::ranges::find(definition.values, value.toString(), &TypeDefinition::EnumValue::name)
                != definition.values.end();
        return known ? std::optional(value) : std::nullopt;
    }
    if (type.name == u"Int"_s) {
        const double number = value.toDouble(0.5);
        return number == std::floor(number) && std::abs(number) <= 2147483647.0 ? std::optional(value) : std::nullopt;
    }
    if (type.name == u"Float"_s)
        return value.isDouble() ? std::optional(value) : std::nullopt;
    if (type.name == u"Boolean"_s)
        return value.isBool() ? std::optional(value) : std::nullopt;
    return value.isString() ? std::optional(value) : std::nullopt;
}

/// A written value as JSON, variables put in; undefined for a variable without value.
QJsonValue literal(const Value &value, const QJsonObject &variables)
{
    switch (value.kind) {
    case Value::Kind::Variable:
        return variables.contains(value.text) ? variables.value(value.text) : QJsonValue(QJsonValue::Undefined);
    case Value::Kind::Int:
    case Value::Kind::Float:
        return value.text.toDouble();
    case Value::Kind::Boolean:
        return value.text == u"true"_s;
    case Value::Kind::Null:
        return {};
    case Value::Kind::String:
    case Value::Kind::Enum:
        return value.text;
    case Value::Kind::List: {
        QJsonArray array;
        for (const Value &item : value.items) {
            const QJsonValue inner = literal(item, variables);
            array.append(inner.isUndefined() ? QJsonValue() : inner);
        }
        return array;
    }
    case Value::Kind::Object: {
        QJsonObject object;
        for (const auto &[name, field] : value.fields) {
            if (const QJsonValue inner = literal(field, variables); !inner.isUndefined())
                object.insert(name, inner);
        }
        return object;
    }
    }
    return {};
}

/// Walks selections over a value. Everything was validated: names are known and fragments have no rings.
class Projection
{
public:
    Projection(const Schema &schema, const Prepared &prepared)
        : m_schema(schema)
        , m_prepared(prepared)
    {
    }

    struct Collected {
        QString key;
        const Selection *first = nullptr;
        std::vector<const Selection *> all;
    };

    std::vector<Collected> collect(const std::vector<const std::vector<Selection> *> &sets) const
    {
        std::vector<Collected> result;
        for (const auto *set : sets)
            collectInto(*set, result);
        return result;
    }

    QJsonObject argumentsOf(const Selection &selection, const FieldDefinition &field) const
    {
        QJsonObject result;
        for (const InputDefinition &definition : field.arguments) {
            const auto given = std::ranges::find(selection.arguments, definition.name, &Argument::name);
            QJsonValue value(QJsonValue::Undefined);
            if (given != selection.arguments.end())
                value = literal(given->value, m_prepared.variables);
            if (value.isUndefined() && definition.fallback)
                value = literal(*definition.fallback, {});
            if (!value.isUndefined())
                result.insert(definition.name, value);
        }
        return result;
    }

    QJsonValue complete(const QJsonValue &value, const TypeRef &type, const Collected &field) const
    {
        if (value.isArray()) {
            QJsonArray result;
            const TypeRef &item = type.item ? *type.item : type;
            for (const QJsonValue entry : value.toArray())
                result.append(complete(entry, item, field));
            return result;
        }
        if (!value.isObject())
            return value.isUndefined() ? QJsonValue() : value;
        QJsonObject source = value.toObject();
        if (source.contains(u"__ref"_s))
            source = m_schema.introspectType(source.value(u"__ref"_s).toString());
        const TypeDefinition &definition = *m_schema.type(type.named());
        QJsonObject result;
        for (const Collected &inner : collect(setsOf(field))) {
            const FieldDefinition *known = m_schema.field(definition, inner.first->name);
            result.insert(inner.key,
                inner.first->name == u"__typename"_s ? QJsonValue(definition.name)
                                                     : complete(source.value(inner.first->name), known->type, inner));
        }
        return result;
    }

    static std::vector<const std::vector<Selection> *> setsOf(const Collected &field)
    {
        std::vector<const std::vector<Selection> *> sets;
        sets.reserve(field.all.size());
        for (const Selection *selection : field.all)
            sets.push_back(&selection->selections);
        return sets;
    }

    bool selects(const Collected &field, const QStringList &path) const
    {
        if (path.isEmpty())
            return true;
        return std::ranges::any_of(collect(setsOf(field)),
            [&](const Collected &inner) { return inner.first->name == path.first() && selects(inner, path.mid(1)); });
    }

private:
    bool isWanted(const Selection &selection) const
    {
        return std::ranges::all_of(selection.directives, [this](const Directive &directive) {
            const bool condition = literal(directive.arguments.front().value, m_prepared.variables).toBool();
            return condition == (directive.name == u"include"_s);
        });
    }

    void collectInto(const std::vector<Selection> &selections, std::vector<Collected> &result) const
    {
        for (const Selection &selection : selections) {
            if (!isWanted(selection))
                continue;
            if (selection.kind == Selection::Kind::Inline) {
                collectInto(selection.selections, result);
            } else if (selection.kind == Selection::Kind::Spread) {
                collectInto(m_prepared.document->fragments.constFind(selection.name)->selections, result);
            } else {
                auto found = std::ranges::find(result, selection.responseKey(), &Collected::key);
                if (found == result.end())
                    found = result.insert(result.end(), {selection.responseKey(), &selection, {}});
                found->all.push_back(&selection);
            }
        }
    }

    const Schema &m_schema;
    const Prepared &m_prepared;
};

ApiResult<QJsonObject> coerceVariables(const Schema &schema, const Operation &operation, const QJsonObject &given)
{
    QJsonObject result;
    for (const VariableDefinition &variable : operation.variables) {
        if (!given.contains(variable.name)) {
            if (variable.fallback)
                result.insert(variable.name, literal(*variable.fallback, {}));
            else if (variable.type.nonNull)
                return refuse(ApiError::validation(variable.name,
                    u"Variable \"$%1\" of required type \"%2\" was not provided."_s.arg(
                        variable.name, variable.type.text())));
            continue;
        }
        const auto value = coerce(schema, given.value(variable.name), variable.type);
        if (!value)
            return refuse(ApiError::validation(variable.name,
                u"Variable \"$%1\" got an invalid value; expected type \"%2\"."_s.arg(
                    variable.name, variable.type.text())));
        result.insert(variable.name, *value);
    }
    return result;
}

} // namespace

QJsonObject Executor::errorJson(const ApiError &error, const QJsonArray &path)
{
    QJsonObject result{{u"message"_s, error.message}, {u"extensions"_s, error.toExtensions()}};
    if (!path.isEmpty())
        result.insert(u"path"_s, path);
    return result;
}

std::expected<Prepared, RequestErrors> Executor::prepare(
    const QString &query, const QString &operationName, const QJsonObject &variables)
{
    Prepared prepared;
    prepared.document = m_known.value(query);
    if (!prepared.document) {
        auto parsed = parseDocument(query);
        if (!parsed)
            return std::unexpected(RequestErrors{requestError(parsed.error().message, parsed.error().at)});
        RequestErrors errors;
        for (const SyntaxError &error : validate(m_schema, *parsed))
            errors.append(requestError(error.message, error.at));
        if (!errors.isEmpty())
            return std::unexpected(errors);
        prepared.document = std::make_shared<const Document>(std::move(*parsed));
        if (m_known.size() >= mostKnownDocuments)
            m_known.clear();
        m_known.insert(query, prepared.document);
    }
    const auto &operations = prepared.document->operations;
    const auto found
        = operationName.isEmpty() ? operations.begin() : std::ranges::find(operations, operationName, &Operation::name);
    if (found == operations.end() || (operationName.isEmpty() && operations.size() > 1))
        return std::unexpected(RequestErrors{requestError(operationName.isEmpty()
                ? u"Must provide operation name if query contains multiple operations."_s
                : u"Unknown operation named \"%1\"."_s.arg(operationName))});
    prepared.operation = &*found;
    const auto coerced = coerceVariables(m_schema, *found, variables);
    if (!coerced)
        return std::unexpected(RequestErrors{errorJson(coerced.error(), {})});
    prepared.variables = *coerced;
    return prepared;
}

QJsonObject Executor::run(const Prepared &prepared, const Resolver &resolver) const
{
    const Projection projection(m_schema, prepared);
    const TypeDefinition &root = m_schema.root(prepared.operation->kind);
    QJsonObject data;
    QJsonArray errors;
    bool whole = true;
    for (const auto &field : projection.collect({&prepared.operation->selections})) {
        const FieldDefinition &definition = *m_schema.field(root, field.first->name);
        if (definition.name == u"__typename"_s) {
            data.insert(field.key, root.name);
            continue;
        }
        FieldCall call;
        call.name = definition.name;
        call.arguments = projection.argumentsOf(*field.first, definition);
        call.selects = [&](const QStringList &path) { return projection.selects(field, path); };
        ApiResult<QJsonValue> value = QJsonValue();
        if (call.name == u"__schema"_s)
            value = m_schema.introspect();
        else if (call.name == u"__type"_s)
            value = m_schema.type(call.arguments.value(u"name"_s).toString()) == nullptr
                ? QJsonValue()
                : QJsonValue(QJsonObject{{u"__ref"_s, call.arguments.value(u"name"_s)}});
        else
            value = resolver(call);
        if (!value) {
            errors.append(errorJson(value.error(), {field.key}));
            whole = whole && !definition.type.nonNull;
            data.insert(field.key, QJsonValue());
            continue;
        }
        data.insert(field.key, projection.complete(*value, definition.type, field));
    }
    QJsonObject answer{{u"data"_s, whole ? QJsonValue(data) : QJsonValue()}};
    if (!errors.isEmpty())
        answer.insert(u"errors"_s, errors);
    return answer;
}

FieldCall Executor::subscriptionCall(const Prepared &prepared) const
{
    const Projection projection(m_schema, prepared);
    const auto fields = projection.collect({&prepared.operation->selections});
    FieldCall call;
    if (fields.empty())
        return call; // all of it was skipped by directives
    const FieldDefinition &definition
        = *m_schema.field(m_schema.root(OperationKind::Subscription), fields.front().first->name);
    call.name = definition.name;
    call.arguments = projection.argumentsOf(*fields.front().first, definition);
    return call;
}

QJsonObject Executor::event(const Prepared &prepared, const QJsonValue &payload) const
{
    const Projection projection(m_schema, prepared);
    const auto fields = projection.collect({&prepared.operation->selections});
    const FieldDefinition &definition
        = *m_schema.field(m_schema.root(OperationKind::Subscription), fields.front().first->name);
    return {
        {u"data"_s, QJsonObject{{fields.front().key, projection.complete(payload, definition.type, fields.front())}}}};
}

int Executor::rootFieldCount(const Prepared &prepared) const
{
    return static_cast<int>(Projection(m_schema, prepared).collect({&prepared.operation->selections}).size());
}

} // namespace majlis::sandbox::graphql
