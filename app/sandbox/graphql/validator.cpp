// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/graphql/validator.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace majlis::sandbox::graphql
{

namespace
{

bool sameValue(const Value &left, const Value &right)
{
    return left.kind == right.kind && left.text == right.text && std::ranges::equal(left.items, right.items, sameValue)
        && std::ranges::equal(left.fields, right.fields,
            [](const auto &a, const auto &b) { return a.name == b.name && sameValue(a.value, b.value); });
}

bool sameArguments(const Selection &left, const Selection &right)
{
    return left.arguments.size() == right.arguments.size()
        && std::ranges::all_of(left.arguments, [&right](const Argument &argument) {
               const auto found = std::ranges::find(right.arguments, argument.name, &Argument::name);
               return found != right.arguments.end() && sameValue(argument.value, found->value);
           });
}

class Validator
{
public:
    Validator(const Schema &schema, const Document &document)
        : m_schema(schema)
        , m_document(document)
    {
    }

    std::vector<SyntaxError> run()
    {
        checkFragments();
        if (!m_errors.empty())
            return std::move(m_errors); // with rings or unknown types nothing else can be walked
        QSet<QString> names;
        for (const Operation &operation : m_document.operations) {
            if (m_document.operations.size() > 1 && operation.name.isEmpty())
                complain(u"This anonymous operation must be the only defined operation."_s, operation.at);
            if (names.contains(operation.name) && !operation.name.isEmpty())
                complain(u"There can be only one operation named \"%1\"."_s.arg(operation.name), operation.at);
            names.insert(operation.name);
            checkOperation(operation);
        }
        for (const Fragment &fragment : m_document.fragments) {
            if (!m_usedFragments.contains(fragment.name))
                complain(u"Fragment \"%1\" is never used."_s.arg(fragment.name), fragment.at);
        }
        return std::move(m_errors);
    }

private:
    void complain(const QString &message, Location at)
    {
        if (m_errors.size() < 20)
            m_errors.push_back({message, at});
    }

    void checkFragments()
    {
        for (const Fragment &fragment : m_document.fragments) {
            if (!m_schema.isComposite(fragment.onType))
                complain(u"Unknown or leaf type \"%1\"."_s.arg(fragment.onType), fragment.at);
            QSet<QString> path;
            findRing(fragment.selections, path);
        }
        for (const Operation &operation : m_document.operations) {
            QSet<QString> path;
            findRing(operation.selections, path);
        }
    }

    void findRing(const std::vector<Selection> &selections, QSet<QString> &path)
    {
        for (const Selection &selection : selections) {
            if (!m_errors.empty())
                return;
            if (selection.kind != Selection::Kind::Spread) {
                findRing(selection.selections, path);
                continue;
            }
            const auto fragment = m_document.fragments.constFind(selection.name);
            if (fragment == m_document.fragments.constEnd()) {
                complain(u"Unknown fragment \"%1\"."_s.arg(selection.name), selection.at);
            } else if (path.contains(selection.name)) {
                complain(u"Cannot spread fragment \"%1\" within itself."_s.arg(selection.name), selection.at);
            } else if (!m_ringFree.contains(selection.name)) {
                path.insert(selection.name);
                findRing(fragment->selections, path);
                path.remove(selection.name);
                m_ringFree.insert(selection.name);
            }
        }
    }

    void checkOperation(const Operation &operation)
    {
        m_operation = &operation;
        m_usedVariables.clear();
        m_fields = 0;
        QSet<QString> names;
        for (const VariableDefinition &variable : operation.variables) {
            if (names.contains(variable.name))
                complain(u"There can be only one variable named \"$%1\"."_s.arg(variable.name), variable.at);
            names.insert(variable.name);
            const TypeDefinition *type = m_schema.type(variable.type.named());
            if (type == nullptr || type->kind == TypeDefinition::Kind::Object)
                complain(u"Variable \"$%1\" cannot be of type \"%2\"."_s.arg(variable.name, variable.type.text()),
                    variable.at);
            else if (variable.fallback)
                checkValue(*variable.fallback, variable.type, variable.at);
        }
        checkSelections(operation.selections, m_schema.root(operation.kind), 1, false);
        for (const VariableDefinition &variable : operation.variables) {
            if (!m_usedVariables.contains(variable.name))
                complain(u"Variable \"$%1\" is never used."_s.arg(variable.name), variable.at);
        }
        if (m_fields > maxSelectedFields)
            complain(u"More than %1 fields are selected."_s.arg(maxSelectedFields), operation.at);
        if (operation.kind == OperationKind::Subscription && rootFields(operation.selections) != 1)
            complain(u"A subscription must select only one top level field."_s, operation.at);
    }

    int rootFields(const std::vector<Selection> &selections) const
    {
        int sum = 0;
        for (const Selection &selection : selections) {
            if (selection.kind == Selection::Kind::Field)
                ++sum;
            else if (selection.kind == Selection::Kind::Inline)
                sum += rootFields(selection.selections);
            else
                sum += rootFields(m_document.fragments.constFind(selection.name)->selections);
        }
        return sum;
    }

    void checkSelections(
        const std::vector<Selection> &selections, const TypeDefinition &parent, int depth, bool introspects)
    {
        if (m_fields > 20 * maxSelectedFields)
            return; // fragments in fragments can multiply without end
        if (depth > maxSelectionDepth && !introspects) {
            complain(u"Selections are nested more than %1 deep."_s.arg(maxSelectionDepth), selections.front().at);
            return;
        }
        std::vector<std::pair<const Selection *, const FieldDefinition *>> merged;
        flatten(selections, parent, depth, introspects, merged);
        checkMerging(merged);
    }

    /// Checks the fields of one level and collects them, fragments opened.
    void flatten(const std::vector<Selection> &selections, const TypeDefinition &parent, int depth, bool introspects,
        std::vector<std::pair<const Selection *, const FieldDefinition *>> &merged)
    {
        for (const Selection &selection : selections) {
            checkDirectives(selection);
            if (selection.kind == Selection::Kind::Field) {
                if (const FieldDefinition *field = checkField(selection, parent, depth, introspects))
                    merged.emplace_back(&selection, field);
                continue;
            }
            const bool spread = selection.kind == Selection::Kind::Spread;
            if (spread)
                m_usedFragments.insert(selection.name);
            const Fragment *fragment = spread ? &*m_document.fragments.constFind(selection.name) : nullptr;
            const QString condition = spread ? fragment->onType : selection.name;
            if (!condition.isEmpty() && condition != parent.name) {
                complain(
                    u"A fragment on \"%1\" can never apply to \"%2\"."_s.arg(condition, parent.name), selection.at);
                continue;
            }
            flatten(spread ? fragment->selections : selection.selections, parent, depth, introspects, merged);
        }
    }

    const FieldDefinition *checkField(
        const Selection &selection, const TypeDefinition &parent, int depth, bool introspects)
    {
        const FieldDefinition *field = m_schema.field(parent, selection.name);
        if (field == nullptr) {
            complain(u"Cannot query field \"%1\" on type \"%2\"."_s.arg(selection.name, parent.name), selection.at);
            return nullptr;
        }
        const bool inside = introspects || selection.name.startsWith(u"__"_s);
        m_fields += inside ? 0 : 1;
        checkArguments(selection, *field);
        const QString inner = field->type.named();
        if (m_schema.isComposite(inner) != !selection.selections.empty()) {
            complain(m_schema.isComposite(inner)
                    ? u"Field \"%1\" must have a selection of subfields."_s.arg(selection.name)
                    : u"Field \"%1\" must not have a selection, as it has no subfields."_s.arg(selection.name),
                selection.at);
            return nullptr;
        }
        if (!selection.selections.empty())
            checkSelections(selection.selections, *m_schema.type(inner), depth + 1, inside);
        return field;
    }

    /// Fields with one response key must be one field with the same arguments. Their selections merge at execution;
    /// keys below them are checked where they stand, and across them here.
    void checkMerging(const std::vector<std::pair<const Selection *, const FieldDefinition *>> &fields)
    {
        QHash<QString, const Selection *> byKey;
        for (const auto &[selection, field] : fields) {
            const Selection *&first = byKey[selection->responseKey()];
            if (first == nullptr) {
                first = selection;
                continue;
            }
            if (first->name != selection->name || !sameArguments(*first, *selection)) {
                complain(
                    u"Fields \"%1\" conflict; use different aliases."_s.arg(selection->responseKey()), selection->at);
            } else if (const TypeDefinition *type = m_schema.type(field->type.named());
                type != nullptr && !selection->selections.empty()) {
                std::vector<std::pair<const Selection *, const FieldDefinition *>> below;
                collectFields(first->selections, *type, below);
                collectFields(selection->selections, *type, below);
                checkMerging(below);
            }
        }
    }

    void collectFields(const std::vector<Selection> &selections, const TypeDefinition &type,
        std::vector<std::pair<const Selection *, const FieldDefinition *>> &target) const
    {
        for (const Selection &selection : selections) {
            if (selection.kind == Selection::Kind::Inline)
                collectFields(selection.selections, type, target);
            else if (selection.kind == Selection::Kind::Spread)
                collectFields(m_document.fragments.constFind(selection.name)->selections, type, target);
            else if (const FieldDefinition *field = m_schema.field(type, selection.name))
                target.emplace_back(&selection, field);
        }
    }

    void checkDirectives(const Selection &selection)
    {
        for (const Directive &directive : selection.directives) {
            if (directive.name != u"include"_s && directive.name != u"skip"_s) {
                complain(u"Unknown directive \"@%1\"."_s.arg(directive.name), directive.at);
                continue;
            }
            TypeRef boolean;
            boolean.name = u"Boolean"_s;
            boolean.nonNull = true;
            if (directive.arguments.size() != 1 || directive.arguments.front().name != u"if"_s)
                complain(u"Directive \"@%1\" needs the argument \"if\"."_s.arg(directive.name), directive.at);
            else
                checkValue(directive.arguments.front().value, boolean, directive.at);
        }
    }

    void checkArguments(const Selection &selection, const FieldDefinition &field)
    {
        QSet<QString> given;
        for (const Argument &argument : selection.arguments) {
            const InputDefinition *definition = field.argument(argument.name);
            if (definition == nullptr)
                complain(u"Unknown argument \"%1\" on field \"%2\"."_s.arg(argument.name, field.name), argument.at);
            else if (given.contains(argument.name))
                complain(u"There can be only one argument named \"%1\"."_s.arg(argument.name), argument.at);
            else
                checkValue(argument.value, definition->type, argument.at, definition->fallback.has_value());
            given.insert(argument.name);
        }
        for (const InputDefinition &definition : field.arguments) {
            if (definition.type.nonNull && !definition.fallback && !given.contains(definition.name))
                complain(u"Field \"%1\" argument \"%2\" of type \"%3\" is required."_s.arg(
                             field.name, definition.name, definition.type.text()),
                    selection.at);
        }
    }

    void checkValue(const Value &value, const TypeRef &type, Location at, bool hasFallback = false)
    {
        if (value.kind == Value::Kind::Variable)
            return checkVariable(value.text, type, at, hasFallback);
        if (value.kind == Value::Kind::Null) {
            if (type.nonNull)
                complain(u"Expected value of type \"%1\", found null."_s.arg(type.text()), at);
            return;
        }
        if (type.item) {
            if (value.kind != Value::Kind::List)
                return checkValue(value, *type.item, at);
            for (const Value &item : value.items)
                checkValue(item, *type.item, at);
            return;
        }
        const TypeDefinition &definition = *m_schema.type(type.name);
        if (definition.kind == TypeDefinition::Kind::Input)
            return checkInput(value, definition, at);
        if (!isLeaf(value, definition))
            complain(u"Expected value of type \"%1\", found %2."_s.arg(type.text(), value.text), at);
    }

    static bool isLeaf(const Value &value, const TypeDefinition &type)
    {
        using Kind = Value::Kind;
        if (type.kind == TypeDefinition::Kind::Enum)
            return value.kind == Kind::Enum
                && std::ranges::find(type.values, value.text, &TypeDefinition::EnumValue::name) != type.values.end();
        bool fits = false;
        if (type.name == u"Int"_s)
            return value.kind == Kind::Int && ((void)value.text.toInt(&fits), fits);
        if (type.name == u"Float"_s)
            return value.kind == Kind::Int || value.kind == Kind::Float;
        if (type.name == u"Boolean"_s)
            return value.kind == Kind::Boolean;
        if (type.name == u"ID"_s)
            return value.kind == Kind::String || value.kind == Kind::Int;
        return value.kind == Kind::String;
    }

    void checkInput(const Value &value, const TypeDefinition &type, Location at)
    {
        if (value.kind != Value::Kind::Object)
            return complain(u"Expected value of type \"%1\"."_s.arg(type.name), at);
        QSet<QString> given;
        for (const auto &[name, field] : value.fields) {
            const auto definition = std::ranges::find(type.inputs, name, &InputDefinition::name);
            if (definition == type.inputs.end())
                complain(u"Field \"%1\" is not defined by type \"%2\"."_s.arg(name, type.name), at);
            else if (given.contains(name))
                complain(u"There can be only one input field named \"%1\"."_s.arg(name), at);
            else
                checkValue(field, definition->type, at);
            given.insert(name);
        }
    }

    void checkVariable(const QString &name, const TypeRef &type, Location at, bool hasFallback)
    {
        m_usedVariables.insert(name);
        const auto found = std::ranges::find(m_operation->variables, name, &VariableDefinition::name);
        if (found == m_operation->variables.end())
            return complain(u"Variable \"$%1\" is not defined."_s.arg(name), at);
        const bool hasValue
            = found->type.nonNull || hasFallback || (found->fallback && found->fallback->kind != Value::Kind::Null);
        if ((type.nonNull && !hasValue) || !sameShape(found->type, type))
            complain(u"Variable \"$%1\" of type \"%2\" used in position expecting type \"%3\"."_s.arg(
                         name, found->type.text(), type.text()),
                at);
    }

    static bool sameShape(const TypeRef &variable, const TypeRef &position)
    {
        if (static_cast<bool>(variable.item) != static_cast<bool>(position.item))
            return false;
        if (!variable.item)
            return variable.name == position.name;
        return (!position.item->nonNull || variable.item->nonNull) && sameShape(*variable.item, *position.item);
    }

    const Schema &m_schema;
    const Document &m_document;
    const Operation *m_operation = nullptr;
    std::vector<SyntaxError> m_errors;
    QSet<QString> m_ringFree;
    QSet<QString> m_usedFragments;
    QSet<QString> m_usedVariables;
    int m_fields = 0;
};

} // namespace

std::vector<SyntaxError> validate(const Schema &schema, const Document &document)
{
    return Validator(schema, document).run();
}

} // namespace majlis::sandbox::graphql
