// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/graphql/language.h"

#include <QJsonObject>

namespace majlis::sandbox::graphql
{

/// The type system of `resources/schemas/habibi.graphql`, which is built into the program, and GraphQL's own types for
/// introspection. Immutable.
class Schema
{
public:
    [[nodiscard]] static const Schema &habibi();
    /// Of SDL text; a text that does not parse or names unknown types is a bug of the program and ends it.
    explicit Schema(const QString &sdl);

    [[nodiscard]] const TypeDefinition *type(const QString &name) const;
    [[nodiscard]] const TypeDefinition &root(OperationKind kind) const;
    /// A field of an object type, `__typename`, and on the query root `__schema` and `__type` included.
    [[nodiscard]] const FieldDefinition *field(const TypeDefinition &parent, const QString &name) const;
    [[nodiscard]] bool isComposite(const QString &name) const;

    /// `__Schema` and `__Type` as JSON. A type in it is `{"__ref": name}`; `introspectType` tells the rest when it is
    /// asked for, as types refer to each other in rings.
    [[nodiscard]] QJsonObject introspect() const;
    [[nodiscard]] QJsonObject introspectType(const QString &name) const;

private:
    void add(const QString &sdl);

    QHash<QString, TypeDefinition> m_types;
    std::vector<QString> m_order;
    FieldDefinition m_typeName;
    FieldDefinition m_schemaField;
    FieldDefinition m_typeField;
};

} // namespace majlis::sandbox::graphql
