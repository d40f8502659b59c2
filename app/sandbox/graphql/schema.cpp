// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/graphql/schema.h"

#include <QFile>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace majlis::sandbox::graphql
{

namespace
{

const QString introspectionSdl = uR"(
scalar Int scalar Float scalar String scalar Boolean scalar ID
type __Schema { description: String types: [__Type!]! queryType: __Type! mutationType: __Type subscriptionType: __Type
  directives: [__Directive!]! }
type __Type { kind: __TypeKind! name: String description: String specifiedByURL: String
  fields(includeDeprecated: Boolean = false): [__Field!] interfaces: [__Type!] possibleTypes: [__Type!]
  enumValues(includeDeprecated: Boolean = false): [__EnumValue!]
  inputFields(includeDeprecated: Boolean = false): [__InputValue!] ofType: __Type isOneOf: Boolean }
type __Field { name: String! description: String args(includeDeprecated: Boolean = false): [__InputValue!]!
  type: __Type! isDeprecated: Boolean! deprecationReason: String }
type __InputValue { name: String! description: String type: __Type! defaultValue: String isDeprecated: Boolean!
  deprecationReason: String }
type __EnumValue { name: String! description: String isDeprecated: Boolean! deprecationReason: String }
type __Directive { name: String! description: String isRepeatable: Boolean! locations: [__DirectiveLocation!]!
  args(includeDeprecated: Boolean = false): [__InputValue!]! }
enum __TypeKind { SCALAR OBJECT INTERFACE UNION ENUM INPUT_OBJECT LIST NON_NULL }
enum __DirectiveLocation { QUERY MUTATION SUBSCRIPTION FIELD FRAGMENT_DEFINITION FRAGMENT_SPREAD INLINE_FRAGMENT
  VARIABLE_DEFINITION SCHEMA SCALAR OBJECT FIELD_DEFINITION ARGUMENT_DEFINITION INTERFACE UNION ENUM ENUM_VALUE
  INPUT_OBJECT INPUT_FIELD_DEFINITION }
)"_s;

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject reference(const TypeRef &type)
{
    if (type.nonNull) {
        TypeRef inner = type;
        inner.nonNull = false;
        return {{u"kind"_s, u"NON_NULL"_s}, {u"name"_s, QJsonValue()}, {u"ofType"_s, reference(inner)}};
    }
    if (type.item)
        return {{u"kind"_s, u"LIST"_s}, {u"name"_s, QJsonValue()}, {u"ofType"_s, reference(*type.item)}};
    return {{u"__ref"_s, type.name}};
}

QJsonObject inputJson(const InputDefinition &input)
{
    return {{u"name"_s, input.name}, {u"description"_s, textOrNull(input.description)},
        {u"type"_s, reference(input.type)},
        {u"defaultValue"_s, input.fallback ? QJsonValue(input.fallback->text) : QJsonValue()},
        {u"isDeprecated"_s, false}};
}

QJsonArray inputsJson(const std::vector<InputDefinition> &inputs)
{
    QJsonArray array;
    for (const InputDefinition &input : inputs)
        array.append(inputJson(input));
    return array;
}

QString loadSdl()
{
    QFile file(u":/majlis/schemas/habibi.graphql"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the HABIBI schema is not built in");
    return QString::fromUtf8(file.readAll());
}

TypeRef named(const QString &name, bool nonNull)
{
    TypeRef type;
    type.name = name;
    type.nonNull = nonNull;
    return type;
}

} // namespace

const Schema &Schema::habibi()
{
    static const Schema schema(loadSdl());
    return schema;
}

Schema::Schema(const QString &sdl)
{
    add(introspectionSdl);
    add(sdl);
    m_typeName = {u"__typename"_s, {}, {}, named(u"String"_s, true)};
    m_schemaField = {u"__schema"_s, {}, {}, named(u"__Schema"_s, true)};
    m_typeField = {u"__type"_s, {}, {{u"name"_s, {}, named(u"String"_s, true), {}}}, named(u"__Type"_s, false)};
    for (const TypeDefinition &type : m_types) {
        for (const FieldDefinition &field : type.fields) {
            if (!m_types.contains(field.type.named()))
                qFatal("the schema names an unknown type: %s", qPrintable(field.type.named()));
        }
    }
}

void Schema::add(const QString &sdl)
{
    const auto types = parseSchema(sdl);
    if (!types)
        qFatal("the schema does not parse: %s, line %d", qPrintable(types.error().message), types.error().at.line);
    for (const TypeDefinition &type : *types) {
        m_order.push_back(type.name);
        m_types.insert(type.name, type);
    }
}

const TypeDefinition *Schema::type(const QString &name) const
{
    const auto found = m_types.constFind(name);
    return found == m_types.constEnd() ? nullptr : &*found;
}

const TypeDefinition &Schema::root(OperationKind kind) const
{
    static const std::array names{u"Query"_s, u"Mutation"_s, u"Subscription"_s};
    return *m_types.constFind(names[static_cast<std::size_t>(kind)]);
}

const FieldDefinition *Schema::field(const TypeDefinition &parent, const QString &name) const
{
    if (name == m_typeName.name)
        return &m_typeName;
    if (parent.name == u"Query"_s && name == m_schemaField.name)
        return &m_schemaField;
    if (parent.name == u"Query"_s && name == m_typeField.name)
        return &m_typeField;
    return parent.field(name);
}

bool Schema::isComposite(const QString &name) const
{
    const TypeDefinition *found = type(name);
    return found != nullptr && found->kind == TypeDefinition::Kind::Object;
}

QJsonObject Schema::introspect() const
{
    QJsonArray types;
    for (const QString &name : m_order)
        types.append(QJsonObject{{u"__ref"_s, name}});
    QJsonArray directives;
    const auto condition = inputsJson({{u"if"_s, {}, named(u"Boolean"_s, true), {}}});
    for (const auto &name : {u"include"_s, u"skip"_s}) {
        directives.append(QJsonObject{{u"name"_s, name}, {u"isRepeatable"_s, false}, {u"args"_s, condition},
            {u"locations"_s, QJsonArray{u"FIELD"_s, u"FRAGMENT_SPREAD"_s, u"INLINE_FRAGMENT"_s}}});
    }
    return {{u"types"_s, types}, {u"queryType"_s, QJsonObject{{u"__ref"_s, u"Query"_s}}},
        {u"mutationType"_s, QJsonObject{{u"__ref"_s, u"Mutation"_s}}},
        {u"subscriptionType"_s, QJsonObject{{u"__ref"_s, u"Subscription"_s}}}, {u"directives"_s, directives}};
}

QJsonObject Schema::introspectType(const QString &name) const
{
    static const std::array kinds{u"SCALAR"_s, u"OBJECT"_s, u"INPUT_OBJECT"_s, u"ENUM"_s};
    const TypeDefinition *found = type(name);
    if (found == nullptr)
        return {};
    QJsonObject result{{u"kind"_s, kinds[static_cast<std::size_t>(found->kind)]}, {u"name"_s, name},
        {u"description"_s, textOrNull(found->description)}, {u"specifiedByURL"_s, textOrNull(found->specifiedBy)}};
    if (found->kind == TypeDefinition::Kind::Object) {
        QJsonArray fields;
        for (const FieldDefinition &field : found->fields) {
            fields.append(QJsonObject{{u"name"_s, field.name}, {u"description"_s, textOrNull(field.description)},
                {u"args"_s, inputsJson(field.arguments)}, {u"type"_s, reference(field.type)},
                {u"isDeprecated"_s, false}});
        }
        result.insert(u"fields"_s, fields);
        result.insert(u"interfaces"_s, QJsonArray());
    } else if (found->kind == TypeDefinition::Kind::Input) {
        result.insert(u"inputFields"_s, inputsJson(found->inputs));
        result.insert(u"isOneOf"_s, false);
    } else if (found->kind == TypeDefinition::Kind::Enum) {
        QJsonArray values;
        for (const auto &value : found->values) {
            values.append(QJsonObject{{u"name"_s, value.name}, {u"description"_s, textOrNull(value.description)},
                {u"isDeprecated"_s, false}});
        }
        result.insert(u"enumValues"_s, values);
    }
    return result;
}

} // namespace majlis::sandbox::graphql
