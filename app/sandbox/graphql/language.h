// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringView>

#include <expected>
#include <memory>
#include <optional>
#include <vector>

namespace majlis::sandbox::graphql
{

/// Where something stands in the text, counted from 1.
struct Location {
    int line = 1;
    int column = 1;
};

struct SyntaxError {
    QString message;
    Location at;
};

/// A type as it is written: a name, perhaps in lists, perhaps not null.
struct TypeRef {
    QString name; ///< empty for a list
    std::shared_ptr<const TypeRef> item; ///< of a list
    bool nonNull = false;

    [[nodiscard]] const QString &named() const { return item ? item->named() : name; }
    [[nodiscard]] QString text() const;
};

struct ValueField;

/// An input value as it is written.
struct Value {
    enum class Kind { Variable, Int, Float, String, Boolean, Null, Enum, List, Object };
    Kind kind = Kind::Null;
    QString text; ///< name, digits, text, `true` or `false`
    std::vector<Value> items;
    std::vector<ValueField> fields; ///< of an object
};

struct ValueField {
    QString name;
    Value value;
};

struct Argument {
    QString name;
    Value value;
    Location at;
};

struct Directive {
    QString name;
    std::vector<Argument> arguments;
    Location at;
};

struct Selection {
    enum class Kind { Field, Spread, Inline };
    Kind kind = Kind::Field;
    QString alias; ///< of a field; empty: none
    QString name; ///< of a field or fragment; of an inline fragment its type condition, perhaps empty
    std::vector<Argument> arguments;
    std::vector<Directive> directives;
    std::vector<Selection> selections;
    Location at;

    [[nodiscard]] const QString &responseKey() const { return alias.isEmpty() ? name : alias; }
};

struct VariableDefinition {
    QString name;
    TypeRef type;
    std::optional<Value> fallback;
    Location at;
};

enum class OperationKind { Query, Mutation, Subscription };

struct Operation {
    OperationKind kind = OperationKind::Query;
    QString name;
    std::vector<VariableDefinition> variables;
    std::vector<Selection> selections;
    Location at;
};

struct Fragment {
    QString name;
    QString onType;
    std::vector<Selection> selections;
    Location at;
};

struct Document {
    std::vector<Operation> operations;
    QHash<QString, Fragment> fragments;
};

/// An argument, or a field of an input type.
struct InputDefinition {
    QString name;
    QString description;
    TypeRef type;
    std::optional<Value> fallback;
};

struct FieldDefinition {
    QString name;
    QString description;
    std::vector<InputDefinition> arguments;
    TypeRef type;

    [[nodiscard]] const InputDefinition *argument(const QString &wanted) const;
};

struct TypeDefinition {
    enum class Kind { Scalar, Object, Input, Enum };
    struct EnumValue {
        QString name;
        QString description;
    };
    Kind kind = Kind::Scalar;
    QString name;
    QString description;
    QString specifiedBy; ///< of a scalar; empty: none
    std::vector<FieldDefinition> fields;
    std::vector<InputDefinition> inputs;
    std::vector<EnumValue> values;

    [[nodiscard]] const FieldDefinition *field(const QString &wanted) const;
};

/// The October 2021 grammar, but for what this contract never uses (interfaces, unions, extensions, directive
/// definitions). Strict; nesting deeper than 64 is refused.
[[nodiscard]] std::expected<Document, SyntaxError> parseDocument(QStringView text);
[[nodiscard]] std::expected<std::vector<TypeDefinition>, SyntaxError> parseSchema(QStringView text);

} // namespace majlis::sandbox::graphql
